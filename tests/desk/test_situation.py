"""Filters, brushing, the day as of which is looked, and the way from a figure to the words."""

import re

from desk_page import drawn, until

# Without WebGL the page is quick to draw; the map has tests of its own.
PLAIN = "/?webgl=off"


def number(page):
    """How many incidents the list says there are."""
    until(page, "!document.querySelector('.list-pane [aria-busy=true]')")
    return int(re.search(r"\d+", page.locator("#list-title").inner_text().replace(",", ""))[0])


def settled(page, before):
    """The number in the list once it is another."""
    until(
        page,
        f"!document.querySelector('#list-title').textContent.startsWith('{before} ') && !document.querySelector('.list-pane [aria-busy=true]')",
    )
    return number(page)


def test_a_filter_narrows_the_list_stands_in_the_address_and_comes_off_again(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".incident")
    every = number(page)
    page.get_by_role("button", name="De-escalation").click()
    some = settled(page, every)
    assert 0 < some < every
    assert "direction=de-escalation" in page.url
    assert set(page.locator(".incident .badge.down").all_inner_texts()) == {"▼ De-escalation"}
    page.get_by_role("button", name=re.compile("Take off: Direction")).click()
    assert settled(page, some) == every


def test_a_link_is_a_saved_view(desk, visit):
    page = visit(desk, PLAIN + "&direction=escalation&root=ASSAULT&since=2025-02-01&until=2025-03-31")
    page.wait_for_selector(".incident")
    assert page.locator(".chip").count() == 4
    page.locator(".saved summary").click()
    page.get_by_role("button", name="Save this view").click()
    page.locator("#save-name").fill("Assaults in spring")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(desk.address + PLAIN)
    page.locator(".saved summary").click()
    page.get_by_role("link", name="Assaults in spring").click()
    page.wait_for_selector(".incident")
    assert "root=ASSAULT" in page.url
    assert page.locator(".chip").count() == 4


def test_dragging_over_the_timeline_filters_map_and_list(desk, visit):
    page = visit(desk, PLAIN)
    drawn(page)
    every = number(page)
    box = page.locator(".chart .u-over").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40, steps=5)
    page.mouse.up()
    some = settled(page, every)
    assert 0 < some < every
    assert "since=" in page.url
    assert "until=" in page.url
    page.get_by_role("button", name="All days").click()
    assert settled(page, some) == every


def test_a_finger_brushes_the_timeline_on_a_phone(desk, visit):
    page = visit(desk, PLAIN, width=390, height=844, has_touch=True)
    page.wait_for_selector(".incident")
    every = number(page)
    over = page.locator(".chart .u-over")
    over.scroll_into_view_if_needed()
    box = over.bounding_box()
    touch = page.context.new_cdp_session(page)

    def finger(kind, *points):
        there = [{"x": box["x"] + box["width"] * share, "y": box["y"] + 40} for share in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": there})

    finger("touchStart", 0.3)
    for share in (0.35, 0.4, 0.5, 0.6):
        finger("touchMove", share)
    finger("touchEnd")
    assert 0 < settled(page, every) < every
    assert "since=" in page.url
    # A tap chooses nothing.
    chosen = page.url
    finger("touchStart", 0.5)
    finger("touchEnd")
    page.wait_for_timeout(300)
    assert page.url == chosen


def test_a_brushed_view_survives_reloading_and_the_way_back(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".incident")
    every = number(page)
    page.locator(".choice button").first.click()
    some = settled(page, every)
    page.locator(".time-table summary").click()
    page.locator(".time-table tbody button").first.click()
    few = settled(page, some)
    brushed = page.url
    page.reload()
    page.wait_for_selector(".incident")
    assert (number(page), page.url) == (few, brushed)
    page.go_back()
    assert settled(page, few) == some
    page.go_back()
    assert settled(page, some) == every
    page.go_forward()
    assert settled(page, every) == some


def test_days_the_wrong_way_round_are_said_once_and_can_be_swapped(desk, visit):
    page = visit(desk, PLAIN + "&since=2025-03-12&until=2025-02-01", allow="422")
    page.wait_for_selector(".filters [role=alert]")
    assert "later than the last" in page.locator(".filters [role=alert]").inner_text()
    assert page.locator("[role=alert]").count() == 1
    assert page.locator(".incident").count() == 0
    page.get_by_role("button", name="Swap the days").click()
    page.wait_for_selector(".incident")
    assert "since=2025-02-01" in page.url
    assert page.locator("[role=alert]").count() == 0


def test_a_map_names_nobody_in_a_script_that_the_page_is_not_in(desk, visit):
    page = visit(desk, PLAIN)
    labels = """async () => {
        const { movementsOf } = await import('/static/js/map/drawn.js');
        const of = (text) => ({ id: 'm', claims: ['c'], force: [{ id: null, text }], status: 'reported', line: [], at: { lat: 1, lon: 2, precision: 'town', name: 'Sirte' } });
        return movementsOf({ results: [of('القيادة العامة'), of('the column')] }).features.map((each) => each.properties.label);
    }"""
    assert page.evaluate(labels) == ["a force", "the column"]
    page.goto(desk.address + PLAIN + "&lang=ar")
    page.wait_for_selector(".incident")
    assert page.evaluate(labels) == ["القيادة العامة", "قوة"]


def test_the_timeline_can_be_brushed_without_a_pointer(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".incident")
    every = number(page)
    page.locator(".time-table summary").focus()
    page.keyboard.press("Enter")
    page.locator(".time-table tbody button").first.focus()
    page.keyboard.press("Enter")
    assert 0 < settled(page, every) < every


def test_escalation_and_de_escalation_are_told_apart(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".chart canvas")
    told = page.locator(".chart").get_attribute("aria-label")
    up, down = (int(re.search(rf"(\d+) {word}", told)[1]) for word in ("escalating", "de-escalating"))
    assert up > 0
    assert down > 0


def test_an_earlier_day_knows_less(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".incident")
    every = number(page)
    page.locator("#as-of").focus()
    page.keyboard.press("Home")
    assert settled(page, every) < every
    assert "as_of=2025-02-14" in page.url
    assert "What was known on 14 February 2025" in page.locator(".moment [role=status]").inner_text()
    page.get_by_role("button", name="Latest").click()
    until(page, "!location.search.includes('as_of')")


def test_a_figure_opens_the_claims_it_rests_on_with_their_words_marked(desk, visit):
    page = visit(desk, PLAIN + "&direction=escalation")
    page.locator(".incident button.number").first.click()
    page.wait_for_selector(".panel .words mark")
    assert page.locator(".panel h2").evaluate("element => element === document.activeElement")
    assert {"what"} <= {name.split("m-")[1] for name in page.locator(".panel .words mark").evaluate_all("all => all.map(one => one.className)")}  # fmt: skip
    page.keyboard.press("Escape")
    page.wait_for_selector(".panel", state="detached")


def test_an_incident_shows_positions_origins_and_each_claim_in_its_reports_words(desk, visit):
    page = visit(desk, PLAIN + "&root=ASSAULT")
    page.locator(".incident", has_text="Mizda").locator(".incident-words").first.click()
    page.wait_for_selector("#incident-title")
    stances = page.locator(".matrix tbody td:nth-child(2)").all_inner_texts()
    assert "denies" in stances
    assert page.locator(".origin .words .claimed").count() >= 2
    assert "struck" in page.locator(".origin mark.m-what").all_inner_texts()
    assert "en.assault" in page.locator(".claim-facts code").first.inner_text()


def test_every_level_of_posture_opens_its_claims(desk, visit):
    page = visit(desk, "/?view=posture")
    page.locator(".lanes .level button.number").first.click()
    page.wait_for_selector(".panel .words mark")


def test_a_number_of_the_ceasefire_board_leads_to_findings_and_from_there_to_words(desk, visit):
    page = visit(desk, "/?view=ceasefire&agreement=libya_2020")
    page.locator(".grid .cell a").first.click()
    page.wait_for_selector(".finding")
    page.locator(".finding button.number").first.click()
    page.wait_for_selector(".panel .words")


def test_the_ledger_adds_up_from_the_prior_and_says_what_would_change_it(desk, visit):
    page = visit(desk, "/?view=hypotheses")
    page.wait_for_selector(".waterfall td.bar span")
    before = page.locator(".assessment h3").first.inner_text()
    page.locator(".rival input").nth(1).check()
    until(page, f"document.querySelector('.assessment h3').innerText !== {before!r}")


def test_words_are_found_and_lead_to_their_incident(desk, visit):
    page = visit(desk, PLAIN)
    page.wait_for_selector(".incident")  # keys are heard once the view is there
    page.keyboard.press("/")
    page.keyboard.type("convoy near Mizda")
    page.keyboard.press("Enter")
    page.wait_for_selector(".words mark")
    page.get_by_role("link", name="Open the incident").first.click()
    page.wait_for_selector("#incident-title")


def test_markup_in_a_report_is_shown_as_the_words_it_is(desk, visit):
    page = visit(desk, "/?view=search&q=city+council")
    page.wait_for_selector(".words")
    assert "<b onmouseover" in page.locator("main").inner_text()
    page.locator(".report-line a").first.click()
    page.wait_for_selector(".report-text")
    assert "<script>alert('script')</script>" in page.locator(".report-text").inner_text()
    assert page.locator("h1").inner_text() == "<img src=x onerror=\"alert('title')\">"
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.locator(".report-text img, .report-text script, h1 img").count() == 0
    assert page.title() == "Report · Hudna"


def test_a_few_wide_areas_do_not_push_a_pin_off_the_map(desk, visit):
    page = visit(desk, "/?webgl=off")
    # Six areas of fifty points each, and one town beyond them: all seven are looked at.
    seen = page.evaluate(
        """async () => {
            const { looked, bounds, circle } = await import('/static/js/map/geometry.js');
            const areas = [25, 26, 27, 28, 29, 30].map((lon) => ({ properties: { shape: 'area' }, geometry: { type: 'Polygon', coordinates: circle(lon, 13, 50) } }));
            const pins = [{ properties: {}, geometry: { type: 'Point', coordinates: [32.5, 15.6] } }];
            return bounds(looked({ pins: { features: pins }, areas: { features: areas }, cells: { features: [] } }));
        }"""
    )
    assert seen[1] == [32.5, 15.6]


def test_a_view_that_does_not_exist_is_the_first_one_in_title_too(desk, visit):
    assert visit(desk, "/?view=nothing").title() == "Situation · Hudna"


def test_a_sentence_of_the_program_runs_as_the_page_does_whatever_it_quotes(desk, visit):
    page = visit(desk, "/?webgl=off")
    page.wait_for_selector(".incident-words")
    assert page.eval_on_selector_all(
        ".incident-words", "all => [...new Set(all.map((one) => getComputedStyle(one).direction))]"
    ) == ["ltr"]
    assert page.locator(".incident-words [dir=auto], .incident-words bdi").count() == 0
