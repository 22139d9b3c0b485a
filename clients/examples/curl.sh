#!/usr/bin/env bash
# What reviews taught on an issue, in your own words; then a theme, asked for twice.
set -euo pipefail
library="${LIBRARY:-https://reviews.example.gov.uk}"
folder="$(mktemp -d)"
trap 'rm -r "$folder"' EXIT

curl --fail --silent --show-error --get "$library/api/v1/search" \
  --data-urlencode "q=parental mental health" \
  --data "limit=3" \
  --user-agent "council intranet (web@council.example)"
echo

# The second time the answer is 304, unless something has changed: what was kept may be shown.
theme="$library/api/v1/themes/parental-mental-health"
curl --fail --silent --show-error --etag-save "$folder/etag" --output "$folder/theme.json" "$theme"
curl --fail --silent --show-error --etag-compare "$folder/etag" --output "$folder/again.json" --write-out '%{http_code}\n' "$theme"
