"""Where: the places of a report that belong to one clause."""

import re

from hudna.extract.relations import OF_A_THING
from hudna.extract.scene import At
from hudna.extract.together import ancestors, is_apart, shares
from hudna.extract.where_aside import distinct, without_asides
from hudna.extract.where_from import without_homes
from hudna.extract.where_joined import joined_with, named_beside, opens_with_place
from hudna.extract.where_last import anywhere, behind_doer, is_named_ground
from hudna.extract.where_moving import roles_on_the_way
from hudna.extract.where_not import may_be_where, says_where, without_others, without_owners
from hudna.extract.where_rows import of_row
from hudna.knowledge.folding import written
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.claim import Place, PlaceRole, Root
from hudna.model.clause import Clause, Oblique, Phrase
from hudna.model.mention import PlaceMention

_ROLES: dict[str, PlaceRole] = {
    "to": "to",
    "into": "to",
    "onto": "to",
    "from": "from",
    "out of": "from",
    "toward": "toward",
    "along": "along",
    "near": "near",
    "around": "near",
    "outside": "near",
    "close to": "near",
    "off": "near",
    "through": "along",
    "across": "at",
    "via": "along",
}
_NOT_WHERE = frozenset(
    {
        "according to", "by", "with", "between", "despite", "because of", "since", "citing", "about", "like", "as",
    }
)  # fmt: skip
# What is patrolled, taken or shelled may be a place, whatever else its name stands for.
_UPON_PLACES = (Root.ASSAULT, Root.MOBILIZE, Root.COERCE, Root.RETREAT)
# Nobody fights "to" a place: "à Bangui" is both.
_NOT_MOVING = (Root.ASSAULT, Root.PROTEST)
# In a clause that tells what went on at that moment it is told where: "shot as he left a mosque in Gaza".
_MEANWHILE = ("as", "when", "while", "where")
_DASH = re.compile(r"\s[-–—]\s")
_BESIDE = ("beside", "distance")
# Prepositions of place whose pronoun may mean a place, and how many letters before it that was named.
_BACK = frozenset({"from", "in", "to", "into", "inside", "toward", "around", "near"})
BACK_REACH = 250
# The rule of a mention that says no more than which way: "heading west".
HEADING = "heading"
_SIDES = ("between", "against")  # "clashes between rebels and the army in Walikale"
_LOCATING = ("in", "at", "near", "outside", "inside", "around")


def places_of(
    at: At,
    merged: tuple[At, ...],
    taken: tuple[tuple[int, int], ...],
    direct: tuple[Phrase, ...],
    root: Root | None = None,
) -> tuple[Place, ...]:
    """The places of an event: its own first, then what the clauses around it lend.

    `taken`: spans of actors, whose inner place names are not where it happened.
    `direct`: phrases that the trigger itself takes as place ("captured Ghadames").
    """
    every = may_be_where(at, merged, root)
    clauses = (at.clause, *(m.clause for m in merged))
    objects = tuple(p for c in clauses for p in c.objects) if root in _UPON_PLACES else ()
    free = [m for m in every if not _inside(m, taken) or _is_object(m, (*direct, *objects))]
    found = [place for phrase in direct for place in _direct(at, phrase, free)]
    found.extend(
        _place(m, "at")
        for phrase in objects
        for m in free
        if _is_object(m, (phrase,)) or _named_by(m, phrase, at)
    )
    for clause in clauses:
        found.extend(_clause_places(at, clause, free))
    if not found:
        own = of_row(at, free) or _within_all(behind_doer(clauses), every)
        found = [_place(m, "at") for m in own]
    if not found and root is Root.COERCE and is_named_ground(at, direct):
        return ()
    if not found:
        near = without_others(at, merged, free, root)
        last = [_place(m, "at") for m in anywhere(at, merged, near)]
        found = _lent(at, near, root) or last or _of_heading(at, free)
    if not found:
        found = [place for clause in _taking_part(at, clauses) for place in _of_participants(clause, every)]
    if not found and root in _UPON_PLACES:
        found = _gone_back_to(at, clauses)
    found = _beside_doer(at, found) if root in _UPON_PLACES else found
    found = _on_the_way(at, clauses, found, every, root)
    found = without_owners(at, [*found, *_going_on(at, found, free)])
    if root in _NOT_MOVING:
        found = [p.model_copy(update={"role": "at"}) if p.role == "to" else p for p in found]
    return distinct(without_asides(without_homes(at, found), every, at.scene.report.text))


def _on_the_way(
    at: At,
    clauses: tuple[Clause, ...],
    found: list[Place],
    every: tuple[PlaceMention, ...],
    root: Root | None,
) -> list[Place]:
    """The places of a movement in the roles that the words round them give."""
    ways = roles_on_the_way(at, clauses, found, every, root)
    kept = [place for place in found if place.start not in ways]
    return kept + [_place(m, ways[m.start]) for m in every if m.start in ways]


def _beside_doer(at: At, found: list[Place]) -> list[Place]:
    """ "Le brigate di Zintan hanno attaccato Gharyan": where those who act are from is not where, if that is told."""
    who = at.clause.subject if at.clause.kind == "verb" and not at.clause.passive else None
    if who is None:
        return found
    return [p for p in found if not who.start <= p.start < who.end] or found


def _going_on(at: At, found: list[Place], free: list[PlaceMention]) -> list[Place]:
    """Further names of a place found, in its role: "in the West Bank town of Tulkarm"."""
    roles = {p.start: p.role for p in found}
    known = [m for m in free if m.start in roles]
    closed = at.scene.words.places.parting
    more = joined_with(known, free, at.scene.report.text, at.passage.clauses, closed)
    return [_place(m, roles[min(roles, key=lambda start: abs(start - m.start))]) for m in more]


def _taking_part(at: At, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """ "Fighting broke out between rebels and the army in Walikale": the verb of a deed names who took part."""
    parent = at.parent
    breaks_out = at.clause.kind == "noun" and at.clause.marker == "subject" and parent is not None
    return (*clauses, parent.clause) if breaks_out and parent is not None else clauses


def _of_participants(clause: Clause, every: tuple[PlaceMention, ...]) -> list[Place]:
    """Where those lie who act or are acted upon, if nothing else is told: "targeted positions in Aleppo"."""
    found: list[Place] = []
    named = [m for m in every if m.rule != "metonym"]
    sides = (m for o in clause.obliques if o.preposition in _SIDES for m in o.phrase.members())
    for phrase in (*clause.objects, *((clause.subject,) if clause.subject is not None else ()), *sides):
        for inner in phrase.obliques if not found else ():
            if inner.preposition in _LOCATING:
                found.extend(_place(m, "at") for m in _within(inner.phrase, named))
    return found or _of_objects(clause, named)


def _of_objects(clause: Clause, named: list[PlaceMention]) -> list[Place]:
    """ "left a Gaza City mosque": a town in the words for a thing; a dateline before them is none."""
    return [
        _place(m, "at")
        for phrase in clause.objects
        for m in _within(phrase, named)
        if m.precision != "country" and not _DASH.search(phrase.text[max(0, m.end - phrase.start) :])
    ]


def _gone_back_to(at: At, clauses: tuple[Clause, ...]) -> list[Place]:
    """ "stormed the town … and withdrew from it": a pronoun behind a word for where means the last place named."""
    for clause in clauses:
        for oblique in clause.obliques:
            where = oblique.preposition in _BACK and oblique.phrase.pronoun in OF_A_THING
            before = at.scene.places_in(max(0, oblique.start - BACK_REACH), oblique.start) if where else ()
            local = [m for m in before if m.precision != "country" and m.rule != "metonym"]
            if local:
                return [_place(local[-1], _ROLES.get(oblique.preposition, "at"))]
    return []


def _inside(mention: PlaceMention, taken: tuple[tuple[int, int], ...]) -> bool:
    return mention.rule == "metonym" or any(s <= mention.start and mention.end <= e for s, e in taken)


def _is_object(mention: PlaceMention, direct: tuple[Phrase, ...]) -> bool:
    """ "shelled Khartoum": the town itself, though a capital may elsewhere stand for its government."""
    return mention.precision != "country" and any(
        p.core_start <= mention.start and mention.end <= p.core_end for p in direct
    )


def _named_by(mention: PlaceMention, phrase: Phrase, at: At) -> bool:
    """ "captured the capital Brazzaville": the name that follows its kind."""
    kinds = load_place_cues(at.scene.reading.language).of_kind
    return phrase.head in kinds and 0 <= mention.start - phrase.end <= 1 and mention.precision != "country"


def _within(phrase: Phrase, free: list[PlaceMention], start: int | None = None) -> list[PlaceMention]:
    """Places in a phrase; a wider mention that covers the phrase ("the south of X") counts too.

    `start`: where its preposition begins; the mention may hold all of it ("nei pressi di X").
    """
    since = phrase.start - 12 if start is None else min(start, phrase.start - 12)
    inner = [m for m in free if m.start < phrase.end and phrase.start < m.end and m.start >= since]
    # "on a road east of Caracas"
    inner.extend(m for m in free if 0 <= m.start - phrase.end <= 1 and m.rule in _BESIDE)
    for member in named_beside(phrase):
        inner.extend(m for m in free if member.start <= m.start < member.end)
    return inner


def _within_all(phrases: tuple[Phrase, ...], named: tuple[PlaceMention, ...]) -> list[PlaceMention]:
    return [m for phrase in phrases for m in _within(phrase, [n for n in named if n.rule != "metonym"])]


def _clause_places(at: At, clause: Clause, free: list[PlaceMention]) -> list[Place]:
    found: list[Place] = []
    for oblique in clause.obliques:
        if oblique.preposition not in _NOT_WHERE:
            found.extend(_oblique_places(at, clause, oblique, free))
    for phrase in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
        for inner in phrase.obliques:
            if inner.preposition in ("in", "at", "near", "from", "of", "on", "outside") and not found:
                # "an intervention of the United States": a state that something is of is its owner.
                owned = inner.preposition == "of"
                found.extend(
                    _place(m, "at")
                    for m in _within(inner.phrase, free)
                    if not owned or m.precision != "country"
                )
    return found


def _direct(at: At, phrase: Phrase, free: list[PlaceMention]) -> list[Place]:
    """The places of a phrase that the trigger takes, in the role of its preposition, if it has one."""
    for oblique in at.clause.obliques:
        if phrase in oblique.phrase.members():
            role = _role(at, at.clause, oblique)
            return [_place(m, role) for m in _within(phrase, free)] if role is not None else []
    return [_place(m, "at") for m in _within(phrase, free)]


def _oblique_places(at: At, clause: Clause, oblique: Oblique, free: list[PlaceMention]) -> list[Place]:
    role = _role(at, clause, oblique)
    found = _within(oblique.phrase, free, oblique.start) if role is not None else []
    return [_place(m, role) for m in found if role is not None]


def _role(at: At, clause: Clause, oblique: Oblique) -> PlaceRole | None:
    """What a preposition makes of a place; None where "for" heads nowhere."""
    words = at.scene.words.places
    if oblique.preposition == "for":
        return "toward" if clause.lemma in words.heading_for else None
    if oblique.preposition == "on" and clause.lemma in at.scene.verbs_of_speech:
        return None  # "called on Egypt to intervene"
    if oblique.preposition == "to" and clause.lemma in words.heading_to:
        return "toward"
    if oblique.preposition == "from" and clause.lemma in words.passing:
        return "along"
    return _ROLES.get(oblique.preposition, "at")


def _lent(at: At, free: list[PlaceMention], root: Root | None) -> list[Place]:
    """What the antecedent of "where", the verb above, or the opening of the sentence lends."""
    return (
        _of_antecedent(at, free)
        or _of_neighbours(at, free)
        or _of_what_is_under(at, free)
        or _of_sufferer(at, free)
        or _of_opening(at, free)
        or (_of_meanwhile(at, free) if root in _UPON_PLACES else [])
    )


def _of_antecedent(at: At, free: list[PlaceMention]) -> list[Place]:
    """ "the town, where …", "the road which …"."""
    for source in ancestors(at):
        clause = source.clause
        if clause.link == "relative" and clause.noun is not None and says_where(source, at):
            found = [_place(m, "at") for m in _within(clause.noun, free)]
            if found:
                return found
        if any(a.lemma == "where" for a in clause.adverbs):
            before = [m for m in free if m.end <= clause.span_start + 1 and clause.span_start - m.end <= 4]
            if before:
                return [_place(before[-1], "at")]
    return []


def _of_neighbours(at: At, free: list[PlaceMention]) -> list[Place]:
    """The verbs above that share their places, then the verbs that go on from this one."""
    above = [a.clause for a in ancestors(at)[1:] if shares(at.clause, a.clause)]
    struck = above[0] if above and at.clause.marker == "subject" else None
    if struck is not None and struck.lemma in at.scene.cues.happening_verbs:
        # "two blasts shook Bukavu": what happened is the subject, and where the object.
        found = [
            _place(m, "at") for p in struck.objects for m in _within(p, free) if m.precision != "country"
        ]
        if found:
            return found
    beside = [
        c.clause for c in at.children() if c.clause.link == "coordinate" and not is_apart(c.clause, at.clause)
    ]
    # "was shot and evacuated to X": where they got to afterwards is not where it happened.
    after = {c.index for c in beside}
    for clause in (*above, *beside):
        found = [
            p
            for p in _clause_places(at, clause, free)
            if clause.index not in after or p.role in ("at", "near")
        ]
        if found:
            return found
    return []


def _of_what_is_under(at: At, free: list[PlaceMention]) -> list[Place]:
    """ "the town has been under siege"."""
    parent = at.parent
    if parent is None or parent.clause.kind != "copula" or at.clause.marker != "under":
        return []
    subject = parent.clause.subject
    return [_place(m, "at") for m in _within(subject, free)] if subject is not None else []


def _of_sufferer(at: At, free: list[PlaceMention]) -> list[Place]:
    """ "Zemio saw clashes", "a post near Bambari came under fire": the deed took place where the one who suffered it is."""
    parent = at.parent
    if parent is None or at.clause.kind != "noun" or parent.clause.subject is None:
        return []
    if parent.clause.lemma not in at.scene.cues.suffering_verbs or at.clause.marker == "subject":
        return []
    subject = parent.clause.subject
    return [_place(m, "at") for m in free if subject.start <= m.start and m.end <= subject.end][:1]


def _of_opening(at: At, free: list[PlaceMention]) -> list[Place]:
    """ "In Goma, …" holds for the whole sentence."""
    return [_place(m, "at") for m in free if _before_first(at, m)]


def _of_heading(at: At, free: list[PlaceMention]) -> list[Place]:
    """ "GOMA – …": where it was written, if the sentence names no other place."""
    return [_place(m, "at") for m in free if m.start == at.passage.start and _before_first(at, m) is not None]


def _before_first(at: At, mention: PlaceMention) -> str | None:
    """What stands before a place that opens a sentence, where it may; nothing for a name alone."""
    before = at.passage.text[: mention.start - at.passage.start]
    words = written(before.strip())
    return (
        words if opens_with_place(words, at.scene.words.places.opening, at.scene.reading.language) else None
    )


def _of_meanwhile(at: At, free: list[PlaceMention]) -> list[Place]:
    """What was going on just then, and the deed that did it: "shot as they left the mosque in Hebron"."""
    below = [
        c.clause
        for c in at.children()
        if (c.clause.link == "adverbial" and c.clause.marker in _MEANWHILE) or c.clause.link == "argument"
    ]
    for clause in below:
        found = _clause_places(at, clause, free) or _of_objects(clause, free)
        if found:
            return found
    return []


def _place(mention: PlaceMention, role: PlaceRole) -> Place:
    # "passed Sirte heading west": a direction is where they are bound, whatever the words beside it say.
    role = "toward" if mention.rule == HEADING else role
    return Place(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        id=mention.id,
        name=mention.name,
        role=role,
        lat=mention.lat,
        lon=mention.lon,
        radius_km=mention.radius_km,
        precision=mention.precision,
        country=mention.country,
        admin1=mention.admin1,
        confidence=round(mention.confidence, 2),
    )


def as_place(mention: PlaceMention) -> Place:
    """A place mention as the place of a claim."""
    return _place(mention, "at")
