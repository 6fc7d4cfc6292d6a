"""Markdown tables, and a page whose tables are kept up to date."""
import re
import sys


def cell(value):
    """A figure with one decimal; a dash for none."""
    return '–' if value is None else f'{value:.1f}' if isinstance(value, float) else str(value)


def table(head, rows, text_columns=1):
    """Columns after the first text_columns are figures."""
    rule = ['---'] * text_columns + ['---:'] * (len(head) - text_columns)
    return '\n'.join(f'| {" | ".join(map(cell, r))} |' for r in [head, rule, *rows])


def update(path, tables):
    """Puts each table into the page, between the lines `<!-- table NAME -->` and `<!-- end of table -->`."""
    page = path.read_text(encoding='utf8')
    for name, text in tables.items():
        place = re.compile(rf'(<!-- table {re.escape(name)} -->\n).*?(<!-- end of table -->)', re.S)
        page, places = place.subn(lambda m: f'{m[1]}\n{text}\n\n{m[2]}', page)
        if places != 1:
            sys.exit(f'accuracy: {path} has {places} places for the table {name}')
    path.write_text(page, encoding='utf8')
