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
step "$cache/student/net.pt" pretrain.py "$cache" "$cache/student" --tokens 8e7 --stop .9217 --threads 1
tune() { # name, network to begin with, what else
	name=$1; from=$2; shift 2
	step "$cache/$name.pt" finetune.py "$cache" "$cache/$name" --net "$from" "$@"
	cp -n "$cache/$name/net.pt" "$cache/$name.pt"
}
tune teacher "$cache/student/net.pt" --steps 800
step "$cache/taught-1.npz" teach.py "$cache" "$cache/taught-1.npz" --net "$cache/teacher.pt" --words 8e6
tune tagger-1 "$cache/teacher.pt" --steps 1200 --batch 6 --taught "$cache/taught-1.npz" --extra 26
step "$cache/taught-2.npz" teach.py "$cache" "$cache/taught-2.npz" --net "$cache/tagger-1.pt" --words 1.4e7 --part 1 2
tune tagger-2 "$cache/tagger-1.pt" --steps 1000 --batch 6 --taught "$cache/taught-2.npz" --extra 26 --peak 2e-3 --seed 2
step "$cache/linker.json" assess.py "$cache" "$cache/tagger-1.pt" "$corpora/../score/score.py" "$corpora/polnear-dev.jsonl.gz" --save "$cache/linker.json"
"$python" -W ignore "$here/export.py" "$cache" "$cache/tagger-2.pt" "$cache/linker.json" "$tagger/weights.bin" "$tagger/testdata/vectors.json" --confidence -5.085 6.58
