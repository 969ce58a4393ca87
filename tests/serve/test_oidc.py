"""Who an identity provider may sign in: an account that an administrator made, and nobody else."""

import time
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from hudna.serve import Options
from hudna.serve.oidc import _account
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room
from hudna.store import open_store
from serve.kadra import client, with_people
from serve.provider import CLIENT, SECRET, Provider

API = "/api/v1"
MAIL = {"iss": "https://id.example", "sub": "7", "email": "rita@example.org", "email_verified": True}


@pytest.fixture
def room(store):
    opened = open_store(with_people(store, rita="reader"))
    from hudna.store.accounts import Accounts
    from serve.kadra import NOW

    with opened.connection(writing=True) as connection:
        Accounts(connection).add("rita@example.org", "analyst", None, NOW)
    yield Room(Options(store), opened)
    opened.close()


def test_a_verified_address_opens_the_account_of_that_name_from_then_on_by_its_subject(room):
    assert _account(room, MAIL).role == "analyst"
    assert _account(room, {**MAIL, "email": "changed@example.org"}).name == "rita@example.org"


@pytest.mark.parametrize(
    "claims",
    [
        {**MAIL, "email_verified": False},
        {**MAIL, "email": "nobody@example.org"},
        {**MAIL, "email": "rita"},
        {},
    ],
)
def test_nobody_else_gets_in(room, claims):
    with pytest.raises(Refused, match="nobody here goes by that identity"):
        _account(room, claims)


def test_a_second_subject_cannot_take_an_account_over(room):
    _account(room, MAIL)
    with pytest.raises(Refused):
        _account(room, {**MAIL, "sub": "8"})


def test_without_a_provider_nobody_is_sent_anywhere(desk):
    assert desk.get(f"{API}/oidc/login").status_code == 404


@pytest.fixture(scope="module")
def standing():
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture
def provider(standing, monkeypatch):
    """A provider that behaves, whatever a test before this one made of it."""
    standing.person = {"sub": "7", "email": "rita@example.org", "email_verified": True}
    standing.told = {}
    standing.says, standing.signs_with, standing.algorithm, standing.holds_token = (
        {},
        standing.key,
        "RS256",
        True,
    )
    for name, value in (("ISSUER", standing.issuer), ("CLIENT", CLIENT), ("SECRET", SECRET)):
        monkeypatch.setenv(f"HUDNA_OIDC_{name}", value)
    return standing


@pytest.fixture
def staff(room, provider):
    """A browser at a server whose people come from that provider."""
    return client(room.options.store, alone=False)


def there_and_back(browser, alter=lambda address: address, **asked):
    """Sign in as a browser does: to the provider, and back with what it says."""
    out = browser.get(f"{API}/oidc/login", params=asked, follow_redirects=False)
    assert out.status_code == 302
    back = httpx.get(out.headers["location"]).headers["location"]
    return browser.get(alter(back), follow_redirects=False)


def who(browser):
    return browser.get(f"{API}/session").json()["name"]


def test_a_person_signs_in_through_a_provider_and_may_what_the_account_may(staff, provider):
    provider.person["roles"] = ["admin"]
    answer = there_and_back(staff)
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    session = staff.get(f"{API}/session").json()
    assert (session["name"], session["role"]) == ("rita@example.org", "analyst")
    assert "administer" not in session["may"]
    assert staff.get(f"{API}/incidents").status_code == 200
    staff.headers["X-CSRF-Token"] = session["csrf"]
    assert staff.delete(f"{API}/session").status_code == 204
    assert who(staff) is None


def test_the_provider_is_asked_with_state_nonce_and_a_proof_of_who_asks(staff, provider):
    there_and_back(staff)
    there_and_back(staff)
    first, second = provider.asked[-2:]
    assert first["code_challenge_method"] == "S256"
    assert set(first["scope"].split()) == {"openid", "email", "profile"}
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 20
        assert first[name] != second[name]


@pytest.mark.parametrize(
    "says",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-client"},
        {"aud": "another-client", "azp": CLIENT},
        {"aud": None},
        {"iss": "https://id.example"},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"iat": int(time.time()) + 3600},
    ],
    ids=str,
)
def test_an_identity_that_is_not_for_us_not_now_or_not_of_this_visit_is_refused(staff, provider, says):
    provider.says = says
    assert there_and_back(staff).status_code == 401
    assert who(staff) is None


def test_an_identity_that_the_provider_did_not_sign_is_refused(staff, provider):
    provider.signs_with = provider.strange
    assert there_and_back(staff).status_code == 401
    provider.signs_with, provider.algorithm = provider.shared(), "HS256"
    assert there_and_back(staff).status_code == 401
    provider.algorithm = "none"
    assert there_and_back(staff).status_code == 401
    assert who(staff) is None


def test_an_answer_without_an_identity_opens_nothing(staff, provider):
    provider.holds_token = False
    assert there_and_back(staff).status_code == 403
    assert who(staff) is None


def test_an_answer_to_another_visit_is_refused(staff, provider, room):
    assert there_and_back(staff, lambda back: back.replace("state=", "state=x")).status_code == 401
    assert there_and_back(staff, lambda back: back.replace("code=", "code=x")).status_code == 401
    # A link that carries somebody else's answer signs nobody in.
    there = client(room.options.store, alone=False)
    out = there.get(f"{API}/oidc/login", follow_redirects=False)
    stolen = httpx.get(out.headers["location"]).headers["location"]
    assert staff.get(stolen, follow_redirects=False).status_code == 401
    assert who(staff) is None


def test_an_answer_holds_once(staff, provider):
    kept = []
    there_and_back(staff, lambda back: kept.append(back) or back)
    assert staff.get(kept[0], follow_redirects=False).status_code == 401


def test_who_has_no_account_is_told_and_not_signed_in(staff, provider):
    provider.person = {"sub": "9", "email": "stranger@example.org", "email_verified": True}
    answer = there_and_back(staff)
    assert answer.status_code == 403
    assert "administrator" in answer.json()["detail"]


def test_a_closed_account_stays_closed(staff, provider, room):
    from hudna.store.accounts import Accounts

    there_and_back(staff)
    with room.store.connection(writing=True) as connection:
        Accounts(connection).change("rita@example.org", active=False)
    assert there_and_back(staff).status_code == 403
    assert who(staff) is None


def test_a_provider_that_cannot_be_reached_is_a_refusal(room, monkeypatch):
    for name, value in (("ISSUER", "http://127.0.0.1:9"), ("CLIENT", CLIENT), ("SECRET", SECRET)):
        monkeypatch.setenv(f"HUDNA_OIDC_{name}", value)
    answer = client(room.options.store, alone=False).get(f"{API}/oidc/login", follow_redirects=False)
    assert answer.status_code == 502


def test_behind_https_the_way_back_is_https(room, provider):
    browser = client(room.options.store, alone=False, secure=True)
    out = browser.get(f"{API}/oidc/login", follow_redirects=False)
    assert parse_qs(urlsplit(out.headers["location"]).query)["redirect_uri"][0].startswith("https://")


BROWSER = {"accept": "text/html,application/xhtml+xml"}


def test_an_address_that_the_provider_tells_only_when_asked_counts_as_well(staff, provider):
    provider.person = {"sub": "7"}
    provider.told = {"sub": "7", "email": "rita@example.org", "email_verified": "true"}
    answer = there_and_back(staff)
    assert answer.status_code == 302, answer.text
    assert who(staff) == "rita@example.org"


def test_what_is_told_of_somebody_else_opens_nothing(staff, provider):
    provider.person = {"sub": "7"}
    provider.told = {"sub": "8", "email": "rita@example.org", "email_verified": True}
    assert there_and_back(staff).status_code == 401
    assert who(staff) is None


def test_an_address_that_is_told_but_not_verified_opens_nothing(staff, provider):
    provider.person = {"sub": "7"}
    provider.told = {"sub": "7", "email": "rita@example.org", "email_verified": False}
    assert there_and_back(staff).status_code == 403


def test_the_visit_goes_on_where_it_was_going(staff, provider):
    answer = there_and_back(staff, back="?view=alerts&lang=ar")
    assert answer.headers["location"] == "/?view=alerts&lang=ar"


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "?a\r\nb"])
def test_the_visit_goes_on_nowhere_else(staff, provider, back):
    assert there_and_back(staff, back=back).headers["location"] == "/"


def test_a_browser_that_is_turned_away_is_led_to_the_door_with_the_reason(staff, provider):
    provider.person["email"] = "nobody@example.org"
    staff.headers.update(BROWSER)
    answer = there_and_back(staff, back="?view=alerts&lang=ar&refused=x")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/?lang=ar&view=sign_in&refused=403"
    stray = staff.get(f"{API}/oidc/callback?code=a&state=b", follow_redirects=False)
    assert stray.headers["location"].endswith("view=sign_in&refused=401")
    assert who(staff) is None


def test_one_can_sign_out_at_the_provider_too(staff, provider):
    out = staff.get(f"{API}/oidc/logout", follow_redirects=False)
    address = urlsplit(out.headers["location"])
    assert out.headers["location"].startswith(f"{provider.issuer}/end?")
    asked = parse_qs(address.query)
    assert asked == {"client_id": [CLIENT], "post_logout_redirect_uri": ["http://testserver/"]}
