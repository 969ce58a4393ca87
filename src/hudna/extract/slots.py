"""What fills the slots of a clause, and every word that may answer for it, each worked out once a clause."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hudna.extract.scene import At
from hudna.knowledge.folding import written
from hudna.model.clause import Clause, Phrase
from hudna.model.making import maker

# The relations that one slot stands for beside its own.
PREPOSITIONS: Mapping[str, frozenset[str]] = {
    "into": frozenset({"into", "inside"}),
    "over": frozenset({"over", "above"}),
    "about": frozenset({"about", "concerning"}),
    "near": frozenset({"near", "outside", "around"}),
}


@dataclass(frozen=True, slots=True)
class Filling:
    """The phrases of a slot: as they stand; with what is said of an object; with what is counted in them, and their words."""

    told: tuple[Phrase, ...]
    named: tuple[Phrase, ...]
    counted: tuple[Phrase, ...]
    words: frozenset[str]


MAKE_FILLING = maker(Filling)


class Slots:
    """The slots of one clause."""

    def __init__(self, at: At) -> None:
        self.at = at
        self._filled: dict[str | tuple[str, str | None], Filling] = {}
        self._inside: dict[str, frozenset[str]] = {}

    def filling(self, slot: str, particle: str | None) -> Filling:
        """What fills a slot; `particle` as for `slot_phrases`."""
        key = (slot, particle) if slot == "object" else slot
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = self._fill(slot, particle)
        return found

    def _fill(self, slot: str, particle: str | None) -> Filling:
        at = self.at
        told = slot_phrases(at.clause, slot, particle)
        if slot in ("of", "compound") and at.clause.kind == "noun":
            # "إطلاق نار من طائرات", "هجوم انتحاري على قاعدة": the owner of a deed that has more behind it.
            told = (*told, *slot_phrases(at.clause, "possessor"))
        named = (*told, *(p for o in at.clause.objects for p in o.appositions)) if slot == "object" else told
        counted = tuple(c for p in named for c in (p, *_counted(at, p)))
        return MAKE_FILLING(told, named, counted, _words_of_all(at, counted))

    def words_inside(self, slot: str) -> frozenset[str]:
        """The words of what hangs from an object by the relations of a slot."""
        if slot not in self._inside:
            names = PREPOSITIONS.get(slot, frozenset({slot}))
            objects = self.at.clause.objects
            inner = [o.phrase for p in objects for o in p.obliques if o.preposition in names]
            self._inside[slot] = _words_of_all(self.at, inner)
        return self._inside[slot]


def _words_of_all(at: At, phrases: Iterable[Phrase]) -> frozenset[str]:
    found: set[str] = set()
    for phrase in phrases:
        found |= _words_of(phrase, owners=_owns(at, phrase))
    return frozenset(found)


def _words_of(phrase: Phrase, *, owners: bool) -> set[str]:
    """The phrase's head, its modifiers, what it is made of, the members beside it."""
    head = phrase.head
    found = {head, written(phrase.head_text), *phrase.modifiers}
    if " " in head:
        found.add(head.split(" ", 1)[0])
    found.update(f"{m} {head}" for m in phrase.modifiers)
    found.update(o.phrase.head for o in phrase.obliques if o.preposition == "of" and (owners or o.word))
    found.update(m.head for m in phrase.conjuncts)
    return found


def _counted(at: At, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "آخر دفعة من جنوده", "dozens of fighters": what is counted, however deep."""
    words, found = at.scene.words, []
    counting = words.people.counters | words.events.counting | words.events.portions
    current: Phrase | None = phrase
    for _ in range(4):
        if current is None or not {current.head, written(current.head_text)} & counting:
            break
        current = next((o.phrase for o in current.obliques if o.preposition in ("of", "from")), None)
        if current is not None:
            found.append(current)
    return tuple(found)


def _owns(at: At, phrase: Phrase) -> bool:
    """Does whose it is tell what it is? Not where owners stand behind with nothing between: "سائق شاحنة" is no lorry."""
    if at.scene.language.has_case:
        return True
    words = at.scene.words
    parts = words.people.counters | words.people.partitives | words.people.members | words.forces.shares
    return phrase.head in parts | words.events.counting or written(phrase.head_text) in parts


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


def befallen(at: At, slot: str, particle: str | None = None) -> tuple[Phrase, ...]:
    """The phrases of a slot; "claimed the lives of a guard and two drivers" befell these, and no lives."""
    return tuple(one for p in slot_phrases(at.clause, slot, particle) for one in _whose_lives(at, p))


def _whose_lives(at: At, phrase: Phrase) -> tuple[Phrase, ...]:
    taken = phrase.head in at.scene.words.events.lives
    whose = next((o.phrase for o in phrase.obliques if o.preposition == "of"), None) if taken else None
    return whose.members() if whose is not None else (phrase,)
