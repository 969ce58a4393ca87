"""Each view in both languages and both lights: it opens, says something, and can be used by everybody."""

import pytest

from desk_page import axe, drawn

VIEWS = {
    "situation": (".incident", "Situation"),
    "posture": (".lanes tbody tr", "Posture"),
    "movements": (".way", "Movements and ground"),
    "ceasefire": (".grid tbody tr", "Ceasefire"),
    "hypotheses": (".rival", "Hypotheses"),
    "alerts": (".alert", "Alerts"),
    "tripwires": (".wire", "Trip-wires"),
    "calendar": (".occasions li", "Calendar"),
    "sources": (".sources tbody tr", "Sources"),
    "review": (".queue-item", "Review"),
    "outputs": ("table tbody tr", "Reports and data"),
    "search&q=convoy": (".words mark", "Search"),
}


def fits_a_phone(page):
    """Whether nothing but tables, which scroll by themselves, is wider than a small screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_opens_in_english_without_a_serious_finding_of_axe(view, desk, visit):
    selector, title = VIEWS[view]
    page = visit(desk, f"/?view={view}&theme=light")
    page.wait_for_selector(selector)
    assert page.title() == f"{title} · Hudna"
    assert page.locator("h1").count() == 1
    assert axe(page) == []
    assert fits_a_phone(page)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_mirrored_in_arabic_and_dark_without_a_serious_finding_of_axe(view, desk, visit):
    selector, _ = VIEWS[view]
    page = visit(desk, f"/?view={view}&lang=ar&theme=dark&webgl=off")
    page.wait_for_selector(selector)
    assert page.evaluate("document.documentElement.dir + document.documentElement.lang") == "rtlar"
    nav, main = page.locator("nav").bounding_box(), page.locator("main").bounding_box()
    assert nav["x"] > main["x"], "the navigation stands on the right"
    assert axe(page) == []
    assert fits_a_phone(page)
    # What the page itself says is Arabic; names and words of reports may be in another script.
    said = page.locator("nav").inner_text()
    assert not [letter for letter in said if letter.isascii() and letter.isalpha()]


def test_the_map_is_drawn_with_what_is_known(desk, visit):
    page = visit(desk)
    drawn(page)
    assert page.locator(".map-box canvas").count() == 1
    assert "not on the map" in page.locator(".map-foot").inner_text()


def test_without_webgl_the_same_is_a_drawing_whose_points_are_buttons(desk, visit):
    page = visit(desk, "/?webgl=off")
    page.wait_for_selector(".still .pin")
    assert page.locator(".map-box").count() == 0
    page.locator(".still .pin").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#incident-title")


def test_a_server_that_does_not_answer_is_said_to_be_silent(desk, visit):
    page = visit(desk, "/?view=tripwires", allow="Failed to load resource")
    page.wait_for_selector(".wire")
    page.context.route("**/api/v1/sources*", lambda route: route.abort())
    page.get_by_role("link", name="Sources").click()
    page.wait_for_selector("[role=alert]")
    assert "does not answer" in page.locator("[role=alert]").inner_text()
    page.context.unroute("**/api/v1/sources*")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector(".sources tbody tr")


def test_a_sources_number_opens_the_claims_it_told(desk, visit):
    page = visit(desk, "/?view=sources")
    told = page.locator(".sources button.number").first
    told.wait_for()
    expected = told.inner_text()
    told.click()
    page.wait_for_selector(".panel .words")
    assert page.locator(".panel .soft").first.inner_text().startswith(f"{expected} claim")
    source = page.locator(".sources tr", has=page.locator("button.number")).first.locator("th bdi").first
    assert source.inner_text() in page.locator(".panel .report-line").first.inner_text()


def test_a_silent_source_stands_first(desk, visit):
    page = visit(desk, "/?view=sources")
    page.wait_for_selector(".sources tbody tr")
    assert "silent" in page.locator(".sources tbody tr").first.inner_text()
    assert "heard" in page.locator(".sources tbody tr").last.inner_text()
