"""Tables of the rest of the record: score.py's own figures for records, stances, timestamps, addresses and the sample."""
import json

import rewritten
import score
from held import NEWS, day
from markdown import table

FORMS = (('flat', rewritten.flat), ('plain', rewritten.plain))


def figures(sides):
    """P, R and F1 where the scorer gives them, else the one figure; flat and plain."""
    rows = []
    for line, flat in sides[0].items():
        row = []
        for value in (side[line] for side in sides):
            row += [value.get('P'), value.get('R'), value.get('F1')] if isinstance(value, dict) else [None, None, value]
        rows.append([line, flat['n'] if isinstance(flat, dict) else '', *row])
    return table(['line', 'n', 'flat P', 'flat R', 'flat F1 or share', 'plain P', 'plain R', 'plain F1 or share'], rows)


def of_labels(data, measure, labels):
    """What a function of score.py says of the labelled articles of polnear-dev."""
    rows, by_article = score.labelled(data.dev_rows, score.read(labels))
    place = {row['id']: k for k, row in enumerate(data.dev_rows)}
    sides = []
    for _, form in FORMS:
        texts, docs = data.answers('polnear-dev', data.dev_rows, form)
        chosen = [place[row['id']] for row in rows]
        sides.append(measure(rows, [texts[k] for k in chosen], [docs[k] for k in chosen], by_article))
    return figures(sides)


def records(data):
    return of_labels(data, score.records, data.labels / 'agreed-dev.jsonl')


def labelled(data):
    """The same for the project's own labels of polnear-dev."""
    return of_labels(data, score.records, data.labels / 'polnear-dev.jsonl')


def of_other_news(data, measure):
    """What a function of score.py says of the labels of other news than PolNeAR's that nothing is fitted to."""
    labels = score.read(data.labels / 'news-dev.jsonl')
    rows, by_article = score.labelled([{**row, 'published': day(row)} for name in NEWS for row in data.lines(name)], labels)
    return figures([measure(rows, *data.answers('news-dev', rows, form), by_article) for _, form in FORMS])


def other(data):
    return of_other_news(data, score.records)


def other_stance(data):
    return of_other_news(data, score.stance)


def stance(data):
    """What the source does with the content, after the project's own labels of polnear-dev."""
    return of_labels(data, score.stance, data.labels / 'stance-dev.jsonl')


def timestamps(data):
    rows = data.lines('timex-tbaq.jsonl.gz')
    return figures([score.times(rows, *data.answers('timex-tbaq', rows, form)) for _, form in FORMS])


def addresses(data):
    rows = data.lines('urls-tweets-dev.jsonl.gz')
    return figures([score.addresses(rows, *data.answers('urls-tweets-dev', rows, form), name == 'flat') for name, form in FORMS])


def sample(data):
    """The sample article: every expected record, field by field."""
    text = (data.file('sample/article.txt')).read_text(encoding='utf8').strip()
    expected = json.loads((data.file('sample/expected.json')).read_text(encoding='utf8'))
    (read,), (doc,) = data.answers('sample', [{'id': 'sample', 'text': text}], rewritten.plain)
    right = [hit for fields in judged(expected, read, doc) for hit in fields]
    return table(['fields right', 'share'], [[f'{sum(right)} of {len(right)}', score.share_of(sum(right), len(right))]])


def judged(expected, text, doc):
    """For every expected record whether each of its fields is right."""
    messages = score.pred_quotes(doc, text)
    for want in expected['messages']:
        content = place(text, want['text'].split())
        match = score.best_match(content, messages)
        got = match['m'] if match else {}
        fields = [match is not None, match is not None and score.share(content, match['content']) == 1]
        fields += [match is not None and score.same_name(score.value(got, k, 'name'), want[k]) for k in ('speaker', 'recipient') if k in want]
        fields += [got.get(k) == want[k] for k in ('channel', 'form') if k in want]
        if 'sent' in want:
            fields.append((score.value(got, 'sent', 'value') or '').startswith(want['sent']))
        yield fields
    for kind, key in (('timestamps', 'value'), ('urls', 'url')):
        for want in expected[kind]:
            yield [any(stands_at(text, x, want['text'].split()) and x.get(key) == want[key] for x in doc.get(kind) or [])]


def place(text, words):
    """The first place of some words, as a set of their numbers."""
    first = next(k for k in range(len(text.words)) if text.words[k:k + len(words)] == words)
    return set(range(first, first + len(words)))


def stands_at(text, record, words):
    run = text.of_bytes(record['start'], record['end'])
    return run is not None and text.words[slice(*run)] == words
