"""Words of each language that help linking: another one, the part of the day, whose text it is.

The files are `languages/<code>/linking.yml`; each proves itself with examples.
"""

import re
from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from hudna.knowledge.casualty_words import CasualtyWords
from hudna.knowledge.files import ROOT, language_folder, load_one
from hudna.knowledge.folding import fold, letters
from hudna.model.record import Record

_SLOT = "{outlet}"
# "l'aube", "dell'alba": the article is a word of its own here.
_APOSTROPHES = re.compile("['\u2019]")
# The longest name of an outlet, with a word or two round it ("the news agency …").
LONGEST_NAME = 60
_NAME = rf"(?P<outlet>[^().;\[\]\n—–]{{2,{LONGEST_NAME}}}?)"
_STOP = r"(?=[.,;:!?()\[\]\n]|\Z| (?:and|that|which|et|qui|que|che|ed?|أن|إن) )"


class Frame(Record):
    """Words round the name of an outlet that say whose the text is.

    At the start, the end or either edge of a report they speak of all of it; elsewhere
    of the sentence in which they stand.
    """

    words: str
    at: Literal["start", "end", "edge", "any"] = "any"

    @property
    def follows(self) -> bool:
        """Whether the words stand before the name, so that the name begins what follows them."""
        return not self.words.startswith(_SLOT)

    @cached_property
    def own_words(self) -> re.Pattern[str]:
        """What of it is no name."""
        return re.compile(re.escape(self.words.replace(_SLOT, "")), re.IGNORECASE)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The frame with room for a name."""
        before, _, after = self.words.partition(_SLOT)
        opened = (r"(?<!\w)" if before[:1].isalnum() else "") + re.escape(before)
        closed = re.escape(after) + (r"(?!\w)" if after[-1:].isalnum() else "")
        if self.at == "start":
            return re.compile(r"\A\W*" + opened + _NAME + closed, re.IGNORECASE)
        if self.at == "end":
            return re.compile(opened + _NAME + closed + r"[.\s)\]]*\Z", re.IGNORECASE)
        return re.compile(opened + _NAME + (closed or _STOP), re.IGNORECASE)


class Firsthand(Record):
    """Words of an outlet that speaks of itself, and those that must follow; without any, the first say it all."""

    first: tuple[str, ...]
    then: tuple[str, ...] = ()


class Shown(Record):
    """A text and what must be seen in it; what is left out is not tested."""

    text: str
    credit: tuple[str, ...] | None = None
    another: bool | None = None
    ongoing: bool | None = None
    day_part: str | None = None
    seen: bool | None = None
    heard_here: bool | None = None
    recalls: bool | None = None
    within: str | None = None
    document: bool | None = None
    single: bool | None = None
    anyone: bool | None = None
    both_sides: bool | None = None
    indefinite: bool | None = None
    definite: bool | None = None


class LinkingWords(Record):
    """One language's words."""

    another: tuple[str, ...]
    same_day: tuple[str, ...] = ()
    ongoing: tuple[str, ...] = ()
    another_after: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    day_parts: dict[Literal["morning", "midday", "afternoon", "evening", "night"], tuple[str, ...]]
    until: tuple[str, ...] = ()
    credits: tuple[Frame, ...]
    reporters: tuple[str, ...] = ()
    saw: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    our_people: tuple[str, ...] = ()
    own_reporters: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    harmed: tuple[str, ...] = ()
    we_saw: tuple[Firsthand, ...] = ()
    not_seen: tuple[str, ...] = ()
    locals: tuple[str, ...] = ()
    anyone: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    plural_pronouns: tuple[str, ...] = ()
    both_sides: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    papers: tuple[Firsthand, ...] = ()
    within: tuple[Firsthand, ...] = ()
    told_us: tuple[Firsthand, ...] = ()
    told_to: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    bare_plural: str | None = None
    definite: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    agency_with: tuple[str, ...] = ()
    common: tuple[str, ...]
    examples: tuple[Shown, ...]
    counter: tuple[Shown, ...]


@cache
def load_linking_words(language: str) -> LinkingWords | None:
    """The words of a language, or None where nobody has written them."""
    path = language_folder(language) / "linking.yml"
    return load_one(path, LinkingWords) if path.exists() else None


def linking_languages() -> tuple[str, ...]:
    """The languages that have such words."""
    return tuple(sorted(path.parent.name for path in (ROOT / "languages").glob("*/linking.yml")))


@cache
def common_words(language: str) -> frozenset[str]:
    """Folded words that say nothing of what happened."""
    words = load_linking_words(language)
    return frozenset(fold(word) for word in words.common) if words else frozenset()


@cache
def day_part_words(language: str) -> dict[tuple[str, ...], str]:
    """Folded words → part of the day."""
    words = load_linking_words(language)
    if words is None:
        return {}
    return {_said(phrase): part for part, named in words.day_parts.items() for phrase in named}


@cache
def until_words(language: str) -> frozenset[tuple[str, ...]]:
    """Folded words right before a part of the day that only say until when."""
    words = load_linking_words(language)
    return frozenset(map(_said, words.until)) if words else frozenset()


def _said(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, an elided article among them."""
    return tuple(fold(_APOSTROPHES.sub(" ", phrase)).split())


@cache
def another_words(language: str) -> dict[str, frozenset[str]]:
    """Folded word that means another one → the words it must follow; none: it may stand anywhere."""
    words = load_linking_words(language)
    if words is None:
        return {}
    return {
        fold(word): frozenset(fold(before) for before in words.another_after.get(word, ()))
        for word in words.another
    }


@cache
def same_day_words(language: str) -> tuple[str, ...]:
    """Folded phrases that set an event beside another one of the same day."""
    words = load_linking_words(language)
    return tuple(f" {fold(phrase)} " for phrase in words.same_day) if words else ()


@cache
def ongoing_words(language: str) -> tuple[str, ...]:
    """Folded words and phrases that say that something has gone on for days."""
    words = load_linking_words(language)
    return tuple(f" {fold(phrase)} " for phrase in words.ongoing) if words else ()


def is_reporter(words: str, language: str) -> bool:
    """Whether words mean somebody who reports for an outlet, not the outlet."""
    known = load_linking_words(language)
    return known is not None and not _folded(known.reporters).isdisjoint(fold(words).split())


@cache
def local_words(language: str) -> frozenset[str]:
    """Folded words for people of a place who are told apart by nothing: residents, witnesses, a woman."""
    words = load_linking_words(language)
    return frozenset(fold(word) for word in words.locals) if words else frozenset()


def is_pronoun(words: str, language: str) -> bool:
    """Whether somebody is only called he or she."""
    known = load_linking_words(language)
    return known is not None and fold(words) in _folded(known.pronouns)


def is_plural_pronoun(words: str, language: str) -> bool:
    """Whether people are only called they."""
    known = load_linking_words(language)
    return known is not None and fold(words) in _folded(known.plural_pronouns)


def means_both_sides(words: str, language: str) -> bool:
    """Whether speakers stand for the two sides: "officials on both sides"."""
    known, said = load_linking_words(language), f" {fold(words)} "
    return known is not None and any(f" {phrase} " in said for phrase in _folded(known.both_sides))


@cache
def same_words(language: str) -> frozenset[str]:
    """Folded words by which an outlet is only called the one that was named before: "the same paper"."""
    known = load_linking_words(language)
    return _folded(known.same) if known else frozenset()


def is_single(words: str, language: str) -> bool:
    """Whether words surely mean one person: "a neighbour", "the baker of the quarter", not "the traders"."""
    known, said = load_linking_words(language), fold(words).split()
    if known is None or not said:
        return False
    one = len(said) > 1 and said[0] in _folded(known.single)
    return is_pronoun(words, language) or (one and not _is_plural(said[1], known))


def _is_plural(word: str, known: "LinkingWords") -> bool:
    return known.bare_plural is not None and word.endswith(known.bare_plural)


def is_anyone(words: str, language: str) -> bool:
    """Whether words may mean anybody of a crowd: residents, a witness, a source."""
    known = load_linking_words(language)
    return known is not None and not _folded(known.anyone).isdisjoint(fold(words).split())


def is_recalled(before: str, language: str) -> bool:
    """Whether what follows these words of a sentence only dates or explains its news: "… hours after"."""
    known = load_linking_words(language)
    words = fold(before).split()
    ends = {" ".join(words[-size:]) for size in (1, 2, 3)} | {" ".join(words[-2:-1])}
    return known is not None and not ends.isdisjoint(_folded(known.recalls))


@cache
def told_to(language: str) -> tuple[str, ...]:
    """Folded words before an outlet's name that say that it was told."""
    words = load_linking_words(language)
    return tuple(fold(phrase) for phrase in words.told_to) if words else ()


@cache
def media_words(language: str) -> frozenset[str]:
    """Folded words that say of a name that it is an outlet's."""
    words = load_linking_words(language)
    return frozenset(fold(word) for word in (*words.media, *words.agency)) if words else frozenset()


def is_indefinite(words: str, language: str) -> bool:
    """Whether words for people leave open who they are: "a youth leader", "two militia members", "officials"."""
    known = load_linking_words(language)
    first = fold(words).split()[:1]
    if known is None or not first:
        return False
    if first[0] in _folded(known.indefinite) or first[0] in counting_words(language):
        return True
    bare = known.bare_plural is not None and words[:1].islower() and first[0] not in common_words(language)
    return bare and first[0].endswith(known.bare_plural or "")


def is_definite(words: str, language: str) -> bool:
    """Whether words begin with a definite article, as of something that is known: "the fuel barge attacked on Friday"."""
    known = load_linking_words(language)
    return known is not None and letters(words).lower().startswith(known.definite)


@cache
def all_media_words() -> frozenset[str]:
    """The same of all languages: a name may stand in a text of another one."""
    return frozenset(word for language in linking_languages() for word in media_words(language))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


@cache
def counting_words(language: str) -> frozenset[str]:
    """Folded number words, one apart, which is an article in many languages."""
    path = language_folder(language) / "casualties.yml"
    # The words alone: how tolls are told takes a second to prepare, and nobody asks for it here.
    numbers = load_one(path, CasualtyWords).numbers if path.exists() else {}
    return frozenset(fold(word) for word, value in numbers.items() if value > 1)


@cache
def agency_words() -> tuple[frozenset[str], frozenset[str]]:
    """Folded words of every language that mean an agency, and those that may stand with them."""
    known = [words for language in linking_languages() if (words := load_linking_words(language))]
    return (
        frozenset(fold(word) for words in known for word in words.agency),
        frozenset(fold(word) for words in known for word in words.agency_with),
    )


def bare_agency(name: str) -> str | None:
    """The folded name of an agency without the words that say that it is one; None where none does."""
    agency, beside = agency_words()
    words = fold(name).split()
    kept = [word for word in words if word not in agency and word not in beside]
    return " ".join(kept) or None if agency.intersection(words) else None


@cache
def credit_frames(language: str) -> tuple[tuple[Frame, re.Pattern[str]], ...]:
    """The frames with their patterns."""
    words = load_linking_words(language)
    return tuple((frame, frame.pattern) for frame in words.credits) if words else ()
