#!/usr/bin/env bash
# phrasplit 0.3.9 (PyPI): a curly closing mark opens the next sentence.
#
# Of “We were never told.” and what follows, one expects the cut behind the mark, as the
# package makes it for straight marks and for brackets, or else no cut at all.
#
# Instead, where spaCy is not installed, split_sentences and split_text cut between the full
# stop and the mark: the quotation is left open, and the next sentence begins with ”. Single
# curly marks and » do the same. Straight marks are right. A third function of the package,
# split_with_offsets, given the same text and the same mode, makes no cut there, with either
# kind of mark, so that the two disagree on how many sentences there are.
#
# Why it matters: printed news has curly marks. Marks no longer pair within a sentence, and
# who looks for the speaker of a quotation in the sentence that holds its marks is led from
# “We were never told. on to the next closing mark, and from ” to the person after it.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check phrasplit==0.3.9

env/bin/python >seen <<'PY'
from phrasplit import split_sentences, split_with_offsets

for text in (
    "“We were never told.” Ms. Oster sat down.",
    '"We were never told." Ms. Oster sat down.',
    "She asked: “Where to?” Nobody answered.",
    "«We were never told.» Ms. Oster sat down.",
):
    print("split_sentences:", *split_sentences(text, use_spacy=False), sep=" | ")
    exact = split_with_offsets(text, mode="sentence", use_spacy=False)
    print("split_with_offsets:", *(sentence.text for sentence in exact), sep=" | ")
PY

diff - seen <<'SEEN' || { echo "changed: phrasplit cuts elsewhere"; exit 1; }
split_sentences: | “We were never told. | ” Ms. Oster sat down.
split_with_offsets: | “We were never told.” Ms. Oster sat down.
split_sentences: | "We were never told." | Ms. Oster sat down.
split_with_offsets: | "We were never told." Ms. Oster sat down.
split_sentences: | She asked: “Where to? | ” Nobody answered.
split_with_offsets: | She asked: “Where to?” Nobody answered.
split_sentences: | «We were never told. | » Ms. Oster sat down.
split_with_offsets: | «We were never told.» Ms. Oster sat down.
SEEN
echo "as described"
