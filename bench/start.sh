#!/usr/bin/env bash
# Seconds from a cold start after unpacking to the first page, and the memory that the idle server holds.
#
#   bench/start.sh [ARCHIVE] [PORT]     (distribution/target/pergola-*.tar.gz, 8099)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
archive=${1:-$(ls "$root"/distribution/target/pergola-*.tar.gz 2>/dev/null | head -1)}
port=${2:-8099}
idle=${IDLE_SECONDS:-20}
[ -f "$archive" ] || { echo "There is no archive; ./run builds it." >&2; exit 1; }

folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$folder"
}
trap finish EXIT
tar -xzf "$archive" -C "$folder"

page() { # the sign-in page: 200 and a document
  curl -s -L -m 60 "http://localhost:$port/login" -o "$folder/page" -w '%{http_code}' | grep -q 200 &&
    grep -qi '<html' "$folder/page"
}

start() { # start NAME: prints how long the first page took
  local begin end
  begin=$(date +%s%N)
  "$folder"/pergola-*/bin/pergola-server --port "$port" --data "$folder/data" >"$folder/out" 2>&1 &
  server=$!
  until page; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/out" >&2; exit 1; }
    sleep 0.05
  done
  end=$(date +%s%N)
  awk -v ms=$(((end - begin) / 1000000)) -v what="$1" 'BEGIN { printf "%s: first page after %.1f s\n", what, ms / 1000 }'
}

stop() {
  kill "$server" && wait "$server" || true
  server=
}

echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $("$folder"/pergola-*/bin/find-java)"
start "cold start, new database"
stop
start "second start, same data"
sleep "$idle"
awk '/VmRSS/ { printf "idle for %d s: %d MB resident\n", s, $2 / 1024 }' s="$idle" "/proc/$server/status"
