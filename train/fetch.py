"""Fetches the public articles that docs/accuracy.md measures on, and prepares them as its commands read them.

  python3 train/fetch.py                           what there is, where it comes from, and what is there already
  python3 train/fetch.py polnear-dev timex-tbaq    fetches these into the folder corpora

It needs git and the network. Of a repository only the folders that are named here are fetched: parts that are kept for
tests, of PolNeAR and of TempEval-3, never reach the disk. The texts belong to their publishers, and are not for passing on.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import textwrap

from polnear import read_checkout
from timeml import read_timeml


class Corpus:
    """A set of articles in a public git repository."""

    def __init__(self, what, repository, commit, folders, articles, annotations, licence, prepare):
        self.what, self.repository, self.commit, self.folders = what, repository, commit, folders
        self.articles, self.annotations = articles, annotations  # how many there must be
        self.licence, self.prepare = licence, prepare

    def fetch(self, target, mirror=None):
        """Writes the articles as JSON lines. Of a mirror it is the newest commit that counts."""
        repository, commit = (mirror, 'HEAD') if mirror else (self.repository, self.commit)
        with tempfile.TemporaryDirectory() as folder:
            check_out(repository, commit, self.folders, folder)
            rows = list(self.prepare(pathlib.Path(folder)))
        annotations = sum(len(row.get('attributions', row.get('timex'))) for row in rows)
        if len(rows) != self.articles:
            sys.exit(f'fetch: {len(rows)} articles came from {repository}; {self.articles} were expected')
        if annotations != self.annotations:
            print(f'fetch: {annotations} annotations came from {repository}, not {self.annotations}: figures will differ', file=sys.stderr)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix('.part')
        with gzip.GzipFile(part, 'wb', mtime=0) as f:  # the same bytes every time
            for row in rows:
                f.write((json.dumps(row, ensure_ascii=False) + '\n').encode())
        part.rename(target)


def check_out(repository, commit, folders, target):
    """Fetches some folders of one commit and nothing else."""
    def git(*command):
        done = subprocess.run(['git', '-C', target, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f'fetch: git {command[0]}: {done.stderr.strip()}')
    git('init')
    git('remote', 'add', 'origin', repository)
    git('fetch', '--depth', '1', '--filter=blob:none', 'origin', commit)
    git('sparse-checkout', 'set', '--no-cone', *(f'/{folder}/' for folder in folders))
    git('checkout', '--quiet', 'FETCH_HEAD')


def polnear(part):
    def prepare(checkout):
        for a in read_checkout(checkout / 'data' / part):
            outlet, day, _ = a.id.split('_', 2)
            yield {'id': a.id, 'published': day, 'publisher': outlet, 'text': a.text, 'attributions': a.attributions}
    return prepare


def timebank(checkout):
    for folder in ('AQUAINT', 'TimeBank'):
        for path in sorted((checkout / 'data' / 'TBAQ-cleaned' / folder).glob('[!.]*.tml')):
            yield read_timeml(path)


POLNEAR = ('https://github.com/networkdynamics/PolNeAR', '9b85973d1610e219cb1280819816edcaa0587371')
POLNEAR_LICENCE = 'the repository names no licence; the texts are those of seven US outlets'

CORPORA = {
    'polnear-dev': Corpus('who said what, of 84 articles: all tables but those below', *POLNEAR, ['data/dev/text', 'data/dev/attributions'],
                          84, 2193, POLNEAR_LICENCE, polnear('dev')),
    'polnear-train': Corpus('the same of 840 articles, for training', *POLNEAR, ['data/train/text', 'data/train/attributions'],
                            840, 19868, POLNEAR_LICENCE, polnear('train')),
    'timex-tbaq': Corpus('time expressions of 256 articles of TimeBank and AQUAINT, as cleaned for TempEval-3: the table timestamps',
                         'https://github.com/jspotter/TempEval-3', '70c68b3c60eae14461ea084a29eece042cc17ea6',
                         ['data/TBAQ-cleaned/AQUAINT', 'data/TBAQ-cleaned/TimeBank'], 256, 1822,
                         'given out for TempEval-3; TimeBank 1.2 is LDC2006T08, free of charge', timebank),
}

# What no script can fetch: what it is, and how to come by it.
BY_HAND = {
    'news.jsonl.gz, news2.jsonl.gz': '''news as published, for the tables unseen and readable and for training: lines with src, id, date, title, url
        and text. The texts are their publishers' and were collected from public repositories that come and go; docs/model.md
        names them. The three sources kept out of training are code-ai-search/data-collector (CNN 2026),
        dejanbatanjac/bbc-article-classify-bert (BBC 2004) and mihaibogdan10/json-reuters-21578 (Reuters 1987).''',
    'urls-tweets-dev.jsonl.gz': '''440 tweets with 450 addresses, for the table addresses: lines with id, published, text and urls, each with start and
        end in characters and the url. The tweets are of xszhong/syntime, whose files changed since; how their addresses were marked by hand is not written down, so that
        nothing prepares them again.''',
    'sample/article.txt, sample/expected.json': '''a published article of 2017 about direct messages, and its record by hand, for the table sample. It is its
        publisher's, and no part of the project.''',
}


def overview(folder):
    for name, corpus in CORPORA.items():
        there = 'there' if path_of(folder, name).exists() else 'not there'
        print(f'{name}: {there}\n    {corpus.what}\n    {corpus.repository} at {corpus.commit[:12]}\n    {corpus.licence}')
    print('\nNot to be fetched:')
    for name, what in BY_HAND.items():
        print(f'{name}\n' + textwrap.indent(textwrap.fill(' '.join(what.split()), 110), '    '))


def path_of(folder, name):
    return folder / f'{name}.jsonl.gz'


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('names', nargs='*', metavar='NAME', help='what to fetch: ' + ', '.join(CORPORA))
    a.add_argument('--into', type=pathlib.Path, default='corpora', help='the folder to write to (default corpora)')
    a.add_argument('--from', dest='mirror', help='a mirror or a clone of the repository, to fetch from instead')
    o = a.parse_args()
    unknown = [name for name in o.names if name not in CORPORA]
    if unknown:
        a.error(f'there is no {unknown[0]} to fetch; there are {", ".join(CORPORA)}')
    if not o.names:
        overview(o.into)
    for name in o.names:
        CORPORA[name].fetch(path_of(o.into, name), o.mirror)
        print(f'{name}: {CORPORA[name].articles} articles in {path_of(o.into, name)}')


if __name__ == '__main__':
    main()
