#!/usr/bin/env bash
# parsedatetime 2.6, timefhuman 0.1.5 (PyPI), sherlockjs 1.4.2 (npm): the 1990s are half an
# hour from now.
#
# A decade is expected to be ten years, or else to be passed over as a kind of date that the
# package does not know.
#
# Instead the "s" is the unit of seconds: "in the late 1990s" is 1990 seconds, that is 33
# minutes and 10 seconds, after the moment given as now, in three packages of two languages
# that share no code. "The '90s" are a minute and a half. The two for Python give the whole
# word as what they matched, and parsedatetime flags it as a time of day. Two of the three
# also read a bare year as a clock: "in early 2020" is twenty past eight tonight.
#
# Why it matters: the answer is a good date of the right day and century for anything but the
# sentence, so a search for what is to happen today finds memories of forty years ago.
#
# Seen: the lines that end this script, all reckoned from 10:00:00 on 25 November 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export TZ=UTC

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check parsedatetime==2.6 timefhuman==0.1.5
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sherlockjs@1.4.2

env/bin/python >seen <<'PY'
from datetime import datetime

from parsedatetime import Calendar
from timefhuman import tfhConfig, timefhuman

now = datetime(2026, 11, 25, 10)
sentences = "in the late 1990s", "The '90s were better.", "in early 2020"
for words in sentences:
    for when, flag, _, _, match in Calendar().nlp(words, sourceTime=now) or ():
        print(f"parsedatetime: {words}: {when}, from {match!r}, flag {flag}")
    config = tfhConfig(now=now, return_matched_text=True)
    for match, _, when in timefhuman(words, config=config):
        print(f"timefhuman: {words}: {when}, from {match!r}")
PY
node >>seen <<'JS'
const sherlock = require("sherlockjs");
sherlock._setNow(new Date(2026, 10, 25, 10));
for (const words of ["in the late 1990s", "The '90s were better.", "in early 2020"]) {
  const { startDate } = sherlock.parse(words);
  console.log(`sherlockjs: ${words}: ${startDate && startDate.toISOString()}`);
}
JS

diff - seen <<'SEEN' || { echo "changed: one of the packages reads decades otherwise"; exit 1; }
parsedatetime: in the late 1990s: 2026-11-25 10:33:10, from '1990s', flag 2
timefhuman: in the late 1990s: 2026-11-25 10:33:10, from '1990s'
parsedatetime: The '90s were better.: 2026-11-25 10:01:30, from '90s', flag 2
timefhuman: The '90s were better.: 2026-11-25 10:01:30, from '90s'
parsedatetime: in early 2020: 2026-11-25 20:20:00, from '2020', flag 2
sherlockjs: in the late 1990s: 2026-11-25T10:33:10.000Z
sherlockjs: The '90s were better.: 2026-11-25T10:01:30.000Z
sherlockjs: in early 2020: 2026-11-25T20:20:00.000Z
SEEN
echo "as described"
