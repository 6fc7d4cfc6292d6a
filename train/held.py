"""Which news articles are kept out of training, and a reader for files of articles. Standard library only."""
import datetime
import gzip
import hashlib
import json
import re

# Articles of these sources are kept out of training, the first HELD of each by hash of id.
HELD_SOURCES, HELD = ('cnn-lite', 'bbc2004', 'reuters21578'), 100
NEWS = ('news.jsonl.gz', 'news2.jsonl.gz')


def lines(path):
    with gzip.open(path, 'rt', encoding='utf8') as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


def day(row):
    """The day of publication; some sources give seconds since 1970."""
    date = str(row.get('published') or row.get('date') or '')
    if re.fullmatch(r'1\d{9}', date):
        return datetime.datetime.fromtimestamp(int(date), datetime.timezone.utc).strftime('%Y-%m-%d')
    return date[:10] if re.fullmatch(r'\d{4}-\d\d-\d\d.*', date) else ''


def rank(identity):
    """A number that depends on the id alone and on nothing else."""
    return hashlib.sha256(identity.encode()).hexdigest()


def held_out(folder):
    """The ids kept out of training: of each source the 100 articles with quotations whose id hashes lowest."""
    ids = {s: [] for s in HELD_SOURCES}
    for row in lines(folder / NEWS[0]):
        if row['src'] in ids and len(row['text']) > 1200 and sum(row['text'].count(c) for c in '"“') >= 4:
            ids[row['src']].append(row['id'])
    return {s: sorted(v, key=rank)[:HELD] for s, v in ids.items()}
