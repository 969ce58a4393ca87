"""Which kind of event do a clause's words tell of, if any?"""

from collections.abc import Iterable, Iterator
from functools import cache

from hudna.extract.asking import Asked, asked_of, is_he
from hudna.extract.framing import only_frames
from hudna.extract.likely import likely
from hudna.extract.named_people import names_person
from hudna.extract.relations import CONDITIONAL_MARKERS, OF_ONE
from hudna.extract.scene import At, Thread, Who
from hudna.extract.terms import OWN_SLOTS, Condition, terms_of
from hudna.extract.who import who
from hudna.knowledge.classes import word_class
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import MODAL, Trigger, load_triggers
from hudna.knowledge.place_words import load_names
from hudna.model.clause import Phrase

OF_PEOPLE = frozenset({"him", "her", "he", "she", "them", "whom"})


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
    yield from _fit(likely(candidates, at), at)
    if clause.kind == "existential":
        # "there was shooting": the parser may take the noun for a verb.
        yield from (t for t in index.get(("noun", written(clause.text)), ()) if fits(t, at))
    if clause.kind == "copula":
        adjectives = (t for a in clause.adverbs for t in index.get(("adjective", a.lemma), ()))
        yield from (t for t in adjectives if fits(t, at))


def _fit(candidates: tuple[Trigger, ...], at: At) -> Iterator[Trigger]:
    """Those that fit, one after the other; what a weak one is worth only all of them can say."""
    outright: list[Trigger] = []
    for number, trigger in enumerate(candidates):
        if not fits(trigger, at):
            continue
        if trigger.weak:
            rest = [trigger, *(t for t in candidates[number + 1 :] if fits(t, at))]
            language = at.scene.reading.language
            yield from (_confirmed(t, [*outright, *rest], language) for t in rest)
            return
        outright.append(trigger)
        yield trigger


def _confirmed(found: Trigger, fit: Iterable[Trigger], language: str) -> Trigger:
    """A weak trigger is weak no more where another of the word, which asks for more, says the same outright."""
    outright = found.weak and any(not t.weak and t.root is found.root for t in fit)
    return terms_of(language, found).outright if outright else found


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


def fits(trigger: Trigger, at: At) -> bool:
    """Do particle, negation, needs and exclusions hold?"""
    slots, terms = asked_of(at), terms_of(at.scene.reading.language, trigger)
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
    if trigger.particle is not None and trigger.particle not in slots.particles:
        return False
    if trigger.plain and at.clause.particle is not None:
        return False
    unsaid = trigger.weak and slots.leaves_out_subject
    for condition in terms.needs:
        left_out = unsaid and condition.slot == "subject"
        if not left_out and not (
            _slot_holds(at, condition, slots, trigger.particle) or _holds_inside(at, condition, slots)
        ):
            return False
    return not any(_excludes(at, condition, slots, trigger.particle) for condition in terms.unless)


def _excludes(at: At, condition: Condition, slots: Asked, particle: str | None) -> bool:
    """Does the slot hold what rules the trigger out? In a report on force one word of another subject does not."""
    if not _slot_holds(at, condition, slots, particle) or _is_place_of_theirs(at, condition, slots, particle):
        return False
    if not condition.topics or not at.scene.speaks_of_force:
        return True
    words = slots.sentence & condition.words
    return bool(words - condition.topics) or len(words) > 1


def _is_place_of_theirs(at: At, condition: Condition, slots: Asked, particle: str | None) -> bool:
    """ "captured the rebel stronghold": what is taken is a place, whoever it is called after."""
    told = slots.filling("object", particle).told if condition.slot == "object" else ()
    heads = {p.head for p in told}
    return bool(heads) and heads.isdisjoint(condition.words) and heads <= _places(at.scene.reading.language)


@cache
def _places(language: str) -> frozenset[str]:
    return word_class(language, "settlement") | word_class(language, "facility")


def asks_for(trigger: Trigger, at: At, meant: Who) -> bool:
    """Is whom a pronoun turns out to mean one of those whom the trigger asks for as subject?"""
    subject, language = at.clause.subject, at.scene.reading.language
    wanted = [c for c in terms_of(language, trigger).needs if c.slot == "subject"]
    if subject is None or not subject.text or not is_he(subject):
        return True
    words = {form for word in written(meant.text).split() for form in lemmas(word, language)}
    named = meant.actor.rule == "metonym"
    return all(
        not words.isdisjoint(c.words) or meant.actor.sector in c.sectors or (named and (c.place or c.speaks))
        for c in wanted
    )


def _slot_holds(at: At, condition: Condition, slots: Asked, particle: str | None) -> bool:
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
        or (condition.named and any(_is_named_person(at, p) for p in filling.told))
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
    counters = at.scene.words.people.counters
    if not phrase.head_text.replace(",", "").isdigit() and phrase.head not in counters:
        return False
    return not any(c in phrase.text for c in "$€£%.:") and not at.scene.times_in(phrase.start, phrase.end)


def _is_named_person(at: At, phrase: Phrase) -> bool:
    """ "Hamid Karim": two words or more that open with a first name and name no place; of war, any such name."""
    words = phrase.text.split()
    named = phrase.proper and len(words) > 1 and written(words[0]) in load_names().first
    unplaced = named and not at.scene.places_in(phrase.start, phrase.end)
    return unplaced or (at.scene.speaks_of_force and names_person(at, phrase))


def _holds_inside(at: At, condition: Condition, slots: Asked) -> bool:
    """ "put the group on its blacklist": what stands behind the object may hang from it, and belongs to the verb all the same."""
    if at.clause.kind == "noun" or not at.clause.objects or condition.slot in OWN_SLOTS:
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
