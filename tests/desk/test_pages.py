"""Pages that a link leads to: an incident, a report, an account, an explanation; each for everybody, in both languages."""

import httpx
import pytest

from desk_page import PASSWORD, axe

LANGUAGES = ["en", "ar"]


def fits_a_phone(page):
    """Whether nothing but tables, which scroll by themselves, is wider than a small screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def most_told(server):
    """The incident with most claims, and a report that tells of it."""
    api = f"{server.address}/api/v1"
    listed = httpx.get(f"{api}/incidents", params={"limit": 100}).json()["results"]
    name = max(listed, key=lambda one: one["claims"])["id"]
    return name, httpx.get(f"{api}/incidents/{name}").json()["told"][0]["reports"][0]["id"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_incident_and_a_report_have_no_serious_finding_of_axe(lang, theme, desk, visit):
    incident, report = most_told(desk)
    page = visit(desk, f"/?view=incident&id={incident}&lang={lang}&theme={theme}")
    page.wait_for_selector("#incident-title")
    page.wait_for_selector(".map-box[data-ready=yes], .map > .still")
    assert axe(page) == []
    assert fits_a_phone(page)
    page.goto(f"{desk.address}/?view=report&id={report}&lang={lang}&theme={theme}")
    page.wait_for_selector(".report-text")
    assert axe(page) == []
    assert fits_a_phone(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_explanation_has_no_serious_finding_of_axe(lang, desk, visit):
    incident, _ = most_told(desk)
    page = visit(desk, f"/?lang={lang}&webgl=off&explain={incident}")
    page.wait_for_selector(".panel .claim")
    page.locator(".panel .joins summary").click()
    assert axe(page) == []
    assert fits_a_phone(page)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_account_and_the_people_of_an_administrator_have_no_serious_finding_of_axe(lang, own_desk, visit):
    page = visit(own_desk, f"/?view=account&lang={lang}", allow="401|403")
    page.locator(".door input[name=name]").fill("ada")
    page.locator(".door input[name=password]").fill(PASSWORD)
    assert axe(page) == []
    page.locator(".door input[name=password]").press("Enter")
    page.wait_for_selector("section[aria-labelledby=users-title] tbody tr")
    assert axe(page) == []
    assert fits_a_phone(page)


def test_a_token_is_made_shown_once_and_withdrawn(own_desk, visit):
    page = visit(own_desk, "/?view=account", allow="401|403")
    page.locator(".door input[name=name]").fill("amal")
    page.locator(".door input[name=password]").fill(PASSWORD)
    page.locator(".door input[name=password]").press("Enter")
    page.locator("section[aria-labelledby=tokens-title] input[name=label]").fill("nightly export")
    page.get_by_role("button", name="Make").click()
    secret = page.locator(".note.good code").inner_text()
    headers = {"Authorization": f"Bearer {secret}"}
    assert httpx.get(f"{own_desk.address}/api/v1/meta", headers=headers).status_code == 200
    page.get_by_role("button", name="Take back nightly export").click()
    page.wait_for_selector("section[aria-labelledby=tokens-title] .empty")
    assert httpx.get(f"{own_desk.address}/api/v1/meta", headers=headers).status_code == 401
