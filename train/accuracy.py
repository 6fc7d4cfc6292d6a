"""Measures a built verbatim and prints the tables of docs/accuracy.md. Standard library only.

  go build -C cmd -o ../verbatim ./verbatim && python3 train/accuracy.py

The program reads every set of articles once in every form; its answers are kept in --cache, so that a second run
prints at once. --only NAME prints one table; --update docs/accuracy.md writes the tables into the page. A table whose
articles are not there is left out, and named; train/fetch.py says where they come from.
"""
import argparse
import pathlib
import sys
import tempfile

import quote_tables
import record_tables
import restoration_tables
import rewritten
import score
import tally
from held import HELD_SOURCES, NEWS, held_out, lines
from markdown import update
from polnear import read_polnear
from program import Program

TABLES = {
    'flat': quote_tables.flat, 'plain': quote_tables.plain, 'peers': quote_tables.peers, 'apostrophes': quote_tables.apostrophes,
    'outlets': quote_tables.outlets, 'forms': quote_tables.forms, 'lengths': quote_tables.lengths,
    'robustness': quote_tables.robustness, 'unseen': quote_tables.unseen, 'worst': quote_tables.worst,
    'records': record_tables.records, 'labelled': record_tables.labelled, 'other': record_tables.other, 'stance': record_tables.stance, 'other-stance': record_tables.other_stance, 'timestamps': record_tables.timestamps, 'addresses': record_tables.addresses, 'sample': record_tables.sample,
    'readable': restoration_tables.readable,
}


class Data:
    """The articles, the program's answers to them, and the counts. Nothing is read before it is asked for."""

    held_sources = HELD_SOURCES
    labels = pathlib.Path(__file__).parent / 'records'

    def __init__(self, options):
        self.corpora, self.program = options.corpora, Program(options.program, options.cache, options.model)
        self.kept, self.held_rows, self.rows, self.checkout = {}, None, None, options.polnear

    @property
    def dev_rows(self):
        """polnear-dev as JSON lines, or the dev part of a checkout, whose files' names tell outlet and date."""
        if self.rows is None:
            self.rows = self.lines('polnear-dev.jsonl.gz') if not self.checkout else [
                {'id': a.id, 'published': a.id.split('_')[1], 'text': a.text, 'attributions': a.attributions} for a in read_polnear(self.checkout, 'dev')]
        return self.rows

    def file(self, name):
        """A file of the corpora."""
        path = self.corpora / name
        if not path.exists():
            raise Missing(path)
        return path

    def lines(self, name):
        return score.read(self.file(name))

    def outlet(self, row):
        return row.get('publisher') or row['id'].split('_')[0]

    def answers(self, name, rows, form, light=False):
        """score.py's texts and the program's answers; form is a function of rewritten."""
        return self.readings(name, rows, form, light)[1:]

    def readings(self, name, rows, form, light=False):
        key = name, form, light
        if key not in self.kept:
            changed, texts = zip(*(form(row) for row in rows))
            articles = [(str(r['id']), (r.get('published') or '')[:10], t.input) for r, t in zip(rows, texts)]
            flags = ('-light',) if light else ()
            label = '-'.join([name, form.__name__, *(['light'] if light else [])])
            self.kept[key] = changed, texts, self.program.answers(label, articles, flags)
        return self.kept[key]

    def tallies(self, name, rows, form, light=False, rewrite=None):
        """Counts by article; rewrite changes the annotated article after the program has read it."""
        key = name, form, light, rewrite, 'tallies'
        if key not in self.kept:
            changed, texts, docs = self.readings(name, rows, form, light)
            if rewrite:
                changed = [rewrite(row) for row in changed]
            self.kept[key] = [tally.Tally(*one) for one in zip(changed, texts, docs)]
        return self.kept[key]

    def dev(self, form, light=False, rewrite=None):
        return self.tallies('polnear-dev', self.dev_rows, form, light, rewrite)

    def held(self, source):
        """Counts of the articles of a source that were kept out of training, flattened."""
        if self.held_rows is None:
            self.file(NEWS[0])
            ids = held_out(self.corpora)
            self.held_rows = {s: [] for s in ids}
            for row in lines(self.corpora / NEWS[0]):
                if row['src'] in ids and row['id'] in ids[row['src']]:
                    self.held_rows[row['src']].append({'id': row['id'], 'text': row['text'], 'attributions': []})
        return self.tallies(source, self.held_rows[source], rewritten.flat)


class Missing(Exception):
    """A file of the corpora that is not there."""

    def __init__(self, path):
        super().__init__(f'there is no {path}; train/fetch.py tells where it comes from')


def options():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--program', default='./verbatim', help='a built cmd/verbatim (default ./verbatim)')
    a.add_argument('--model', type=pathlib.Path, help='a file of weights to read with, as large/weights.bin')
    a.add_argument('--corpora', type=pathlib.Path, default='corpora', help='the folder that train/fetch.py fills (default corpora)')
    a.add_argument('--polnear', type=pathlib.Path, help='a checkout of networkdynamics/PolNeAR to read in place of polnear-dev.jsonl.gz')
    a.add_argument('--cache', type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / 'verbatim-accuracy', help='where answers are kept')
    a.add_argument('--only', action='append', choices=TABLES, metavar='NAME', help='print this table alone; may be repeated: ' + ', '.join(TABLES))
    a.add_argument('--update', type=pathlib.Path, metavar='PAGE', help='write the tables into this page too')
    return a.parse_args()


def main():
    o = options()
    data, made, missing = Data(o), {}, False
    for name in o.only or TABLES:
        try:
            made[name] = TABLES[name](data)
        except Missing as what:
            print(f'accuracy: no table {name}: {what}', file=sys.stderr)
            missing = True
            continue
        print(f'## {name}\n\n{made[name]}\n', flush=True)
    if o.update:
        update(o.update, made)
    sys.exit(1 if missing and o.only else 0)


if __name__ == '__main__':
    main()
