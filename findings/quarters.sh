#!/usr/bin/env bash
# compromise-dates 3.9.0 with compromise 14.17.0 (npm): in a sentence, the third quarter of
# 2019 is in 2026 or 2027.
#
# Given alone, "the third quarter of 2019" is July to September 2019. One expects the same
# words to mean the same in a sentence, as "March of 2019" does.
#
# Instead the year goes, in one of two ways. With "in" before it the quarter is right and the
# year is that of the day given as today. Without "in", but with words after it, quarters are
# counted from today: "the first quarter" is the present one and "the third" the next but one,
# so "The third quarter of 2019 was good." is April to June 2027. The matched words still hold
# "of 2019", and nothing marks the date as unsure.
#
# Why it matters: companies report "profit in the third quarter of 2019", and each such
# sentence becomes news of this year or a forecast for the next.
#
# Seen: the lines that end this script, read on 25 November 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund compromise@14.17.0 compromise-dates@3.9.0 spacetime@7.15.0

cat >quarters.mjs <<'JS'
import nlp from "compromise";
import dates from "compromise-dates";

nlp.plugin(dates);
for (const sentence of [
  "the third quarter of 2019",
  "Profit rose in the third quarter of 2019.",
  "Profit rose in the first quarter of 2008.",
  "The third quarter of 2019 was good.",
  "The first quarter of 2008 was good.",
  "March of 2019 was good.",
]) {
  const found = nlp(sentence).dates({ today: "2026-11-25", timezone: "UTC" }).json();
  for (const { text, dates: { start, end } } of found) {
    console.log(`${sentence} | ${text} | ${start.slice(0, 7)} to ${end.slice(0, 7)}`);
  }
}
JS
node quarters.mjs >seen

diff - seen <<'SEEN' || { echo "changed: compromise-dates reads quarters otherwise"; exit 1; }
the third quarter of 2019 | third quarter of 2019 | 2019-07 to 2019-09
Profit rose in the third quarter of 2019. | in the third quarter of 2019. | 2026-07 to 2026-09
Profit rose in the first quarter of 2008. | in the first quarter of 2008. | 2026-01 to 2026-03
The third quarter of 2019 was good. | third quarter of 2019 | 2027-04 to 2027-06
The first quarter of 2008 was good. | first quarter of 2008 | 2026-10 to 2026-12
March of 2019 was good. | March of 2019 | 2019-03 to 2019-03
SEEN
echo "as described"
