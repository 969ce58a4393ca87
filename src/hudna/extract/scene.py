"""All that the rules may look at while they read one report.

A scene never changes; what one sentence lends to the next travels in `Thread`.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from hudna.knowledge.casualty_words import CasualtyWords, load_casualty_words
from hudna.knowledge.classes import BEARING, OTHER_SUBJECTS, WAR_TALK, known_class
from hudna.knowledge.coding_words import CodingWords, load_coding_words
from hudna.knowledge.cues import Cues, SpeechWords, load_cues, speech_nouns, speech_verbs
from hudna.knowledge.folding import written
from hudna.knowledge.language import Language, load_language
from hudna.model.clause import Clause, Passage, Phrase, Reading
from hudna.model.making import maker
from hudna.model.mention import ActorMention, PlaceMention, TimeMention
from hudna.model.report import Report

# So many different words that bear on conflict make a report one on it, though it names nobody armed.
WAR_WORDS = 5
# In the dev halves two words of sport or the arts stand in every report on those that has words of war, and in 3 of 274 on conflict.
PLAY_WORDS = 2
# As many words of war for violence between people whom no list knows, and one more in so many words of a longer report;
# no report of the dev half on something else has them beside it.
WAR_WORDS_AT_LEAST, WORDS_FOR_ONE = 2, 25
_WORD = re.compile(r"[^\W\d_]+")
# PLOVER sectors of those who bear arms.
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "SPY", "IMG", "CRM"})


class Found(Protocol):
    """The names of a report, each kind sorted by start; places and dates may be looked for only when they are asked for."""

    @property
    def actors(self) -> tuple[ActorMention, ...]: ...

    @property
    def places(self) -> tuple[PlaceMention, ...]: ...

    @property
    def times(self) -> tuple[TimeMention, ...]: ...


Identify = Callable[[str, str, tuple[ActorMention, ...], int], ActorMention | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One report as read, with the names in it and the words of its language."""

    report: Report
    reading: Reading
    mentions: Found
    identify: Identify
    cues: Cues
    verbs_of_speech: dict[str, SpeechWords]
    nouns_of_speech: dict[str, SpeechWords]
    words: CodingWords
    casualties: CasualtyWords
    language: Language
    speaks_of_force: bool = False  # names anybody armed: then weak words deserve belief
    # What the rules ask of a passage again and again, worked out once, by its number.
    ats: dict[int, "tuple[At, ...]"] = field(default_factory=dict, compare=False, repr=False)
    hung: dict[int, dict[int, "tuple[At, ...]"]] = field(default_factory=dict, compare=False, repr=False)

    def clauses_of(self, passage: Passage) -> "tuple[At, ...]":
        """The clauses of a passage as the rules take them."""
        found = self.ats.get(passage.index)
        if found is None:
            found = self.ats[passage.index] = tuple(At(self, passage, c) for c in passage.clauses)
        return found

    def hung_in(self, passage: Passage) -> dict[int, "tuple[At, ...]"]:
        """The clauses that hang from each clause of a passage."""
        found = self.hung.get(passage.index)
        if found is None:
            ats = self.clauses_of(passage)
            above = {at.clause.parent for at in ats if at.clause.parent is not None}
            found = {n: tuple(at for at in ats if at.clause.parent == n) for n in above}
            self.hung[passage.index] = found
        return found

    def actors_in(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Listed names inside a span, in order."""
        return _inside(self.mentions.actors, start, end)

    def places_in(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """Places inside a span, in order."""
        return _inside(self.mentions.places, start, end)

    def times_in(self, start: int, end: int) -> tuple[TimeMention, ...]:
        """Dates inside a span, in order, and durations that end on a known day; repetitions and eras are no dates."""
        found = _inside(self.mentions.times, start, end)
        return tuple(
            m for m in found if m.kind == "date" or (m.kind == "duration" and m.earliest is not None)
        )


def scene_of(report: Report, reading: Reading, mentions: Found, identify: Identify) -> Scene:
    """The scene of a report as read, with the words of its language."""
    language = reading.language
    return Scene(
        report,
        reading,
        mentions,
        identify,
        load_cues(language),
        speech_verbs(language),
        speech_nouns(language),
        load_coding_words(language),
        load_casualty_words(language),
        load_language(language),
        names_arms(mentions) or tells_of_war(report.text, language),
    )


def names_arms(mentions: Found) -> bool:
    """Does the report name anybody armed?"""
    return any(m.sector in ARMED and m.kind != "media" for m in mentions.actors)


def tells_of_war(text: str, language: str) -> bool:
    """Has the report many of the words that bear on conflict, or, where its language lists none, of war?"""
    told = _WORD.findall(written(text))
    words = set(told)
    bearing = known_class(language, BEARING)
    if bearing:
        return len(bearing & words) >= WAR_WORDS
    # "Besieged in their own half, they defended like soldiers": two words of a match or a film, and it is on that.
    of_play = words & frozenset().union(*(known_class(language, name) for name in OTHER_SUBJECTS))
    return len(of_play) < PLAY_WORDS and talks_of_war(told, language)


def talks_of_war(told: list[str], language: str, least: int = WAR_WORDS_AT_LEAST) -> bool:
    """Has a text so many of the words of war that it needs nobody listed to be on one: "gunfire", "fighters", "soldiers"?"""
    found = known_class(language, WAR_TALK) & set(told)
    return len(found) >= max(least, len(told) // WORDS_FOR_ONE)


_START = attrgetter("start")
MentionT = TypeVar("MentionT", ActorMention, PlaceMention, TimeMention)


def _inside(mentions: tuple[MentionT, ...], start: int, end: int) -> tuple[MentionT, ...]:
    """The mentions of a sorted tuple that lie in a span."""
    first, last = bisect_left(mentions, start, key=_START), bisect_left(mentions, end, key=_START)
    return tuple(m for m in mentions[first:last] if m.end <= end)


@dataclass(frozen=True, slots=True)
class Who:
    """A phrase with the actor it stands for."""

    start: int
    end: int
    text: str
    actor: ActorMention


MAKE_WHO = maker(Who)


@dataclass(slots=True)
class Thread:
    """What earlier sentences lend to later ones: the last speakers and the last actors."""

    speakers: tuple[Who, ...] = ()
    speakers_passage: int = -10
    subjects: list[Who] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)  # starts of those who headed a sentence
    last_heard: dict[int, int] = field(
        default_factory=dict
    )  # start of an actor's words → sentence that spoke of it last
    issuer: Who | None = None  # who publishes the whole, where it is a communiqué
    issuer_sought: bool = False
    author: Who | None = None  # what the writers call themselves, where it is none
    answers: frozenset[int] | None = None  # sentences of an interview's answers, once sought
    interviewed: Who | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A clause in its passage: what every rule takes."""

    scene: Scene
    passage: Passage
    clause: Clause
    answers: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def parent(self) -> "At | None":
        """The clause above, if any."""
        if self.clause.parent is None:
            return None
        return self.scene.clauses_of(self.passage)[self.clause.parent]

    def children(self) -> "tuple[At, ...]":
        """The clauses that hang from this one."""
        return self.scene.hung_in(self.passage).get(self.clause.index, ())

    def words(self, phrase: Phrase) -> str:
        """A phrase's words in the report."""
        return self.scene.report.text[phrase.start : phrase.end]


AnswerT = TypeVar("AnswerT")


def once(question: Callable[[At], AnswerT]) -> Callable[[At], AnswerT]:
    """A question that many rules ask of a clause, answered once; the answer may rest on the scene and the clause alone."""

    @wraps(question)
    def asked(at: At) -> AnswerT:
        if question not in at.answers:
            at.answers[question] = question(at)
        return cast("AnswerT", at.answers[question])

    return asked
