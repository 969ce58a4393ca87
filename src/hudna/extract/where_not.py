"""Places that are named and are not where it happened: a side, a cause, an owner, a state that takes part."""

import re

from hudna.extract.relations import SHARED
from hudna.extract.scene import At, Who
from hudna.extract.where_aside import BESIDE, DISTANCE
from hudna.extract.where_from import is_seat
from hudna.extract.where_made import is_of_the_making
from hudna.knowledge.classes import known_class
from hudna.knowledge.folding import written
from hudna.knowledge.lexicon import Trigger
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.claim import Place, Root
from hudna.model.clause import Clause, Phrase
from hudna.model.mention import PlaceMention

# Places told by others: "north of Ramallah", "20 km from Goma".
_ROUND = frozenset({BESIDE, DISTANCE})
_BORDER = "border"
_EARLIER = frozenset({"after", "following", "because of"})
# "the east", "l'est": words of a direction that names no place.
_BARE = 2
# What is said or agreed, which happens where somebody speaks.
_OF_WORDS = (Root.ACCUSE, Root.REJECT, Root.REQUEST, Root.THREATEN, Root.SUPPORT, Root.AGREE, Root.CONCEDE)
_BEFALLING = (Root.ASSAULT, Root.COERCE)
_DONE_THERE = (Root.ASSAULT, Root.MOBILIZE, Root.COERCE)


def may_be_where(at: At, merged: tuple[At, ...], root: Root | None) -> tuple[PlaceMention, ...]:
    """The places that the sentence names, without those of a cause, of an earlier deed, of the making of an agreement."""
    causes = causes_of(at, merged) if root is Root.PROTEST else []
    causes += earlier_deeds(at, merged) if root in _DONE_THERE else []
    return tuple(
        m
        for m in at.scene.places_in(at.passage.start, at.passage.end)
        if not any(p.start <= m.start and m.end <= p.end for p in causes)
        and not is_of_the_making(at, m)
        and not _is_of_description(at, m)
        and not _acts_there(at, m)
        and not is_seat(at, m)
        and not (root in _BEFALLING and _hails_from(at, m))
        and not (root is Root.ASSAULT and is_side(at, m))
    )


def _acts_there(at: At, mention: PlaceMention) -> bool:
    """ "the hills occupied by Israel": a state that something is done by is who did it, not where."""
    doers = (c.subject for c in at.passage.clauses if c.passive and c.subject is not None)
    return mention.precision == "country" and any(
        p.core_start <= mention.start and mention.end <= p.core_end for p in doers
    )


def _hails_from(at: At, mention: PlaceMention) -> bool:
    """ "قتل اثنان من قادة الزنتان": a town that people are from need not be where they are."""
    cues = load_place_cues(at.scene.reading.language)
    before = written(at.scene.report.text[at.passage.start : mention.start]).split()[-2:]
    told = mention.rule == "name" and mention.precision != "country"
    far = bool(before) and before[-1] in cues.from_words | cues.of
    people = before[0 if far else -1] if before else ""
    # "قصف مسلحون طرابلس": by its form nothing belongs to the first.
    bare = not far and people.endswith(at.scene.words.people.plural_endings)
    return told and people in cues.hailing and not bare


def _is_of_description(at: At, mention: PlaceMention) -> bool:
    """ "fighters backed by Turkey", "militias loyal to Iran": a state behind such a word says who they are, not where."""
    before = written(at.scene.report.text[at.passage.start : mention.start]).split()[-2:]
    described = at.scene.words.people.described_by
    return mention.precision == "country" and not described.isdisjoint(before)


def is_side(at: At, mention: PlaceMention) -> bool:
    """ "attacked the town from the east": a bare direction says from which side of it, not where."""
    if mention.rule != "part" or len(mention.text.split()) > _BARE or mention.text != mention.text.lower():
        return False
    if _is_measured(at, mention):
        return True
    clauses = at.passage.clauses
    inner = (o for c in clauses for p in (*c.objects, *(o.phrase for o in c.obliques)) for o in p.obliques)
    sides = (o.phrase for o in (*(o for c in clauses for o in c.obliques), *inner) if o.preposition == "from")
    return any(p.start <= mention.end and mention.start < p.end for p in sides)


def _is_measured(at: At, mention: PlaceMention) -> bool:
    """ "bombed Mellit, 60 kilometres to the north": how far it lies from somewhere is not where it happened."""
    before = written(at.scene.report.text[at.passage.start : mention.start]).split()[-2:]
    return not load_place_cues(at.scene.reading.language).units.keys().isdisjoint(before)


def causes_of(at: At, merged: tuple[At, ...]) -> list[Phrase]:
    """What a protest is against: "rallied against the war in Iraq" did not happen in Iraq."""
    clauses = (at.clause, *(m.clause for m in merged))
    return [o.phrase for c in clauses for o in c.obliques if o.preposition in ("against", "over")]


def earlier_deeds(at: At, merged: tuple[At, ...]) -> list[Phrase]:
    """What a deed answers or comes after: "struck Gaza in response to rockets fired at Sderot" struck nothing in Sderot.

    Who died after an attack died of it, so that it tells where.
    """
    words = at.scene.words.events
    deeds = nominal_nouns(at.scene.reading.language)
    return [
        o.phrase
        for c in (at.clause, *(m.clause for m in merged))
        if c.kind == "verb" and not c.passive and c.lemma not in words.dying
        for o in c.obliques
        if o.preposition in _EARLIER and o.phrase.head in deeds
    ]


def without_owners(at: At, found: list[Place]) -> list[Place]:
    """Without countries that only say whose something is, where another place is told: "near a U.S. patrol in Mosul"."""
    text = at.scene.report.text
    clauses = at.passage.clauses
    phrases = [p for c in clauses for p in (*c.objects, *(o.phrase for o in c.obliques))]
    owners = {
        p.start
        for p in found
        if p.precision == "country"
        and text[p.end : p.end + 1] not in ("'", "’")
        and any(n.core_start <= p.start and p.end <= n.head_start for n in phrases)
    }
    kept = [p for p in found if p.start not in owners]
    return kept or found


def takes_part(at: At, mention: PlaceMention) -> bool:
    """ "and asked the United States to intervene": a state that acts or is acted upon beside it is not where it was."""
    phrases = (p for c in at.passage.clauses for p in (c.subject, *c.objects) if p is not None)
    return mention.precision == "country" and any(
        p.core_start <= mention.start and mention.end <= p.core_end for p in phrases
    )


def is_name_of_several_words(at: At, found: Who) -> bool:
    """ "l'Esercito di liberazione del Belucistan": are they called by a name whose places say who they are, not where?"""
    words = re.findall(r"[^\W\d_]+", found.text)
    # What opens a sentence has its capital from there; behind its article it has its own.
    opens = found.start == at.passage.start
    named = any(word[:1].isupper() for word in words[1 if opens else 0 : 2])
    return at.scene.language.has_case and named and len(words) > 2


def _is_apart(other: Clause, clause: Clause) -> bool:
    """Somebody else does it, in a verb with a tense, beside or behind what is said."""
    one, two = other.subject, clause.subject
    alike = one is not None and two is not None and one.head_start == two.head_start
    return other.link in ("adverbial", "coordinate") and other.tense in ("past", "present") and not alike


def without_others(
    at: At, merged: tuple[At, ...], free: list[PlaceMention], root: Root | None
) -> list[PlaceMention]:
    """What is said or agreed happens nowhere that only another clause tells of: "agreed to a halt, though shots were heard in X"."""
    if root not in _OF_WORDS:
        return free
    own = {at.clause.index, *(m.clause.index for m in merged)}
    others = [
        p
        for c in at.passage.clauses
        if c.index not in own and c.kind != "noun" and c.index != at.clause.parent and _is_apart(c, at.clause)
        for p in (*c.objects, *(o.phrase for o in c.obliques))
    ]
    return [m for m in free if not any(p.start <= m.start and m.end <= p.end for p in others)]


def says_where(relative: At, at: At) -> bool:
    """ "the town which they shelled"; "Israel, which bombed the ministry" is who did it."""
    clause, subject = relative.clause, relative.clause.subject
    acts = clause.index == at.clause.index and not clause.passive and subject is not None
    own = clause.noun is not None and subject is not None and subject.head_start == clause.noun.head_start
    return clause.marker == "where" or (clause.marker == "which" and not (acts and own))


def no_places(at: At, trigger: Trigger, found: tuple[Who, ...]) -> tuple[Who, ...]:
    """Whom it befell, without the names of where: nobody rules from what is shelled, moved to or left."""
    if trigger.root not in (Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT):
        return found
    return tuple(w for w in found if not (is_town(at, w) or is_land(at, w)))


def is_town(at: At, who_: Who) -> bool:
    """Who shells Khartoum shells the town, not those who rule from it."""
    named = at.scene.places_in(who_.start, who_.end)
    whole = any(m.start == who_.start and m.end == who_.end and m.precision != "country" for m in named)
    return whole or _is_inside_a_place(at, who_)


def _is_inside_a_place(at: At, who_: Who) -> bool:
    """ "set fire to cars north of Ramallah": the town by which it is told where."""
    around = at.scene.places_in(at.passage.start, at.passage.end)
    wider = any(m.start <= who_.start and who_.end < m.end and m.rule in _ROUND for m in around)
    # "near the border with Syria": the state beyond it is only named to say where.
    beyond = any(m.start < who_.start and who_.end <= m.end and m.rule == _BORDER for m in around)
    return (wider or beyond) and who_.actor.rule == "metonym"


def _is_in(at: At, who_: Who) -> bool:
    """ "stormed a camp in Ngakobo, in the Central African Republic": what lies behind "in" is where."""
    clauses = at.passage.clauses
    phrases = (
        p for c in clauses for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques)) if p is not None
    )
    inner = [o for p in phrases for o in p.obliques] + [o for c in clauses for o in c.obliques]
    return any(o.preposition == "in" and o.phrase.core_start <= who_.start < o.phrase.core_end for o in inner)


def is_land(at: At, who_: Who) -> bool:
    """ "des frappes au Liban": where "to" a state says where it is, a deed there is not done to the state."""
    if who_.actor.rule == "metonym" and _is_in(at, who_):
        return True
    if not at.scene.language.states_by_to or at.clause.kind != "noun" or who_.actor.rule != "metonym":
        return False
    return any(o.preposition == "to" and o.phrase.core_start == who_.start for o in at.clause.obliques)


def but_places(at: At, found: tuple[Who, ...]) -> tuple[Who, ...]:
    """ "La capitale connaît une trêve", "Goma saw clashes": where something was neither fought nor ceased fire."""
    return tuple(one for one in found if not (is_town(at, one) or _is_settlement(at, one)))


def _is_settlement(at: At, who_: Who) -> bool:
    words = written(who_.text).replace("'", " ").split()
    return who_.actor.id is None and not known_class(at.scene.reading.language, "settlement").isdisjoint(
        words
    )


def taken_by(at: At, found: tuple[Who, ...]) -> tuple[tuple[int, int], ...]:
    """Spans of named actors: a place inside a name is not where it happened, but "on Tripoli" is both."""
    places = {(m.start, m.end) for m in at.scene.mentions.places}
    named = ((w.start, w.end) for w in found if w.actor.id is not None or is_name_of_several_words(at, w))
    shared = ((w.start, w.end) for w in found if w.actor.rule == SHARED)
    return (*(span for span in named if span not in places), *shared)
