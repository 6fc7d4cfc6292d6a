#!/usr/bin/env bash
# metadate 0.6.2 (PyPI): "at 3 pm" is three in the morning.
#
# The manual opens by saying that the package handles everything from "tomorrow at 3 pm",
# written so, and its examples have "at 3pm". One expects the two to be the same hour, and "at
# 3 p.m.", as newspapers print it, as well.
#
# Instead the little word decides. After "at" the hour is taken alone and "pm" is left over,
# so "tomorrow at 3 pm" is 03:00, and "at 10 p.m." is ten in the morning. Without "at", with
# minutes, or with the two written as one, the same hour is read rightly: "3 pm", "at 3:00 pm"
# and "at 3pm" are all 15:00. Nothing marks the wrong ones; the matched words given back just
# end before "pm".
#
# Why it matters: agency style is "at 10 p.m.", a space and two stops, so polls close, games
# start and statements come half a day early, and on the right day.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check metadate==0.6.2

env/bin/python >seen <<'PY'
from datetime import datetime

from metadate import parse_date

nine = datetime(2026, 11, 25, 9)
for words in (
    "tomorrow at 3 pm",
    "tomorrow at 3pm",
    "Tuesday at 3 pm",
    "at 3:00 pm",
    "3 pm",
    "Polls close at 10 p.m.",
    "Polls close by 10 p.m.",
):
    found = parse_date(words, reference_date=nine)
    print(f"{words}: {found.start_date:%H:%M}, from {found.matches}")
PY

diff - seen <<'SEEN' || { echo "changed: metadate reads these hours otherwise"; exit 1; }
tomorrow at 3 pm: 03:00, from ['tomorrow', 'at 3']
tomorrow at 3pm: 15:00, from ['tomorrow', '3pm']
Tuesday at 3 pm: 03:00, from ['Tuesday', 'at 3']
at 3:00 pm: 15:00, from ['3:00 pm']
3 pm: 15:00, from ['3 pm']
Polls close at 10 p.m.: 10:00, from ['at 10']
Polls close by 10 p.m.: 22:00, from ['10 p.m']
SEEN
echo "as described"
