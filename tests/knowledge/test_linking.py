"""Every example of what people know of linking holds, and every counter-example too."""

import pytest

from hudna.knowledge.affiliations import load_affiliations
from hudna.knowledge.firsthand import body_of, is_firsthand, says_by_paper
from hudna.knowledge.linking import kind_of, load_roots
from hudna.knowledge.linking_words import (
    is_anyone,
    is_definite,
    is_indefinite,
    is_recalled,
    is_single,
    linking_languages,
    load_linking_words,
    means_both_sides,
)
from hudna.knowledge.theatres import THEATRES
from hudna.link.credit import credits_in
from hudna.link.day_parts import part_of_day
from hudna.link.hearing import is_heard_here
from hudna.link.outlining import is_ongoing

ROOTS = load_roots()
SHOWN = [
    (language, shown)
    for language in linking_languages()
    for shown in (*load_linking_words(language).examples, *load_linking_words(language).counter)
]


@pytest.mark.parametrize("one", [*ROOTS.examples, *ROOTS.counter], ids=lambda one: " ".join(one.pair))
def test_kinds_are_as_alike_as_the_file_says(one):
    first, second = map(kind_of, one.pair)
    assert ROOTS.likeness(first, second) == one.level
    assert ROOTS.likeness(second, first) == one.level


@pytest.mark.parametrize(("language", "shown"), SHOWN, ids=lambda one: one if isinstance(one, str) else None)
def test_who_saw_it_is_seen_in_capitals_too(language, shown):
    if shown.seen is not None:
        assert is_firsthand(shown.text.upper(), language) == shown.seen


@pytest.mark.parametrize(("language", "shown"), SHOWN, ids=lambda one: one if isinstance(one, str) else None)
def test_words_say_what_the_file_says(language, shown):
    if shown.credit is not None:
        found = {credit.outlet for credit in credits_in(shown.text, language, load_affiliations(THEATRES))}
        assert found == set(shown.credit)
    if shown.indefinite is not None:
        assert is_indefinite(shown.text, language) == shown.indefinite
    if shown.definite is not None:
        assert is_definite(shown.text, language) == shown.definite
    if shown.seen is not None:
        assert is_firsthand(shown.text, language) == shown.seen
    if shown.heard_here is not None:
        assert is_heard_here(shown.text, language, ("Kadra Post",)) == shown.heard_here
    if shown.recalls is not None:
        assert is_recalled(shown.text, language) == shown.recalls
    if shown.document is not None:
        assert says_by_paper(shown.text, language) == shown.document
    if shown.within is not None:
        assert body_of(shown.text, language) == shown.within
    if shown.single is not None:
        assert is_single(shown.text, language) == shown.single
    if shown.anyone is not None:
        assert is_anyone(shown.text, language) == shown.anyone
    if shown.both_sides is not None:
        assert means_both_sides(shown.text, language) == shown.both_sides
    if shown.day_part is not None:
        assert (part_of_day([shown.text], language) or "") == shown.day_part
    if shown.ongoing is not None:
        assert is_ongoing(shown.text, language) == shown.ongoing
