"""The figures by which readings are measured: what a program answers, beside what people annotated. Standard library only.

  python3 train/score.py quotes --data polnear-dev.jsonl.gz --input flat --command './verbatim batch'
  python3 train/score.py records --data polnear-dev.jsonl.gz --labels train/records/agreed-dev.jsonl --input plain --command ...
  python3 train/score.py stance | times | addresses ...

--input flat gives the program each article in small letters with one space for every run of other characters; --input
plain gives it as published. Spans are compared as sets of words, so that both are measured on the same ground. docs/accuracy.md
says what every line means.
"""
import argparse
import bisect
import gzip
import json
import re
import shlex
import subprocess
import sys

WORD = re.compile(r'[^\W_]+')
HALF, MOST = .5, .8  # which part of the words of either must be shared for two contents to be the same, and to be nearly equal
FEWEST = 3  # words of a run between quotation marks that counts


def read(path):
    """Articles or labels, a JSON object a line, packed or not."""
    with (gzip.open if str(path).endswith('.gz') else open)(path, 'rt', encoding='utf8') as f:
        return [json.loads(line) for line in f if line.strip()]


class Text:
    """An article, what the program is given of it, and the way from its bytes and from characters to words."""

    def __init__(self, raw, flat):
        self.raw, self.spans = raw, [m.span() for m in WORD.finditer(raw)]
        self.words = [raw[a:b].lower() for a, b in self.spans]
        self.input = ' '.join(self.words) if flat else raw
        self.bytes = self.input.encode()
        self.starts, self.ends = self.flat_places() if flat else self.published_places()
        self.first_characters, self.last_characters = [a for a, _ in self.spans], [b for _, b in self.spans]

    def flat_places(self):
        starts, ends, at = [], [], 0
        for word in self.words:
            starts.append(at)
            at += len(word.encode())
            ends.append(at)
            at += 1
        return starts, ends

    def published_places(self):
        at = [0]
        for character in self.raw:
            at.append(at[-1] + len(character.encode()))
        return [at[a] for a, _ in self.spans], [at[b] for _, b in self.spans]

    def of_bytes(self, first, last):
        """The run of words that share bytes with [first, last) of the input; None for none."""
        return run_between(self.ends, self.starts, first, last)

    def of_chars(self, first, last):
        """The same for characters of the article."""
        return run_between(self.last_characters, self.first_characters, first, last)


def run_between(ends, starts, first, last):
    a, b = bisect.bisect_right(ends, first), bisect.bisect_left(starts, last)
    return (a, b) if b > a else None


def answers(command, rows, flat, save=None):
    """What the program answers to the articles: texts and documents, in their order."""
    texts = [Text(row['text'], flat) for row in rows]
    given = ''.join(json.dumps({'id': str(row['id']), 'published': (row.get('published') or '')[:10], 'text': text.input}, ensure_ascii=False) + '\n'
                    for row, text in zip(rows, texts))
    done = subprocess.run(shlex.split(command), input=given.encode(), stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(f'score: the command ended with status {done.returncode}')
    if save:
        with open(save, 'wb') as f:
            f.write(done.stdout)
    by_id = {str(doc['id']): doc for doc in map(json.loads, done.stdout.splitlines())}
    missing = [row['id'] for row in rows if str(row['id']) not in by_id]
    if missing:
        sys.exit(f'score: no answer for {len(missing)} of {len(rows)} articles, e.g. {missing[0]}')
    return texts, [by_id[str(row['id'])] for row in rows]


def prf(hit, predicted, gold):
    """Precision, recall and F1 in per cent, and how many there were to find."""
    p, r = hit / predicted if predicted else 0.0, hit / gold if gold else 0.0
    return {'P': round(100 * p, 1), 'R': round(100 * r, 1), 'F1': round(200 * p * r / (p + r), 1) if p + r else 0.0, 'n': gold}


def share_of(part, whole):
    return round(100 * part / whole, 1) if whole else 0.0


def iou(a, b):
    """Which part of the words of either both have."""
    a, b = set(a), set(b)
    return len(a & b) / len(a | b) if a | b else 0.0


def overlap(a, b):
    """The same for two runs."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def runs(numbers):
    """Numbers of words as maximal half-open runs."""
    out = []
    for k in sorted(numbers):
        if out and out[-1][1] == k:
            out[-1][1] = k + 1
        else:
            out.append([k, k + 1])
    return [tuple(r) for r in out]


def toks(text, spans, chars=False):
    """The words that spans cover: ranges of characters, or objects with start and end, in bytes of the input unless chars."""
    covered = set()
    for span in spans or []:
        first, last = (span['start'], span['end']) if isinstance(span, dict) else span
        run = text.of_chars(first, last) if chars else text.of_bytes(first, last)
        if run:
            covered.update(range(*run))
    return covered


def share(gold, content):
    """How much of a content is that of a message, or of one of its runs: what one convention joins another may part."""
    return max([iou(gold, content), *(iou(gold, range(*r)) for r in runs(content))])


OPEN_QUOTATION = 20  # characters from which a quotation that is left open runs to the end of its paragraph


def inquote(raw):
    """Which characters stand between quotation marks. Two apostrophes are a mark, too."""
    raw = raw.replace("''", '"\0')
    marked, at = bytearray(len(raw)), 0
    for paragraph in re.split(r'(\n+)', raw):
        start = None
        for k, c in enumerate(paragraph):
            if c == '“' or c == '"' and start is None:
                start = k
            elif c in '”"' and start is not None:
                marked[at + start:at + k] = b'\1' * (k - start)
                start = None
        if start is not None and len(paragraph) - start > OPEN_QUOTATION:
            marked[at + start:at + len(paragraph)] = b'\1' * (len(paragraph) - start)
        at += len(paragraph)
    return marked


def gold_quotes(row, text):
    """The annotated attributions of an article as words, each with its form, and the runs between quotation marks."""
    marked = inquote(row['text'])
    attributions = []
    for a in row.get('attributions', []):
        one = {role: toks(text, a[role], True) for role in ('source', 'cue', 'content')}
        inside = sum(1 for k in one['content'] if marked[text.spans[k][0]])
        one['id'] = a['id']
        one['form'] = None if not one['content'] else 'direct' if inside >= .9 * len(one['content']) else 'indirect' if not inside else 'mixed'
        attributions.append(one)
    quoted = {k for k, (a, _) in enumerate(text.spans) if marked[a]}
    return attributions, [r for r in runs(quoted) if r[1] - r[0] >= FEWEST]


def pred_quotes(doc, text):
    """The messages of a document as words; m is the message itself."""
    return [{'source': toks(text, [m['source']] if m.get('source') else []), 'cue': toks(text, m.get('cue')),
             'content': toks(text, m.get('content')), 'form': m.get('form'), 'm': m} for m in doc.get('messages') or []]


LINES = ('source', 'cue', 'content', 'content begin', 'direct exact', 'direct IoU>=.8', 'direct tokens', 'linked')
JACCARD, FORM = 'content Jaccard', 'form accuracy on matched'


def quote_counts(row, text, doc):
    """Counts of one article by line: [hit, predicted, gold], and [sum, of how many] for the last two."""
    (gold, direct), found = gold_quotes(row, text), pred_quotes(doc, text)
    spans = {role: ({r for x in gold for r in runs(x[role])}, {r for x in found for r in runs(x[role])}) for role in ('source', 'cue', 'content')}
    out = {role: both_of(g, p) for role, (g, p) in spans.items()}
    contents, given = spans['content']
    out['content begin'] = both_of({a for a, _ in contents}, {a for a, _ in given})
    out.update(direct_counts(direct, verbatim_runs(found, text)))
    out['linked'] = linked(gold, found)
    lone = sum(1 for b in given if not any(overlap(a, b) for a in contents))
    out[JACCARD] = [sum(max((overlap(a, b) for b in given), default=0) for a in contents), len(contents) + lone]
    out[FORM] = forms_right(gold, found)
    return out


def both_of(gold, predicted):
    return [len(gold & predicted), len(predicted), len(gold)]


def verbatim_runs(found, text):
    """The runs of words that are somebody's own: all of a direct message, and the verbatim parts of a mixed one."""
    own = set()
    for p in found:
        words = p['content'] if p['form'] == 'direct' else toks(text, p['m'].get('verbatim')) if p['form'] == 'mixed' else ()
        own.update(r for r in runs(words) if r[1] - r[0] >= FEWEST)
    return runs({k for r in own for k in range(*r)})


def direct_counts(direct, given):
    """What stands between quotation marks, whoever says it: by run, by run nearly, by word."""
    words, said = ({k for r in side for k in range(*r)} for side in (direct, given))
    near = sum(1 for a in direct if any(overlap(a, b) >= MOST for b in given))
    return {'direct exact': both_of(set(direct), set(given)), 'direct IoU>=.8': [near, len(given), len(direct)], 'direct tokens': both_of(words, said)}


def linked(gold, found):
    """Contents and sources that belong to the same attribution; every message counts once."""
    wanted = [g for g in gold if g['content'] and g['source']]
    given = [p for p in found if p['content'] and p['source']]
    used = set()
    for g in wanted:
        match = next((k for k, p in enumerate(given) if k not in used and iou(g['content'], p['content']) >= HALF and g['source'] & p['source']), None)
        if match is not None:
            used.add(match)
    return [len(used), len(given), len(wanted)]


def forms_right(gold, found):
    """How many forms are right, of the contents that are found."""
    out = [0, 0]
    for g in gold:
        match = next((p for p in found if p['content'] and iou(g['content'], p['content']) >= HALF), None) if g['form'] else None
        if match:
            out[0] += g['form'] == match['form']
            out[1] += 1
    return out


def quotes(rows, texts, docs):
    """Who said what: figures over all articles."""
    counts = [quote_counts(*one) for one in zip(rows, texts, docs)]
    total = {line: [sum(c) for c in zip(*(one[line] for one in counts))] for line in (*LINES, JACCARD, FORM)}
    return {**{line: prf(*total[line]) for line in LINES}, **{line: share_of(*total[line]) for line in (JACCARD, FORM)}}


# Words before a name that are no part of it, and those behind it that tell two of a family apart.
TITLES = set('the a an mr mrs ms dr sen senator gov governor rep representative president prime minister secretary former s'.split())
GENERATIONS = {'jr', 'sr', 'junior', 'senior', 'ii', 'iii'}


def name(words):
    return [w for w in WORD.findall((words or '').lower()) if w not in TITLES]


def same_name(a, b):
    """Whether two names may be of one: all words of one are among the other's, titles aside. None and none are the same."""
    a, b = set(name(a)), set(name(b))
    if not a or not b:
        return not a and not b
    return a & GENERATIONS == b & GENERATIONS and (a <= b or b <= a)


def labelled(rows, labels):
    """The articles that have labels, and these by article. A label names an article by its id, or by its source and id."""
    by_article = {}
    for label in labels:
        by_article.setdefault(label['article'], []).append(label)
    known = {key: row for row in rows for key in (row['id'], f"{row.get('src')}:{row['id']}") if key in by_article}
    return [{**known[key], 'id': key} for key in by_article if key in known], by_article


def contents_of(row, text, labels):
    """The words of each label's content: those of the attribution that it names, or its own."""
    annotated = {g['id']: g['content'] for g in gold_quotes(row, text)[0]} if 'attributions' in row else {}
    return [toks(text, label['content'], True) if 'content' in label else annotated[label['id']] for label in labels]


def best_match(content, found):
    """The message that shares most of a content, if that is half or more."""
    best = max(found, key=lambda p: share(content, p['content']), default=None)
    return best if best is not None and share(content, best['content']) >= HALF else None


def value(message, field, key):
    return (message.get(field) or {}).get(key)


FIELDS = ('speaker', 'recipient', 'channel', 'time')
FEWEST_OF_CHANNEL = 3  # labels that a channel must have for its F1 to count


def records(rows, texts, docs, labels):
    """Speaker, recipient, channel and time of the labelled attributions. The rows are those of labelled()."""
    right = dict.fromkeys(FIELDS, 0)
    count = found = whole = 0
    recipient, time, channels = [0, 0, 0], [0, 0, 0], {}
    for row, text, doc in zip(rows, texts, docs):
        messages = pred_quotes(doc, text)
        for label, content in zip(labels[row['id']], contents_of(row, text, labels[row['id']])):
            count += 1
            match = best_match(content, messages)
            recipient[2] += label['recipient'] is not None
            time[2] += label['time'] is not None
            channels.setdefault(label['channel'], [0, 0, 0])[2] += 1
            if match is None:
                continue
            found += 1
            got = field_values(match['m'])
            ok = {'speaker': same_name(got['speaker'], label['speaker']), 'recipient': same_name(got['recipient'], label['recipient']),
                  'channel': got['channel'] == label['channel'], 'time': (got['time'] or '')[:10] == (label['time'] or '')[:10]}
            for field in FIELDS:
                right[field] += ok[field]
            whole += all(ok.values())
            for counts, field in ((recipient, 'recipient'), (time, 'time')):
                counts[1] += got[field] is not None
                counts[0] += ok[field] and label[field] is not None
            channels.setdefault(got['channel'], [0, 0, 0])[1] += 1
            channels[label['channel']][0] += ok['channel']
    each = [prf(*c)['F1'] for c in channels.values() if c[2] >= FEWEST_OF_CHANNEL]
    return {'records found (IoU>=.5)': {'R': share_of(found, count), 'n': count}, **{f'{f} right, of found': share_of(right[f], found) for f in FIELDS},
            'recipient': prf(*recipient), 'time': prf(*time), 'channel macro-F1': round(sum(each) / len(each), 1) if each else 0.0,
            'whole record right, of all': share_of(whole, count)}


def field_values(message):
    return {'speaker': value(message, 'speaker', 'name'), 'recipient': value(message, 'recipient', 'name'),
            'channel': message.get('channel') or 'unknown', 'time': value(message, 'sent', 'value') or None}


def stance(rows, texts, docs, labels):
    """What the source does with the content, for the labelled attributions. The rows are those of labelled()."""
    count = found = right = denials = missed = 0
    each = {}
    for row, text, doc in zip(rows, texts, docs):
        messages = pred_quotes(doc, text)
        for label, content in zip(labels[row['id']], contents_of(row, text, labels[row['id']])):
            want, match = label.get('stance') or 'asserted', best_match(content, messages)
            count += 1
            denials += want in ('denied', 'withheld')
            each.setdefault(want, [0, 0, 0])[2] += 1
            if match is None:
                continue
            got = match['m'].get('stance') or 'asserted'
            found += 1
            right += got == want
            missed += want in ('denied', 'withheld') and got == 'asserted'
            each.setdefault(got, [0, 0, 0])[1] += 1
            each[want][0] += got == want
    return {'found (IoU>=.5)': {'R': share_of(found, count), 'n': count}, 'stance right, of found': share_of(right, found),
            'denied or withheld given as asserted, of all such': share_of(missed, denials), **{k: prf(*v) for k, v in sorted(each.items())}}


def times(rows, texts, docs):
    """Time expressions: to the word, at all, with their type, with their value."""
    counts = dict.fromkeys(('strict', 'relaxed', 'type', 'value'), 0)
    predicted = gold = 0
    for row, text, doc in zip(rows, texts, docs):
        wanted = [(r, x) for x in row['timex'] if (r := text.of_chars(x['start'], x['end']))]
        given = [(r, x) for x in doc.get('timestamps') or [] if not x.get('dateline') and (r := text.of_bytes(x['start'], x['end']))]
        predicted, gold, used = predicted + len(given), gold + len(wanted), set()
        for run, want in wanted:
            near = [k for k, (r, _) in enumerate(given) if k not in used and r[0] < run[1] and run[0] < r[1]]
            if not near:
                continue
            k = max(near, key=lambda k: (given[k][0] == run, min(run[1], given[k][0][1]) - max(run[0], given[k][0][0])))
            used.add(k)
            got = given[k][1]
            for line, hit in (('relaxed', True), ('strict', given[k][0] == run), ('type', got.get('type') == want.get('type')),
                              ('value', got.get('value') == want.get('value'))):
                counts[line] += hit
    return {**{line: prf(hit, predicted, gold) for line, hit in counts.items()}, 'value right, of found': share_of(counts['value'], counts['relaxed'])}


# What is taken for an address in articles that nobody annotated. bench/addresses/gold.go has the same.
ADDRESS = re.compile(r'(?:https?://|www\.)[^\s<>"“”’]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|ly|tv|co\.uk|org\.uk|info|me)\b(?:/[^\s<>"“”’]*)?', re.I)


def addresses_in(text):
    """Addresses by their look, as (first character, last, address); mailboxes are none."""
    for found in ADDRESS.finditer(text):
        if found.start() == 0 or text[found.start() - 1] != '@':
            address = found[0].rstrip(".,;:!?)]'")
            yield found.start(), found.start() + len(address), address


def addresses(rows, texts, docs, flat):
    """Web addresses: where they stand, and whether they are given whole. Flattening takes the capitals."""
    spans = whole = predicted = gold = 0
    for row, text, doc in zip(rows, texts, docs):
        annotated = [(u['start'], u['end'], u['url']) for u in row['urls']] if 'urls' in row else addresses_in(row['text'])
        wanted = {text.of_chars(first, last): address for first, last, address in annotated}
        given = {text.of_bytes(u['start'], u['end']): u.get('url') or '' for u in doc.get('urls') or [] if 'urls' in row or u.get('kind') != 'email'}
        gold, predicted = gold + len(wanted), predicted + len(given)
        for run in wanted.keys() & given.keys():
            spans += 1
            whole += bare(given[run], flat) == bare(wanted[run], flat)
    return {'span': prf(spans, predicted, gold), 'address restored': prf(whole, predicted, gold)}


def bare(address, flat):
    return re.sub(r'^https?://', '', address.lower() if flat else address).rstrip('/')


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('task', choices=('quotes', 'records', 'stance', 'times', 'addresses'))
    a.add_argument('--data', required=True, nargs='+', help='the articles, as train/fetch.py prepares them')
    a.add_argument('--labels', help='for records and stance: a file of train/records')
    a.add_argument('--input', choices=('flat', 'plain'), default='flat')
    a.add_argument('--command', required=True, help='a program that reads and writes lines as verbatim batch does')
    a.add_argument('--save', help='keep its answers in this file')
    o = a.parse_args()
    rows, flat, rest = [row for path in o.data for row in read(path)], o.input == 'flat', ()
    if o.task in ('records', 'stance'):
        if not o.labels:
            a.error(f'{o.task} needs --labels')
        rows, by_article = labelled(rows, read(o.labels))
        rest = (by_article,)
    elif o.task == 'addresses':
        rest = (flat,)
    figures = globals()[o.task](rows, *answers(o.command, rows, flat, o.save), *rest)
    for line, got in figures.items():
        print(f'{line:50}', ' '.join(f'{k} {v}' for k, v in got.items()) if isinstance(got, dict) else got)


if __name__ == '__main__':
    main()
