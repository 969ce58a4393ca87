"""Where somebody sits, lives or comes from, and where the news comes from: named, and not where it happened.

"The Observatory, an organisation with its seat in London, counted 41 dead"; "a man from Bethlehem was shot in
Nablus"; "BANGKOK – In Burma a raid killed 15."
"""

import re
from collections.abc import Sequence

from hudna.extract.scene import At
from hudna.knowledge.classes import known_class
from hudna.knowledge.country_words import capitals_of_countries
from hudna.knowledge.folding import written
from hudna.model.claim import Place
from hudna.model.mention import PlaceMention

# So many letters before a name may say that it is a seat or a home.
_REACH = 40
# So many sentences may open with where the news comes from, and so far into one its dash may stand.
_HEADED, _DASHED = 2, 40
# What stands between such a name and the news: a country, an agency, a day, a dash or a colon.
_HEAD = re.compile(
    r"(?:,[^.:–—\n-]{2,30})?\s?(?:\([^)]{2,40}\)|,?\s\w{3,9}\.? \d{1,2})?\s*(?:[-–—]{1,2}\s|:\s|\()"
)
_DASH = re.compile(r"\s[-–—]{1,2}\s")
_SMALL = frozenset({"point", "town", "area", "district"})
_PERSONS = ("civilians", "person", "armed", "officials")


def is_seat(at: At, mention: PlaceMention) -> bool:
    """Is it only where a body sits: "con sede a Londra"?"""
    return _is_behind(at, mention, at.scene.words.places.seats)


def is_told_from(at: At, mention: PlaceMention) -> bool:
    """ "«…», fanno sapere da Beirut": where those sit who tell it, and nobody else is named who does."""
    tells = (c for c in at.passage.clauses if c.lemma in at.scene.verbs_of_speech)
    alone = (c for c in tells if c.subject is None or c.subject.pronoun is not None)
    return any(
        o.preposition == "from" and o.phrase.start <= mention.start < o.phrase.end
        for c in alone
        for o in c.obliques
    )


def is_capital_dateline(at: At, mention: PlaceMention) -> bool:
    """Is it the seat of a state at the head of a report, where those sit who write and speak: "KYIV, Ukraine: …"?"""
    text, passages = at.scene.report.text, at.scene.reading.passages
    opens = any(p.start == mention.start for p in passages[:_HEADED])
    marked = opens and _HEAD.match(text, mention.end) is not None
    return marked and written(mention.text) in capitals_of_countries(at.scene.reading.language)


def is_foreign_dateline(at: At, mention: PlaceMention) -> bool:
    """Is it where the news comes from, which goes on to tell of other countries alone?"""
    passages = at.scene.reading.passages
    opens = any(p.start == mention.start for p in passages[:_HEADED])
    dash = _DASH.search(at.scene.report.text, mention.end, mention.end + _DASHED) if opens else None
    told = at.scene.places_in(dash.end(), at.passage.end) if dash is not None else ()
    told = tuple(m for m in told if m.country is not None and m.rule != "metonym")
    # A town alone may be a namesake elsewhere.
    named = any(m.precision == "country" for m in told)
    return named and all(m.country != mention.country for m in told)


def without_homes(at: At, found: list[Place]) -> list[Place]:
    """Without where those who did or suffered it live or come from, where another place is told."""
    homes = {p.start for p in found if _is_home(at, p)}
    kept = [p for p in found if p.start not in homes]
    # "In Russia, the governor of Tula reported that debris had injured two": the land holds the town as well.
    return kept if any(p.precision in _SMALL for p in kept) else found


def _is_home(at: At, place: Place) -> bool:
    return _is_behind(at, place, at.scene.words.places.homes) or _is_of_a_person(at, place)


def _is_of_a_person(at: At, place: Place) -> bool:
    """ "un ventenne di Betlemme": a town that somebody is of."""
    phrases = [p for c in at.passage.clauses for p in (c.subject, *c.objects) if p is not None]
    people = frozenset[str]().union(*(known_class(at.scene.reading.language, name) for name in _PERSONS))
    towns: Sequence[tuple[int, int]] = [
        (o.phrase.core_start, o.phrase.core_end)
        for p in phrases
        if p.head in people
        for o in p.obliques
        if o.preposition == "of"
    ]
    return place.precision in ("town", "point") and any(s <= place.start < e for s, e in towns)


def _is_behind(at: At, named: PlaceMention | Place, words: frozenset[str]) -> bool:
    """Whether one of the words stands right before a name, with a small word for where between at most."""
    text = at.scene.report.text[max(at.passage.start, named.start - _REACH) : named.start]
    before = written(text).replace("'", "' ").split()
    if before and before[-1] in at.scene.words.places.before:
        before = before[:-1]
    behind = " " + " ".join(before)
    return any(behind.endswith(f" {word}") for word in words)
