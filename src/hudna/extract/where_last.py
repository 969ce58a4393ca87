"""Where it happened, by what is left: a place in the clause's own words that nothing else in the sentence claims."""

from collections.abc import Iterator

from hudna.extract.scene import At, Who
from hudna.extract.where_not import takes_part
from hudna.knowledge.classes import known_class
from hudna.knowledge.folding import written
from hudna.model.claim import Place, Root
from hudna.model.clause import Clause, Phrase
from hudna.model.mention import PlaceMention

_APART = ("while", "whereas", "although")
_LOCATING = ("in", "at", "near", "outside", "inside", "around")
# Letters before a place in which the word for where stands.
_REACH = 16
_STATE = frozenset({"GOV", "MIL"})


def anywhere(at: At, merged: tuple[At, ...], free: list[PlaceMention]) -> list[PlaceMention]:
    """The first place inside the clause's own words, after a preposition of place, or right behind the verb."""
    spans = [(c.span_start, c.span_end) for c in (at.clause, *(m.clause for m in merged))]
    others = [*_sources(at), *_heading(at), *_meanwhile_elsewhere(at), *of_people(at)]
    return [
        m
        for m in free
        if not any(p.start <= m.start and m.end <= p.end for p in others)
        and any(s <= m.start and m.end <= e for s, e in spans)
        and not takes_part(at, m)
        and (is_behind_where(at, m) or (at.clause.kind == "verb" and m.start == at.clause.end + 1))
    ][:1]


def is_named_ground(at: At, direct: tuple[Phrase, ...]) -> bool:
    """ "captured Zerqa while the others left Omdurman": what is taken has a name, though no list has it, and is nowhere else."""
    taken = {p.core_start for o in at.clause.objects for p in o.members()}
    named = (
        at.scene.language.has_case
        and bool(direct)
        and all(p.proper and p.core_start in taken for p in direct)
    )
    return named and not any(at.scene.places_in(p.start, p.end) for p in direct)


def lies_at_home(actors: tuple[Who, ...], recipients: tuple[Who, ...], place: Place) -> bool:
    """ "A depot in Sochi burnt. Russia fired 53 drones at Ukraine": a state strikes another one not on its own ground."""
    home = {w.actor.country for w in actors if w.actor.sector in _STATE}
    struck = {w.actor.country for w in recipients if w.actor.sector in _STATE}
    return bool(struck) and home.isdisjoint(struck) and place.country in home and place.country is not None


def is_elsewhere(at: At, merged: tuple[At, ...], direct: tuple[Phrase, ...], root: Root) -> bool:
    """Do its own words say that it was nowhere that was told before, though no list has the place?"""
    return _is_other(at, merged) or (root is Root.COERCE and is_named_ground(at, direct))


def _is_other(at: At, merged: tuple[At, ...]) -> bool:
    """ "Other villages came under attack"."""
    language = at.scene.reading.language
    kinds = known_class(language, "settlement") | at.scene.words.places.areas
    clauses = (at.clause, *(m.clause for m in merged))
    beside = at.parent.clause if at.parent is not None and at.clause.kind == "noun" else None
    told = (*clauses, *((beside,) if beside is not None else ()))
    phrases = [p for c in told for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques))]
    others = at.scene.words.places.others
    return any(
        p.head in kinds and not others.isdisjoint((*p.modifiers, *written(p.text).split()))
        for p in phrases
        if p is not None
    )


def behind_doer(clauses: tuple[Clause, ...]) -> tuple[Phrase, ...]:
    """ "was captured by troops in X": a place behind who did it, which a parser may take for where those are from."""
    doers = (c.subject for c in clauses if c.passive and c.subject is not None and c.subject.start > c.end)
    return tuple(o.phrase for doer in doers for o in doer.obliques if o.preposition in _LOCATING)


def is_behind_where(at: At, mention: PlaceMention) -> bool:
    """Does a word for where stand before it?"""
    before = written(at.scene.report.text[max(0, mention.start - _REACH) : mention.start]).split()[-1:]
    return any(word in at.scene.words.places.before for word in before)


def _sources(at: At) -> Iterator[Phrase]:
    """ "according to a spokesman in Goma": where who says it sits."""
    clauses = at.passage.clauses
    yield from (o.phrase for c in clauses for o in c.obliques if o.preposition == "according to")
    yield from (o.phrase for c in clauses if c.link == "parenthesis" for o in c.obliques)


def _heading(at: At) -> Iterator[Phrase]:
    """ "the train, bound for Peshawar, was stopped": where somebody was heading he did not get to."""
    words = at.scene.words.places
    heading = words.heading_for | words.heading_to
    for clause in at.passage.clauses:
        if clause.index != at.clause.index and clause.tense in ("past", "participle"):
            yield from (o.phrase for o in clause.obliques if clause.lemma in heading)


def _meanwhile_elsewhere(at: At) -> Iterator[Phrase]:
    """ "Riyadh condemned the raid, while in New York the Council meets": what others do elsewhere."""
    for child in at.children():
        if child.clause.marker in _APART and child.clause.subject is not None:
            yield from (o.phrase for o in child.clause.obliques)


def of_people(at: At) -> Iterator[Phrase]:
    """Where somebody was or had been: "the home of X, who was in Geneva", "X, who was tried in Y, was shot"."""
    told = {c.index: c for c in at.passage.clauses if c.link == "relative" and c.marker == "who"}
    told = {n: c for n, c in told.items() if c.kind == "copula" or c.end < at.clause.start}
    for clause in at.passage.clauses:
        own = clause.index != at.clause.index
        if own and (clause.index in told or (clause.kind == "noun" and clause.parent in told)):
            yield from (o.phrase for o in clause.obliques)
