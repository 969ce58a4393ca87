"""What a hostile report, page, person or program cannot do."""

import re
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256

import pytest

from hudna.serve.guard import Buckets
from hudna.serve.page import STATIC, policy
from hudna.serve.people import LOCK, NAME_FAILURES
from serve.kadra import HOSTILE, NOW, PASSWORD, client, sign_in

API = "/api/v1"


def test_words_of_a_report_stay_words(desk):
    """The API gives them as JSON, which no browser runs; documents escape them."""
    answer = desk.get(f"{API}/texts/kadra-5")
    assert HOSTILE in answer.json()["text"]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    for path in (
        "reports/sitrep?format=html",
        "reports/dossier?format=html&incident=i-kadra-5-c1",
        "exports/kml",
        "exports/timemap",
    ):
        page = desk.get(f"{API}/{path}").text
        assert "<script" not in page.replace("\\u003c", "<") or "json" in path
        assert "<img src=x" not in page


def test_no_cell_of_a_table_can_command_a_spreadsheet(desk):
    for path in (
        "claims?format=csv",
        "incidents?format=csv",
        "exports/csv?what=claims",
        "findings?format=csv",
    ):
        cells = re.split(r",|\r\n", desk.get(f"{API}/{path}").text)
        assert not [cell for cell in cells if cell.lstrip('"').startswith(("=", "@", "+"))]
    assert "'=HYPERLINK(1)" in desk.get(f"{API}/claims?format=csv").text


def test_every_answer_forbids_what_it_does_not_need(desk):
    for path in (f"{API}/incidents", f"{API}/nothing", "/nothing"):
        headers = desk.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in desk.get(f"{API}/incidents").headers["content-security-policy"]


def test_the_page_runs_its_own_scripts_alone(desk):
    answer = desk.get("/")
    held = dict(
        part.strip().split(" ", 1)
        for part in answer.headers["content-security-policy"].split(";")
        if " " in part.strip()
    )
    assert "unsafe" not in held["script-src"]
    assert held["object-src"] == held["base-uri"] == held["frame-ancestors"] == "'none'"


def test_an_import_map_is_allowed_by_its_hash_and_no_other_script_is():
    text = (
        '<script type="importmap">{"imports":{}}</script><script type="module" src="/static/a.mjs"></script>'
    )
    wanted = b64encode(sha256(b'{"imports":{}}').digest()).decode()
    assert f"script-src 'self' 'sha256-{wanted}';" in policy(text)
    assert policy("<p>").count("sha256") == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2f..%2fetc/passwd",
        "/static/base/../base_map.py",
        "/static//etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_page(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


@pytest.mark.parametrize("name", ["../../etc/passwd", "%00", "..%2f..%2fkadra.db", "x" * 5000])
def test_no_name_leads_to_a_file(desk, name):
    for path in ("exports", "incidents", "texts", "claims", "explain"):
        assert desk.get(f"{API}/{path}/{name}").status_code in {404, 422}


def test_a_body_beyond_the_limit_is_refused_said_or_unsaid(desk):
    large = b'{"text": "' + b"x" * 1_100_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    assert desk.post(f"{API}/extract", content=large, headers=headers).status_code == 413
    unsaid = desk.post(f"{API}/extract", content=iter([large[:600_000], large[600_000:]]), headers=headers)
    assert unsaid.status_code == 413
    assert desk.post(f"{API}/extract", json={"text": "x" * 200_001}).status_code == 422


def test_nothing_changes_without_the_csrf_token_of_the_session(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    right = browser.headers.pop("X-CSRF-Token")
    body = {"act": "comment", "about": ["kadra-1-c1"], "reason": "x"}
    for wrong in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": right[:-1]}, {"X-CSRF-Token": "ä".encode()}):
        assert browser.post(f"{API}/review/judgements", json=body, headers=wrong).status_code == 403
    assert (
        browser.post(f"{API}/review/judgements", json=body, headers={"X-CSRF-Token": right}).status_code
        == 201
    )


def test_one_person_alone_is_guarded_against_other_pages_of_the_browser(store):
    browser = client(store)
    right = browser.headers.pop("X-CSRF-Token")
    body = {"act": "comment", "about": ["kadra-1-c1"], "reason": "x"}
    assert browser.post(f"{API}/review/judgements", json=body).status_code == 403
    assert browser.get(f"{API}/meta", headers={"Host": "evil.example"}).status_code == 421
    assert (
        browser.post(f"{API}/review/judgements", json=body, headers={"X-CSRF-Token": right}).status_code
        == 201
    )


def test_a_session_cookie_is_out_of_reach_of_scripts_and_other_sites(staffed):
    browser = client(staffed, alone=False, secure=True)
    cookie = sign_in(browser, "ana").headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=lax", "secure", "path=/"))


def test_guessing_locks_the_name_for_a_while_and_not_for_ever(staffed):
    browser = client(staffed, alone=False)
    for _ in range(NAME_FAILURES):
        assert sign_in(browser, "ana", "wrong").status_code == 401
    locked = sign_in(browser, "ana")
    assert locked.status_code == 429
    assert 0 < int(locked.headers["retry-after"]) <= LOCK.total_seconds() + 1
    assert sign_in(browser, "vera").status_code == 200
    later = client(staffed, alone=False, now=NOW + LOCK + timedelta(seconds=1))
    assert sign_in(later, "ana").status_code == 200


def test_an_unknown_name_is_refused_in_the_same_words_and_locked_too(staffed):
    browser = client(staffed, alone=False)
    wrong, unknown = sign_in(browser, "ana", "wrong"), sign_in(browser, "nobody", "wrong")
    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json())
    for _ in range(NAME_FAILURES):
        last = sign_in(browser, "nobody", "wrong")
    assert last.status_code == 429


def test_without_a_session_nothing_is_shown(staffed):
    browser = client(staffed, alone=False)
    for path in (
        "incidents",
        "meta",
        "texts/kadra-1",
        "review/queue",
        "users",
        "tokens",
        "exports/jsonl",
        "reports/sitrep",
    ):
        assert browser.get(f"{API}/{path}").status_code == 401
    assert browser.get(f"{API}/session").json()["name"] is None


def test_a_session_ends_when_it_is_left_alone_and_when_one_signs_out(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    cookies = dict(browser.cookies)
    later = client(staffed, alone=False, now=NOW + timedelta(hours=3))
    later.cookies.update(cookies)
    assert later.get(f"{API}/meta").status_code == 401
    assert browser.delete(f"{API}/session").status_code == 204
    browser.cookies.update(cookies)
    assert browser.get(f"{API}/meta").status_code == 401


def test_a_role_that_is_taken_away_ends_the_session(staffed):
    ana, ada = client(staffed, alone=False), client(staffed, alone=False)
    sign_in(ana, "ana")
    sign_in(ada, "ada")
    assert ada.patch(f"{API}/users/ana", json={"active": False}).json()["active"] is False
    assert ana.get(f"{API}/meta").status_code == 401
    assert sign_in(ana, "ana").status_code == 401
    assert ada.patch(f"{API}/users/ada", json={"role": "reader"}).status_code == 409


@pytest.mark.parametrize(("name", "status"), [("rita", 403), ("ana", 403), ("vera", 403), ("ada", 200)])
def test_only_an_administrator_sees_accounts(staffed, name, status):
    browser = client(staffed, alone=False)
    sign_in(browser, name)
    assert browser.get(f"{API}/users").status_code == status


def test_an_account_is_made_changes_its_password_and_signs_in(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ada")
    made = browser.post(f"{API}/users", json={"name": "newt", "role": "reader", "password": PASSWORD})
    assert made.status_code == 201
    assert "password" not in made.text
    assert browser.post(f"{API}/users", json={"name": "newt", "role": "reader"}).status_code == 409
    sign_in(browser, "newt")
    assert (
        browser.post(f"{API}/session/password", json={"old": "wrong", "new": "another long word"}).status_code
        == 403
    )
    assert (
        browser.post(
            f"{API}/session/password", json={"old": PASSWORD, "new": "another long word"}
        ).status_code
        == 204
    )
    assert browser.get(f"{API}/meta").status_code == 401
    assert sign_in(browser, "newt", "another long word").status_code == 200


def test_a_token_may_what_its_scopes_say_and_no_more(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    made = browser.post(f"{API}/tokens", json={"label": "map", "scopes": ["read"]})
    secret = made.json()["secret"]
    assert made.status_code == 201
    assert secret not in browser.get(f"{API}/tokens").text
    program = client(staffed, alone=False)
    program.headers["Authorization"] = f"Bearer {secret}"
    assert program.get(f"{API}/incidents").status_code == 200
    assert program.get(f"{API}/exports/jsonl").status_code == 403
    assert program.get(f"{API}/review/queue").status_code == 403
    assert program.get(f"{API}/tokens").status_code == 403
    body = {"act": "comment", "about": ["kadra-1-c1"], "reason": "x"}
    assert program.post(f"{API}/review/judgements", json=body).status_code == 403
    assert browser.delete(f"{API}/tokens/{made.json()['id']}").status_code == 204
    assert program.get(f"{API}/incidents").status_code == 401


def test_a_token_cannot_be_given_what_its_owner_may_not(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "rita")
    assert browser.post(f"{API}/tokens", json={"label": "x", "scopes": ["review"]}).status_code == 403


def test_a_token_of_scope_review_judges_in_its_owners_name_and_expires(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    secret = browser.post(f"{API}/tokens", json={"label": "x", "scopes": ["review"], "days": 1}).json()[
        "secret"
    ]
    program = client(staffed, alone=False)
    headers = {"Authorization": f"Bearer {secret}"}
    body = {"act": "comment", "about": ["kadra-1-c1"], "reason": "x"}
    done = program.post(f"{API}/review/judgements", json=body, headers=headers)
    assert done.json()["judgement"]["author"] == "ana"
    later = client(staffed, alone=False, now=NOW + timedelta(days=2))
    assert later.post(f"{API}/review/judgements", json=body, headers=headers).status_code == 401


def test_no_secret_is_kept_in_the_store(staffed):
    browser = client(staffed, alone=False)
    sign_in(browser, "ana")
    secret = browser.post(f"{API}/tokens", json={"label": "x", "scopes": ["read"]}).json()["secret"]
    held = b"".join(path.read_bytes() for path in staffed.parent.glob("kadra.db*"))
    for known in (PASSWORD, secret, browser.cookies["hudna_session"]):
        assert known.encode() not in held


def test_too_many_requests_wait_and_then_pass():
    at = [0.0]
    buckets = Buckets(now=lambda: at[0])
    assert [buckets.take("a", 2) for _ in range(2)] == [0.0, 0.0]
    assert buckets.take("a", 2) == 30.0
    assert buckets.take("b", 2) == 0.0
    at[0] = 30.0
    assert buckets.take("a", 2) == 0.0


def test_an_address_in_a_hurry_is_told_to_wait(store):
    browser = client(store, limited=True, alone=False, public=True)
    answers = [browser.get(f"{API}/exports/none").status_code for _ in range(70)]
    assert answers[-1] == 429
    assert set(answers) == {404, 429}


@pytest.mark.skipif(not (STATIC / "index.html").is_file(), reason="the page is not part of this checkout")
def test_modules_of_the_page_are_scripts(desk):
    some = next(STATIC.rglob("*.mjs"))
    answer = desk.get(f"/static/{some.relative_to(STATIC).as_posix()}")
    assert answer.headers["content-type"].startswith("text/javascript")
