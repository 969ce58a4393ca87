"""Who is let go, or killed, by a pronoun is whoever was taken before: "gunmen abducted two engineers. They were released"."""

from collections.abc import Iterator

from hudna.extract.relations import OF_A_PERSON, OF_ONE, OF_SEVERAL
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import find_trigger
from hudna.extract.who import who
from hudna.knowledge.lexicon import Trigger
from hudna.model.clause import Phrase

_TAKING = frozenset({"abduct", "arrest"})


def let_go(at: At, trigger: Trigger, recipients: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """Whom it befalls; of a pronoun, those who were taken in this sentence or the one before, not who took them."""
    pronoun = next((p for p in slot_phrases(at.clause, "object") if p.pronoun and p.text), None)
    killed = at.clause.passive and at.clause.lemma in at.scene.words.events.killing
    if not (trigger.mode == "release" or killed) or pronoun is None or at.clause.kind == "noun":
        return recipients
    taken = next(_taken(at, pronoun), None)
    if taken is None:
        return recipients
    held = who(*taken, thread)
    return (held,) if held is not None else ()


def _taken(at: At, pronoun: Phrase) -> Iterator[tuple[At, Phrase]]:
    """The latest first."""
    near = [p for p in at.scene.reading.passages if 0 <= at.passage.index - p.index <= 1]
    before = (a for p in reversed(near) for a in reversed(at.scene.clauses_of(p)))
    for earlier in before:
        told = find_trigger(earlier) if earlier.clause.start < at.clause.start else None
        if told is None or told.mode not in _TAKING:
            continue
        slot = "of" if earlier.clause.kind == "noun" else "object"
        whom = (p for p in slot_phrases(earlier.clause, slot) if not p.pronoun)
        yield from ((earlier, p) for p in whom if _agree(p, pronoun))


def _agree(whom: Phrase, pronoun: Phrase) -> bool:
    several = pronoun.pronoun in OF_SEVERAL
    one = pronoun.pronoun in OF_ONE or pronoun.pronoun in OF_A_PERSON
    return whom.plural if several else one and not whom.plural
