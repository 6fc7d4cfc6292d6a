"""Tables of the rest of the record: score.py's own figures for records, timestamps, addresses and the sample."""
import argparse

import rewritten
from markdown import table

FORMS = (('flat', rewritten.flat), ('plain', rewritten.plain))


def scored(data, task, name, rows, gold=None):
    """The scorer's figures, flat and plain. It is given answers that are there: its command is to print them."""
    out = []
    for form, rewrite in FORMS:
        texts, docs = data.answers(name, rows, rewrite)
        data.score.read = lambda path: data.lines(path) if path == gold else rows
        data.score.run = lambda _, wanted, *__: pick(rows, wanted, texts, docs)
        out.append(data.score_task(task)(argparse.Namespace(data='', gold=gold, cmd='', input=form, save=None)))
    return out


def pick(rows, wanted, texts, docs):
    """The texts and answers of some of the articles."""
    place = {row['id']: k for k, row in enumerate(rows)}
    chosen = [place[row['id']] for row in wanted]
    return [texts[k] for k in chosen], [docs[k] for k in chosen]


def figures(both):
    """P, R and F1 where the scorer gives them, else the one figure."""
    rows = []
    for line, flat in both[0].items():
        sides = []
        for value in (flat, both[1][line]):
            sides += [value.get('P'), value.get('R'), value.get('F1')] if isinstance(value, dict) else [None, None, value]
        rows.append([line, flat['n'] if isinstance(flat, dict) else '', *sides])
    return table(['line', 'n', 'flat P', 'flat R', 'flat F1 or share', 'plain P', 'plain R', 'plain F1 or share'], rows)


def records(data):
    return figures(scored(data, 'records', 'polnear-dev', data.dev_rows, data.corpora / 'records-dev.jsonl'))


def labelled(data):
    """The same for the project's own labels of polnear-dev."""
    return figures(scored(data, 'records', 'polnear-dev', data.dev_rows, data.labels))


def stance(data):
    """What the source does with the content, after the project's own labels of polnear-dev."""
    return figures(scored(data, 'stance', 'polnear-dev', data.dev_rows, data.stances))


def timestamps(data):
    return figures(scored(data, 'timex', 'timex-tbaq', data.lines(data.corpora / 'timex-tbaq.jsonl.gz')))


def addresses(data):
    return figures(scored(data, 'urls', 'urls-tweets-dev', data.lines(data.corpora / 'urls-tweets-dev.jsonl.gz')))


def sample(data):
    """The sample article: every expected record, field by field."""
    text = (data.seed / 'article.txt').read_text(encoding='utf8').strip()
    row = {'id': 'sample', 'text': text}
    texts, docs = data.answers('sample', [row], rewritten.plain)
    data.score.run = lambda *_: (texts, docs)
    got = data.score_task('seed')(argparse.Namespace(data=str(data.seed / 'article.txt'), gold=str(data.seed / 'expected.json'), cmd='', save=None))
    return table(['fields right', 'share'], [[got['fields right'], got['share']]])
