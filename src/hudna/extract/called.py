"""Whom it befell, told by no more than a name that no list has: "Jan Roe was killed", "gunmen abducted Jan Roe".

Only of what befalls people alone: a village may be attacked, and a ship, but nobody abducts or murders them.
What the name stands for beyond that nobody knows, so he has neither a side nor a sector.
"""

from collections.abc import Iterator

from hudna.extract.named_people import named_before, names_person
from hudna.extract.scene import At, Who
from hudna.extract.slots import slot_phrases
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase
from hudna.model.mention import ActorMention

RULE = "unlisted_person"
_BEFALLS_PEOPLE = frozenset({"abduct", "targeted", "beat", "torture", "sexual", "arrest"})
_ROOTS = frozenset({Root.ASSAULT, Root.COERCE})


def called(at: At, trigger: Trigger, guests: tuple[At, ...], matched: dict[int, Trigger]) -> tuple[Who, ...]:
    """The people whom the clause, or one that tells of the same event, only names."""
    if not at.scene.language.has_case:
        return ()
    found: list[Who] = []
    for one in (at, *guests):
        told = trigger if one is at else matched.get(one.clause.index, trigger)
        for phrase in _befallen(one, told):
            named = phrase if names_person(one, phrase) else named_before(one, phrase)
            if named is not None:
                found.append(_as_named(one, named))
    return tuple(found)


def _befallen(at: At, trigger: Trigger) -> Iterator[Phrase]:
    """Whom a word that befalls people alone has as its object, or as whose deed it is."""
    clause, words = at.clause, at.scene.words.events
    if trigger.root not in _ROOTS or clause.negation is not None:
        return
    dies = clause.lemma in words.dying and clause.kind != "noun"
    if not (trigger.mode in _BEFALLS_PEOPLE or clause.lemma in words.killing or dies):
        return
    slots = ("of",) if clause.kind == "noun" else ("subject",) if dies else ("object",)
    for slot in slots:
        yield from slot_phrases(clause, slot)


def _as_named(at: At, phrase: Phrase) -> Who:
    start, end = phrase.core_start, phrase.core_end
    words = at.scene.report.text[start:end]
    actor = ActorMention(start, end, words, None, words, None, None, "official", rule=RULE)
    return Who(start, end, words, actor)
