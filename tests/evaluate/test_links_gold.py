"""Judged links are read whole or refused with every fault named."""

from datetime import date

import pytest

from evaluate.links import (
    FIRST,
    claim,
    copy,
    denial,
    forecast,
    later,
    market,
    plan,
    report,
    scenario,
    written,
)
from hudna.errors import KnowledgeError
from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.gold import load_gold
from hudna.evaluate.links_gold import load_scenarios, main, read_scenario

LINKS = REPOSITORY_GOLD / "links"


def test_words_become_spans_of_their_report(tmp_path):
    read = read_scenario(written(tmp_path))
    for one in read.reports:
        for told in one.claims:
            for span in (told, told.trigger, *told.actors, *told.recipients, *told.speakers):
                assert one.text[span.start : span.end] == span.text


def test_a_copy_carries_the_words_and_the_claims_of_its_original(tmp_path):
    first, second, _ = read_scenario(written(tmp_path)).reports
    assert (second.text, second.title, second.language) == (first.text, first.title, first.language)
    assert [told.text for told in second.claims] == [told.text for told in first.claims]
    assert [told.id for told in second.claims] == ["sel-2.1"]
    assert second.source.name == "Selen Radio"


def test_one_day_and_one_number_stand_for_both_ends(tmp_path):
    told = read_scenario(written(tmp_path)).reports[0].claims[0]
    assert (told.occurred.earliest, told.occurred.latest) == (date(2025, 3, 10), date(2025, 3, 10))
    assert (told.fatalities.low, told.fatalities.best, told.fatalities.high) == (3, 3, 3)


def test_a_denial_belongs_to_the_incident_and_does_not_count(tmp_path):
    read = read_scenario(written(tmp_path))
    denied = read.reports[2].claims[0]
    assert (denied.incident, denied.counts) == ("market-shelled", False)
    assert read.incidents[0].reports == ("sel-1", "sel-2", "sel-3")


def test_a_report_is_given_to_the_coder_with_the_name_of_its_outlet(tmp_path):
    given = read_scenario(written(tmp_path)).reports[0].as_report()
    assert (given.source, given.text, given.published) == ("Selen Post", FIRST, date(2025, 3, 10))


def reports(*changed):
    """The three reports, the first ones replaced."""
    return {"reports": [*changed, *[report("sel-1"), copy(), later()][len(changed) :]]}


def incidents(**changes):
    """Both incidents, the first one changed."""
    return {"incidents": [market(**changes), forecast()]}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            reports(report("sel-1", claims=[claim(trigger="bombed")])),
            "sel-1.1.trigger: 'bombed' does not stand",
        ),
        (
            reports(report("sel-1", claims=[claim(words="market of Selen")])),
            "sel-1.1: 'market of Selen' does not",
        ),
        (reports(report("sel-1", claims=[claim(place="kadra")])), "sel-1.1.place: 'kadra' is not listed"),
        (reports(report("sel-1", source="kadra-times")), "sel-1.source: 'kadra-times' is not listed"),
        (
            reports(report("sel-1", claims=[claim(actors=[{"words": "nobody", "id": "navy"}])])),
            "sel-1.1: actor 'navy' is not listed",
        ),
        (
            reports(report("sel-1", claims=[claim(incident="market")])),
            "sel-1.1.incident: 'market' is not listed",
        ),
        (
            reports(report("sel-1", claims=[claim(incident=None)])),
            "sel-1.1: neither an incident nor background",
        ),
        (reports(report("sel-1", claims=[claim(root="SHELL")])), "sel-1.claims.0.root"),
        (reports(report("sel-1", claims=[claim(plcae="port-selen")])), "sel-1.claims.0.plcae"),
        (reports(report("sel-1", published=date(2025, 3, 12))), "sel-2: published before 'sel-1'"),
        (reports(report("sel-1", published=date(2014, 3, 10))), "is not between 2015 and 2026"),
        (
            reports(report("sel-1", claims=[claim(occurred=date(2025, 4, 1))])),
            "sel-1.1.occurred: 2025-04-01 is later than the report",
        ),
        (
            reports(report("sel-1", claims=[claim(status="planned")])),
            "a claim that is 'planned' cannot tell of 'market-shelled', which is occurrence",
        ),
        (reports(report("sel-1", text="Too short to hold anything.", claims=[])), "sel-1: 5 words"),
        (reports("sel-1"), "reports: 'sel-1' is no mapping"),
        (reports(report("sel-1", claims=["a claim"])), "claims: 'a claim' is no mapping"),
        (reports(report("sel-1"), copy() | {"text": FIRST}), "sel-2.text: a copy carries those of 'sel-1'"),
        (reports(report("sel-1"), report("sel-1")), "reports: 2 have the id 'sel-1'"),
        (reports(report("sel-1", language="ar")), "sel-1: the script is not that of language 'ar'"),
        (
            incidents(origins=[{"voice": "medics", "reports": ["sel-1", "sel-2"]}]),
            "'sel-3' tells of it and stands",
        ),
        (
            incidents(origins=[{"voice": "medics", "reports": ["sel-1", "sel-2", "sel-3", "sel-9"]}]),
            "'sel-9' has no claim of it",
        ),
        (
            incidents(
                origins=[
                    {"voice": "medics", "reports": ["sel-1", "sel-2", "sel-3"]},
                    {"voice": "army", "reports": ["sel-3"]},
                ]
            ),
            "'sel-3' stands in 2 origins with 1 claims",
        ),
        (
            incidents(
                origins=[
                    {"voice": "medics", "reports": ["sel-1"]},
                    {"voice": "radio", "reports": ["sel-2"]},
                    {"voice": "army", "reports": ["sel-3"]},
                ]
            ),
            "'sel-2' is a copy of 'sel-1' and stands apart from it",
        ),
        (incidents(sides=["navy"]), "market-shelled: side 'navy' is not one of army, third party"),
        (
            incidents(toll={"low": 5, "best": 3, "high": 9}),
            "market-shelled: low, best and high are not in order",
        ),
        (incidents(toll=None), "market-shelled.toll: left out, and 2 claims give one"),
        (
            incidents(day={"earliest": date(2025, 3, 12), "latest": date(2025, 3, 10)}),
            "market-shelled.day: ends before it begins",
        ),
        ({"incidents": [market(), forecast(), forecast(id="unheard")]}, "unheard: no claim tells of it"),
        (
            {"incidents": [market(), forecast(), forecast()]},
            "incidents: 2 have the id 'harbour-closing-planned'",
        ),
        ({"not_same": [{"pair": ["market-shelled", "sel-9.1"], "why": "x"}]}, "'sel-9.1' is no claim"),
        (
            {"not_same": [{"pair": ["sel-1.1", "sel-3.1"], "why": "x"}]},
            "sel-1.1 and sel-3.1 are one incident",
        ),
    ],
)
def test_a_fault_is_named(tmp_path, changes, fault):
    with pytest.raises(KnowledgeError, match=r"kadra-market\.yml: ") as raised:
        read_scenario(written(tmp_path, scenario(**changes)))
    assert fault in str(raised.value)


def test_what_nobody_tells_as_having_happened_is_no_occurrence(tmp_path):
    entry = scenario(reports=[report("sel-3", text=later()["text"], claims=[denial(), plan()])])
    entry["incidents"] = [market(toll=None, origins=[{"voice": "army", "reports": ["sel-3"]}]), forecast()]
    with pytest.raises(KnowledgeError, match="market-shelled: nobody tells it as having happened"):
        read_scenario(written(tmp_path, entry))


def test_all_faults_of_a_file_are_named_at_once(tmp_path):
    wrong = scenario(**reports(report("sel-1", claims=[claim(trigger="bombed", place="kadra")])))
    with pytest.raises(KnowledgeError) as raised:
        read_scenario(written(tmp_path, wrong))
    assert "bombed" in str(raised.value)
    assert "kadra" in str(raised.value)


def test_ids_differ_over_all_scenarios(tmp_path):
    written(tmp_path)
    written(tmp_path, scenario(id="kadra-again"))
    with pytest.raises(KnowledgeError, match="reports: 2 have the id 'sel-1'"):
        load_scenarios(tmp_path)


def test_the_halves_share_no_wording(tmp_path):
    written(tmp_path)
    written(tmp_path, scenario(id="kadra-again"), half="locked")
    with pytest.raises(KnowledgeError, match="8 words in a row stand in both halves"):
        load_scenarios(tmp_path)


def test_one_half_is_read_alone(tmp_path):
    written(tmp_path)
    assert [one.half for one in load_scenarios(tmp_path, half="dev")] == ["dev"]
    assert load_scenarios(tmp_path, half="locked") == []
    with pytest.raises(KnowledgeError, match="unknown half 'test'"):
        load_scenarios(tmp_path, half="test")


def test_the_command_prints_totals_or_faults(tmp_path, capsys):
    written(tmp_path)
    assert main(str(tmp_path)) == 0
    printed = capsys.readouterr().out
    assert "dev: 1 scenarios, 3 reports (en 3), 4 claims (en 4; 0 background)" in printed
    assert (
        "dev: 1 occurrences, 0 of them in several languages, 1 forecasts, 0 old, 3 origins, 1 pairs"
        in printed
    )
    written(tmp_path, scenario(**incidents(sides=["navy"])))
    assert main(str(tmp_path / "none")) == 2
    assert "no folder of judged links" in capsys.readouterr().err


def test_the_projects_links_are_sound_and_as_many_as_promised():
    read = load_scenarios(LINKS)
    told = [one for each in read for one in each.reports]
    assert len(told) >= 260
    assert {one.language for one in told} == {"en", "fr", "it", "ar"}
    assert sum(one.kind == "occurrence" for each in read for one in each.incidents) >= 44
    for half in ("dev", "locked"):
        assert sum(len(each.reports) for each in read if each.half == half) >= 130


def test_the_coders_gold_passes_the_links_by():
    assert "links" not in {one.language for one in load_gold(REPOSITORY_GOLD)}
