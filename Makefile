# Two commands are enough: make run, make test. Each installs what is missing first.

SHELL := /bin/bash
export PATH := $(CURDIR)/tools/bin:$(CURDIR)/tools/python/bin:$(HOME)/.cargo/bin:$(PATH)
PLAYWRIGHT := cd end2end && npx playwright test

.PHONY: help setup run test test-rust test-browser build check bench fuzz attack pictures clean

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

setup: ## installs what is missing, and only that
	@build/setup.sh

run: setup ## opens the portal at http://localhost:3000 with people to try
	@node build/site.mjs
	cargo build --locked --bin server
	@mkdir -p data
	target/debug/server serve --demo

test: setup ## every test: rules, both databases, pages, journeys in a real browser
	@$(MAKE) --no-print-directory test-rust test-browser

test-rust:
	build/with-postgres.sh cargo nextest run --locked --no-fail-fast
	cargo test --locked --doc --quiet

test-browser:
	node build/site.mjs
	cargo build --locked --bin server
	$(PLAYWRIGHT)

build: setup ## the release: target/release/server with target/site
	node build/site.mjs
	cargo build --locked --release --bin server

check: setup ## format, lints without warnings, licences and sources
	cargo fmt --all --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked -p xinju-reader --target wasm32-unknown-unknown -- -D warnings
	@for module in entry holder officer; do \
	  cargo clippy --locked -p xinju-$$module --target wasm32-unknown-unknown -- -D warnings || exit 1; \
	done
	cargo deny --locked check bans licenses sources
	-cargo deny --locked check advisories

bench: build ## the numbers, each beside what it is held against
	build/bench.sh

fuzz: setup ## the verifier under random input for a minute
	build/fuzz.sh

attack: build ## what a stranger could try, against a running portal
	build/attack.sh

pictures: setup ## the screenshots of the README and of the pages
	node build/site.mjs
	cargo build --locked --bin server
	cd end2end && npx playwright test --config pictures.config.ts

clean:
	rm -rf target data tools build/node_modules end2end/node_modules end2end/results
