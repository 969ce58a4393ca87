"""Stretches with one end in the text: since 2011, by the end of the month."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hudna.knowledge.date_forms import folded
from hudna.knowledge.dates import DateWords
from hudna.model.mention import TimeMention

SINCE_REACH = 120
# So many words lie at most between a rank and "since": "the deadliest attack on civilians since".
RANKING_REACH = 5
YEAR = len("2011")


def opened(
    text: str,
    sentence: int,
    mention: TimeMention,
    published: date | None,
    modifier: str | None,
    words: DateWords,
    *,
    ahead: bool = False,
) -> TimeMention:
    """The mention with the end that publication gives it; without publication the end stays open."""
    if mention.kind not in ("date", "reference"):
        return _lasting(text[max(sentence, mention.start - SINCE_REACH) : mention.start], mention, words)
    before = folded(text[max(sentence, mention.start - SINCE_REACH) : mention.start])
    if _is_ranked(before, words):
        return replace(mention, rule=f"{mention.rule}+ranked")
    if _is_since(before, words):
        return _since(mention if ahead else _begun(mention, published), published)
    if f" {before}".endswith(words.joins.by) and modifier == "END":
        return _until(mention, published)
    return mention


def _lasting(before: str, mention: TimeMention, words: DateWords) -> TimeMention:
    """ "the deadliest in three weeks", "a truce that has held since a year": how long it has been so is no day of a deed."""
    if mention.kind != "duration" or mention.earliest is None:
        return mention
    plain = folded(before)
    if _is_ranked(plain, words):
        return replace(mention, rule=f"{mention.rule}+ranked")
    since = any(f" {plain.strip()}".endswith(f" {one}") for one in words.joins.since)
    return replace(mention, rule=f"{mention.rule}+since") if since else mention


def _is_since(before: str, words: DateWords) -> bool:
    """As in "since 2011" or "since war broke out in 2011", not "for the first time since 2011"."""
    return any(_opens(before, since, words) for since in words.joins.since)


def _is_ranked(before: str, words: DateWords) -> bool:
    """As in "the first since October", "the deadliest since 2011": when it was last so, and not when this was."""
    for since in words.joins.since:
        head, found, between = f" {before} ".rpartition(f" {since} ")
        # "the worst since rebels took the town in May": who took it has a day of his own.
        if found and not between.strip() and _ranks(head.rpartition(",")[2].split()[-RANKING_REACH:], words):
            return True
    return False


def _ranks(behind: list[str], words: DateWords) -> bool:
    """A rank among others, and no number: "more than 30 since Monday"."""
    pairs = pairwise([*behind, ""])
    ranked = any(one in words.joins.superlative and after not in words.joins.unranked for one, after in pairs)
    return ranked and not _has_digit(" ".join(behind))


def _opens(before: str, since: str, words: DateWords) -> bool:
    head, found, between = f" {before} ".rpartition(f" {since} ")
    if not found or any(mark in between for mark in ",;:.(") or _has_digit(between):
        return False
    if set(head.split()) & set(words.joins.superlative):
        return False
    return not between.strip() or f" {between.rstrip()}".endswith(words.joins.since_end)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _begun(mention: TimeMention, published: date | None) -> TimeMention:
    """ "assedia la città da dicembre", told in June: what goes on since then began the year before."""
    told = _has_digit(mention.text) and any(len(run) == YEAR for run in mention.text.split() if run.isdigit())
    if published is None or mention.earliest is None or mention.earliest <= published or told:
        return mention
    if mention.precision != "month":
        return mention
    return replace(mention, earliest=mention.earliest.replace(year=mention.earliest.year - 1))


def _since(mention: TimeMention, published: date | None) -> TimeMention:
    latest = max(published, mention.earliest) if published and mention.earliest else published
    return replace(mention, latest=latest, precision="span", rule=f"{mention.rule}+since")


def _until(mention: TimeMention, published: date | None) -> TimeMention:
    if published is None or mention.latest is None or published > mention.latest:
        return mention
    return replace(mention, earliest=published, rule=f"{mention.rule}+by")
