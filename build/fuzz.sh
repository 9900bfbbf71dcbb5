#!/usr/bin/env bash
# The verifier under random input for a minute, seeded with the vectors.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! cargo fuzz --version >/dev/null 2>&1; then
  echo '· cargo-fuzz'
  cargo install cargo-fuzz --root tools --quiet
fi
cargo run --quiet --manifest-path fuzz/Cargo.toml --bin seed
cargo +nightly fuzz run verify -- -max_total_time="${1:-60}" -max_len=4096
