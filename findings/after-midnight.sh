#!/usr/bin/env bash
# github.com/olebedev/when v1.1.0, github.com/tj/go-naturaldate v1.3.0 (Go), ctparse 0.3.6
# (PyPI): half past twelve is twelve hours out.
#
# 12:30 a.m. is half an hour after midnight, and 12:30 p.m. half an hour after noon: a package
# that knows "a.m." and "p.m." is expected to know it of the hour twelve too.
#
# Instead all three add twelve hours for p.m. and do nothing for a.m., each with its own
# exception: when and ctparse leave twelve alone, so 12:30 a.m. is just after noon;
# go-naturaldate makes no exception at all, so its 12:30 p.m. is hour 24, which the calendar
# carries into the next day: "yesterday at 12:30pm" is half past midnight today. One o'clock
# is right in all of them, and none gives an error or a doubt.
#
# Why it matters: verdicts, votes that run late and police reports are dated "at 12:30 a.m.
# Tuesday", so the order of a night's events is turned round.
#
# Seen: the lines that end this script, reckoned from 10:00 on Wednesday 25 November 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >go.mod <<'MOD'
module example.org/midnight

go 1.26
MOD
cat >main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/olebedev/when"
	"github.com/tj/go-naturaldate"
)

func main() {
	now := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	const shape = "Mon 2 Jan 15:04"
	for _, s := range []string{"yesterday at 12:30am", "yesterday at 12:30pm", "yesterday at 1:30am"} {
		match, err := when.EN.Parse(s, now)
		if err != nil || match == nil {
			fmt.Println("when:", s, "not read", err)
			continue
		}
		fmt.Printf("when: %s: %s\n", s, match.Time.Format(shape))
		read, err := naturaldate.Parse(s, now)
		fmt.Printf("go-naturaldate: %s: %s, error %v\n", s, read.Format(shape), err)
	}
}
GO
export GOFLAGS=-mod=mod
go get github.com/olebedev/when@v1.1.0 github.com/tj/go-naturaldate@v1.3.0
go run . >seen

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ctparse==0.3.6
env/bin/python -W ignore >>seen <<'PY'
from datetime import datetime

from ctparse import ctparse

now = datetime(2026, 11, 25, 10)
for words in "yesterday at 12:30 am", "12:30 a.m. Tuesday", "yesterday at 12:30 pm", "yesterday at 1:30 am":
    print(f"ctparse: {words}: {ctparse(words, ts=now).resolution.dt:%a %-d %b %H:%M}")
PY

diff - seen <<'SEEN' || { echo "changed: one of the packages reads twelve o'clock otherwise"; exit 1; }
when: yesterday at 12:30am: Tue 24 Nov 12:30
go-naturaldate: yesterday at 12:30am: Tue 24 Nov 12:30, error <nil>
when: yesterday at 12:30pm: Tue 24 Nov 12:30
go-naturaldate: yesterday at 12:30pm: Wed 25 Nov 00:30, error <nil>
when: yesterday at 1:30am: Tue 24 Nov 01:30
go-naturaldate: yesterday at 1:30am: Tue 24 Nov 01:30, error <nil>
ctparse: yesterday at 12:30 am: Tue 24 Nov 12:30
ctparse: 12:30 a.m. Tuesday: Tue 1 Dec 12:30
ctparse: yesterday at 12:30 pm: Tue 24 Nov 12:30
ctparse: yesterday at 1:30 am: Tue 24 Nov 01:30
SEEN
echo "as described"
