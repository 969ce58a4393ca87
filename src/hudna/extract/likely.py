"""Which triggers of a word can a clause meet at all? By tables of words, so that few need to be looked at closely.

A word may have dozens of triggers, and nearly all of them ask for words that the sentence lacks. Triggers are told
by the bits of a number: for each slot the words that stand in it say which of them are left.
"""

from dataclasses import dataclass, field

from hudna.extract.asking import Asked, asked_of
from hudna.extract.scene import At
from hudna.extract.terms import Condition, Terms, terms_of
from hudna.knowledge.lexicon import Trigger

_WORTH_A_TABLE = 2
# The slots by which most triggers are ruled out; what the others hold is asked of those that are left.
_SUBJECT, _OBJECT, _ANY = "subject", "object", "any"


@dataclass(slots=True)
class _Table:
    """Of the triggers that ask for a slot: which words meet them, and whom something else but a word may meet."""

    asking: int = 0
    otherwise: int = 0
    by_word: dict[str, int] = field(default_factory=dict)

    def add(self, bit: int, condition: Condition) -> None:
        self.asking |= bit
        if condition.place or condition.named or condition.people or condition.speaks or condition.sectors:
            self.otherwise |= bit
        for word in condition.words:
            self.by_word[word] = self.by_word.get(word, 0) | bit

    def ruled_out(self, words: frozenset[str]) -> int:
        """Those that nothing meets where these words fill the slot."""
        left = self.otherwise
        for word in self.by_word.keys() & words:
            left |= self.by_word[word]
        return self.asking & ~left


class Likely:
    """The triggers of one word, the most demanding first."""

    def __init__(self, language: str, triggers: tuple[Trigger, ...]) -> None:
        self._triggers = triggers
        self._tables = {slot: _Table() for slot in (_SUBJECT, _OBJECT, _ANY)}
        self._particles: dict[str, int] = {}
        for number, trigger in enumerate(triggers):
            self._add(1 << number, terms_of(language, trigger))

    def _add(self, bit: int, terms: Terms) -> None:
        particle = terms.trigger.particle
        if particle is not None:
            self._particles[particle] = self._particles.get(particle, 0) | bit
        for condition in terms.needs:
            # With a particle, what a preposition holds may be the object.
            if condition.slot in self._tables and not (condition.slot == _OBJECT and particle is not None):
                self._tables[condition.slot].add(bit, condition)

    def among(self, slots: Asked) -> tuple[Trigger, ...]:
        """Those that the clause can meet, in their order."""
        left = (1 << len(self._triggers)) - 1
        for particle, bits in self._particles.items():
            if particle not in slots.particles:
                left &= ~bits
        for slot, table in self._tables.items():
            if left & table.asking:
                left &= ~self._ruled_out(slot, table, slots)
        return tuple(trigger for number, trigger in enumerate(self._triggers) if left >> number & 1)

    @staticmethod
    def _ruled_out(slot: str, table: _Table, slots: Asked) -> int:
        if slot == _ANY:
            return table.ruled_out(slots.sentence)
        if slot == _SUBJECT and slots.leaves_out_subject:
            return 0
        filling = slots.filling(slot, None)
        return table.ruled_out(filling.words) if filling.told or filling.named else table.asking


_kept: dict[int, Likely] = {}


def likely(triggers: tuple[Trigger, ...], at: At) -> tuple[Trigger, ...]:
    """Those of a word's triggers that the clause can meet; the tables are made once and keep the triggers they are of."""
    if len(triggers) < _WORTH_A_TABLE:
        return triggers
    kept = _kept.get(id(triggers))
    if kept is None:
        kept = _kept[id(triggers)] = Likely(at.scene.reading.language, triggers)
    return kept.among(asked_of(at))
