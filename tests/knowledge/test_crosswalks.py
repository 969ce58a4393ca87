"""Every crosswalk proves itself with its examples, and has an answer for every root and mode."""

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.crosswalk import Case, country_codes, load_crosswalk, table_of
from hudna.model.claim import Root
from hudna.publish.tables import find_tables

WALKS = ("acled", "ucdp", "cameo")
CASES = [(name, number) for name in WALKS for number in range(len(load_crosswalk(name).examples))]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_an_example_gives_what_it_says(name, number):
    walk = load_crosswalk(name)
    example = walk.examples[number]
    rule = walk.rule(example.case)
    assert rule is not None
    assert (rule.give, bool(rule.leave_out)) == (example.give, example.leave_out)


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.parametrize("root", list(Root))
def test_no_root_and_mode_is_without_an_answer(name, root):
    for mode in (None, *table_of("plover").get(root.value, {})):
        for flags in (
            {},
            {"two_sided": True, "target": "armed"},
            {"target": "civilians", "fatal": True},
            {"contexts": ("territory",), "fighting": True},
        ):
            assert load_crosswalk(name).rule(Case(root=root.value, mode=mode, **flags)) is not None


@pytest.mark.parametrize("name", WALKS)
def test_no_rule_stands_where_an_earlier_one_takes_everything(name):
    reached = {load_crosswalk(name).rule(example.case).name for example in load_crosswalk(name).examples}
    assert len(reached) >= len(load_crosswalk(name).examples) // 2


def test_an_unknown_crosswalk_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match=r"no crosswalk 'cow'; known: acled, cameo"):
        load_crosswalk("cow")


def test_codes_of_countries_are_those_of_the_states_of_today():
    assert (country_codes("YEM").gw, country_codes("YEM").cow) == (678, 679)
    assert (country_codes("DEU").gw, country_codes("LBY").gw) == (260, 620)
    assert country_codes(None).gw is None


@pytest.mark.parametrize("what", ["incidents", "control", "findings"])
def test_every_column_with_a_tag_is_a_column_of_the_table(what):
    assert set(table_of("hxl")[what]) <= set(find_tables()[what].COLUMNS)
