"""Report text → the names in it, and the function that says who a phrase means.

Actors first, since a place inside a name ("the Tripoli Brigade") is no place of its
own; then dates; then places, with the countries the report is about as a hint.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cached_property, partial
from itertools import accumulate
from typing import TypeVar

from hudna.knowledge.calendar import load_calendar
from hudna.knowledge.dates import DateWords, load_date_words
from hudna.knowledge.folding import letters, plain
from hudna.knowledge.language import load_language
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.knowledge.quoted import MARKS
from hudna.model.mention import ActorMention, Mentions, PlaceMention, TimeMention
from hudna.model.report import Report
from hudna.resolve.actors import ActorFinder
from hudna.resolve.actors_beside import in_passing
from hudna.resolve.occasions import dated
from hudna.resolve.places import PlaceFinder
from hudna.resolve.times import find_times

MentionT = TypeVar("MentionT", ActorMention, PlaceMention, TimeMention)
_JOINED = re.compile(r"[-‑](?=[a-z]{3})")
GOES_BACK = "anaphor"
# Codes of bodies that are no countries.
_BODIES = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "MNC", "ISM", "MED"})


# So many letters before a phrase hold the preposition that it follows.
CONTRACTED = 10


class Names:
    """The names of one report, and who its phrases mean."""

    def __init__(self, report: Report, language: str, *, theatres: tuple[str, ...]) -> None:
        self._report = report
        self._language = language
        self._finder = ActorFinder.load(theatres)
        self._theatres = theatres
        self._plain = plain(report.text)
        # What the finders see: no unread signs, one spelling; every mention is led back to the report's offsets.
        self._seen = letters(self._plain.text)
        found = self._finder.find(self._seen, language=language, when=report.published)
        self._actors = tuple(
            self._in_report(m if m.id is not None or m.country is None else self._without_context(m))
            for m in found
        )
        self._answers: dict[tuple[str, str, int, bool], ActorMention | None] = {}

    @property
    def actors(self) -> tuple[ActorMention, ...]:
        """Listed and patterned names, before places and dates are looked for."""
        return self._actors

    @property
    def mentions(self) -> Mentions:
        """Actors, places and dates of the whole report."""
        return Mentions(self._actors, self.places, self.times)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places of the report; looked for only when somebody asks, as they cost most."""
        hints = salient_countries(self._actors, ())
        found = PlaceFinder.load(self._theatres).find(
            self._seen, language=self._language, near_countries=hints
        )
        placed = map(self._in_report, found)
        # The finders see words without their signs: "برياً" ends as no name does.
        signs = load_place_cues(self._language).nameless_endings
        named = (place for place in placed if not place.text.endswith(signs))
        return tuple(p for place in map(self._joined, named) if (p := self._inside_name(place)) is not None)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """Its dates, the same."""
        published, words = self._report.published, load_date_words(self._language)
        dates = find_times(self._seen, published=published, words=words)
        told = (t for t in map(self._in_report, dates) if not _is_lookalike(t, words))
        times = tuple(t for t in told if not self._in_listed_name(t))
        return dated(times, load_calendar(self._theatres), published, words)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries the report speaks of, the most spoken of first."""
        actors = tuple(m for m in self._actors if not self._is_beside(m.start))
        return salient_countries(actors, tuple(m for m in self.places if not self._is_beside(m.start)))

    def _is_beside(self, start: int) -> bool:
        """ "venus du Mali", "la frontière avec le Niger": named in passing, and not what the report speaks of."""
        words = load_phrase_words(self._language)
        return bool(words.beside_country) and in_passing(
            self._report.text, start, words.beside_country, words.small_beside
        )

    def identify(
        self, words: str, head: str, inner: tuple[ActorMention, ...], position: int
    ) -> ActorMention | None:
        """Who a phrase means, where `position` is its place in the report and of the mentions inside it."""
        nearby = tuple(m for m in self._actors if m.end <= position)[-6:]
        known = self._finder.is_known(
            self._report.text[max(0, position - CONTRACTED) : position], self._language
        )
        phrases, end = load_phrase_words(self._language), position + len(words)
        if phrases.say_where_made(self._report.text, position, position if " " in words else end):
            return None  # it says where a thing was made, and not whose it is
        key = (words, head, len(nearby), known)
        if key not in self._answers:
            own = tuple(replace(m, start=m.start - position, end=m.end - position) for m in inner)
            self._answers[key] = self._ask(words, head, own, nearby, known=known)
        return self._answers[key]

    def _in_report(self, mention: MentionT) -> MentionT:
        """A mention of the text as seen, with the words and offsets of the report."""
        if self._seen is self._report.text:
            return mention
        start, end = self._plain.span(mention.start, mention.end)
        return replace(mention, start=start, end=end, text=self._report.text[start:end])

    def _ask(
        self,
        words: str,
        head: str,
        inner: tuple[ActorMention, ...],
        nearby: tuple[ActorMention, ...],
        *,
        known: bool = False,
    ) -> ActorMention | None:
        """An actor nobody has listed keeps only the country that its own words name."""
        words, inner = _as_seen(words, inner)
        if not load_language(self._language).has_case:
            words, inner = _without_marks(words, inner)
        ask = partial(
            self._finder.identify,
            words,
            head=head,
            mentions=inner,
            language=self._language,
            when=self._report.published,
            known=known,
        )
        found = ask(countries=self.countries, nearby=nearby)
        if found is None or found.id is not None or found.country is None:
            return found
        plain = ask()
        return replace(found, country=plain.country if plain is not None else None)

    def _without_context(self, mention: ActorMention) -> ActorMention:
        """An unlisted actor with only the country that its own words name."""
        plain = self._finder.identify(mention.text, language=self._language, when=self._report.published)
        return replace(mention, country=plain.country if plain is not None else None)

    def _joined(self, place: PlaceMention) -> PlaceMention:
        """ "the Iran-backed group", "the Tripoli-based ministry": joined to a small word a name says whose, and not where it was."""
        joined = _JOINED.match(self._report.text, place.end)
        return replace(place, rule="metonym") if joined is not None else place

    def _inside_name(self, place: PlaceMention) -> PlaceMention | None:
        """A place inside a name stands for its owner ("the Tripoli government"); a name that is no more than a place's is no place."""
        actor = next((a for a in self._actors if _covers(a, place)), None)
        if actor is None:
            return place
        whole = (actor.start, actor.end) == (place.start, place.end)
        return None if actor.kind == "media" or whole else replace(place, rule="metonym")

    def _in_listed_name(self, time: TimeMention) -> bool:
        """ "il Movimento 23 marzo": a day that names somebody listed is no day of the report."""
        return any(
            a.id is not None
            and a.start <= time.start
            and time.end <= a.end
            and a.end - a.start > len(time.text)
            for a in self._actors
        )


def _as_seen(words: str, inner: tuple[ActorMention, ...]) -> tuple[str, tuple[ActorMention, ...]]:
    """Words of the report as the finders see them, with the mentions inside them."""
    bare = plain(words)
    seen = letters(bare.text)
    if seen == words:
        return words, inner
    spans = [bare.within(m.start, m.end) for m in inner]
    return seen, tuple(
        replace(m, start=start, end=end, text=seen[start:end])
        for m, (start, end) in zip(inner, spans, strict=True)
    )


def _without_marks(words: str, inner: tuple[ActorMention, ...]) -> tuple[str, tuple[ActorMention, ...]]:
    """ "وكالة «سانا": the words without the marks around a listed name, with the mentions inside them."""
    if not any(m.id is not None and words[: m.start][-1:] in MARKS for m in inner):
        return words, inner
    kept = "".join(sign for sign in words if sign not in MARKS)
    before = [0, *accumulate(sign in MARKS for sign in words)]
    moved = ((m, m.start - before[m.start], m.end - before[m.end]) for m in inner)
    return kept, tuple(replace(m, start=start, end=end, text=kept[start:end]) for m, start, end in moved)


def _is_lookalike(time: TimeMention, words: DateWords) -> bool:
    """ "في إب": a town whose name in one spelling of letters is a month's."""
    return not words.lookalikes.isdisjoint(unicodedata.normalize("NFD", time.text).split())


def _covers(actor: ActorMention, place: PlaceMention) -> bool:
    return (
        actor.start <= place.start
        and place.end <= actor.end
        and (actor.id is not None or actor.kind == "media")
    )


def salient_countries(actors: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]) -> tuple[str, ...]:
    """Country codes by how often actors and places of the report belong to them; ties by first mention."""
    # Where an outlet sits says nothing of what it reports on.
    told_of = [m for m in actors if m.kind != "media"]
    named = [(m.start, m.country) for m in told_of if m.country is not None and m.country not in _BODIES]
    # "Egypt's minister" names Egypt once; "the strip" goes back to a place that was counted.
    held = [(m.start, m.end) for m in told_of if m.country is not None]
    own = (m for m in places if m.rule != GOES_BACK and not any(s <= m.start < e for s, e in held))
    named += [(m.start, m.country) for m in own if m.country is not None]
    counts = Counter(country for _, country in named)
    first: dict[str, int] = {}
    for start, country in sorted(named):
        first.setdefault(country, start)
    return tuple(sorted(counts, key=lambda c: (-counts[c], first[c])))
