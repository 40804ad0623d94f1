#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# screenshots.sh BIN OUT: draws every page of the real console over a real service with demo traffic,
# in both themes and languages at 1280×800, and again at twice the scale.
set -euo pipefail
bin=$1 out=$2
mkdir -p "$out"
work=$(mktemp -d)
"$bin/pultd" serve --listen 127.0.0.1:0 --data "$work/data" --demo >"$work/ready" 2>"$work/log" &
service=$!
trap 'kill $service 2>/dev/null; wait $service 2>/dev/null; rm -rf "$work"' EXIT
until [ -s "$work/ready" ]; do
    kill -0 "$service" || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
url=$(sed 's/.* //' "$work/ready")
for page in overview queue test-jobs tuning explore dashboard; do
    for theme in dark light; do
        for lang in en ru; do
            for scale in 1 2; do
                "$bin/pult" --connect "$url" --token-file "$work/data/admin.token" --name art-backend \
                    --screenshot "$out/$page-$theme-$lang-${scale}x.png" --page "$page" \
                    --after "${AFTER:-8}" --size 1280x800 --scale "$scale" \
                    --theme "$theme" --lang "$lang"
            done
        done
    done
done
ls "$out"
