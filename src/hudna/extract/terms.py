"""What triggers ask of a clause, told out: the words that may fill each slot, their classes included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from hudna.extract.framing import BACKING, BIDDING
from hudna.extract.slots import PREPOSITIONS
from hudna.knowledge.classes import SUBJECTS, word_class
from hudna.knowledge.lexicon import MODAL, Trigger
from hudna.model.claim import Root

# Somebody's name, where no list has it: told by its first name.
NAMED = "@named"
_PEOPLE = frozenset({"@person", "@civilians", "@crowd"})
# Slots that nothing inside an object fills; what is "of" an object is its own.
OWN_SLOTS = frozenset({"any", MODAL, "subject", "object", "object2", "possessor", "compound", "of"})

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


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold, or must not: words with their classes told out."""

    slot: str
    words: frozenset[str]
    place: bool
    named: bool = False  # may somebody's first and last name fill it?
    people: bool = False  # may a bare number of people stand for a word?
    sectors: frozenset[str] = frozenset()  # of names that stand for the classes asked for
    speaks: bool = False  # may a capital that stands for its state fill it?
    topics: frozenset[str] = frozenset()  # of the words those of other subjects
    behind: frozenset[str] | None = (
        None  # the relations of a slot that only what stands behind one of them fills
    )


@dataclass(frozen=True, slots=True)
class Terms:
    """What a trigger asks for, told out; the trigger is kept too, so that no other can take its place in memory."""

    trigger: Trigger
    outright: Trigger  # the same, weak no more
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    attacks: bool
    bids: bool
    speaks: bool  # does it by saying it, and without a particle
    behind: tuple[frozenset[str], ...]  # for each need that only such relations meet: those


_kept: dict[tuple[str, int], Terms] = {}


def terms_of(language: str, trigger: Trigger) -> Terms:
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
        attacks, bids = trigger.root is Root.ASSAULT, trigger.root in BIDDING | BACKING
        behind = tuple(c.behind for c in needs if c.behind is not None)
        outright = trigger.model_copy(update={"weak": False}) if trigger.weak else trigger
        kept = _kept[key] = Terms(trigger, outright, needs, unless, attacks, bids, speaks, behind)
    return kept


def _told_out(language: str, slots: Mapping[str, tuple[str, ...]]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            slot,
            _expanded(language, tuple(words)),
            "@place" in words,
            NAMED in words,
            not _PEOPLE.isdisjoint(words),
            behind=None if slot in OWN_SLOTS else PREPOSITIONS.get(slot, frozenset({slot})),
        )
        for slot, words in slots.items()
    )


def _with_sectors(condition: Condition, words: Iterable[str]) -> Condition:
    """A condition that names of fitting bearers meet, too."""
    sectors = frozenset().union(*(SECTORS.get(word, frozenset()) for word in words))
    return replace(condition, sectors=sectors)


def _with_topics(condition: Condition, words: Iterable[str], language: str) -> Condition:
    """An exclusion that tells the words of other subjects apart from its own."""
    if condition.slot != "any":
        return condition
    own = _expanded(language, tuple(w for w in words if not w.startswith("@") or w[1:] not in SUBJECTS))
    return replace(condition, topics=condition.words - own)


@cache
def _expanded(language: str, words: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        if word == NAMED:
            continue
        if word == "@place":
            # A place by name, or a word for one.
            found |= word_class(language, "settlement") | word_class(language, "facility")
        else:
            found |= word_class(language, word[1:]) if word.startswith("@") else {word.lower()}
    return frozenset(found)
