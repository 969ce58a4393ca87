"""Names that the words beside them would hide: of countries made of common words, of who acts behind a noun."""

from collections.abc import Mapping

from hudna.read.shallow.chunks import Group
from hudna.read.shallow.grammarian import Grammarian
from hudna.read.shallow.words import Words

BEFORE = frozenset({"clitic", "negation", "adverb"})


def names_of_several_words(words: Words, names: Mapping[str, tuple[tuple[str, ...], ...]]) -> set[int]:
    """ "gli Stati Uniti", "i Paesi Bassi": common words that name a country, where all have a capital."""
    found: set[int] = set()
    for at, low in enumerate(words.low):
        for name in names.get(low, ()):
            span = range(at, at + len(name))
            if tuple(words.low[at : span.stop]) == name and all(words.caps[i] for i in span):
                found.update(span)
                break
    return found


def ends_in_subject(words: Words, group: Group, known: Grammarian) -> bool:
    """ "con un raid Israele ha ucciso": the name at the end of a phrase is who acts; the phrase then ends before it."""
    first = group.last + 1
    while first > group.head + 1 and words.forms[first - 1].tag == "name":
        first -= 1
    if first > group.last or group.tag != "noun" or known.verb_first or not known.head_first:
        return False
    if group.lemma in known.people | known.places | known.times or not _acts(words, group.last + 1, known):
        return False
    group.last = first - 1
    group.modifiers = [i for i in group.modifiers if i < first]
    return True


def _acts(words: Words, at: int, known: Grammarian) -> bool:
    """Does a verb of one who acts begin here, whose subject does not usually stand behind it?"""
    while at < len(words.low) and words.forms[at].tag in BEFORE:
        at += 1
    form = words.forms[at] if at < len(words.low) else None
    if form is None or form.tag != "verb":
        return False
    return form.number == "s" and not form.person and form.lemma not in known.stays
