"""Which kind of event do a clause's words tell of, if any?"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from hudna.extract.scene import At
from hudna.knowledge.classes import word_class
from hudna.knowledge.folding import written
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.lexicon import Trigger, load_triggers
from hudna.model.clause import Clause, Phrase

# The relations that one slot stands for beside its own.
PREPOSITIONS: Mapping[str, frozenset[str]] = {
    "into": frozenset({"into", "inside"}),
    "over": frozenset({"over", "above"}),
    "about": frozenset({"about", "concerning"}),
    "near": frozenset({"near", "outside", "around"}),
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


def find_trigger(at: At) -> Trigger | None:
    """The first trigger whose conditions the clause meets."""
    clause = at.clause
    pos = "noun" if clause.kind == "noun" else "verb"
    index = trigger_index(at.scene.reading.language)
    if pos == "noun" and _is_in_name(at):
        return None
    candidates = index.get((pos, clause.lemma), ()) or index.get((pos, written(clause.text)), ())
    found = next((t for t in candidates if fits(t, at)), None)
    if found is not None and found.weak and _is_confirmed(found, candidates, at):
        return found.model_copy(update={"weak": False})
    if found is None and clause.kind == "copula":
        adjectives = (t for a in clause.adverbs for t in index.get(("adjective", a.lemma), ()))
        found = next((t for t in adjectives if fits(t, at)), None)
    return found


def _is_confirmed(weak: Trigger, candidates: Iterable[Trigger], at: At) -> bool:
    """Does another trigger of the word, which asks for more, say the same outright?"""
    return any(not t.weak and t.root is weak.root and fits(t, at) for t in candidates)


def _is_in_name(at: At) -> bool:
    """ "Fronte di liberazione": a word inside the name of somebody tells of nothing."""
    clause = at.clause
    return any(
        m.start < clause.start and clause.end <= m.end and m.text[:1].isupper()
        for m in at.scene.mentions.actors
    )


def fits(trigger: Trigger, at: At) -> bool:
    """Do particle, needs and exclusions hold?"""
    if trigger.negated and at.clause.negation is None:
        return False
    if trigger.particle is not None and not _has_particle(at.clause, trigger.particle):
        return False
    for slot, words in trigger.needs.items():
        unsaid = slot == "subject" and trigger.weak and _leaves_out_subject(at.clause)
        if not unsaid and not _slot_holds(at, slot, words, trigger.particle):
            return False
    return not any(_slot_holds(at, slot, words, trigger.particle) for slot, words in trigger.unless.items())


def _leaves_out_subject(clause: Clause) -> bool:
    """ "Chiedono il pagamento": nothing can be said against a subject that no word names."""
    return clause.subject is not None and clause.subject.pronoun is not None and clause.subject.text == ""


def _has_particle(clause: Clause, particle: str) -> bool:
    if clause.particle == particle or any(a.lemma == particle for a in clause.adverbs):
        return True
    return any(o.word.split(" ")[0] == particle for o in clause.obliques)


def _slot_holds(at: At, slot: str, words: Iterable[str], particle: str | None) -> bool:
    """Is one of these words (or classes) in the slot?"""
    wanted = _expanded(at.scene.reading.language, tuple(words))
    if slot == "any":
        return bool(wanted & sentence_words(at))
    phrases = slot_phrases(at.clause, slot, particle)
    if "@place" in words and any(at.scene.places_in(p.start, p.end) for p in phrases):
        return True
    if slot == "compound" and wanted & frozenset(at.clause.modifiers):
        return True
    if slot == "object":
        phrases = (*phrases, *(p for o in at.clause.objects for p in o.appositions))
    return any(wanted & _phrase_words(p) for p in phrases)


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


def _phrase_words(phrase: Phrase) -> frozenset[str]:
    inner = {o.phrase.head for o in phrase.obliques if o.preposition == "of"}
    compounds = {f"{m} {phrase.head}" for m in phrase.modifiers}
    members = {m.head for m in phrase.conjuncts}
    return frozenset(
        {phrase.head, written(phrase.head_text), *phrase.modifiers, *inner, *compounds, *members}
    )


def slot_phrases(clause: Clause, slot: str, particle: str | None = None) -> tuple[Phrase, ...]:
    """The phrases that fill a slot, coordinated members apart.

    `particle`: where the parser took it for a preposition ("called off the attack"),
    its phrase is the object.
    """
    if slot == "object" and particle is not None and not clause.objects and clause.particle != particle:
        return tuple(m for o in clause.obliques if o.word == particle for m in o.phrase.members())
    if slot == "subject":
        return clause.subject.members() if clause.subject is not None else ()
    if slot == "object":
        return clause.objects[0].members() if clause.objects else ()
    if slot == "object2":
        return clause.objects[1].members() if len(clause.objects) > 1 else ()
    if slot == "possessor":
        possessor = clause.phrase.possessor if clause.phrase is not None else None
        return possessor.members() if possessor is not None else ()
    names = PREPOSITIONS.get(slot, frozenset({slot}))
    return tuple(m for o in clause.obliques if o.preposition in names for m in o.phrase.members())
