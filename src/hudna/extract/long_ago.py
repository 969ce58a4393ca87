"""Sentences that go on with what was long before: "In 2019 rebels raided the base. Ten soldiers were killed." """

from dataclasses import dataclass

from hudna.extract.relations import POINTING
from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.extract.told import Told
from hudna.extract.triggers import nominal_lemmas
from hudna.model.claim import COUNTED, Root, Status
from hudna.model.clause import Phrase
from hudna.model.mention import TimeMention

_BEFALLING = frozenset({Root.ASSAULT, Root.COERCE})
_CLIMB = 6


@dataclass(slots=True)
class LongAgo:
    """Remembers a day long before the report, as long as the sentences behind it tell of it."""

    index: int = -10
    when: TimeMention | None = None
    news: int = -10
    carried: bool = False

    def remember(self, told: Told, when: TimeMention | None, status: Held) -> None:
        """After every event: does it tell of the past, or is it news?"""
        index = told.at.passage.index
        if status.status is Status.HISTORICAL and when is not None:
            self.carried = when is self.when
            self.index, self.when = index, when
        elif status.status in COUNTED and told.trigger.root in _BEFALLING:
            self.news = index

    def of(self, told: Told) -> TimeMention | None:
        """The day long ago that a sentence without one goes on with, if it does."""
        at = told.at
        next_ = at.passage.index - self.index == 1 or (at.passage.index == self.index and self.carried)
        if self.when is None or not next_ or self.news == self.index:
            return None
        if told.trigger.root not in _BEFALLING or at.scene.times_in(at.passage.start, at.passage.end):
            return None
        return self.when if _takes_up(at) or (_is_toll(told) and self._is_near(at)) else None

    def _is_near(self, at: At) -> bool:
        """In the same paragraph; or behind a sentence that itself only goes on."""
        if self.carried:
            return True
        start = at.scene.reading.passages[self.index].start
        return "\n" not in at.scene.report.text[start : at.passage.start]


def _takes_up(at: At) -> bool:
    """ "The attack killed ten", "the raid involved gunmen firing mortars": a definite deed that was told just before."""
    current: At | None = at
    for _ in range(_CLIMB):
        if current is None:
            return False
        if any(_is_told_deed(at, p) for p in (current.clause.phrase, current.clause.subject)):
            return True
        current = current.parent
    return False


def _is_told_deed(at: At, phrase: Phrase | None) -> bool:
    deeds = nominal_lemmas(at.scene.reading.language)
    return phrase is not None and phrase.determiner in POINTING and phrase.head in deeds


def _is_toll(told: Told) -> bool:
    """ "Ten soldiers were killed": whom it befell, with no word on who did it or where."""
    at, words = told.at, told.at.scene.words.events
    deadly = at.clause.lemma in words.outcomes | words.killing | words.dying
    elsewhere = at.scene.places_in(at.passage.start, at.passage.end)
    return at.clause.kind == "verb" and deadly and not told.actors and not elsewhere
