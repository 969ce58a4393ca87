"""Where a report plays: the one place that it names before an event that has none of its own."""

from hudna.extract.scene import At, Thread
from hudna.extract.together import left_behind
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.where import as_place
from hudna.extract.where_from import is_capital_dateline, is_foreign_dateline, is_seat, is_told_from
from hudna.extract.where_last import is_behind_where, of_people
from hudna.extract.where_made import is_of_the_making
from hudna.extract.who import who
from hudna.knowledge.folding import written
from hudna.knowledge.place_words import load_cues
from hudna.model.claim import Place
from hudna.model.clause import Phrase
from hudna.model.earth import distance_km
from hudna.model.mention import PlaceMention

# Places named so near to each other are one scene: a town, its quarters and the villages around.
TOGETHER_KM = 60.0
_SMALL = frozenset({"point", "town", "area", "district"})
_RADIUS_KM = 60.0
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "on", "along", "to"})
# "the village of X", "north of X": the words for where are the mention's own.
_OF_A_KIND = frozenset({"unlisted", "beside", "distance", "road", "site", "sound"})


def played_at(at: At, since: int = 0) -> tuple[Place, ...]:
    """The last exact place named before the sentence, where all that is named from `since` up to there lie together."""
    named = [m for m in at.scene.places_in(since, at.passage.start) if is_exact(m) and not _is_nowhere(at, m)]
    if not named or any(_apart(named[0], other) for other in named):
        return ()
    # "Medics at the hospital said", "fled toward Tawila": not where it happens, as long as another place is named.
    named = [m for m in named if not _only_rules(at, m)]
    scenes = [m for m in named if not _is_aside(at, m)]
    return tuple(as_place(m) for m in (scenes or named)[-1:])


def _is_aside(at: At, mention: PlaceMention) -> bool:
    return _is_headed_for(at, mention) or _is_elsewhere(_in_its_sentence(at, mention), mention, ())


def _is_nowhere(at: At, mention: PlaceMention) -> bool:
    """Whether it is where news comes from or a body sits, or where an agreement was made."""
    own = _in_its_sentence(at, mention)
    sits = is_seat(own, mention) or is_told_from(own, mention)
    headed = is_foreign_dateline(own, mention) or is_capital_dateline(own, mention)
    return _is_of_a_pact(at, mention) or sits or headed


def _only_rules(at: At, mention: PlaceMention) -> bool:
    """Whether its own sentence names it for who rules from there."""
    own = _in_its_sentence(at, mention)
    return any(_rules_from(member, mention) for member in at.scene.clauses_of(own.passage))


def _rules_from(at: At, mention: PlaceMention) -> bool:
    """ "Tel Aviv has violated the accord": who rules from there acts, and nothing happens there."""
    subject = at.clause.subject
    if subject is None or at.clause.passive or at.clause.kind != "verb":
        return False
    named = next((p for p in subject.members() if p.core_start <= mention.start < p.core_end), None)
    found = who(at, named, Thread()) if named is not None else None
    return found is not None and found.actor.rule == "metonym" and found.actor.id is not None


def _is_of_a_pact(at: At, mention: PlaceMention) -> bool:
    """Whether it is only where an agreement was made, in its own sentence: "signed a truce in Damascus"."""
    return is_of_the_making(_in_its_sentence(at, mention), mention)


def _in_its_sentence(at: At, mention: PlaceMention) -> At:
    passages = at.scene.reading.passages
    its = next((p for p in passages if p.start <= mention.start < p.end), at.passage)
    return At(at.scene, its, at.clause)


def told_behind(at: At) -> tuple[Place, ...]:
    """Where the next sentence says that it was: "Three were killed. The attack took place in Kidal"."""
    behind = next((p for p in at.scene.reading.passages if p.index == at.passage.index + 1), None)
    words = at.scene.words.events
    for clause in behind.clauses if behind is not None else ():
        told = clause.lemma in words.taking_place and clause.tense == "past" and clause.negation is None
        if not told or clause.link not in ("root", "complement"):
            continue
        if not _is_the_deed(at, clause.subject):
            return ()
        spans = [(o.start, o.phrase.end) for o in clause.obliques if o.preposition in _WHERE]
        named = [m for s, e in spans for m in at.scene.places_in(s, e) if m.rule != "metonym"]
        return tuple(as_place(m) for m in named if m.precision != "country")[:1]
    return ()


def _is_the_deed(at: At, subject: Phrase | None) -> bool:
    """ "The attack", "the incident", "it": no further one, and nothing else."""
    if subject is None or subject.pronoun:
        return True
    words = at.scene.words.events
    told = nominal_lemmas(at.scene.reading.language) | words.vague | words.incidents
    return subject.determiner in ("the", "this") and subject.head in told


def only_named(at: At, taken: tuple[tuple[int, int], ...]) -> tuple[Place, ...]:
    """The one exact place of the sentence, behind a word for where, though no clause of the event holds it."""
    inside = at.scene.places_in(at.passage.start, at.passage.end)
    named = [m for m in inside if m.rule != "metonym" and not is_of_the_making(at, m) and not is_seat(at, m)]
    other = left_behind(at)
    away = [o.phrase for o in other.obliques] if other is not None else []
    away += [p for p in (other.subject, *other.objects) if p is not None] if other is not None else []
    away += of_people(at)
    exact = [m for m in named if is_small(m) and not any(p.start <= m.start < p.end for p in away)]
    if any(_apart(exact[0], each) for each in exact) or any(_is_elsewhere(at, m, taken) for m in exact):
        return ()
    return tuple(as_place(m) for m in exact if _is_behind(at, m))[:1]


def _is_elsewhere(at: At, mention: PlaceMention, taken: tuple[tuple[int, int], ...]) -> bool:
    """Whether somebody who acts is called after it, or somebody speaks from there."""
    clauses = [c for c in at.passage.clauses if c is not at.clause]
    saying = [c for c in clauses if c.lemma in at.scene.verbs_of_speech or c.link == "parenthesis"]
    sources = [o.phrase for c in clauses for o in c.obliques if o.preposition == "according to"]
    sources += [p for c in saying for p in (c.subject, *(o.phrase for o in c.obliques)) if p is not None]
    spans = [*taken, *((p.start, p.end) for p in sources)]
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _is_behind(at: At, mention: PlaceMention) -> bool:
    """Whether a word for where stands before it, and none for where somebody was taken."""
    if _is_headed_for(at, mention):
        return False
    return is_behind_where(at, mention) or mention.rule in _OF_A_KIND


def _is_headed_for(at: At, mention: PlaceMention) -> bool:
    before = written(at.scene.report.text[max(0, mention.start - 16) : mention.start]).split()[-1:]
    return any(word in load_cues(at.scene.reading.language).heading for word in before)


def is_small(mention: PlaceMention) -> bool:
    """An exact place, or one that nobody has on a map and the words still name: "the Qarqat dam"."""
    in_words = mention.lat is None and mention.precision in _SMALL and mention.rule != "metonym"
    return is_exact(mention) or in_words


def is_exact(mention: PlaceMention) -> bool:
    """A small place with a point that stands for itself."""
    if mention.lat is None or mention.precision not in _SMALL or mention.rule == "metonym":
        return False
    return (mention.radius_km or 0.0) <= _RADIUS_KM


def _apart(one: PlaceMention, other: PlaceMention) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return distance_km((one.lon, one.lat), (other.lon, other.lat)) > TOGETHER_KM
