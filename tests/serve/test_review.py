"""People's judgements through the server: who may, what changes, what is refused."""

import pytest

import factory
from hudna.store import open_store
from hudna.store.proposals import add_looked, not_looked_at
from serve.kadra import add, client, coded, sign_in

API = "/api/v1"
REASON = "seen on the ground"


def one(browser, query):
    [found] = browser.get(f"{API}/incidents?{query}").json()["results"]
    return found


def judge(browser, act, about, *, version=None, **more):
    headers = {"If-Match": version} if version else {}
    body = {"act": act, "about": about, "reason": REASON, **more}
    return browser.post(f"{API}/review/judgements", json=body, headers=headers)


@pytest.fixture
def analyst(staffed):
    browser = client(staffed, alone=False)
    assert sign_in(browser, "ana").status_code == 200
    return browser


def test_the_queue_puts_the_gravest_first(desk):
    items = desk.get(f"{API}/review/queue").json()["results"]
    weights = [item["weight"] for item in items]
    assert weights == sorted(weights, reverse=True)
    assert "kadra-6-c1" in {item["about"] for item in items}
    assert all(item["words"] and item["why"] and item["acts"] for item in items)


def put_up(path):
    """A sentence of the first report, put up for review."""
    store = open_store(path)
    [first, *_] = store.reports()
    with store.connection() as connection:
        coding = next(one.coding for one in not_looked_at(connection, "m") if one.report.id == first.id)
    found = factory.proposal(first.text, report=first.id)
    with store.connection(writing=True) as connection:
        add_looked(connection, "m", {coding: [found]})
    store.close()
    return found, first


def test_a_sentence_without_a_claim_is_asked_after_and_answered(staffed, analyst):
    found, first = put_up(staffed)
    [item] = analyst.get(f"{API}/review/queue?kind=sentence").json()["results"]
    assert (item["about"], item["words"], item["report"]) == (found.id, found.words.text, first.id)
    assert item["acts"] == ["confirm", "reject"]
    assert found.id in {one["about"] for one in analyst.get(f"{API}/review/queue").json()["results"]}
    assert judge(analyst, "split", [found.id]).status_code in {400, 422}
    assert judge(analyst, "confirm", [found.id]).status_code == 201
    assert analyst.get(f"{API}/review/queue?kind=sentence").json()["results"] == []


def open_claim(browser):
    items = browser.get(f"{API}/review/queue?kind=claim").json()["results"]
    return next(item for item in items if item["about"] == "kadra-6-c1")


def test_who_comes_second_to_a_claim_or_a_sentence_is_told_by_whom_and_why(staffed, analyst):
    put_up(staffed)
    [sentence] = analyst.get(f"{API}/review/queue?kind=sentence").json()["results"]
    for item, act in ((open_claim(analyst), "comment"), (sentence, "confirm")):
        about, version = [item["about"]], item["version"]
        assert judge(analyst, act, about, version=version).status_code == 201
        late = judge(analyst, "reject", about, version=version)
        assert late.status_code == 409
        assert late.json()["changed"] == [{"author": "ana", "act": act, "reason": REASON}]
        # What is looked at now is what the refusal names.
        assert judge(analyst, "reject", about, version=late.json()["version"]).status_code == 201


def test_taking_a_judgement_back_makes_another_version_too(analyst):
    item = open_claim(analyst)
    made = judge(analyst, "comment", [item["about"]]).json()["judgement"]
    seen = open_claim(analyst)["version"]
    assert judge(analyst, "withdraw", [], withdraws=made["id"]).status_code == 201
    assert open_claim(analyst)["version"] == item["version"] != seen
    late = judge(analyst, "confirm", [item["about"]], version=seen)
    assert late.status_code == 409
    assert [one["act"] for one in late.json()["changed"]] == ["comment", "withdraw"]


def test_a_judgement_on_a_sentence_is_explained_by_its_words(staffed, analyst):
    found, _ = put_up(staffed)
    made = judge(analyst, "confirm", [found.id]).json()["judgement"]
    facts = analyst.get(f"{API}/explain/{made['id']}").json()["facts"]
    assert found.words.text in next(one["text"] for one in facts if one["label"] == "sentence")


def test_a_correction_changes_incident_posture_and_sitrep(analyst):
    moved = one(analyst, "root=MOBILIZE")
    before = analyst.get(f"{API}/reports/sitrep?format=md").text
    assert any(lane["postures"] for lane in analyst.get(f"{API}/posture").json()["lanes"])
    done = judge(analyst, "reject", [moved["id"]], version=moved["version"])
    assert done.status_code == 201
    assert done.json()["judgement"]["author"] == "ana"
    assert analyst.get(f"{API}/incidents?root=MOBILIZE").json()["results"] == []
    movements = analyst.get(f"{API}/movements").json()["results"]
    assert all(moved["id"] not in movement["incidents"] for movement in movements)
    assert analyst.get(f"{API}/reports/sitrep?format=md").text != before


def test_a_corrected_figure_is_the_incidents_figure(analyst):
    shelled = one(analyst, "since=2021-03-01&until=2021-03-01")
    done = judge(analyst, "correct", ["kadra-2-c1"], field="event.fatalities.best", value="4")
    assert done.status_code == 201
    again = one(analyst, "since=2021-03-01&until=2021-03-01")
    assert again["fatalities"]["best"] == 4
    assert again["version"] != shelled["version"]
    [record] = analyst.get(f"{API}/incidents/{again['id']}").json()["judgements"]
    assert (record["act"], record["author"], record["value"], record["stands"]) == (
        "correct",
        "ana",
        "4",
        True,
    )


def test_what_changed_meanwhile_is_named_and_nothing_is_written(analyst):
    shelled = one(analyst, "since=2021-03-01&until=2021-03-01")
    judge(analyst, "correct", ["kadra-2-c1"], field="event.fatalities.best", value="4")
    late = judge(analyst, "confirm", [shelled["id"]], version=shelled["version"])
    assert late.status_code == 409
    assert "ana: correct" in late.json()["detail"]
    now = one(analyst, "since=2021-03-01&until=2021-03-01")
    assert late.json()["version"] == now["version"]
    assert len(analyst.get(f"{API}/review/judgements").json()["results"]) == 1
    assert judge(analyst, "confirm", [now["id"]], version=now["version"]).status_code == 201


def test_split_and_merge_undo_each_other(analyst):
    shelled = one(analyst, "since=2021-03-01&until=2021-03-01")
    split = judge(analyst, "split", [shelled["id"], "kadra-2-c1"], version=shelled["version"])
    assert split.status_code == 201
    parts = analyst.get(f"{API}/incidents?since=2021-03-01&until=2021-03-01").json()["results"]
    assert len(parts) == 2
    assert judge(analyst, "merge", [part["id"] for part in parts]).status_code == 201
    assert one(analyst, "since=2021-03-01&until=2021-03-01")["reports"] == 2


def test_a_withdrawn_judgement_is_as_if_never_made(analyst):
    moved = one(analyst, "root=MOBILIZE")
    name = judge(analyst, "reject", [moved["id"]]).json()["judgement"]["id"]
    assert judge(analyst, "withdraw", [], withdraws=name).status_code == 201
    assert one(analyst, "root=MOBILIZE")["id"] == moved["id"]
    log = analyst.get(f"{API}/review/judgements").json()["results"]
    assert [(item["act"], item["stands"]) for item in log] == [("withdraw", True), ("reject", False)]


def test_an_answered_question_leaves_the_queue(analyst):
    assert judge(analyst, "confirm", ["kadra-6-c1"]).status_code == 201
    assert "kadra-6-c1" not in {
        item["about"] for item in analyst.get(f"{API}/review/queue").json()["results"]
    }


def test_only_a_verifier_verifies(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    shelled = one(browser, "since=2021-03-01&until=2021-03-01")
    refused = judge(browser, "verify", [shelled["id"]], value="established")
    assert (refused.status_code, refused.json()["detail"]) == (
        403,
        "ana (analyst) may not verify; a verifier may",
    )
    sign_in(browser, "vera")
    assert judge(browser, "verify", [shelled["id"]], value="established").status_code == 201
    assert one(browser, "since=2021-03-01&until=2021-03-01")["verification"] == "established"


def test_a_grade_sets_what_it_is_given_about(analyst):
    shelled = one(analyst, "since=2021-03-01&until=2021-03-01")
    assert judge(analyst, "grade", [shelled["id"]], value="2").status_code == 201
    assert one(analyst, "since=2021-03-01&until=2021-03-01")["grade"]["credibility"] == "2"


@pytest.mark.parametrize(
    ("act", "about", "more"),
    [
        ("confirm", ["i-none"], {}), ("confirm", [], {}), ("merge", ["i-kadra-1-c1"], {}), ("correct", ["kadra-1-c1"], {"field": "nothing.such", "value": "1"}),
        ("correct", ["kadra-1-c1"], {}), ("grade", ["Kadra Post"], {"value": "Z"}), ("withdraw", [], {"withdraws": "j-none"}),
        ("grade", ["Kadra Post"], {"field": "x", "value": "B"}), ("split", ["i-kadra-1-c1"], {}),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_refused_in_a_sentence(analyst, act, about, more):
    answer = judge(analyst, act, about, **more)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert analyst.get(f"{API}/review/judgements").json()["results"] == []


def test_a_reader_reviews_nothing(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "rita")
    assert browser.get(f"{API}/review/queue").status_code == 403
    assert judge(browser, "comment", ["kadra-1-c1"]).status_code == 403


def test_new_reports_are_seen_at_once(store):
    browser = client(store)
    assert browser.get(f"{API}/meta").json()["reports"] == 7
    opened = open_store(store)
    from datetime import date

    add(opened, [coded(8, date(2021, 3, 9), "entered", "Sudbury", root="MOBILIZE", mode="troops")])
    opened.close()
    meta = browser.get(f"{API}/meta").json()
    assert (meta["reports"], meta["as_of"], meta["stale"]) == (8, "2021-03-09", False)
    assert browser.get(f"{API}/incidents?limit=1").json()["results"][0]["day"] == "2021-03-09"
