"""One article in the forms that texts come in, each with the annotations in their new places.

A reading is (row, text): the article with its annotations, and score.py's Text, which holds what the program
is given and leads from its bytes back to the words of the row.
"""
import random

import score

SHARE = .02  # of the words that `misspelt` spoils


def flat(row):
    """Words in lower case with a space between them, and nothing else."""
    return row, score.Text(row['text'], True)


def plain(row):
    """As published."""
    return row, score.Text(row['text'], False)


def lowered(row):
    """In lower case, with all marks. A capital whose small letter is longer stays, so that places do not move."""
    text = ''.join(c.lower() if len(c.lower()) == 1 else c for c in row['text'])
    return plain({**row, 'text': text})


def cased(row):
    """Words with their capitals and a space between them."""
    text = score.Text(row['text'], True)
    words = [row['text'][a:b] for a, b in text.spans]
    text.input = ' '.join(words)
    text.bytes = text.input.encode()
    text.starts, text.ends, at = [], [], 0
    for word in words:
        text.starts.append(at)
        at += len(word.encode())
        text.ends.append(at)
        at += 1
    return row, text


def misspelt(row):
    """As published, but two in a hundred words misspelt or dropped, the same ones on every run."""
    chance, raw = random.Random('misspelt ' + row['id']), row['text']
    out, moved, at, size = [], [], 0, 0  # moved: the new place of every old character

    def put(text, width):
        """text stands for the next width characters."""
        nonlocal at, size
        moved.extend(size + min(k, len(text)) for k in range(width))
        out.append(text)
        at, size = at + width, size + len(text)

    for a, b in score.Text(raw, False).spans:
        put(raw[at:a], a - at)
        if chance.random() >= SHARE:
            put(raw[a:b], b - a)
        elif chance.random() < .5 or b - a < 3 or not raw[a:b].isalpha():
            put('', b - a + (raw[b:b + 1] == ' '))
        else:
            put(misspell(raw[a:b], chance), b - a)
    put(raw[at:], len(raw) - at)
    moved.append(size)
    attributions = [{**x, **{role: [[moved[a], moved[b]] for a, b in x[role]] for role in ('source', 'cue', 'content')}}
                    for x in row.get('attributions', [])]
    return {**row, 'text': ''.join(out), 'attributions': attributions}


def misspell(word, chance):
    """A letter left out, a letter doubled, or two letters exchanged."""
    k, kind = chance.randrange(len(word) - 1), chance.randrange(3)
    if kind == 0:
        return word[:k] + word[k + 1:]
    if kind == 1:
        return word[:k] + word[k] + word[k:]
    return word[:k] + word[k + 1] + word[k] + word[k + 2:]


def misspelt_flat(row):
    return flat(misspelt(row))


def misspelt_plain(row):
    return plain(misspelt(row))
