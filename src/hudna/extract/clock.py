"""When it happened: the stated day, else what the sentence, the saying or the sentence before lends."""

from datetime import date, timedelta

from hudna.extract.days_before import counted_back, days_before
from hudna.extract.long_ago import LongAgo
from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Scene
from hudna.extract.sources import Voice
from hudna.extract.telling import Held
from hudna.extract.told import Told
from hudna.extract.told_next import when_it_was
from hudna.extract.when import governs, is_ranked, occurred, time_of
from hudna.model.claim import COUNTED, Occurred
from hudna.model.clause import Passage
from hudna.model.mention import TimeMention

_WEEK = timedelta(days=7)
# From so many days on a stretch of time is an age and no date.
_AGE_DAYS = 400


class Clock:
    """The days of one report, as its sentences lend them to one another."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._long_ago = LongAgo()

    def _last_time(self, passage: Passage) -> TimeMention | None:
        """The last date of a sentence that may serve the next sentence, if any."""
        times = [
            t
            for t in self._scene.times_in(passage.start, passage.end)
            if t.latest is not None and _can_be_lent(t) and not self._is_to_come(t)
        ]
        return times[-1] if times else None

    def _is_to_come(self, time: TimeMention) -> bool:
        """ "it would be announced on Friday": a day after the report is of nothing that has happened."""
        published = self._scene.report.published
        return published is not None and time.earliest is not None and time.earliest > published

    def of_state(self, at: At, chain: tuple[Voice, ...]) -> TimeMention | None:
        """The day as of which a state is said to hold."""
        return time_of(at, (), self._sayings(at, chain))

    def stated(self, told: Told, chain: tuple[Voice, ...]) -> TimeMention | None:
        """The day that the words themselves give."""
        found = time_of(told.at, told.merged, self._sayings(told.at, chain)) or self._announced(told, chain)
        found = found or _of_what_it_explains(told.at) or self._long_ago.of(told)
        length = days_before(told.at)
        return found if length is None else counted_back(told.at, length, found)

    def occurred(
        self, told: Told, when: TimeMention | None, status: Held, chain: tuple[Voice, ...], *, spoken: bool
    ) -> Occurred | None:
        """The stated time; else the one the sentence before lends; else no later than the report, and that is said."""
        # "ce jour-là" where no day was told before says nothing of its own.
        behind = self._told_behind(told) if when is not None and when.latest is None else None
        when = behind or when
        self._long_ago.remember(told, when, status)
        if when is not None:
            return _eve(when) if _is_of_the_eve(told, when) else occurred(when)
        published = self._scene.report.published
        if status.status not in COUNTED:
            return None
        said_on = self._said_on(told, chain)
        lent = self._told_behind(told) or self._beside(told) or said_on or self._lent_time(told)
        lent = None if lent is not None and _is_an_age(lent) else lent
        if lent is not None and not spoken:
            found = occurred(lent, "inherited")
            return _up_to(found) if found is not None and lent is said_on and _is_toll(told) else found
        if published is None:
            return None
        earliest = published - timedelta(days=1) if spoken else None
        return Occurred(
            earliest=earliest, latest=published, precision="day" if spoken else "vague", basis="published"
        )

    def _sayings(self, at: At, chain: tuple[Voice, ...]) -> tuple[At, ...]:
        return tuple(
            At(self._scene, at.passage, v.clause)
            for v in chain
            if v.clause is not None and v.clause.index != at.clause.index
        )

    def _announced(self, told: Told, chain: tuple[Voice, ...]) -> TimeMention | None:
        """ "announced on Wednesday a deployment": what is announced as a noun has the day of the announcement."""
        at = told.at
        if at.clause.kind != "noun" or at.clause.link != "argument" or not chain or chain[0].clause is None:
            return None
        return time_of(At(self._scene, at.passage, chain[0].clause), (), ())

    def _said_on(self, told: Told, chain: tuple[Voice, ...]) -> TimeMention | None:
        """The day on which it was said: news of an act is told the day it is known."""
        for saying in self._sayings(told.at, chain)[:1]:
            when = time_of(saying, (), ())
            if when is not None and when.precision in ("day", "hour"):
                return when
        return None

    def _beside(self, told: Told) -> TimeMention | None:
        """A day that the same sentence gives to another clause before this one."""
        at = told.at
        times = [
            t
            for t in self._scene.times_in(at.passage.start, at.clause.start)
            if _can_be_lent(t) and not _of_relative(at, t) and not self._is_to_come(t)
        ]
        published = self._scene.report.published
        known = [
            t
            for t in times
            if t.latest is not None and (published is None or published - t.latest <= timedelta(days=31))
        ]
        return known[-1] if known else None

    def _told_behind(self, told: Told) -> TimeMention | None:
        """ "Twenty were executed. It was on 2 October in Selen.": the sentence behind says nothing but when it was."""
        behind = when_it_was(told.at)
        return self._last_time(behind) if behind is not None else None

    def _lent_time(self, told: Told) -> TimeMention | None:
        index = told.at.passage.index
        if index == 0 or told.at.clause.tense not in ("past", "none", "present"):
            return None
        time = self._last_time(self._scene.reading.passages[index - 1])
        published: date | None = self._scene.report.published
        if time is None or time.latest is None or published is None:
            return time
        return time if published - time.latest <= timedelta(days=31) else None


def _of_what_it_explains(at: At) -> TimeMention | None:
    """ "had hit the camp in 2019, saying that it had aimed at X": what somebody says of his deed beside it is of its day."""
    says, clause = at.parent, at.clause
    deed = says.parent if says is not None else None
    if says is None or deed is None or clause.link != "complement" or speech_words(says) is None:
        return None
    told = clause.tense == "past" and clause.subject is not None and clause.subject.pronoun is not None
    own = told or (clause.tense == "infinitive" and clause.perfect)
    beside = says.clause.link == "adverbial" and says.clause.tense == "participle"
    return time_of(deed, (), ()) if beside and own else None


def _is_of_the_eve(told: Told, when: TimeMention) -> bool:
    """ "au lendemain d'affrontements": the day of the sentence is the day after, unless the deed has its own."""
    clause, morrows = told.at.clause, told.at.scene.words.events.morrows
    behind = clause.kind == "noun" and clause.noun is not None and clause.noun.head in morrows
    return behind and when.precision == "day" and not governs(clause, when)


def _is_an_age(time: TimeMention) -> bool:
    """ "a war that has dragged on for twenty years": how long something has gone on is no day of what is told next."""
    first, last = time.earliest, time.latest
    return first is not None and last is not None and (last - first).days > _AGE_DAYS


def _eve(when: TimeMention) -> Occurred | None:
    """The day before, of which the words name the day after."""
    found = occurred(when)
    if found is None or found.earliest is None or found.latest is None:
        return found
    day = timedelta(days=1)
    return found.model_copy(update={"earliest": found.earliest - day, "latest": found.latest - day})


def _up_to(known: Occurred) -> Occurred:
    """No later than the day on which it was said."""
    return known.model_copy(update={"earliest": None, "precision": "vague"})


def _is_toll(told: Told) -> bool:
    """ "said on Thursday that 12 people had been killed": a count of dead or hurt is of the days before, as far as anybody says."""
    clause = told.at.clause
    hurt = clause.kind == "verb" and clause.passive and clause.lemma in told.at.scene.words.events.outcomes
    return hurt and not told.actors and not told.merged


def lasts(time: TimeMention) -> bool:
    """ "since January", "until the end of May": a stretch with one end in the text."""
    return time.rule.endswith(("+since", "+by"))


def lasts_long(time: TimeMention) -> bool:
    """Of more than a week: "since dawn" is the news of a day."""
    known = time.earliest is not None and time.latest is not None
    return lasts(time) and known and time.latest - time.earliest > _WEEK  # type: ignore[operator]


def _can_be_lent(time: TimeMention) -> bool:
    """ "a truce that had held since January": how long something lasted is not when the next thing happened."""
    return (
        not lasts(time)
        and not is_ranked(time)
        and time.basis != "anniversary"
        and time.precision in ("day", "hour", "span")
    )


def _of_relative(at: At, time: TimeMention) -> bool:
    """ "The rebels, who took the town last month, have since …": the day of a relative clause that ended before is its own."""
    return any(
        c.link == "relative" and c.index != at.clause.index and c.end < at.clause.start and governs(c, time)
        for c in at.passage.clauses
    )
