#!/bin/sh
# From data to weights: train/run.sh CORPORA CACHE
# Every step goes on from where it was interrupted or is skipped if it is done.
set -eu
corpora=$1
cache=$2
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
step() { file=$1; shift; [ -e "$file" ] || "$python" -W ignore "$here/$@"; }
tagger=$here/../internal/tagger

step "$cache/types.txt" prepare.py "$corpora" "$cache"
step "$cache/student/net.pt" pretrain.py "$cache" "$cache/student" --tokens 8e7
step "$cache/teacher.pt" finetune.py "$cache" "$cache/teacher" --net "$cache/student/net.pt" --steps 1000
cp -n "$cache/teacher/net.pt" "$cache/teacher.pt"
step "$cache/taught.npz" teach.py "$cache" "$cache/taught.npz" --net "$cache/teacher.pt" --words 1.6e7
step "$cache/tagger.pt" finetune.py "$cache" "$cache/tagger" --net "$cache/teacher.pt" --steps 2500 --batch 6 --taught "$cache/taught.npz" --extra 26
cp -n "$cache/tagger/net.pt" "$cache/tagger.pt"
step "$cache/linker.json" assess.py "$cache" "$cache/tagger.pt" "$corpora/../score/score.py" "$corpora/polnear-dev.jsonl.gz" --save "$cache/linker.json"
"$python" -W ignore "$here/export.py" "$cache" "$cache/tagger.pt" "$cache/linker.json" "$tagger/weights.bin" "$tagger/testdata/vectors.json"
