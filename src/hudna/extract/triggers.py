"""Which kind of event do a clause's words tell of, if any?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from hudna.extract.framing import BIDDING, only_frames
from hudna.extract.relations import CONDITIONAL_MARKERS, OF_ONE
from hudna.extract.saying import disowned
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import PREPOSITIONS, Slots
from hudna.extract.who import who
from hudna.knowledge.classes import SUBJECTS, word_class
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import MODAL, Trigger, load_triggers
from hudna.model.claim import Root
from hudna.model.clause import Clause, Phrase

_PEOPLE = frozenset({"@person", "@civilians", "@crowd"})
OF_PEOPLE = frozenset({"him", "her", "them", "whom"})
# Slots that nothing inside an object fills; what is "of" an object is its own.
_OWN_SLOTS = frozenset({"any", MODAL, "subject", "object", "object2", "possessor", "compound", "of"})

# What states do with words alone, so that a capital may stand for one.
_SPOKEN = frozenset(
    {
        Root.ACCUSE,
        Root.REJECT,
        Root.REQUEST,
        Root.THREATEN,
        Root.AGREE,
        Root.SUPPORT,
        Root.CONCEDE,
        Root.CONSULT,
        Root.SANCTION,
    }
)

# What is done by saying it.
_OF_SPEECH = frozenset({Root.ACCUSE, Root.REJECT, Root.REQUEST, Root.THREATEN})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})
# Whom a name that no class of words holds may stand for, by the sector of its bearer: "Haftar advanced".
SECTORS: Mapping[str, frozenset[str]] = {
    "@soldiers": _ARMED,
    "@troops": _ARMED,
    "@armed": _ARMED,
    "@rebels": frozenset({"REB", "UAF", "PRM"}),
    "@states": frozenset({"GOV", "IGO"}),
    "@officials": frozenset({"GOV", "ELI"}),
}


@cache
def trigger_index(language: str) -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """(part of speech, lemma) → the triggers that begin with it; the most demanding first, wide nets last."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for trigger in load_triggers(language):
        for lemma in trigger.lemma:
            found.setdefault((trigger.pos, lemma.lower()), []).append(trigger)
    return {key: tuple(sorted(value, key=_demands, reverse=True)) for key, value in found.items()}


@cache
def nominal_lemmas(language: str) -> frozenset[str]:
    """Nouns that can tell of an event."""
    return frozenset(lemma for pos, lemma in trigger_index(language) if pos == "noun")


def _demands(trigger: Trigger) -> tuple[bool, int, int]:
    asked = len(trigger.needs) + (trigger.particle is not None) + 2 * trigger.negated
    return (not trigger.last, asked, len(trigger.unless))


class _Asked(Slots):
    """What every trigger asks of one clause, worked out once and only where one asks it."""

    @cached_property
    def owned_by_nobody(self) -> bool:
        """Is the deed disowned?"""
        return disowned(self.at)

    @cached_property
    def called_off(self) -> bool:
        """ "called off the talks": with such a particle a verb of saying says nothing."""
        clause, scene = self.at.clause, self.at.scene
        silent = scene.words.speech.silent_particles
        return clause.particle in silent and clause.lemma in scene.verbs_of_speech

    @cached_property
    def leaves_out_subject(self) -> bool:
        """Has it a subject that no word names?"""
        return _leaves_out_subject(self.at.clause)

    @cached_property
    def behind(self) -> frozenset[str]:
        """The relations by which anything hangs from the clause or from its objects."""
        clause = self.at.clause
        inside = (o.preposition for p in clause.objects for o in p.obliques)
        return frozenset(o.preposition for o in clause.obliques).union(inside)

    @cached_property
    def sentence(self) -> frozenset[str]:
        """Every word of the sentence, as written, in its base form or as the lemma of a clause."""
        return sentence_words(self.at)


def find_trigger(at: At) -> Trigger | None:
    """The first trigger whose conditions the clause meets."""
    return next(fitting(at), None)


def fitting(at: At) -> Iterator[Trigger]:
    """The triggers whose conditions the clause meets, the most demanding first."""
    clause = at.clause
    pos = "noun" if clause.kind == "noun" else "verb"
    index = trigger_index(at.scene.reading.language)
    if pos == "noun" and _is_in_name(at):
        return
    candidates = index.get((pos, clause.lemma), ()) or index.get((pos, written(clause.text)), ())
    slots = _Asked(at)
    yield from _fit(candidates, at, slots)
    if clause.kind == "existential":
        # "there was shooting": the parser may take the noun for a verb.
        yield from (t for t in index.get(("noun", written(clause.text)), ()) if fits(t, at, slots))
    if clause.kind == "copula":
        adjectives = (t for a in clause.adverbs for t in index.get(("adjective", a.lemma), ()))
        yield from (t for t in adjectives if fits(t, at, slots))


def _fit(candidates: tuple[Trigger, ...], at: At, slots: _Asked) -> Iterator[Trigger]:
    """Those that fit, one after the other; what a weak one is worth only all of them can say."""
    outright: list[Trigger] = []
    for number, trigger in enumerate(candidates):
        if not fits(trigger, at, slots):
            continue
        if trigger.weak:
            rest = [trigger, *(t for t in candidates[number + 1 :] if fits(t, at, slots))]
            yield from (_confirmed(t, [*outright, *rest]) for t in rest)
            return
        outright.append(trigger)
        yield trigger


def _confirmed(found: Trigger, fit: Iterable[Trigger]) -> Trigger:
    """A weak trigger is weak no more where another of the word, which asks for more, says the same outright."""
    outright = found.weak and any(not t.weak and t.root is found.root for t in fit)
    return found.model_copy(update={"weak": False}) if outright else found


def _is_in_name(at: At) -> bool:
    """ "Fronte di liberazione": a word inside the name of somebody, or behind a body with a capital, tells of nothing."""
    clause, noun = at.clause, at.clause.noun
    behind = noun is not None and clause.marker == "of" and noun.head in at.scene.words.speech.selves
    if behind and noun is not None and noun.head_text[:1].isupper() and noun.head_start != at.passage.start:
        return True
    return any(
        m.start < clause.start and clause.end <= m.end and m.text[:1].isupper()
        for m in at.scene.mentions.actors
    )


def fits(trigger: Trigger, at: At, slots: _Asked | None = None) -> bool:
    """Do particle, negation, needs and exclusions hold? `slots`: those of this clause, where they are known already."""
    slots, terms = slots or _Asked(at), _terms(at.scene.reading.language, trigger)
    for relations in terms.behind:
        if relations.isdisjoint(slots.behind):
            return False
    if (terms.attacks and slots.owned_by_nobody) or (terms.bids and only_frames(trigger, at)):
        return False
    if trigger.negated and (at.clause.negation is None or at.clause.marker in CONDITIONAL_MARKERS):
        # "until they leave", in Italian "finché non lasceranno", refuses nothing.
        return False
    if terms.speaks and slots.called_off:
        return False
    if trigger.particle is not None and not _has_particle(at.clause, trigger.particle):
        return False
    unsaid = trigger.weak and slots.leaves_out_subject
    for condition in terms.needs:
        left_out = unsaid and condition.slot == "subject"
        if not left_out and not (
            _slot_holds(at, condition, slots, trigger.particle) or _holds_inside(at, condition, slots)
        ):
            return False
    return not any(_excludes(at, condition, slots, trigger.particle) for condition in terms.unless)


@dataclass(frozen=True, slots=True)
class _Condition:
    """What a slot must hold, or must not: words with their classes told out."""

    slot: str
    words: frozenset[str]
    place: bool
    people: bool = False  # may a bare number of people stand for a word?
    sectors: frozenset[str] = frozenset()  # of names that stand for the classes asked for
    speaks: bool = False  # may a capital that stands for its state fill it?
    topics: frozenset[str] = frozenset()  # of the words those of other subjects
    behind: frozenset[str] | None = (
        None  # the relations of a slot that only what stands behind one of them fills
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a trigger asks for, told out; the trigger is kept too, so that no other can take its place in memory."""

    trigger: Trigger
    needs: tuple[_Condition, ...]
    unless: tuple[_Condition, ...]
    attacks: bool
    bids: bool
    speaks: bool  # does it by saying it, and without a particle
    behind: tuple[frozenset[str], ...]  # for each need that only such relations meet: those


_kept: dict[tuple[str, int], _Terms] = {}


def _terms(language: str, trigger: Trigger) -> _Terms:
    """The terms, told out once for each trigger: a record is slow to compare, so it is known by itself."""
    key = language, id(trigger)
    kept = _kept.get(key)
    if kept is None:
        needs = _told_out(language, trigger.needs)
        unless = tuple(
            _with_topics(c, trigger.unless[c.slot], language) for c in _told_out(language, trigger.unless)
        )
        needs = tuple(_with_sectors(c, trigger.needs[c.slot]) for c in needs)
        if trigger.root in _SPOKEN:
            needs = tuple(replace(c, speaks=c.slot == "subject" and "GOV" in c.sectors) for c in needs)
        speaks = trigger.root in _OF_SPEECH and trigger.particle is None
        attacks, bids = trigger.root is Root.ASSAULT, trigger.root in BIDDING
        behind = tuple(c.behind for c in needs if c.behind is not None)
        kept = _kept[key] = _Terms(trigger, needs, unless, attacks, bids, speaks, behind)
    return kept


def _excludes(at: At, condition: _Condition, slots: _Asked, particle: str | None) -> bool:
    """Does the slot hold what rules the trigger out? In a report on force one word of another subject does not."""
    if not _slot_holds(at, condition, slots, particle):
        return False
    if not condition.topics or not at.scene.speaks_of_force:
        return True
    words = slots.sentence & condition.words
    return bool(words - condition.topics) or len(words) > 1


def _told_out(language: str, slots: Mapping[str, tuple[str, ...]]) -> tuple[_Condition, ...]:
    return tuple(
        _Condition(
            slot,
            _expanded(language, tuple(words)),
            "@place" in words,
            not _PEOPLE.isdisjoint(words),
            behind=None if slot in _OWN_SLOTS else PREPOSITIONS.get(slot, frozenset({slot})),
        )
        for slot, words in slots.items()
    )


def _with_sectors(condition: _Condition, words: Iterable[str]) -> _Condition:
    """A condition that names of fitting bearers meet, too."""
    sectors = frozenset().union(*(SECTORS.get(word, frozenset()) for word in words))
    return replace(condition, sectors=sectors)


def _with_topics(condition: _Condition, words: Iterable[str], language: str) -> _Condition:
    """An exclusion that tells the words of other subjects apart from its own."""
    if condition.slot != "any":
        return condition
    own = _expanded(language, tuple(w for w in words if not w.startswith("@") or w[1:] not in SUBJECTS))
    return replace(condition, topics=condition.words - own)


def _leaves_out_subject(clause: Clause) -> bool:
    """ "Chiedono il pagamento", "Elle appelle au calme": nothing can be said against a subject that no word names."""
    subject = clause.subject
    return subject is not None and subject.pronoun is not None and (not subject.text or _is_he(subject))


def _is_he(subject: Phrase) -> bool:
    """ "Elle": a pronoun by itself that tells neither persons nor things from others; an English one does."""
    return subject.pronoun in OF_ONE and not subject.obliques


def asks_for(trigger: Trigger, at: At, meant: Who) -> bool:
    """Is whom a pronoun turns out to mean one of those whom the trigger asks for as subject?"""
    subject, language = at.clause.subject, at.scene.reading.language
    wanted = [c for c in _terms(language, trigger).needs if c.slot == "subject"]
    if subject is None or not subject.text or not _is_he(subject):
        return True
    words = {form for word in written(meant.text).split() for form in lemmas(word, language)}
    named = meant.actor.rule == "metonym"
    return all(
        not words.isdisjoint(c.words) or meant.actor.sector in c.sectors or (named and (c.place or c.speaks))
        for c in wanted
    )


def _has_particle(clause: Clause, particle: str) -> bool:
    if clause.particle == particle or any(a.lemma == particle for a in clause.adverbs):
        return True
    return any(o.word.split(" ")[0] == particle for o in clause.obliques)


def _slot_holds(at: At, condition: _Condition, slots: _Asked, particle: str | None) -> bool:
    """Is one of these words (or classes) in the slot?"""
    slot, wanted = condition.slot, condition.words
    if condition.behind is not None and condition.behind.isdisjoint(slots.behind):
        return False
    if slot == "any":
        return not wanted.isdisjoint(slots.sentence)
    if slot == MODAL:
        will = at.clause.tense == "future" and "will" in wanted
        return will or any(m.lemma in wanted for m in at.clause.modals)
    if slot == "compound" and not wanted.isdisjoint(at.clause.modifiers):
        return True
    filling = slots.filling(slot, particle)
    if not filling.told and not filling.named:
        return False
    if not wanted.isdisjoint(filling.words):
        return True
    return (
        (condition.place and any(at.scene.places_in(p.start, p.end) for p in filling.told))
        or (condition.people and any(counts_people(at, p) for p in filling.named))
        or (condition.speaks and any(_stands_for_state(at, p) for p in filling.counted))
        or (bool(condition.sectors) and any(_names_one(at, p, condition.sectors) for p in filling.counted))
    )


def counts_people(at: At, phrase: Phrase) -> bool:
    """ "Two died", "hundreds turned out", "killed four": a number that counts nobody else counts people."""
    # "Il a été arrêté": of one whose pronoun may be a thing's as well, where it is done to him.
    one = phrase.pronoun in OF_ONE and at.clause.passive and bool(phrase.text)
    if (one or phrase.pronoun in OF_PEOPLE) and at.scene.speaks_of_force and not phrase.obliques:
        return True
    if phrase.pronoun or phrase.obliques or phrase.modifiers:
        return False
    if at.scene.times_in(phrase.start, phrase.end) or any(c in phrase.text for c in "$€£%.:"):
        return False
    counters = at.scene.words.people.counters
    return phrase.head_text.replace(",", "").isdigit() or phrase.head in counters


def _holds_inside(at: At, condition: _Condition, slots: _Asked) -> bool:
    """ "put the group on its blacklist": what stands behind the object may hang from it, and belongs to the verb all the same."""
    if at.clause.kind == "noun" or not at.clause.objects or condition.slot in _OWN_SLOTS:
        return False
    return not condition.words.isdisjoint(slots.words_inside(condition.slot))


def _stands_for_state(at: At, phrase: Phrase) -> bool:
    """ "Berlino parla di un crimine": a place that is nothing but a name, and stands for whoever rules there."""
    named = at.scene.places_in(phrase.core_start, phrase.core_end)
    # "gli Stati Uniti": a name of several words, of which the reader may take one for a noun.
    whole = any(m.start <= phrase.head_start and phrase.core_end <= m.end for m in named)
    if not named or not (phrase.proper or whole):
        return False
    found = who(at, phrase, Thread())
    return found is not None and found.actor.rule == "metonym"


def _names_one(at: At, phrase: Phrase, sectors: frozenset[str]) -> bool:
    """ "the Arakan Army", "Haftar": does the head of the phrase belong to the name of somebody of these sectors?"""
    named = at.scene.actors_in(phrase.core_start, phrase.core_end)
    return any(m.sector in sectors and m.start <= phrase.head_start < m.end for m in named)


@cache
def _expanded(language: str, words: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        if word == "@place":
            # A place by name, or a word for one.
            found |= word_class(language, "settlement") | word_class(language, "facility")
        else:
            found |= word_class(language, word[1:]) if word.startswith("@") else {word.lower()}
    return frozenset(found)


def sentence_words(at: At) -> frozenset[str]:
    """Every word of the sentence in lower case, with the lemmas that the clauses know."""
    return _words_of(at.passage.text, at.scene.reading.language) | {c.lemma for c in at.passage.clauses}


@lru_cache(maxsize=512)
def _words_of(text: str, language: str) -> frozenset[str]:
    found: set[str] = set()
    for word in text.split():
        found |= lemmas(word.strip(".,;:!?\"'()“”«»،؛؟"), language)
    return frozenset(found)
