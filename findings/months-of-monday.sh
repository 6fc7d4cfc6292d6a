#!/usr/bin/env bash
# human-date-parser 0.3.1 (crates.io), ctparse 0.3.6 (PyPI): last month is a Monday.
#
# One expects "last month" to be October when it is November, or at least the day a month
# back, as "a month ago" is in the first of the two.
#
# Instead "mon" is read as Monday and the rest of the word is passed over, in two packages of
# two languages that share no code. For human-date-parser "last month" is the Monday before,
# where "last year" is a year back, and "last weekend" is the day a week back, "week" being
# all it takes of the word. For ctparse "last month" is the Monday to come, and so is "this
# month"; "next month" is the Monday after. (That it prefers the future is documented, "unless
# explicitly specified".) Neither gives an error.
#
# Why it matters: "last month" is one of the commonest dates of news, and a day of the present
# week is so likely an answer that nobody looks twice.
#
# Seen: the lines that end this script, reckoned from Wednesday 25 November 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "month"
version = "0.1.0"
edition = "2021"

[dependencies]
chrono = "0.4"
human-date-parser = "=0.3.1"

[profile.dev]
debug = false
TOML
cat >src/main.rs <<'RUST'
use chrono::NaiveDate;
use human_date_parser::from_human_time;

fn main() {
    let now = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap().and_hms_opt(10, 0, 0).unwrap();
    for words in ["last month", "this month", "next month", "a month ago", "last weekend", "last year"] {
        println!("human-date-parser: {words}: {:?}", from_human_time(words, now).unwrap());
    }
}
RUST
cargo run --quiet >seen

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ctparse==0.3.6
env/bin/python -W ignore >>seen <<'PY'
from datetime import datetime

from ctparse import ctparse

now = datetime(2026, 11, 25, 10)
for words in "last month", "this month", "next month", "He resigned last month.":
    print(f"ctparse: {words}: {ctparse(words, ts=now).resolution.dt:%a %-d %b}")
PY

diff - seen <<'SEEN' || { echo "changed: one of the packages reads months otherwise"; exit 1; }
human-date-parser: last month: Date(2026-11-23)
human-date-parser: this month: Date(2026-11-30)
human-date-parser: next month: Date(2026-11-30)
human-date-parser: a month ago: DateTime(2026-10-25T10:00:00)
human-date-parser: last weekend: Date(2026-11-18)
human-date-parser: last year: Date(2025-11-25)
ctparse: last month: Mon 30 Nov
ctparse: this month: Mon 30 Nov
ctparse: next month: Mon 7 Dec
ctparse: He resigned last month.: Mon 30 Nov
SEEN
echo "as described"
