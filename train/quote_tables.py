"""Tables of who said what: score.py's `quotes` on annotated articles, whole and in parts."""
import rewritten
from markdown import table
from score import FORM, JACCARD
from tally import LINES, f1, intervals, recall, total

ALL_LINES = (*LINES, JACCARD, FORM)
MAIN_LINES = ('direct IoU>=.8', 'direct tokens', 'source', 'cue', 'content', 'linked')

# Figures of others on PolNeAR's test part, with its marks and capitals: cofe-ai/CofeNet, docs/cofenet-detail-exp.pdf.
PUBLISHED = (('CRF over features', 50.6, 53.4, 28.6, 50.9, 42.3), ('BiLSTM+CRF', 69.6, 66.7, 59.0, 69.4, 62.9),
             ('CofeNet-BERT', 83.2, 75.3, 72.9, 79.6, 73.2))
PUBLISHED_LINES = ('source', 'cue', 'content', 'content begin', JACCARD)


def whole(data, form):
    """Every line with its interval, and the rules alone beside it."""
    tallies, rules = data.dev(form), data.dev(form, light=True)
    wide = intervals(tallies, ALL_LINES)
    rows = []
    for line in ALL_LINES:
        p, r, f = f1(total(tallies, line))
        rows.append([line, p, r, f, '{:.1f} – {:.1f}'.format(*wide[line]), total(tallies, line)[-1], f1(total(rules, line))[2]])
    return table(['line', 'P', 'R', 'F1', '95 %', 'n', 'rules alone, F1'], rows)


def flat(data):
    return whole(data, rewritten.flat)


def plain(data):
    return whole(data, rewritten.plain)


def peers(data):
    """The published rows beside ours."""
    rows = [[name, 'test', 'marked', *figures] for name, *figures in PUBLISHED]
    for name, form, light in (('verbatim', rewritten.plain, False), ('verbatim', rewritten.flat, False),
                              ('verbatim, rules alone', rewritten.plain, True), ('verbatim, rules alone', rewritten.flat, True)):
        tallies = data.dev(form, light)
        rows.append([name, 'dev', 'marked' if form is rewritten.plain else 'flattened', *(f1(total(tallies, x))[2] for x in PUBLISHED_LINES)])
    return table(['program', 'part', 'text', *PUBLISHED_LINES], rows, 3)


def apostrophes(data):
    """Articles that write '' for a quotation mark, apart from the others."""
    def split(tallies):
        marked = ["''" in row['text'] for row in data.dev_rows]
        return [t for t, m in zip(tallies, marked) if m], [t for t, m in zip(tallies, marked) if not m]
    rows = []
    for name, form in (('flat', rewritten.flat), ('plain', rewritten.plain)):
        with_them, others = split(data.dev(form))
        aware = split(data.dev(form, rewrite=quoted_by_apostrophes))[0]
        for part, tallies in ((f'the {len(others)} others', others), (f'the {len(with_them)} with \'\'', with_them),
                              (f'the {len(aware)}, \'\' counted as a mark', aware)):
            rows.append([name, part, *(f1(total(tallies, x))[2] for x in (*MAIN_LINES, FORM))])
    return table(['form', 'articles', *MAIN_LINES, FORM], rows, 2)


def quoted_by_apostrophes(row):
    """The annotated article with '' as a mark that score.py knows. Places do not move."""
    return {**row, 'text': row['text'].replace("''", "\"'")}


def outlets(data):
    groups = {}
    forms = [data.dev(form) for form in (rewritten.flat, rewritten.plain)]
    for row, *pair in zip(data.dev_rows, *forms):
        groups.setdefault(data.outlet(row), []).append(pair)
    rows = []
    for name, pairs in sorted(groups.items()):
        for form, tallies in zip(('flat', 'plain'), zip(*pairs)):
            rows.append([name if form == 'flat' else '', len(pairs) if form == 'flat' else '', form, *(f1(total(tallies, x))[2] for x in MAIN_LINES)])
    return table(['outlet', 'articles', 'form', *MAIN_LINES], rows, 3)


def shares(data, groups, group, head):
    """Recall of content by group, flat and plain."""
    parts = [recall(data.dev(form), group) for form in (rewritten.flat, rewritten.plain)]
    rows = [[g, parts[0][g][1], *(100 * p[g][0] / p[g][1] for p in parts)] for g in groups if g in parts[0]]
    return table([head, 'annotated', 'found, flat', 'found, plain'], rows)


def forms(data):
    return shares(data, ('direct', 'mixed', 'indirect'), lambda g: g['form'], 'form')


LENGTHS = ((1, 5), (6, 10), (11, 20), (21, 40), (41, 80), (81, None))


def lengths(data):
    names = {k: f'{k[0]} – {k[1]}' if k[1] else f'{k[0]} and more' for k in LENGTHS}
    group = lambda g: next(names[k] for k in LENGTHS if len(g['content']) >= k[0] and (k[1] is None or len(g['content']) <= k[1]))
    return shares(data, names.values(), group, 'words of content')


WORST, FEWEST = 20, 5


def worst(data):
    """The articles with the lowest linked F1 when flat, among those with enough attributions to tell."""
    read = [x for x in zip(data.dev_rows, data.dev(rewritten.flat), data.dev(rewritten.plain)) if x[1].lines['linked'][2] >= FEWEST]
    read.sort(key=lambda x: (f1(x[1].lines['linked'])[2] or 0.0, x[0]['id']))
    rows = [[row['id'], t.lines['linked'][2], *(f1(t.lines[x])[2] for x in ('linked', 'source', 'cue', 'content', 'direct tokens')), f1(p.lines['linked'])[2]]
            for row, t, p in read[:WORST]]
    return table(['article', 'attributions', 'linked', 'source', 'cue', 'content', 'direct tokens', 'linked, plain'], rows)


def robustness(data):
    columns = (('flat', rewritten.flat), ('flat, 2 % spoilt', rewritten.misspelt_flat), ('case, no marks', rewritten.cased),
               ('lower-cased, marks', rewritten.lowered), ('plain', rewritten.plain), ('plain, 2 % spoilt', rewritten.misspelt_plain))
    read = [data.dev(form) for _, form in columns]
    return table(['line, F1', *(name for name, _ in columns)], [[x, *(f1(total(t, x))[2] for t in read)] for x in ALL_LINES])


def unseen(data):
    """Direct quotation in news that was kept out of training, flattened, against its own quotation marks."""
    names = ('direct exact', 'direct IoU>=.8', 'direct tokens')
    rows = []
    for name, tallies in [('polnear-dev', data.dev(rewritten.flat)), *((s, data.held(s)) for s in data.held_sources)]:
        wide = intervals(tallies, names)
        figures = [x for line in names for x in (f1(total(tallies, line))[2], '{:.1f} – {:.1f}'.format(*wide[line]))]
        rows.append([name, len(tallies), total(tallies, 'direct exact')[2], *figures])
    return table(['articles', 'n', 'quotations', *(x for line in names for x in (line, '95 %'))], rows)
