"""How a language says how many were killed or injured, as records and patterns.

A form is a line of words; `(a|b)` is one of these, `x?` may be missing, and

    {number}   a figure with its bound and its range: "at least 12", "12 to 15"
    {people}   a word of `people`, up to five other words before it
    {between}  words between a deed and whom it befell, none of `done_by`: "killed at night in X six people"
    {aside}    an aside between commas or behind a word of `aside`, if there is one
    {gap}      up to four words of `gap`
    {dead} …   one of the phrases of that name in `words`
    {next}     the beginning of a figure of its own
    {no_more}  nothing, where no figure of its own follows: "killed one and wounded three"
    {words}    up to five words            {stretch}  up to thirty letters and spaces
    {blank}    a space, or nothing behind an apostrophe: "un anziano", "un'anziana"
    {undergone} nothing, where no word of `acting` stands right before: "has killed" is no death of who has
    {behind}   up to five words that are no numbers and none of `stops`
    {first}    a plain figure, in `added`; {one_more}: the same, or an article
    {held_…}   a word that holds its own number, of that list in `holding`: a dual, "a soldier" without an article

`ends` tells what follows: the end of a word, a `pause` (a space, a mark or the end),
or a `space`. `not_before` names what must not follow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record

Bound = Literal["at_least", "at_most", "below", "about", "roughly"]
ENDS = {"word": r"\b", "pause": r"(?=[ ,.;،؛]|$)", "space": r"\b(?= )"}
# Behind an apostrophe stands no blank: "un'anziana".
BLANK = r"(?: |(?<=['’]))"
SLOT = re.compile(r"\{(\w+)\}")
# The parts of a form: a slot, a choice, and plain words in between.
PART = re.compile(
    r"\{(?P<slot>\w+)\}|\((?P<choice>(?:[^()]|\([^()]*\))*)\)(?P<maybe>\??)|(?P<plain>[^{}()]+)"
)
INNER = re.compile(r"\([^()]*\)\??")
LEADING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


class TollForm(Record):
    """One way to tell a toll."""

    form: str
    ends: Literal["word", "pause", "space"] = "word"
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class TollPattern:
    """A form as a pattern. `needs`: phrases of which one at least stands, in small letters, wherever it matches."""

    form: str
    written: str
    needs: tuple[tuple[str, ...], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when a text may match: there are many, each takes ten milliseconds, and most reports tell of few deaths."""
        try:
            return re.compile(self.written, re.IGNORECASE)
        except re.error as error:
            raise KnowledgeError(
                f"casualties.yml has a form that cannot be read: '{self.form}': {error}"
            ) from error

    def may_match(self, small: str) -> bool:
        """Has a text, given in small letters, the words without which the pattern cannot match?"""
        return all(any(phrase in small for phrase in phrases) for phrases in self.needs)


class TollExample(Record):
    """A text with the counts that it tells: words, low, best and high; none where it tells none."""

    text: str
    killed: tuple[tuple[str, int | None, int | None, int | None], ...] = ()
    injured: tuple[tuple[str, int | None, int | None, int | None], ...] = ()


class CasualtyWords(Record):
    """All of casualties.yml."""

    numbers: dict[str, int] = Field(description="number words up to ninety-nine")
    joins: tuple[str, ...] = Field(default=(" ",), description="between two number words: twenty-one")
    thousands: tuple[str, ...] = Field(default=(), description="marks inside a figure: 1,200")
    articles: dict[str, int] = Field(default={}, description="count one only before `one_person`")
    dozens: dict[str, int] = Field(default={}, description="counted by an article or a number before them")
    rounded: bool = Field(default=False, description="whether dozens are no more than about so many")
    hundreds: dict[str, int] = Field(default={}, description="multiply the number before them")
    vague: dict[str, int] = Field(default={}, description="words for many, with the least that they say")
    holding: dict[str, dict[str, int]] = Field(
        default={}, description="list → nouns that hold their own number: a dual, one without an article"
    )
    ranges: tuple[str, ...] = Field(description="between the two ends of a range")
    bounds: dict[Bound, tuple[str, ...]]
    bounds_after: dict[Bound, tuple[str, ...]] = Field(
        default={}, description="bounds that stand behind the figure"
    )
    nobody: tuple[str, ...] = Field(
        default=(), description="phrases ending in a number word that count nobody"
    )
    one_person: tuple[str, ...] = ()
    ages: tuple[str, ...] = Field(default=(), description="words between one person and his age")
    people: tuple[str, ...]
    wholes: tuple[str, ...] = Field(
        default=(), description="between a figure and the whole it is taken of: nine of the thirteen"
    )
    rising: tuple[str, ...] = Field(
        default=(), description="before two figures of which the second is the new one: rose from 12 to 19"
    )
    stops: tuple[str, ...] = Field(default=(), description="words that no description of people holds")
    aside: tuple[str, ...] = ()
    done_by: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    parts: tuple[str, ...] = Field(
        default=(), description="before a figure of some of those who were counted before: among them"
    )
    acting: tuple[str, ...] = Field(default=(), description="before a verb these make it what somebody did")
    next: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]]
    harm: tuple[str, ...]
    measures: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    things: tuple[str, ...] = Field(default=(), description="what is shot down or falls and is nobody")
    killed: tuple[TollForm, ...]
    injured: tuple[TollForm, ...]
    added: str | None = None
    added_before: str | None = Field(default=None, description="further people before those of `added`")
    added_behind: tuple[str, ...] = Field(default=(), description="further people behind a figure")
    clause_behind: tuple[str, ...] = Field(default=(), description="words behind which those begin a clause")
    examples: tuple[TollExample, ...]
    counter: tuple[str, ...] = Field(description="texts that tell of nobody killed or injured")

    @cached_property
    def kinds(self) -> tuple[tuple[Literal["killed", "injured"], tuple[TollPattern, ...]], ...]:
        """The patterns of both kinds; groups `n`, `m`, `bound` and `after` hold figure, upper end and bounds."""
        return (
            ("killed", tuple(self._pattern(form) for form in self.killed)),
            ("injured", tuple(self._pattern(form) for form in self.injured)),
        )

    @cached_property
    def any_harm(self) -> re.Pattern[str]:
        """Whether a text may tell of harm at all."""
        return re.compile(_any(self.harm), re.IGNORECASE)

    @cached_property
    def not_people(self) -> re.Pattern[str]:
        """A figure that counts something else: a year, a share, a distance, an hour, missiles."""
        measures = [*map(re.escape, self.measures), *(rf"{re.escape(word)}\b" for word in self.hours)]
        counted = rf"|\d+[ -]?(?:{'|'.join(measures)})" if measures else ""
        figure = self._figure(_any(tuple(self.numbers)))
        # "900 drone strikes", but not "nine in two strikes"
        between = rf"(?:(?!{_any((*self.aside, *self.stops))} )[\w-]+ )?" if self.aside else ""
        things = rf"|{figure} {between}{_any(self.things)}s?\b" if self.things else ""
        return re.compile(rf"^(?:\d{{4}}{counted}{things})", re.IGNORECASE)

    @cached_property
    def aged(self) -> re.Pattern[str] | None:
        """Somebody and a word before his age: "a man of 58"."""
        if not self.ages:
            return None
        return re.compile(rf"\b{_any(self.one_person)},? {_any(self.ages)} $", re.IGNORECASE)

    @cached_property
    def single(self) -> re.Pattern[str]:
        """An article before somebody: "a young man"."""
        people, articles = _any(self.one_person), _any(tuple(self.articles))
        return re.compile(rf"{articles}{BLANK}(?:[\w-]+ ){{0,2}}?{people}\b", re.IGNORECASE)

    def counts_people(self, text: str) -> bool:
        """Whether a text is so many people and no more: "two fighters", "quatre soldats", "جنديين"; "dozens of gunmen" are a crowd."""
        if self.single.match(text):
            return True
        found = self._people_counted.match(text)
        if found is None:
            return False
        counted = (found["n"] or "").casefold()
        # "301 Battalion fighters" are the fighters of a battalion.
        between = found["between"] or ""
        return counted not in {*self.articles, *self.vague} and between == between.lower()

    @cached_property
    def _people_counted(self) -> re.Pattern[str]:
        """A figure with its people at the beginning, behind two words at most ("three of its soldiers"); or a word that holds its own number."""
        people, held = _any(self.people), _any(tuple(self.holding.get("people", ())))
        figure = rf"{self._slots['number']} (?P<between>(?:[\w'’-]+ ){{0,2}}){people}"
        return re.compile(rf"(?:[\w'’]{{1,4}} )?(?:{figure}|{held})(?!\w)", re.IGNORECASE)

    @cached_property
    def figure(self) -> re.Pattern[str]:
        """A figure with its bound and range, whatever it counts."""
        return re.compile(rf"(?<!\w){self._slots['number']}(?!\w)", re.IGNORECASE)

    @cached_property
    def addition(self) -> re.Pattern[str] | None:
        """People counted just before, to whom further ones are added."""
        return None if self.added is None else re.compile(rf"\b{self._filled(self.added)}$", re.IGNORECASE)

    @cached_property
    def further(self) -> re.Pattern[str] | None:
        """People counted before those whom `added` counts: "nine soldiers, two guards and a civilian"."""
        form = self.added_before
        return None if form is None else re.compile(rf"\b{self._filled(form)}$", re.IGNORECASE)

    @cached_property
    def behind(self) -> tuple[re.Pattern[str], ...]:
        """People counted right behind a figure of people, in the same part of their clause."""
        apart = f"(?! {_any(self.clause_behind)})" if self.clause_behind else ""
        return tuple(
            re.compile(rf"{self._filled(form)}(?!\w){apart}", re.IGNORECASE) for form in self.added_behind
        )

    @cached_property
    def killing(self) -> re.Pattern[str]:
        """A word of killing that ends where people begin."""
        return re.compile(rf"(?:{_any(self.words.get('kills', ()))}) $", re.IGNORECASE)

    @cached_property
    def killing_reach(self) -> int:
        """So many letters before people the longest word of killing begins."""
        return max(map(len, self.words.get("kills", ())), default=0) + 2

    @cached_property
    def of_whole(self) -> re.Pattern[str] | None:
        """What stands before a figure that counts a whole of which the dead are a part: "nine of the"."""
        if not self.wholes:
            return None
        return re.compile(rf"{self._figure(_any(tuple(self.numbers)))} {_any(self.wholes)} $", re.IGNORECASE)

    @cached_property
    def bound_of(self) -> dict[str, Bound]:
        """Bound as written, in lower case → what it bounds."""
        pairs = [*self.bounds.items(), *self.bounds_after.items()]
        return {phrase: bound for bound, phrases in pairs for phrase in phrases}

    @cached_property
    def counted(self) -> dict[str, int]:
        """Every word that is a number or holds one."""
        held = {word: value for words in self.holding.values() for word, value in words.items()}
        return {**held, **self.numbers}

    @cached_property
    def number_word(self) -> re.Pattern[str]:
        """The parts of a figure: digits, number words, words that multiply; the longest first."""
        words = sorted({*self.numbers, *self.hundreds}, key=lambda word: (-len(word), word))
        return re.compile(rf"\d+|(?<!\w){_any(tuple(words))}(?!\w)")

    @cached_property
    def _slots(self) -> dict[str, str]:
        word = _any(tuple(self.numbers))
        stops = "".join(rf"{re.escape(stop)}\b|" for stop in self.stops)
        fill = rf"(?:(?!{stops}{word} |\d)[\w'’-]+ ){{0,5}}?"
        # "dell'esercito": behind an apostrophe stands no blank.
        # "militari del Niger sono morti e altri nove feriti": whom another fate befell is told behind the first.
        fates = _any((*self.words.get("dead", ()), *self.words.get("hurt", ())))
        aside = rf"| {_any(self.aside)}(?: |(?<=['’]))(?:(?! {fates}\b)[^.;,]){{1,45}}?" if self.aside else ""
        bounding = (phrase for phrases in self.bounds.values() for phrase in phrases)
        opening = "|".join(f"{re.escape(phrase)} " for phrase in dict.fromkeys((*self.next, *bounding)))
        # "killed nine and injured dozens": the second verb counts for itself, however vaguely.
        many = _any((*self.numbers, *self.vague, *self.dozens))
        another = rf"(?:{opening})?(?:\d|{many}\b)"
        return {
            "number": self._number(word),
            "people": fill + _any(self.people),
            "aside": rf"(?:, [^.;,]{{0,60}}?,{aside})?",
            "gap": rf"(?: {_any(self.gap)}){{0,4}}" if self.gap else "",
            "undergone": "".join(rf"(?<! {re.escape(word)})" for word in self.acting),
            "blank": BLANK,
            "next": another,
            "no_more": f"(?! {another})",
            "words": r"(?: [\w'’]+){0,5}?",
            "behind": rf"(?: (?!{stops}{word}\b|\d)[\w'’-]+){{0,5}}?",
            "between": self._between(stops, word),
            "stretch": r"(?:[\w ]{0,30}?)",
            "first": rf"(?P<first>\d{{1,5}}|{word}(?:-{word})?)",
            "one_more": rf"(?P<first>\d{{1,5}}|{word}(?:-{word})?|{_any(tuple(self.articles))})",
            **{f"held_{name}": _held(words) for name, words in self.holding.items()},
            **{name: _any(phrases) for name, phrases in self.words.items()},
        }

    def _between(self, stops: str, word: str) -> str:
        """Where and when it was, behind who did it and before whom: "ucciso nel sonno sei", "ucciso, a colpi di machete, sei"."""
        others = "".join(rf"{re.escape(by)}\b|" for by in self.done_by)
        return rf"(?:(?: (?!{stops}{others}{word}\b|\d)[\w'’-]+){{1,5}}|, [^.;,\d]{{2,40}},)"

    def _number(self, word: str) -> str:
        bounds = _any(tuple(phrase for phrases in self.bounds.values() for phrase in phrases))
        ranges = _any(self.ranges)
        behind = tuple(phrase for phrases in self.bounds_after.values() for phrase in phrases)
        after = rf"(?: (?P<after>{_any(behind)}))?" if behind else "(?P<after>)"
        return (
            rf"(?P<bound>{bounds})? ?(?P<n>{self._figure(word)})"
            rf"(?: ?{ranges} ?(?P<m>\d{{1,6}}|{word}))?{after}"
        )

    def _figure(self, word: str) -> str:
        """A figure in digits or words, the larger kinds first."""
        marks = "".join(map(re.escape, self.thousands))
        counted = [f"{_any((*self.articles,))} {dozen}" for dozen in self.dozens if self.articles]
        counted += [f"{word} {dozen}" for dozen in self.dozens]
        joins = _any(self.joins)
        hundreds = rf"(?: {_any(tuple(self.hundreds))})?" if self.hundreds else ""
        # A blank joins two words at most; a word of its own may join more: "مئة وخمسة وعشرون", "25 ألفاً و490".
        plain = " " in self.joins or "-" in self.joins
        more = "?" if plain else "{0,3}"
        rest = "" if plain else rf"(?:{joins}(?:\d{{1,3}}|{word}))?"
        kinds = [
            *([rf"\d{{1,3}}(?:[{marks}]\d{{3}})+"] if marks else []),
            r"\d{1,6}" if plain else rf"\d{{1,6}}{hundreds}{rest}",
            *counted,
            *map(re.escape, self.vague),
            rf"{word}(?:{joins}{word}){more}{hundreds}{rest}",
            *map(re.escape, self.articles),
        ]
        return f"(?:{'|'.join(kinds)})"

    def _pattern(self, form: TollForm) -> TollPattern:
        unless = "|".join(self._filled(phrase) for phrase in form.not_before)
        behind = f"(?! (?:{unless}))" if unless else ""
        written = rf"\b{self._filled(form.form)}{ENDS[form.ends]}{behind}"
        return TollPattern(form.form, written, tuple(self._needed(form.form)))

    def _needed(self, form: str) -> Iterator[tuple[str, ...]]:
        """For each part of a form that may not be missing and is plain words: those of which one must stand."""
        for part in PART.finditer(form):
            choice = INNER.sub("(", part["choice"] or "")
            if part["slot"] in self.words:
                yield tuple(phrase.lower() for phrase in self.words[part["slot"]])
            elif part["plain"] or (choice and not part["maybe"]):
                begun = [_beginning(words) for words in (choice or part["plain"].strip()).split("|")]
                if all(begun):
                    yield tuple(begun)

    def _filled(self, form: str) -> str:
        unknown = sorted(set(SLOT.findall(form)) - self._slots.keys())
        if unknown:
            raise KnowledgeError(
                f"casualties.yml: form '{form}' has unknown slots: {', '.join(unknown)}. "
                f"Known: {', '.join(sorted(self._slots))}"
            )
        plain = form.replace("(", "(?:")
        return SLOT.sub(lambda match: self._slots[match[1]], plain)


def _beginning(words: str) -> str:
    """The plain words that a part of a form begins with, less a letter that may be missing: "deaths?"."""
    found = LEADING.match(words)
    plain = found.group() if found is not None else ""
    return (plain[:-1] if words[len(plain) :].startswith(("?", "*", "{")) else plain).strip().lower()


def _held(words: dict[str, int]) -> str:
    """A word with its own number: the groups of a figure without bound or range."""
    return rf"(?P<bound>(?!))?(?P<n>{_any(tuple(words))})(?P<m>(?!))?(?P<after>(?!))?"


def _any(phrases: tuple[str, ...]) -> str:
    """One of these phrases; nothing listed matches nothing."""
    return rf"(?:{'|'.join(map(re.escape, phrases))})" if phrases else "(?!)"


@cache
def load_casualty_words(language: str) -> CasualtyWords:
    """How a language tells tolls; KnowledgeError where a form cannot be read."""
    words = load_one(language_folder(language) / "casualties.yml", CasualtyWords)
    try:
        _ = words.kinds, words.addition, words.further, words.behind
    except re.error as error:
        raise KnowledgeError(
            f"languages/{language}/casualties.yml has a form that cannot be read: {error}"
        ) from error
    return words
