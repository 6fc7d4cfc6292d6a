"""Articles with time expressions annotated in TimeML, as TempEval-3 gave them out. Standard library only."""
import xml.etree.ElementTree as ElementTree


def read_timeml(path):
    """The id, the day of publication, the text without its tags, and the TIMEX3 within it, in characters."""
    document = ElementTree.parse(path).getroot()
    stamp = document.find('DCT/TIMEX3')
    pieces, found = [], []
    collect(document.find('TEXT'), pieces, found, 0)
    return {'id': path.name, 'published': stamp.get('value', '')[:10] if stamp is not None else '', 'text': ''.join(pieces), 'timex': found}


def collect(element, pieces, found, at):
    """Adds the words of an element, and the times among them; returns the character after it."""
    start = at
    if element.text:
        pieces.append(element.text)
        at += len(element.text)
    place = len(found)  # of a time that this element is: before those within it
    for child in element:
        at = collect(child, pieces, found, at)
        if child.tail:
            pieces.append(child.tail)
            at += len(child.tail)
    if element.tag == 'TIMEX3':
        found.insert(place, {'start': start, 'end': at, 'type': element.get('type'), 'value': element.get('value')})
    return at
