"""Articles with attributions annotated by hand, and their projection onto words."""
import bisect
import gzip
import json
import re

from score import runs

# Labels: outside, begin and inside of source, cue, and content in and out of quotation marks.
# A content that goes from reported to verbatim words and back goes on with the inside label
# of the other kind, so that B stands where a content begins and nowhere else.
OUT, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_DIRECT, I_DIRECT, B_INDIRECT, I_INDIRECT = range(9)
LABELS = 9


def inside(raw):
    """Which characters stand inside quotation marks; a quotation left open runs to its paragraph's end."""
    mark, at = bytearray(len(raw)), 0
    for paragraph in re.split(r'(\n+)', raw):
        start = None
        for k, c in enumerate(paragraph):
            if c == '“' or (c == '"' and start is None):
                start = k
            elif c in '”"' and start is not None:
                mark[at + start:at + k] = b'\1' * (k - start)
                start = None
        if start is not None and len(paragraph) - start > 20:
            mark[at + start:at + len(paragraph)] = b'\1' * (len(paragraph) - start)
        at += len(paragraph)
    return mark


class Article:
    """One annotated article."""

    def __init__(self, row):
        self.id, self.text, self.attributions = row['id'], row['text'], row.get('attributions', [])

    def project(self, reader):
        """Words, gaps, quoted flags, and the attributions as lists of word numbers."""
        ws, gs, gaps = reader.read(self.text)
        spans = [m.span() for m in re.finditer(r'[^\W_]+', self.text)]
        starts, ends = [a for a, _ in spans], [b for _, b in spans]
        mark = inside(self.text)
        label = bytearray(mark[a] for a, _ in spans)
        out = []
        for a in self.attributions:
            one = {}
            for role in ('source', 'cue', 'content'):
                got = set()
                for first, last in a[role]:
                    got.update(range(bisect.bisect_right(ends, first), bisect.bisect_left(starts, last)))
                one[role] = sorted(got)
            out.append(one)
        return ws, gs, gaps, label, out


def labels_of(count, attributions, quoted):
    """The label of every word."""
    out = [OUT] * count
    for a in attributions:
        for role, begin in (('source', B_SOURCE), ('cue', B_CUE)):
            for first, last in runs(a[role]):
                for k in range(first, last):
                    out[k] = begin if k == first else begin + 1
    for a in attributions:
        for first, last in runs(a['content']):
            for k in range(first, last):
                out[k] = (B_DIRECT if quoted[k] else B_INDIRECT) + (k > first)
    return out


def read_polnear(folder, part):
    """The articles of a part (train, dev), from polnear-PART.jsonl.gz or from a checkout of networkdynamics/PolNeAR."""
    published = folder / 'data' / part
    if published.is_dir():
        yield from read_checkout(published)
        return
    with gzip.open(folder / f'polnear-{part}.jsonl.gz', 'rt', encoding='utf8') as f:
        for line in f:
            yield Article(json.loads(line))


def read_checkout(folder):
    """Articles as published: text/NAME.txt and attributions/NAME_ANNOTATOR.ann in brat's format.

    Of an article that several annotated, the first annotator by name counts.
    """
    annotated = {}
    for path in sorted((folder / 'attributions').glob('*.ann')):
        annotated.setdefault(path.stem.rpartition('_')[0], path)
    for name, path in sorted(annotated.items()):
        text = (folder / 'text' / f'{name}.txt').read_bytes().decode('utf8')  # keeps every character
        yield Article({'id': name, 'text': text, 'attributions': read_brat(path.read_text(encoding='utf8'))})


def read_brat(lines):
    """Attributions of an .ann file: lines `T1 Cue 4 8;12 15 TEXT` are spans, lines `E1 Attribution:T4 Cue:T1 ...` attributions."""
    spans, out = {}, []
    for line in lines.splitlines():
        fields = line.split('\t')
        if fields[0].startswith('T'):
            _, _, ranges = fields[1].partition(' ')
            spans[fields[0]] = [[int(n) for n in r.split()] for r in ranges.split(';')]
    for line in lines.splitlines():
        fields = line.split('\t')
        if fields[0].startswith('E'):
            one = {'id': fields[0], 'source': [], 'cue': [], 'content': []}
            for part in fields[1].split():
                role, _, span = part.partition(':')
                role = role.rstrip('0123456789').lower()
                if role in one:
                    one[role] += spans[span]
            out.append(one)
    return out
