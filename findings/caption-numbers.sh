#!/usr/bin/env bash
# vtt-to-srt3 0.2.0.4 (PyPI): a caption whose last line is a number loses that line.
#
# WebVTT lets a cue have a name on the line above its time, and many files, those of automatic
# captions above all, have none. A converter to SubRip is expected to tell the two apart by
# the blank line between cues: what stands below a time is words, what stands above one is a
# name.
#
# Instead blank lines are taken out first, and then any line of digits just above a time is
# taken for a name and dropped. So the last line of a cue goes whenever it is a bare number
# and the next cue has no name: a year, a count of votes, the last word of a sentence. A cue
# that is nothing but a number becomes an empty caption. Numbers with a full stop or a word
# beside them stay. There is no warning.
#
# Why it matters: figures are what captions of news are quoted for, and a number that is gone
# leaves a sentence that still reads well.
#
# Seen: the captions that end this script. 1984 and 412 were in the file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check vtt-to-srt3==0.2.0.4

cat >count.vtt <<'VTT'
WEBVTT

00:00:01.000 --> 00:00:03.000
The well was last full in
1984

00:00:03.000 --> 00:00:05.000
and the mayor won by

00:00:05.000 --> 00:00:06.000
412

00:00:06.000 --> 00:00:08.000
votes, not
500.

00:00:08.000 --> 00:00:09.000
The road has 2
lanes
VTT
env/bin/vtt_to_srt count.vtt >/dev/null

diff - count.srt <<'SEEN' || { echo "changed: vtt-to-srt3 keeps other lines"; exit 1; }
1
00:00:01,000 --> 00:00:03,000
The well was last full in

2
00:00:03,000 --> 00:00:05,000
and the mayor won by

3
00:00:05,000 --> 00:00:06,000

4
00:00:06,000 --> 00:00:08,000
votes, not
500.

5
00:00:08,000 --> 00:00:09,000
The road has 2
lanes
SEEN
echo "as described"
