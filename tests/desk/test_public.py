"""The public view in a browser: no words, no persons, no sharp places, nothing young, nothing to judge."""

from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from desk_page import Server, axe, copy_of


@pytest.fixture(scope="module")
def window(demo_store, tmp_path_factory):
    served = Server(copy_of(demo_store, tmp_path_factory.mktemp("public")), public=True)
    yield served
    served.stop()


def private_words(server):
    """Words and publishers of reports, as whoever may read everything sees them."""
    claims = httpx.get(f"{server.address}/api/v1/claims", params={"limit": 200}).json()["results"]
    return {one["text"] for one in claims if len(one["text"]) > 40}, {
        one["told_in"]["source"] for one in claims if one["told_in"]["source"]
    }


VIEWS = ["situation", "posture", "movements", "ceasefire", "hypotheses", "alerts", "sources", "outputs", "calendar"]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_view_shows_words_or_publishers_and_axe_finds_nothing_serious(lang, window, desk, visit):
    texts, sources = private_words(desk)
    assert texts
    assert sources
    page = visit(window, f"/?webgl=off&lang={lang}", allow="403")
    for view in VIEWS:
        page.goto(f"{window.address}/?view={view}&webgl=off&lang={lang}")
        page.wait_for_selector("main h1, main .incident")
        page.wait_for_load_state("networkidle")
        said = page.locator("body").inner_text()
        assert [text for text in texts | sources if text in said] == [], view
        assert axe(page) == [], view
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        page.set_viewport_size({"width": 1280, "height": 800})


def test_an_incident_is_an_area_without_words_and_cannot_be_judged(window, visit):
    page = visit(window, "/?webgl=off", allow="403")
    page.locator(".incident-words").first.click()
    page.wait_for_selector("#incident-title")
    page.wait_for_load_state("networkidle")
    assert page.locator(".words mark").count() == 0
    assert page.locator(".acts button").count() == 0
    assert "withheld" in page.locator(".origin").first.inner_text()
    assert "can be read, not judged" in page.locator(".judge").inner_text()
    assert page.locator("header .badge.warn", has_text="Public").count() == 1


def test_places_are_coarse_and_nothing_is_younger_than_the_delay(window, visit):
    page = visit(window, "/", allow="403")
    page.wait_for_selector(".map-box[data-ready=yes], .map > .still")
    features = httpx.get(f"{window.address}/api/v1/map").json()
    assert features["features"]
    for one in features["features"]:
        place = one["properties"]
        assert place["precision"] not in {"point", "town"}
        assert place["radius_km"] >= 15
    meta = httpx.get(f"{window.address}/api/v1/meta").json()
    assert date.fromisoformat(meta["as_of"]) <= datetime.now(UTC).date() - timedelta(days=1)


def test_search_review_and_texts_say_that_they_are_not_public(window, visit):
    page = visit(window, "/?view=search&q=convoy", allow="403")
    page.wait_for_selector("main [role=alert], main .empty, main .note")
    assert "not public" in page.locator("main").inner_text()
    page.goto(f"{window.address}/?view=review")
    page.wait_for_selector("main .empty")
    assert page.locator(".queue-item").count() == 0
    page.goto(f"{window.address}/?view=sign_in")
    page.wait_for_selector("main")
    assert page.locator("input[name=password]").count() == 0
