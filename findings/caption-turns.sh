#!/usr/bin/env bash
# subsrt-ts 2.1.2 (npm): a turn mark in a caption costs the words up to the next colon.
#
# Live captions open every change of speaker with ">>", with a name only now and then. The
# manual shows ">> ALICE: Hi" read as "Hi", so one expects a mark with a name before its colon
# to go, and a mark without a name to stay or to go alone.
#
# Instead everything between ">>" and the next colon goes, across lines and into the next
# speaker's turn. The colon of a clock time will do: ">> The polls closed at 9:00 tonight."
# becomes "00 tonight.". A caption without a colon keeps even its mark. Only the field
# "content" of a parsed caption still has the words; "text", and every file that convert,
# build or resync writes, has lost them, with no error.
#
# Why it matters: what is lost is the beginning of what somebody said, and a transcript in
# which a speaker's whole turn is missing reads as if the next one had said the rest.
#
# Seen: the four lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund subsrt-ts@2.1.2

cat >turns.mjs <<'JS'
import subsrt from "subsrt-ts";

const captions = [
  ">> RUTH: The well is dry.",
  ">> The polls closed at 9:00 tonight.",
  ">> We have no result yet.\n>> Ruth Oster put it like this: wait.",
  ">> They will count all night.",
];
const srt = captions
  .map((words, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n},900\n${words}\n`)
  .join("\n");
for (const { type, content } of subsrt.parse(subsrt.convert(srt, { format: "vtt" }))) {
  if (type === "caption") console.log(JSON.stringify(content.trim()));
}
JS
node turns.mjs >seen

diff - seen <<'SEEN' || { echo "changed: subsrt-ts reads turn marks otherwise"; exit 1; }
"The well is dry."
"00 tonight."
"wait."
">> They will count all night."
SEEN
echo "as described"
