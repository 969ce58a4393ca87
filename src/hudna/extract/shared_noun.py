"""Several forces by names that share one noun: "between the Zintan and Misrata militias", "Amhara, Afar and Tigray fighters".

Where descriptions stand before their noun, the first names alone would be no more than places.
"""

import re
from dataclasses import replace

from hudna.extract.relations import SHARED
from hudna.extract.scene import At, Who
from hudna.extract.slots import slot_phrases
from hudna.knowledge.classes import known_class
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.model.clause import Phrase

_FORCES = ("troops", "armed", "rebels")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def shared_noun(at: At, phrase: Phrase, slot: str) -> Who | None:
    """The force that a name before its sisters means, with the noun that stands behind the last of them."""
    if at.scene.language.modifiers != "before":
        return None
    if _is_force(at, phrase):
        return _first_of(at, phrase)
    last = next(iter(slot_phrases(at.clause, slot)[-1:]), None)
    if last is None or not phrase.proper or last.core_start <= phrase.core_end or not _is_force(at, last):
        return None
    between = at.scene.report.text[phrase.core_end : last.head_start]
    names = all(word[:1].isupper() or word in _ands(at) for word in _WORD.findall(between))
    return _named(at, phrase.core_start, phrase.core_end, last) if names else None


def _first_of(at: At, phrase: Phrase) -> Who | None:
    """ "the Zintan and Misrata brigades" read as one phrase: the first name, with the noun of both."""
    found = list(_WORD.finditer(at.scene.report.text, phrase.core_start, phrase.head_start))
    joint = next((n for n, word in enumerate(found) if word.group() in _ands(at)), None)
    names = [word for word in found[:joint] if word.group()[:1].isupper()] if joint is not None else []
    return _named(at, names[0].start(), names[-1].end(), phrase) if names else None


def _named(at: At, start: int, end: int, noun: Phrase) -> Who | None:
    name = at.scene.report.text[start:end]
    found = at.scene.identify(f"{name} {noun.head_text}", noun.head, at.scene.actors_in(start, end), start)
    return Who(start, end, name, replace(found, rule=SHARED)) if found is not None else None


def _is_force(at: At, phrase: Phrase) -> bool:
    """A plural noun for a force."""
    forces = frozenset().union(*(known_class(at.scene.reading.language, name) for name in _FORCES))
    return phrase.plural is True and phrase.head in forces


def _ands(at: At) -> frozenset[str]:
    return frozenset(load_phrase_words(at.scene.reading.language).and_)
