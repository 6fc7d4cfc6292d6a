"""score.py's figures for attributions made here, of lists of words."""
import score


class Scorer:
    """Scores lists of attributions, one list an article, against a file of articles."""

    def __init__(self, data_path):
        self.rows = score.read(data_path)
        self.texts = {flat: [score.Text(r['text'], flat) for r in self.rows] for flat in (True, False)}

    def figures(self, answers, flat, form):
        """form(attribution) -> direct, mixed or indirect."""
        texts, docs = self.texts[flat], []
        for text, answer in zip(texts, answers):
            to = lambda runs: [{'start': text.starts[a], 'end': text.ends[b - 1]} for a, b in runs]
            docs.append({'messages': [{'form': form(a), 'content': to(a['content']), 'cue': to(a['cue']), 'verbatim': to(a['verbatim']),
                                       **({'source': to(a['source'])[0]} if a['source'] else {})} for a in answer]})
        return {k: v['F1'] if isinstance(v, dict) else v for k, v in score.quotes(self.rows, texts, docs).items()}


def default_form(a, low=.05, high=.9):
    return 'direct' if a['share'] >= high else 'indirect' if a['share'] <= low else 'mixed'
