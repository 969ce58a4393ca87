"""One reading of a word's form, and the arithmetic of endings."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hudna.knowledge.forms import PASSIVE, Endings, Tag

# How unlikely a reading is before its neighbours are seen; found by trying on the judged reports of gold/*/dev.
COSTS: Mapping[str, float] = {
    "subjunctive": 1.2,
    "imperative": 2.0,
    "conditional": 0.2,
    "second": 0.6,
    "guess": 0.4,
    "unlisted": 0.6,
    "adjective beside verb": 1.6,
    "beside verb": 1.0,
}
# What an adjective costs that a list names; one known by its ending costs more.
LISTED = 0.1


class Form(NamedTuple):
    """One reading of a word's form. `both`: a past that is a participle too."""

    tag: Tag
    lemma: str
    number: str = ""
    gender: str = ""
    tense: str = ""
    person: str = ""
    cost: float = 0.0
    both: bool = False
    attached: str = ""  # the canonical name of a pronoun written behind it
    passive: bool = False  # by its form alone


def behind(prefix: str, forms: Endings) -> Endings:
    """Whole forms, each behind a prefix."""
    return {
        tense: {agreement: tuple(prefix + form for form in whole) for agreement, whole in agreements.items()}
        for tense, agreements in forms.items()
    }


def by_ending(classes: Mapping[str, Endings]) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """(prefix, suffix) → what it says: class or stem, tense, agreement."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for name, tenses in classes.items():
        for tense, agreements in tenses.items():
            for agreement, endings in agreements.items():
                for ending in endings:
                    before, mark, behind = ending.partition("~")
                    key = (before, behind) if mark else ("", ending)
                    found.setdefault(key, []).append((name, tense, agreement))
    return found


def stripped(
    word: str, endings: Mapping[tuple[str, str], list[tuple[str, str, str]]]
) -> Iterator[tuple[str, tuple[str, str, str], bool]]:
    """What is left of a word without an ending, what that ending says, whether it has an opening; the longest first."""
    fitting = [
        key
        for key in endings
        if word.startswith(key[0]) and word.endswith(key[1]) and len(word) > len(key[0] + key[1])
    ]
    for before, behind in sorted(fitting, key=lambda key: (-len(key[0] + key[1]), key)):
        stem = word[len(before) : len(word) - len(behind)] if behind else word[len(before) :]
        for said in endings[before, behind]:
            yield stem, said, bool(before)


def verb_form(base: str, tense: str, agreement: str) -> Form:
    number = next((c for c in agreement if c in "sp"), "") if agreement not in {"i", "we", "you"} else ""
    gender = agreement[0] if agreement[:1] in {"m", "f"} else ""
    person = agreement if agreement in {"i", "we", "you"} else ""
    tag: Tag = "verb"
    if tense in {"infinitive", "gerund", "participle"}:
        tag = tense  # type: ignore[assignment]
    told = PASSIVE.get(tense, tense)
    return Form(tag, base, number, gender, told, person, COSTS.get(tense, 0.0), passive=tense in PASSIVE)


def with_both(readings: list[Form]) -> tuple[Form, ...]:
    """A past that is written like the participle of the same verb is marked as both.

    A participle that agrees with its noun ("scese", they came down) stays a reading of its own.
    """
    participles = {form.lemma for form in readings if form.tag == "participle"}
    pasts = {form.lemma for form in readings if form.tense == "past"}
    return tuple(
        form._replace(both=True) if form.tense == "past" and form.lemma in participles else form
        for form in readings
        if form.tag != "participle" or form.gender or form.lemma not in pasts
    )
