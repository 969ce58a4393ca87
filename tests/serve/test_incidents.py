"""Incidents in lists, on the map and one by one."""

import json
from datetime import date
from types import SimpleNamespace

import geojson
import pytest

from hudna.serve.answers import maps
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.incidents import IncidentDetail, IncidentOut
from hudna.serve.schemas.views import MapOut
from hudna.store import open_store
from serve.kadra import add, client, coded

API = "/api/v1"


def ids(answer):
    return [one["id"] for one in answer.json()["results"]]


def test_the_newest_come_first_and_keep_their_promise(desk):
    answer = desk.get(f"{API}/incidents")
    page = Page[IncidentOut].model_validate(answer.json())
    days = [one.day for one in page.results]
    assert days == sorted(days, reverse=True)
    assert page.coverage.total == page.coverage.returned == len(days) == 6


def test_two_reports_in_the_same_words_are_one_incident_and_one_origin(desk):
    [one] = desk.get(f"{API}/incidents?since=2021-03-01&until=2021-03-01").json()["results"]
    assert (one["reports"], one["origins"], one["fatalities"]["best"]) == (2, 1, 3)


def test_pages_lead_forward_and_back_without_losing_one(desk):
    every, seen = ids(desk.get(f"{API}/incidents")), []
    address = f"{API}/incidents?limit=2"
    while address:
        answer = desk.get(address)
        seen += ids(answer)
        last, address = answer, answer.json()["next"]
    assert seen == every
    assert ids(desk.get(last.json()["previous"])) == every[2:4]
    assert last.json()["coverage"]["total"] == 6


def test_within_a_day_what_happened_comes_before_what_is_feared_or_planned(store):
    day = date(2021, 3, 7)
    others = [("denied", "Norhaven"), ("actual", "Sudbury"), ("planned", "Sudbury"), ("actual", "Norhaven")]
    opened = open_store(store)
    add(opened, [coded(20 + n, day, "stormed", place, status=status) for n, (status, place) in enumerate(others)])  # fmt: skip
    opened.close()
    desk = client(store)
    every = desk.get(f"{API}/incidents?limit=100").json()["results"]
    order = [(one["day"] or "", one["counts"]) for one in every]
    assert order == sorted(order, reverse=True)
    assert len({one["counts"] for one in every if one["day"] == "2021-03-07"}) == 2
    # Pages keep that order, forward and back, also where a page ends within the day.
    address, seen = f"{API}/incidents?limit=1", []
    while address:
        last = desk.get(address).json()
        seen += [one["id"] for one in last["results"]]
        address = last["next"]
    assert seen == [one["id"] for one in every]
    back = [desk.get(last["previous"]).json()]
    while back[-1]["previous"]:
        back.append(desk.get(back[-1]["previous"]).json())
    assert [one["results"][0]["id"] for one in back] == seen[-2::-1]
    lines = desk.get(f"{API}/incidents?format=jsonl").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == seen


def test_a_place_that_only_arabic_reports_name_is_labelled_in_english(desk):
    known = {one["properties"]["place_name"] for one in desk.get(f"{API}/map").json()["features"]}
    assert {"Sudbury", "Norhaven"} <= known
    # What a report in Arabic alone named lies in the row as it was written.
    assert maps.point_of(row(place_name="طرابلس"))["place_name"] == "Tripoli"
    assert maps.point_of(row(place_name=None))["place_name"] is None


def row(**fields):
    """A row of the map."""
    names = ("id", "root", "direction", "counts", "status", "precision", "radius_km", "verification", "dead", "origins", "theatre")  # fmt: skip
    return SimpleNamespace(**dict.fromkeys(names), **{"day": 0, "actors": "", **fields})


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("root=MOBILIZE", 1), ("root=MOBILIZE&root=RETREAT", 2), ("direction=de-escalation", 1), ("counts=false", 1), ("status=alleged", 1),
        ("actor=lna", 5), ("actor=nobody", 0), ("side=nowhere", 0), ("place=sudbury", 4), ("bbox=12.9,31.9,13.2,32.2", 2), ("bbox=170,-10,-170,10", 0),
        ("since=2021-03-05", 3), ("until=2021-03-03", 2), ("theatre=libya", 6), ("theatre=mars", 0), ("country=LBY", 6), ("q=storm", 1),
        ("verification=reported", 2), ("verification=established", 0),
    ],
)  # fmt: skip
def test_filters_leave_what_was_asked_for(desk, query, number):
    assert desk.get(f"{API}/incidents?{query}").json()["coverage"]["total"] == number


def test_the_map_shows_what_the_list_holds(desk):
    answer = desk.get(f"{API}/map")
    drawn = MapOut.model_validate(answer.json())
    assert drawn.drawn == "incidents"
    assert {one.id for one in drawn.features} == set(ids(desk.get(f"{API}/incidents")))
    assert geojson.loads(answer.text).is_valid


def test_too_many_for_the_map_become_cells_that_lose_nobody(desk):
    drawn = desk.get(f"{API}/map?limit=1").json()
    assert drawn["drawn"] == "cells"
    assert sum(one["properties"]["number"] for one in drawn["features"]) == 6
    assert geojson.loads(json.dumps(drawn)).is_valid


def test_a_cell_holds_the_points_that_lie_in_it(desk):
    for cell in desk.get(f"{API}/map?limit=1").json()["features"]:
        west, south = cell["geometry"]["coordinates"][0][0]
        east, north = cell["geometry"]["coordinates"][0][2]
        inside = desk.get(f"{API}/incidents?bbox={west},{south},{east},{north}")
        assert inside.json()["coverage"]["total"] == cell["properties"]["number"]


def test_one_incident_leads_from_origins_to_the_words(desk):
    [name] = ids(desk.get(f"{API}/incidents?since=2021-03-01&until=2021-03-01"))
    one = IncidentDetail.model_validate(desk.get(f"{API}/incidents/{name}").json())
    reports = [report for origin in one.told for report in origin.reports]
    assert sorted(report.source for report in reports) == ["Kadra Post", "Norhaven Radio"]
    for claim in (claim for report in reports for claim in report.claims):
        words = claim.context.sentence
        marked = {mark.role: words[mark.start : mark.end] for mark in claim.context.marks}
        assert marked["what"] == "shelled"
        assert marked["where"] == "Norhaven"
        assert words[claim.context.claim_start : claim.context.claim_end] == claim.text


def test_arabic_words_are_read_from_the_right(desk):
    [name] = ids(desk.get(f"{API}/incidents?since=2021-03-06&until=2021-03-06"))
    claim = desk.get(f"{API}/incidents/{name}").json()["told"][0]["reports"][0]["claims"][0]
    assert claim["context"]["direction"] == "rtl"


def test_the_history_tells_of_each_report_in_its_order(desk):
    [name] = ids(desk.get(f"{API}/incidents?since=2021-03-01&until=2021-03-01"))
    history = desk.get(f"{API}/incidents/{name}").json()["history"]
    assert [one["what"] for one in history] == ["reported", "reported"]
    assert all(one["claims"] for one in history)


def test_an_earlier_day_knows_nothing_of_later_reports(desk):
    assert desk.get(f"{API}/incidents?as_of=2021-03-03").json()["coverage"]["total"] == 2
    assert desk.get(f"{API}/claims?as_of=2021-03-03").json()["coverage"]["total"] == 3
    late = ids(desk.get(f"{API}/incidents?since=2021-03-05"))[0]
    assert desk.get(f"{API}/incidents/{late}?as_of=2021-03-03").status_code == 404


def test_an_incident_nobody_knows_is_a_problem_in_one_sentence(desk):
    answer = desk.get(f"{API}/incidents/i-none")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == "no incident goes by 'i-none' as of 2021-03-07"


def test_an_answer_one_holds_is_not_sent_again(desk):
    tag = desk.get(f"{API}/incidents").headers["etag"]
    again = desk.get(f"{API}/incidents", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get(f"{API}/incidents?limit=3", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    "bad",
    ["bbox=1,2", "bbox=a,b,c,d", "bbox=0,50,1,40", "cursor=abc", "limit=0", "since=yesterday", "root=WAR"],
)
def test_a_wrong_value_is_named(desk, bad):
    answer = desk.get(f"{API}/incidents?{bad}")
    assert answer.status_code == 422
    assert bad.partition("=")[0] in answer.json()["detail"]


def test_every_incident_goes_out_as_lines_table_and_features(desk):
    lines = [json.loads(line) for line in desk.get(f"{API}/incidents?format=jsonl").text.splitlines()]
    assert {one["schema"] for one in lines} == {"hudna.incident/1"}
    assert geojson.loads(desk.get(f"{API}/incidents?format=geojson").text).is_valid
    table = desk.get(f"{API}/incidents?format=csv").text.split("\r\n")
    assert table[0].startswith("id,day,words")
    assert len(lines) == len(table) - 2 == 6


def test_words_come_in_the_language_asked_for(desk):
    english, arabic = (
        desk.get(f"{API}/incidents?limit=1&lang={code}").json()["results"][0]["words"]
        for code in ("en", "ar")
    )
    assert english.startswith("According to “military sources”")
    assert any("\u0600" <= letter <= "\u06ff" for letter in arabic)
