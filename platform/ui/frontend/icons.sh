#!/bin/sh
# Lucide's icons (ISC) from npm: one line for each, "name<TAB>inner SVG", sorted by name.
# usage: icons.sh VERSION FOLDER   (the result is FOLDER/out/org/pergola/ui/part/icons.txt)
set -eu
version=$1
folder=$2
out="$folder/out/org/pergola/ui/part"
[ "$(cat "$folder/version" 2>/dev/null || true)" = "$version" ] && exit 0
rm -rf "$folder"
mkdir -p "$folder/npm" "$out"
npm install --prefix "$folder/npm" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  "lucide-static@$version" >&2
icons="$folder/npm/node_modules/lucide-static"
# what stands between the opening tag, which ends on a line of its own, and the closing one
awk 'FNR == 1 { if (name) print name "\t" body; name = FILENAME; sub(".*/", "", name); sub("[.]svg$", "", name)
                body = ""; inside = 0 }
     /^>$/ { inside = 1; next }
     /<\/svg>/ { inside = 0 }
     inside { sub(/^ */, ""); sub(/ \/>/, "/>"); body = body $0 }
     END { print name "\t" body }' "$icons"/icons/*.svg > "$out/icons.txt"
cp "$icons/LICENSE" "$out/icons-LICENSE.txt"
rm -rf "$folder/npm"
printf '%s' "$version" > "$folder/version"
