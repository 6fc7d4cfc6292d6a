"""The forms a text may come in: which evidence is left of it."""
import numpy as np

import words

FLAT, LOWERED, CASED, UNQUOTED, PUBLISHED, UNQUOTED_LOWER = range(6)
NAMES = ('flat', 'lower-cased with marks', 'case without marks', 'marks without quotation marks', 'as published',
         'lower-cased, marks without quotation marks')


def view(form, marks, shape, quoted):
    """(marks, shape) of a text in one form; quoted: 1 where a word stands in quotation marks."""
    if form in (FLAT, CASED):
        marks = np.full_like(marks, words.UNKNOWN)
    elif form in (UNQUOTED, UNQUOTED_LOWER):
        marks = marks & ~np.uint32(words.QUOTE_MARKS)
    else:
        marks = marks | np.where(quoted == 1, np.uint32(words.QUOTED), np.uint32(0))
    if form in (FLAT, LOWERED, UNQUOTED_LOWER):
        shape = np.zeros_like(shape)
    return marks, shape


def shows_quotes(form):
    return form in (LOWERED, PUBLISHED)
