"""score.py's counts article by article, so that they can be split by group and resampled."""
import argparse
import random

LINES = ('direct exact', 'direct IoU>=.8', 'direct tokens', 'source', 'cue', 'content', 'content begin', 'linked')
JACCARD, FORM = 'content Jaccard', 'form accuracy on matched'
RESAMPLES = 1000


class Tally:
    """Counts of one article, line by line: [hit, predicted, gold], or [sum, of how many] for shares."""

    def __init__(self, score, row, text, doc):
        self.gold, self.direct = score.gold_quotes(row, text)
        self.found = score.pred_quotes(doc, text)
        self.lines = count(score, row, text, doc)
        self.lines[JACCARD] = jaccard(score, self.gold, self.found)
        self.lines[FORM] = form(score, self.gold, self.found)


def with_answers(score, texts, rows, docs):
    """Makes score.py take answers that are there instead of running a command."""
    score.read, score.run = lambda _: rows, lambda *_: (texts, docs)


def count(score, row, text, doc):
    """What score.quotes counts of one article before it works out shares."""
    shares = score.prf
    with_answers(score, [text], [row], [doc])
    score.prf = lambda hit, predicted, gold: [hit, predicted, gold]
    out = score.quotes(argparse.Namespace(data='', cmd='', input='', save=None))
    score.prf = shares
    return {k: out[k] for k in LINES}


def overlap(a, b):
    """Intersection over union of two runs."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def jaccard(score, gold, found):
    """score.quotes' content Jaccard: the sum over runs, and how many there are."""
    g, p = ({r for x in side for r in score.runs(x['content'])} for side in (gold, found))
    lone = sum(1 for b in p if not any(overlap(a, b) for a in g))
    return [sum(max((overlap(a, b) for b in p), default=0) for a in g), len(g) + lone]


def form(score, gold, found):
    """score.quotes' form accuracy: how many are right, of how many that were found."""
    out = [0, 0]
    for g in gold:
        match = next((p for p in found if p['content'] and score.iou(g['content'], p['content']) >= .5), None) if g['form'] else None
        if match:
            out[0] += g['form'] == match['form']
            out[1] += 1
    return out


def f1(counts):
    """Precision, recall, F1 of [hit, predicted, gold]; the share alone of [sum, of how many]. None where there is nothing."""
    if len(counts) == 2:
        return (None, None, 100 * counts[0] / counts[1] if counts[1] else None)
    hit, predicted, gold = counts
    return (100 * hit / predicted if predicted else None, 100 * hit / gold if gold else None,
            200 * hit / (predicted + gold) if predicted + gold else None)


def total(tallies, line):
    return [sum(c) for c in zip(*(t.lines[line] for t in tallies))]


def intervals(tallies, names, resamples=RESAMPLES, seed=1):
    """The middle 95 % of F1 over articles drawn with replacement, for each line."""
    chance, n = random.Random(seed), len(tallies)
    draws = {line: [] for line in names}
    for _ in range(resamples):
        drawn = chance.choices(range(n), k=n)
        for line in names:
            counts = [sum(c) for c in zip(*(tallies[k].lines[line] for k in drawn))]
            draws[line].append(f1(counts)[2] or 0.0)
    cut = resamples // 40
    return {line: (sorted(v)[cut], sorted(v)[-cut - 1]) for line, v in draws.items()}


def check(score, tallies, rows, texts, docs):
    """Counts by article must add up to the scorer's own figures."""
    with_answers(score, texts, rows, docs)
    want = score.quotes(argparse.Namespace(data='', cmd='', input='', save=None))
    for line in (*LINES, JACCARD, FORM):
        theirs = want[line]['F1'] if line in LINES else want[line]
        ours = f1(total(tallies, line))[2] or 0.0
        if abs(theirs - ours) > .06:
            raise SystemExit(f'accuracy: {line} is {ours:.2f} here and {theirs} in the scorer')


def recall(score, tallies, group):
    """How many annotated contents are found at IoU >= .8 of their words, by group(attribution): {group: [found, of]}."""
    out = {}
    for t in tallies:
        for g in t.gold:
            if g['content']:
                c = out.setdefault(group(g), [0, 0])
                c[0] += any(score.iou(g['content'], p['content']) >= .8 for p in t.found)
                c[1] += 1
    return out
