"""From tagged spans to attributions.

Read in order, the spans of one attribution almost always stand together, so an
article's spans are cut into segments, each an attribution: the cut of the highest
score wins, found by dynamic programming. A segment without a source of its own may
take the one before it. The weights are an averaged perceptron's. The twin in
internal/tagger/link.go must give the same features.
"""
import collections
import random

from evaluate import spans
from polnear import (B_CUE, B_DIRECT, B_INDIRECT, B_SOURCE, I_CUE, I_DIRECT, I_INDIRECT, I_SOURCE, runs)

LONGEST = 7
Span = collections.namedtuple('Span', 'role kind first last')  # role S, C, K; kind S, C, D, M, I


def spans_of(path):
    """The spans of a row of labels, in order."""
    out = [Span('S', 'S', *r) for r in spans(path, (B_SOURCE,), (I_SOURCE,))]
    out += [Span('C', 'C', *r) for r in spans(path, (B_CUE,), (I_CUE,))]
    for first, last in spans(path, (B_DIRECT, B_INDIRECT), (I_DIRECT, I_INDIRECT)):
        direct = sum(v in (B_DIRECT, I_DIRECT) for v in path[first:last])
        out.append(Span('K', 'D' if direct == last - first else 'M' if direct else 'I', first, last))
    return sorted(out, key=lambda s: s.first)


def gold_segments(attributions, quoted):
    """The spans of hand-made attributions, and their cut as (first, last, takes the source before)."""
    owner = {}
    order = sorted(range(len(attributions)), key=lambda k: min([w for r in attributions[k].values() for w in r] or [0]))
    for k in order:
        for role, letter in (('source', 'S'), ('cue', 'C'), ('content', 'K')):
            for first, last in runs(attributions[k][role]):
                kind = letter
                if letter == 'K':
                    direct = sum(quoted[w] == 1 for w in range(first, last))
                    kind = 'D' if direct == last - first else 'M' if direct else 'I'
                owner.setdefault(Span(letter, kind, first, last), k)
    ordered = sorted(owner, key=lambda s: s.first)
    cut, start = [], 0
    for k in range(1, len(ordered) + 1):
        if k == len(ordered) or owner[ordered[k]] != owner[ordered[start]]:
            roles = [s.role for s in ordered[start:k]]
            borrowed = 'S' not in roles and bool(attributions[owner[ordered[start]]]['source']) and any(s.role == 'S' for s in ordered[:start])
            cut.append((start, k, borrowed))
            start = k
    return ordered, cut


def bucket(gap):
    return str(gap if gap < 4 else 4 if gap < 6 else 6 if gap < 9 else 9 if gap < 16 else 16) if gap >= 0 else '-'


class Linker:
    """The scored cut."""

    def __init__(self):
        self.weights = {}

    def features(self, words, ends, spans, memo, first, last, borrowed):
        """The names of what speaks for a segment."""
        out = []
        for k in range(first + 1, last):
            out += memo['join'][k]
        part = spans[first:last]
        roles, kinds, mark = ''.join(s.role for s in part), ''.join(s.kind for s in part), '+' if borrowed else ''
        out += ['p' + mark + roles, 'P' + mark + kinds]
        seen = None
        for k in range(first, last):
            s = spans[k]
            if s.role == 'C':
                before, after = roles[:k - first], roles[k - first + 1:]
                where = ('<' if 'K' in before else '') + ('>' if 'K' in after else '') + ('s' if 'S' in before else 'r' if 'S' in after else mark)
                out += ['c' + words[s.last - 1] + where, 'C' + words[s.first] + where]
            elif s.role == 'K':
                if seen is not None:
                    gap = bucket(s.first - spans[seen].last)
                    out.append('k' + spans[seen].kind + s.kind + gap + memo['end'][k])
                seen = k
        if borrowed:
            s, gap = spans[first], memo['gap'][first]
            out += ['i' + s.role + spans[first - 1].kind + gap, 'I' + gap + memo['end'][first], 'J' + words[s.first - 1]]
        elif 'S' not in roles:
            out.append('0' + memo['end'][first])
        return out

    def memo(self, words, ends, spans):
        """What the features of adjacent spans are made of."""
        memo = {'join': [[]], 'gap': ['-'], 'end': ['0']}
        for a, b in zip(spans, spans[1:]):
            gap = bucket(b.first - a.last)
            most = max(ends[a.last - 1:max(b.first, a.last)])
            end = '0' if most < .1 else '1' if most < .5 else '2' if most < .9 else '3'
            pair = a.kind + b.kind
            out = ['j' + pair + gap, 'e' + pair + end, 'g' + a.role + b.role + gap + end]
            if b.first > a.last:
                out += ['x' + a.role + b.role + words[a.last], 'y' + a.role + b.role + words[b.first - 1]]
            memo['join'].append(out)
            memo['gap'].append(gap)
            memo['end'].append(end)
        return memo

    def cut(self, words, ends, spans):
        """The best segments."""
        memo, n, w = self.memo(words, ends, spans), len(spans), self.weights
        best, back = [0.0] + [float('-inf')] * n, [None] * (n + 1)
        sourced = [False] * (n + 1)
        for k, s in enumerate(spans):
            sourced[k + 1] = sourced[k] or s.role == 'S'
        for last in range(1, n + 1):
            for first in range(max(0, last - LONGEST), last):
                has = any(s.role == 'S' for s in spans[first:last])
                for borrowed in ((False, True) if sourced[first] and not has else (False,)):
                    score = best[first] + sum(w.get(f, 0.0) for f in self.features(words, ends, spans, memo, first, last, borrowed))
                    if score > best[last]:
                        best[last], back[last] = score, (first, last, borrowed)
        out, at = [], n
        while at:
            out.append(back[at])
            at = back[at][0]
        return out[::-1]

    def train(self, examples, epochs=6, seed=1, least=3):
        """examples: (words, ends, spans, cut). Averaged perceptron over features seen often enough."""
        seen = collections.Counter()
        for words, ends, spans, cut in examples:
            memo = self.memo(words, ends, spans)
            for part in cut:
                seen.update(self.features(words, ends, spans, memo, *part))
                if part[0]:
                    seen.update(memo['join'][part[0]])
        total, count, rng = collections.defaultdict(float), 0, random.Random(seed)
        stamp = {}
        w = self.weights = {}

        def change(feature, by):
            if seen[feature] >= least:
                total[feature] += w.get(feature, 0.0) * (count - stamp.get(feature, 0))
                stamp[feature] = count
                w[feature] = w.get(feature, 0.0) + by

        for epoch in range(epochs):
            rng.shuffle(examples)
            wrong = parts = 0
            for words, ends, spans, gold in examples:
                if not spans:
                    continue
                count += 1
                found = self.cut(words, ends, spans)
                parts += len(gold)
                wrong += len(set(gold) - set(found))
                if found != gold:
                    memo = self.memo(words, ends, spans)
                    for part in set(gold) - set(found):
                        for f in self.features(words, ends, spans, memo, *part):
                            change(f, 1.0)
                    for part in set(found) - set(gold):
                        for f in self.features(words, ends, spans, memo, *part):
                            change(f, -1.0)
            print(f'  link epoch {epoch}: {100 * (1 - wrong / parts):.1f} % of segments right', flush=True)
        for f in list(w):
            change(f, 0.0)
        self.weights = {f: total[f] / count for f in sorted(total) if abs(total[f] / count) > 1e-3}
        return self


def attributions(path, words, ends, linker):
    """Attributions of a labelled article: lists of word runs, and the verbatim words."""
    spans = spans_of(path)
    out = []
    for first, last, borrowed in linker.cut(words, ends, spans):
        part = spans[first:last]
        content = [(s.first, s.last) for s in part if s.role == 'K']
        source = [(s.first, s.last) for s in part if s.role == 'S'][:1]
        if borrowed:
            source = [(s.first, s.last) for s in spans[:first] if s.role == 'S'][-1:]
        if content:
            direct = [k for a, b in content for k in range(a, b) if path[k] in (B_DIRECT, I_DIRECT)]
            out.append({'source': source, 'cue': [(s.first, s.last) for s in part if s.role == 'C'], 'content': content,
                        'verbatim': runs(direct), 'share': len(direct) / sum(b - a for a, b in content)})
    return out
