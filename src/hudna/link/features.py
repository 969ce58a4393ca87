"""What is compared between two claims: small functions, each with one question.

Each gives a level and a sentence. The levels' weights are knowledge (`weights.yml`).
UNKNOWN comes first in every function and weighs nothing: what one of them does not tell
is never held against them. The first line of each docstring is printed to users.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from hudna.link.copying import copied_share
from hudna.link.deeds import deeds, deeds_level
from hudna.link.distance import Nearness
from hudna.link.levels import (
    EVERYDAY,
    chain_level,
    figure_level,
    name_level,
    passage_level,
    recall_level,
    words_level,
)
from hudna.link.outline import Outline, Who
from hudna.link.pair import UNKNOWN, Answer, Pair
from hudna.link.participants import ORDER, Match, relation
from hudna.link.sites import site
from hudna.model.claim import Root

# A gap of so many days is bridged by slips of dates and zones, by a slow report, by nothing.
NEXT_DAY, FEW_DAYS, WEEK = 1, 3, 10
# Two figures for the same dead may differ that much while a toll rises (UCDP's low and high seldom do more).
CLOSE_SHARE, CLOSE_COUNT = 0.5, 3
# Cosine of two sentences; translations lie above .5, sentences on other things mostly below .3.
MEANING_LEVELS = ((0.6, "same"), (0.5, "near"), (0.4, "akin"), (0.3, "some"), (0.2, "little"))
# Of the kinds of things that two claims name, those they share.
MOSTLY = 0.5
# The parts of a day in order; neighbours are confused, others are not.
DAY_PARTS = ("night", "morning", "midday", "afternoon", "evening", "night")
_PLACED, _NAMED = frozenset({"same", "next_to", "same_area", "inside"}), frozenset({"same", "related"})
_VIOLENT = frozenset({Root.ASSAULT.value})
# The levels of `tie`, by how many of the two they share.
TIED = ("neither", "one", "both")
# Levels that tell two events apart on purpose where one report names both.
_APART_KINDS, _APART_DAYS = frozenset({"other_mode"}), frozenset({"next", "few_days", "within"})
_APART_PARTS = frozenset({"beside", "differs"})
_APART_SPEAKERS, _NEARBY = frozenset({"fits"}), _PLACED | {"touching", "same_country"}
_APART_THINGS, _DEEDS = frozenset({"differ"}), frozenset({Root.ASSAULT.value, Root.COERCE.value})
_LENT_PLACES = _PLACED | {"beside", "apart", "far", "abroad"}
_LENT_DAYS = frozenset({"same", "within", "next", "few_days", "here_within", "here_next", "here_few_days"})
_PASSED = frozenset({"quarters", "beside", "apart", "far"})
_APART_PLACES = _PASSED | {"next_to"}
_NEIGHBOURS = tuple({one, other} for one, other in pairwise(DAY_PARTS))


def kind(pair: Pair) -> Answer:
    """Are they the same kind of event?"""
    level = pair.roots.likeness(pair.one.kind, pair.other.kind)
    if pair.roots.are_statements(pair.one.root, pair.other.root) and level != "same_mode":
        return Answer("statements", lambda: f"{_kinds(pair)}: both done by speaking")
    return Answer(_here(pair, level, _APART_KINDS), lambda: _kinds(pair))


def move(pair: Pair) -> Answer:
    """Are they the same move of troops?"""
    one, other = pair.one.move, pair.other.move
    if one is None or other is None:
        return Answer(UNKNOWN, "a move is not named")
    if one == other:
        return Answer("same", lambda: f"both {one}")
    pairs = {one, other}
    if pairs in pair.roots.opposed:
        return Answer("opposed", lambda: f"{one} undoes {other}")
    akin = any(pairs <= group for group in pair.roots.moves)
    return Answer("akin" if akin else "other", lambda: f"{one} and {other}")


def day(pair: Pair) -> Answer:
    """Do they tell of the same days?"""
    one, other = pair.one, pair.other
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return Answer(UNKNOWN, "a day is not known")
    gap = max(one.first, other.first) - min(one.last, other.last)
    open_days = "open" in {one.sure, other.sure}
    if gap <= 0:
        level = "open" if open_days else "same" if {one.sure, other.sure} == {"exact"} else "within"
    elif gap <= NEXT_DAY:
        level = "next"
    elif gap <= FEW_DAYS:
        level = "few_days"
    else:
        level = "week" if gap <= WEEK else "long"
    if open_days and level != "open":
        level = f"open_{level}"
    if one.lies_ahead and other.lies_ahead:
        return Answer(f"ahead_{level}", lambda: f"{_days(pair)}; it lies ahead and may be put off")
    if pair.lasting:
        return Answer(f"lasting_{level}", lambda: _days(pair))
    if (one.ongoing or other.ongoing) and level in {"next", "few_days"}:
        return Answer(f"running_{level}", lambda: f"{_days(pair)}; it is said to have gone on for days")
    level = _here(pair, level, _APART_DAYS)
    if (one.day_lent or other.day_lent) and level in _LENT_DAYS:
        return Answer(f"lent_{level}", lambda: f"{_days(pair)}; another sentence of a report gives it")
    return Answer(level, lambda: _days(pair))


def part_of_day(pair: Pair) -> Answer:
    """Do they tell of the same part of the day?"""
    one, other = pair.one.day_part, pair.other.day_part
    if one is None or other is None or pair.lasting:
        return Answer(UNKNOWN, "a part of the day is not named, or it goes on for days")
    if one == other:
        return Answer("same", lambda: f"both at {one}")
    level = "beside" if {one, other} in _NEIGHBOURS else "differs"
    return Answer(_here(pair, level, _APART_PARTS), lambda: f"{one} and {other}")


def place(pair: Pair) -> Answer:
    """Do they tell of the same place?"""
    near = pair.places
    if near is None:
        return Answer(UNKNOWN, "a place is not named")
    if (near.one.scene or near.other.scene) and near.level not in _NEARBY:
        return Answer(UNKNOWN, "a place is only known from the rest of its report")
    if pair.moving and near.level in _PASSED:
        if pair.on_one_way:
            return Answer("moving_named", lambda: f"{_spots(near)}; one names where the other is")
        return Answer(f"moving_{near.level}", lambda: _spots(near))
    level = _here(pair, near.level, _APART_PLACES)
    if (near.one.lent or near.other.lent) and near.level in _LENT_PLACES:
        return Answer(f"lent_{level}", lambda: f"{_spots(near)}; another sentence of a report names it")
    return Answer(level, lambda: _spots(near))


def setting(pair: Pair) -> Answer:
    """Where neither has a place: do their reports speak of the same country?"""
    one, other = pair.one.setting, pair.other.setting
    if not one or not other or not set(one).isdisjoint(other):
        told = "a place is named, a party to a conflict takes part, or one country is spoken of"
        return Answer(UNKNOWN, told)
    return Answer("apart", f"{', '.join(one)} and {', '.join(other)}")


def people(pair: Pair) -> Answer:
    """Does the same side take part?"""
    answer = _matched(pair.people.first)
    if answer.level in {"same_side", "differs", "opposed"} and not _VIOLENT & {
        pair.one.root,
        pair.other.root,
    }:
        # Who fired is disputed; who marched, called or spoke is not.
        return Answer(f"act_{answer.level}", answer.because)
    return answer


def said_by(pair: Pair) -> Answer:
    """Where both are done by speaking: is it the same one who speaks?"""
    if not {pair.one.root, pair.other.root} <= pair.roots.spoken:
        return Answer(UNKNOWN, "not done by speaking")
    pairs = [(one, other) for one in pair.one.doers for other in pair.other.doers]
    if not pairs:
        return Answer(UNKNOWN, "who speaks is not named in one of them")
    level, one, other = min(
        ((relation(a, b), a, b) for a, b in pairs), key=lambda found: ORDER.index(found[0])
    )
    if level == "fits" and set(one.words) & set(other.words):
        level = "related"  # "the defence ministry", then "the ministry"
    level = level if level in _NAMED | {"fits"} else "differs"
    return Answer(_here(pair, level, _APART_SPEAKERS), lambda: f"{_name(one)} and {_name(other)}")


def counterpart(pair: Pair) -> Answer:
    """Is it between the same two?"""
    return _matched(pair.people.second)


def tie(pair: Pair) -> Answer:
    """Do they share a place or somebody by name?"""
    placed, named = shares_place(pair), shares_somebody(pair)
    why = {
        (True, True): "a place and somebody by name",
        (False, False): "neither a place nor anybody by name",
    }
    return Answer(TIED[placed + named], why.get((placed, named), "a place" if placed else "somebody by name"))


def shares_place(pair: Pair) -> bool:
    """Whether their places are one, or one in the other."""
    return pair.places is not None and pair.places.level in _PLACED


def shares_somebody(pair: Pair) -> bool:
    """Whether somebody takes part in both by name."""
    return pair.people.first is not None and pair.people.first.level in _NAMED


def direction(pair: Pair) -> Answer:
    """Does the same side act, and the same side suffer?"""
    matches = [one for one in (pair.people.first, pair.people.second) if one]
    known = [one for one in matches if one.level in _NAMED | {"same_side"}]
    if not known:
        return Answer(UNKNOWN, "nobody takes part in both by name")
    if any(one.swapped for one in known):
        disputed = _VIOLENT & {pair.one.root, pair.other.root}
        return Answer("swapped" if disputed else "act_swapped", "who acts in one is acted upon in the other")
    return Answer("same", "in the same part")


def dead(pair: Pair) -> Answer:
    """Do they give the same number of dead?"""
    return _counted(pair.one.dead, pair.other.dead)


def hurt(pair: Pair) -> Answer:
    """Do they give the same number of wounded?"""
    return _counted(pair.one.hurt, pair.other.hurt)


def figure(pair: Pair) -> Answer:
    """Do they share figures that are not everyday ones?"""
    level, shared = figure_level(pair.one, pair.other), pair.one.figures & pair.other.figures
    if level == "shared":
        return Answer(level, f"both name {', '.join(str(one) for one in sorted(shared) if one > EVERYDAY)}")
    return Answer(level, "no figures in one of them" if level == UNKNOWN else "no figure in common")


def words(pair: Pair) -> Answer:
    """Are they told in the same words?"""
    one, other, level = pair.one.stems, pair.other.stems, words_level(pair.one, pair.other)
    if pair.one_text:
        return Answer(level, "one report says it once in these words")
    if level == UNKNOWN:
        return Answer(level, "told in different languages")
    return Answer(level, f"{len(one & other)} of {len(one | other)} words in common")


def name(pair: Pair) -> Answer:
    """Do their words name the same people and places?"""
    level = name_level(pair.one, pair.other)
    if level == UNKNOWN:
        return Answer(level, "no names in one of them")
    shared = ", ".join(sorted(pair.one.names & pair.other.names))
    return Answer(level, f"{shared} …" if shared else "no name in common")


def meaning(pair: Pair) -> Answer:
    """Do they mean the same, in whatever language?"""
    if pair.alike is None or pair.one_text:
        return Answer(UNKNOWN, "not asked: the rest decides, or it is one report")
    level = next((level for least, level in MEANING_LEVELS if pair.alike >= least), "unlike")
    return Answer(level, f"cosine {pair.alike:.2f}")


def chain(pair: Pair) -> Answer:
    """Do the reports go back to one text or one speaker?"""
    level, one, other = chain_level(pair.one, pair.other), pair.one, pair.other
    if pair.one_text:
        return Answer(level, "the same text")
    if level in {"copied", "edited"}:
        return Answer(level, f"{copied_share(one, other):.0%} of the shorter report stands in the longer one")
    if level == "credit":
        return Answer(level, f"both go back to {', '.join(sorted(one.credits & other.credits))}")
    if level == "speaker":
        return Answer(level, f"both quote {', '.join(sorted(one.voices & other.voices))}")
    return Answer(level, "no text, credit or speaker in common")


def passage(pair: Pair) -> Answer:
    """Where do they stand in one report?"""
    if not pair.one_text:
        return Answer(UNKNOWN, "in different reports")
    level = passage_level(pair.one, pair.other)
    if level == "overlap":
        return Answer(level, "in the same words of one report")
    return Answer(level, lambda: f"{pair.other.start - pair.one.end} letters apart in one report")


def recall(pair: Pair) -> Answer:
    """Does a sentence name one of them only to date or explain the other?"""
    level = recall_level(pair.one, pair.other)
    return Answer(level, "named after words like after or since" if level != UNKNOWN else "neither, or both")


def held(pair: Pair) -> Answer:
    """Are they held alike: told as having happened, denied, ahead or long past?"""
    one, other = sorted((pair.one.held, pair.other.held))
    if one == other:
        return Answer("alike" if one != "ahead" else "both_ahead", lambda: f"both {one}")
    return Answer(f"{one}_{other}", lambda: f"{pair.one.held} and {pair.other.held}")


def thing(pair: Pair) -> Answer:
    """Do they name the same kind of thing: a bus, a market, a bridge?"""
    one, other = pair.one.things, pair.other.things
    if not one or not other or not {pair.one.root, pair.other.root} <= _DEEDS:
        return Answer(UNKNOWN, "one of them names none, or it is no deed of force")
    share = len(one & other) / len(one | other)
    level = "shared" if share >= MOSTLY else "partly" if share else "differ"
    both = " and ".join(", ".join(sorted(things)) for things in (one, other))
    return Answer(_here(pair, level, _APART_THINGS), both)


def tally(pair: Pair) -> Answer:
    """Does one of them count many deeds, where the other tells of one?"""
    if pair.one.many == pair.other.many:
        return Answer(UNKNOWN, "neither or both")
    return Answer("sum_and_one", "one counts ten deeds or more, the other tells of one")


def another(pair: Pair) -> Answer:
    """Does one of them say that it is another one?"""
    if pair.one.another == pair.other.another:
        return Answer(UNKNOWN, "neither or both")
    because = "one says it is another, a second, a further one"
    return Answer("another_here" if pair.one_text else "another", because)


def _here(pair: Pair, level: str, telling_apart: frozenset[str]) -> str:
    """A level of its own where one report names both: its details then tell two events apart on purpose."""
    return f"here_{level}" if pair.one_text and level in telling_apart else level


def _matched(found: Match | None) -> Answer:
    if found is None:
        return Answer(UNKNOWN, "not named in one of them")
    return Answer(found.level, lambda: f"{_name(found.one)} and {_name(found.other)}")


def _counted(one: tuple[int | None, ...], other: tuple[int | None, ...]) -> Answer:
    first, second = _range(one), _range(other)
    if first is None or second is None:
        return Answer(UNKNOWN, "a number is not given")
    return Answer(_counts(first, second), lambda: f"{_number(first)} and {_number(second)}")


def _counts(first: tuple[int, int], second: tuple[int, int]) -> str:
    if first == second:
        return "equal"
    if 0 in {first[1], second[1]}:
        return "none_and_some"
    if first[0] <= second[1] and second[0] <= first[1]:
        return "overlap"
    low, high = sorted((first[1], second[1]))
    return "close" if high - low <= max(CLOSE_COUNT, CLOSE_SHARE * high) else "far"


def _range(figures: tuple[int | None, ...]) -> tuple[int, int] | None:
    known = [number for number in figures if number is not None]
    return (min(known), max(known)) if known else None


def _number(found: tuple[int, int]) -> str:
    return str(found[0]) if found[0] == found[1] else f"{found[0]} to {found[1]}"


def _kinds(pair: Pair) -> str:
    one, other = ("/".join(part for part in outline.kind if part) for outline in (pair.one, pair.other))
    return f"{one} and {other}"


def _spots(near: Nearness) -> str:
    far = f"{near.km:.0f} km apart, " if near.km is not None else ""
    return (
        f"{near.one.name} and {near.other.name}: {far}radius {max(near.one.radius, near.other.radius):.0f} km"
    )


def _name(who: Who) -> str:
    return who.id or " ".join(who.words)


def _days(pair: Pair) -> str:
    return f"{_span(pair.one)} and {_span(pair.other)}"


def _span(outline: Outline) -> str:
    first, last = (date.fromordinal(number) for number in (outline.first or 1, outline.last or 1))
    told = first.isoformat() if first == last else f"{first} to {last}"
    return f"{told} (open)" if outline.sure == "open" else told


Feature = Callable[[Pair], Answer]
# What is asked of nearly every pair is asked without its sentence.
LEVELS: dict[Feature, Callable[[Outline, Outline], str]] = {
    figure: figure_level, words: words_level, name: name_level, chain: chain_level, passage: passage_level, recall: recall_level, deeds: deeds_level,
}  # fmt: skip
# Those that cost little and say much come first: most pairs are given up after half of them.
FEATURES: tuple[Feature, ...] = (
    held, day, kind, thing, said_by, words, place, site, setting, name, move, another, tally, part_of_day, dead, figure, hurt, people, tie, direction,
    counterpart, chain, passage, recall, deeds,
)  # fmt: skip
