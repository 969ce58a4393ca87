"""Who is said to hold which place: "X controls Y", "Y is under the control of X", "X is in control of Y"."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.extract.grounds import is_no_ground
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.who import who
from hudna.knowledge.classes import known_class
from hudna.knowledge.folding import written
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.clause import Clause, Phrase
from hudna.model.mention import PlaceMention

_WIDE = frozenset({"country", "region", "area"})


@dataclass(frozen=True, slots=True)
class Held:
    """A place that somebody is said to hold."""

    at: At
    holder: Who | None
    area: PlaceMention
    status: str
    start: int
    end: int


def holdings(at: At, thread: Thread) -> list[Held]:
    """ "X controls Y", "Y is under the control of X"."""
    clause, words = at.clause, at.scene.cues.control
    if clause.kind == "noun":
        return under_control(at, thread)
    if clause.kind == "verb" and clause.lemma in words.verbs:
        areas = _areas(at, clause)
        holders = [w for p in slot_phrases(clause, "subject") if (w := who(at, p, thread)) is not None]
        status = _control_status(at, words.verbs[clause.lemma])
        if areas and (holders or status == "contested"):
            return [
                Held(at, holders[0] if holders else None, area, status, clause.start, clause.end)
                for area in areas
            ]
    return _lost_or_kept(at, thread) or _under_control(at, thread)


def _lost_or_kept(at: At, thread: Thread) -> list[Held]:
    """ "lost control of X", "retains control of X", "announced full control of X"."""
    clause, words = at.clause, at.scene.cues.control
    noun = next((p for p in slot_phrases(clause, "object") if p.head in at.scene.words.control.holding), None)
    if noun is None or clause.lemma not in (*words.losing, *words.keeping):
        return []
    holder = next((w for p in slot_phrases(clause, "subject") if (w := who(at, p, thread)) is not None), None)
    areas = [m for o in noun.obliques if o.preposition in ("of", "over") for m in _areas_of(at, o.phrase)]
    status = "none" if clause.lemma in words.losing or clause.negation is not None else "controlled"
    return (
        [Held(at, holder, area, status, noun.head_start, noun.head_end) for area in areas]
        if holder is not None
        else []
    )


def under_control(at: At, thread: Thread) -> list[Held]:
    """ "Tawila, a town under the control of X": told without a verb."""
    noun = at.clause.phrase
    words = at.scene.cues.control
    if noun is None or at.clause.lemma not in words.nouns or at.clause.marker != "under":
        return []
    owners = [noun.possessor, *(o.phrase for o in noun.obliques if o.preposition in ("of", "by"))]
    holder = next((w for p in owners if p is not None and (w := who(at, p, thread)) is not None), None)
    told = at.scene.places_in(at.passage.start, at.clause.start)
    told = tuple(m for m in told if m.rule != "metonym")
    named = [m for m in told if not _is_beside(at, m)] or list(told)
    areas = [m for m in named if m.precision not in _WIDE] or named
    return (
        [Held(at, holder, areas[-1], words.nouns[at.clause.lemma], at.clause.start, at.clause.end)]
        if holder is not None and areas
        else []
    )


def _is_beside(at: At, mention: PlaceMention) -> bool:
    """ "the camp near El Obeid, under their control": what is near a town is held, and not the town."""
    before = at.scene.report.text[at.passage.start : mention.start].lower().replace("’", "' ").split()
    small = load_function_words(at.scene.reading.language).prepositions
    of = load_place_cues(at.scene.reading.language).of
    while before and before[-1].strip("'") in of:
        before.pop()
    # "près de", "vicino a": by the first of its words.
    near = {word.split()[-2] if " " in word else word for word, name in small.items() if name == "near"}
    return bool(before) and before[-1] in near


def _areas_of(at: At, phrase: Phrase) -> list[PlaceMention]:
    unlisted = _unlisted(at, phrase)
    return list(at.scene.places_in(phrase.start, phrase.end + 1)) or (
        [unlisted] if unlisted is not None else []
    )


def _areas(at: At, clause: Clause) -> list[PlaceMention]:
    """Places in the object; where the parser lost the object, those right after the verb."""
    held = tuple(p for p in slot_phrases(clause, "object") if not is_no_ground(at, p))
    lost = [a for o in clause.obliques if o.preposition == "with" for a in o.phrase.appositions]
    if not held and not lost:
        held = slot_phrases(clause, "on") or slot_phrases(clause, "with")
    spans = [(p.start, p.end) for p in held or lost]
    found = [m for s, e in spans for m in at.scene.places_in(s, e + 1) if m.rule != "metonym"]
    if not found:
        return [m for p in held for m in (_named_before(at, p) or _areas_of(at, p))]
    covering = [
        m
        for m in at.scene.places_in(at.passage.start, at.passage.end)
        for s, e in spans
        if m.start < e and s < m.end
    ]
    return _without_wholes(at, list(dict.fromkeys([*covering, *found])))


def _without_wholes(at: At, areas: list[PlaceMention]) -> list[PlaceMention]:
    """ "the northern half of Mali": who holds a part does not hold what it is a part of."""
    of, text = load_place_cues(at.scene.reading.language).of, at.scene.report.text
    ends = [m.end for m in areas if m.precision != "country"]

    def is_whole(mention: PlaceMention) -> bool:
        behind = (written(text[end : mention.start]).split()[:1] for end in ends if end <= mention.start)
        near = any(words and words[0] in of for words in behind)
        return mention.precision == "country" and near

    return [m for m in areas if not is_whole(m)]


def _named_before(at: At, phrase: Phrase) -> list[PlaceMention]:
    """ "Tawila, a town held by …": the place that the phrase explains."""
    before = [
        m
        for m in at.scene.places_in(at.passage.start, phrase.core_start)
        if 0 < phrase.core_start - m.end <= 3
    ]
    return before[-1:]


def _unlisted(at: At, phrase: Phrase) -> PlaceMention | None:
    """ "the towns", "the citadel": a place in words only, without a point on the map."""
    language = at.scene.reading.language
    words = {phrase.head, *(o.phrase.head for o in phrase.obliques if o.preposition == "of")}
    if (
        not any(words & known_class(language, name) for name in ("settlement", "facility", "infrastructure"))
        and not words & at.scene.words.places.areas
    ):
        return None
    text = at.scene.report.text[phrase.core_start : phrase.core_end]
    return PlaceMention(
        phrase.core_start, phrase.core_end, text, None, text, None, None, None, "area", None, rule="unlisted"
    )


def _control_status(at: At, status: str) -> str:
    adverbs = {a.lemma for a in at.clause.adverbs}
    cues = at.scene.cues.control
    if at.clause.negation is not None or adverbs & at.scene.words.control.ended:
        return "none"
    if adverbs & cues.nominal:
        return "nominal"
    return "contested" if adverbs & cues.partial and status == "controlled" else status


def _itself(named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "the town of Goma, in the east of the country": what is held, and not what it lies in."""
    first = named[0] if named else None
    if first is None or first.precision in _WIDE:
        return list(named)
    return [m for m in named if m.precision not in _WIDE]


def _under_control(at: At, thread: Thread) -> list[Held]:
    """ "is under the control of X", "remains in the hands of X", "is a stronghold of X"."""
    clause, words = at.clause, at.scene.cues.control
    found: list[Held] = []
    for oblique in clause.obliques:
        noun = oblique.phrase
        if (
            clause.kind == "noun"
            or noun.head not in words.nouns
            or oblique.preposition not in ("under", "in", "to", "at", "beyond", "outside", "within")
        ):
            continue
        owners = [
            noun.possessor,
            *(o.phrase for o in noun.obliques if o.preposition in ("of", "by", "compound")),
        ]
        holder = next((w for p in owners if p is not None and (w := who(at, p, thread)) is not None), None)
        subject = (*slot_phrases(clause, "object"), *slot_phrases(clause, "subject"))
        areas = [m for p in subject for m in _itself(at.scene.places_in(p.start, p.end + 1))]
        areas = [m for m in areas if not _is_beside(at, m)]
        status = (
            "none"
            if clause.negation is not None or oblique.preposition in ("beyond", "outside")
            else words.nouns[noun.head]
        )
        if holder is not None:
            found.extend(Held(at, holder, area, status, noun.head_start, noun.head_end) for area in areas)
        elif oblique.preposition == "in" and noun.head in at.scene.words.control.holding:
            found.extend(_in_control(at, noun, status, thread))
    return found


def _in_control(at: At, noun: Phrase, status: str, thread: Thread) -> list[Held]:
    """ "The rebels are in control of Sake": here who holds it is the subject."""
    holder = next(
        (w for p in slot_phrases(at.clause, "subject") if (w := who(at, p, thread)) is not None), None
    )
    areas = [m for o in noun.obliques if o.preposition in ("of", "over") for m in _areas_of(at, o.phrase)]
    return (
        [Held(at, holder, area, status, noun.head_start, noun.head_end) for area in areas] if holder else []
    )
