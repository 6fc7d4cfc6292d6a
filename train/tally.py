"""score.py's counts article by article, so that they can be split by group and resampled."""
import random

import score

LINES = ('direct exact', 'direct IoU>=.8', 'direct tokens', 'source', 'cue', 'content', 'content begin', 'linked')  # as tables have them
RESAMPLES = 1000


class Tally:
    """Counts of one article, line by line: [hit, predicted, gold], or [sum, of how many] for shares."""

    def __init__(self, row, text, doc):
        self.gold, self.direct = score.gold_quotes(row, text)
        self.found = score.pred_quotes(doc, text)
        self.lines = score.quote_counts(row, text, doc)


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


def recall(tallies, group):
    """How many annotated contents are found at IoU >= .8 of their words, by group(attribution): {group: [found, of]}."""
    out = {}
    for t in tallies:
        for g in t.gold:
            if g['content']:
                c = out.setdefault(group(g), [0, 0])
                c[0] += any(score.iou(g['content'], p['content']) >= .8 for p in t.found)
                c[1] += 1
    return out
