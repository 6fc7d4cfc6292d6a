#!/usr/bin/env bash
# webvtt-py 0.6.0 (PyPI): in a caption of two speakers, both speak with the first one's voice.
#
# WebVTT names speakers with voice spans, and a caption may hold several of them: that is how
# a question and its answer share the screen. The manual gives text as the caption's words and
# voice as its "voice span if any", so one expects either a voice for each span or none for a
# caption that has two.
#
# Instead voice looks at the start of the first line alone, and text takes the marks out of
# all lines. So "The well is dry." and "Who said so?" are one text with the voice Ruth Oster,
# though the second is Ivo Marsh's; and where the first line has no name the caption has no
# voice, whoever is named below. The names are still there in raw_text.
#
# Why it matters: a transcript made of voice and text puts words into the mouth of somebody
# who did not say them, the answer, say, into that of whoever asked.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check webvtt-py==0.6.0

env/bin/python >seen <<'PY'
import webvtt

captions = webvtt.from_string("""WEBVTT

00:01.000 --> 00:03.000
<v Ruth Oster>The well is dry.</v>
<v Ivo Marsh>Who said so?</v>

00:03.000 --> 00:05.000
<v Ruth Oster>I did.</v> <v Ivo Marsh>When?</v>

00:05.000 --> 00:07.000
(a door shuts)
<v Ivo Marsh>She has left.</v>
""")
for caption in captions:
    print(f"{caption.voice}: {caption.text!r}")
PY

diff - seen <<'SEEN' || { echo "changed: webvtt-py gives voices otherwise"; exit 1; }
Ruth Oster: 'The well is dry.\nWho said so?'
Ruth Oster: 'I did. When?'
None: '(a door shuts)\nShe has left.'
SEEN
echo "as described"
