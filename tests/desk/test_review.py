"""Signing in, judging from the keyboard, two people at one incident, and what a correction changes everywhere."""

import re
import time

import httpx

import factory
from desk_page import PASSWORD, until
from hudna.store import using_store
from hudna.store.proposals import add_looked, not_looked_at


def sign_in(page, name):
    page.locator(".door input[name=name]").fill(name)
    page.locator(".door input[name=password]").fill(PASSWORD)
    page.locator(".door input[name=password]").press("Enter")
    page.wait_for_selector(".who")


def test_nobody_reads_before_signing_in_and_a_wrong_password_is_said(own_desk, visit):
    page = visit(own_desk, "/?view=review", allow="401|403|429")
    page.wait_for_selector(".door form")
    assert page.locator(".queue-item").count() == 0
    page.locator("input[name=name]").fill("amal")
    page.locator("input[name=password]").fill("wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector(".door [role=alert]")
    sign_in(page, "amal")
    page.wait_for_selector(".queue-item")
    assert "analyst" in page.locator(".who").inner_text()


def test_whom_a_provider_turned_away_reads_why_in_the_language_of_the_page(own_desk, visit):
    page = visit(own_desk, "/?view=sign_in&refused=403&lang=ar", allow="401")
    told = page.locator(".door [role=alert]")
    told.wait_for()
    assert "لا حساب هنا" in told.inner_text()
    page.goto(own_desk.address + "/?view=sign_in&refused=<b>anything</b>")
    told.wait_for()
    assert "did not confirm who you are" in told.inner_text()
    sign_in(page, "remi")
    until(page, "!location.search.includes('refused')")


def test_a_reader_reads_and_does_not_judge(own_desk, visit):
    page = visit(own_desk, "/?webgl=off", allow="401|403")
    sign_in(page, "remi")
    page.locator(".incident-words").first.click()
    page.wait_for_selector("#incident-title")
    assert page.locator(".acts button").count() == 0


def test_an_analyst_may_not_verify_and_a_verifier_may(own_desk, visit):
    page = visit(own_desk, "/?view=review", allow="401|403")
    sign_in(page, "amal")
    page.wait_for_selector(".acts button")
    assert page.get_by_role("button", name=re.compile("^Confirm")).is_enabled()
    verify = page.get_by_role("button", name=re.compile("^Verify"))
    assert verify.is_disabled()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_selector(".door form")
    sign_in(page, "vera")
    page.wait_for_selector(".acts button")
    assert verify.is_enabled()


def test_a_form_that_is_being_filled_is_never_drawn_anew(own_desk, visit):
    page = visit(own_desk, "/?view=review", allow="401|403")
    # Answers that come late must not take what was typed away.
    page.context.route("**/api/v1/meta*", lambda route: (time.sleep(0.5), route.continue_()))
    for name in ("amal", "vera", "remi"):
        page.wait_for_selector(".door form")
        page.evaluate("document.querySelector('.door form').dataset.seen = 'yes'")
        page.locator(".door input[name=name]").fill(name)
        time.sleep(1)
        assert page.locator(".door form[data-seen=yes]").count() == 1
        assert page.locator(".door input[name=name]").input_value() == name
        sign_in(page, name)
        page.get_by_role("button", name="Sign out").click()
    page.wait_for_selector(".door form")


def test_a_session_that_has_ended_shows_the_door(own_desk, visit):
    page = visit(own_desk, "/?view=sources", allow="401|403")
    sign_in(page, "remi")
    page.wait_for_selector(".sources tbody tr")
    page.context.clear_cookies()
    page.get_by_role("link", name="Calendar").click()
    page.wait_for_selector(".door form")
    sign_in(page, "remi")
    page.wait_for_selector(".occasions li, .empty")


def test_the_queue_is_judged_from_the_keyboard_alone(own_desk, visit):
    page = visit(own_desk, "/?view=review", allow="401|403")
    sign_in(page, "amal")
    page.wait_for_selector(".queue-item[aria-current=true]")
    page.locator("main").focus()
    first = page.locator(".queue-item[aria-current=true]").inner_text()
    page.keyboard.press("j")
    until(page, "document.querySelectorAll('.queue-item')[1].getAttribute('aria-current') === 'true'")
    page.keyboard.press("k")
    page.wait_for_selector(".question .acts")
    page.keyboard.press("c")
    page.wait_for_selector(".judge-form textarea")
    page.keyboard.type("Both reports name the same place and day.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note.good")
    assert "Confirm" in page.locator(".note.good").inner_text()
    page.wait_for_selector("section[aria-labelledby=log-title] .made")
    assert "amal" in page.locator(".made").first.inner_text()
    until(page, f"document.querySelector('.queue-item').innerText !== {first!r}")


# What a page does after it was painted comes late on a busy machine, and nowhere does a person wait for it.
LATE = """
const later = window.setTimeout.bind(window);
window.setTimeout = (done, wait, ...given) => later(done, Math.max(wait || 0, 1500), ...given);
window.requestAnimationFrame = (done) => later(done, 1500);
"""


def test_what_is_typed_before_the_page_has_settled_lands_where_it_was_meant(own_desk, visit):
    page = visit(own_desk, "/?view=review", allow="401|403")
    page.context.add_init_script(LATE)
    page.goto(own_desk.address + "/?view=review")
    sign_in(page, "amal")
    page.locator(".queue-item[aria-current=true]").wait_for()
    page.keyboard.press("c")
    page.locator(".judge-form textarea").wait_for()
    page.keyboard.type("Each of them says so.")
    assert page.locator(".judge-form textarea").input_value() == "Each of them says so."


def test_who_comes_second_is_told_and_writes_nothing_over(own_desk, visit):
    first = visit(own_desk, "/?webgl=off", allow="401|403")
    sign_in(first, "amal")
    second = visit(own_desk, "/?webgl=off", allow="401|403|409")
    sign_in(second, "vera")
    for page in (first, second):
        page.goto(own_desk.address + "/?webgl=off&root=ASSAULT")
        page.locator(".incident", has_text="Mizda").locator(".incident-words").first.click()
        page.wait_for_selector(".acts button")
    first.get_by_role("button", name=re.compile("^Comment")).click()
    second.get_by_role("button", name=re.compile("^Verify")).click()
    first.get_by_role("button", name=re.compile("^Comment")).click()
    correct(first, "fatalities.best", "4", "A second count was published.")
    second.locator("select[name=value]").select_option("refuted")
    second.locator("textarea[name=reason]").fill("The ministry denies it.")
    second.get_by_role("button", name="Record").click()
    second.wait_for_selector(".judge-form [role=alert]")
    assert "meantime" in second.locator(".judge-form [role=alert]").inner_text()
    second.get_by_role("button", name="Show it as it is now").click()
    second.wait_for_selector(".made")
    assert "amal" in second.locator(".made").first.inner_text()
    assert second.locator(".made").count() == 1


def put_up(store):
    """Two sentences of a report that nothing was coded from, put up for review."""
    with using_store(store) as opened:
        with opened.connection() as connection:
            unread = not_looked_at(connection, "m")[0]
        found = [
            factory.proposal(unread.report.text, report=unread.report.id, id=f"s-{n}", likeness=n / 10)
            for n in (7, 8)
        ]
        with opened.connection(writing=True) as connection:
            add_looked(connection, "m", {unread.coding: found})
    return unread.report


def sentences(page):
    """The questions of the queue that are sentences; an incident may be told in that word."""
    return page.locator(".queue-item", has=page.locator(".badge", has_text=re.compile("^sentence$")))


def at_sentence(page, server, name):
    page.goto(server.address + "/?view=review")
    sign_in(page, name)
    sentences(page).first.click()
    page.wait_for_selector(".question .acts")
    page.locator("main").focus()
    page.keyboard.press("c")
    page.locator("textarea[name=reason]").fill(f"So {name} reads it.")


def test_two_people_at_one_question_of_the_queue(own_desk, visit):
    report = put_up(own_desk.store)
    first, second = (visit(own_desk, "/?view=review", allow="401|403|409") for _ in range(2))
    at_sentence(first, own_desk, "amal")
    at_sentence(second, own_desk, "vera")
    asked = second.locator(".question > h2").inner_text()
    first.get_by_role("button", name="Record").click()
    first.wait_for_selector(".note.good")
    second.get_by_role("button", name="Record").click()
    told = second.locator(".judge-form [role=alert]")
    told.wait_for()
    assert "So amal reads it." in told.inner_text()
    second.get_by_role("button", name="Show it as it is now").click()
    # The question is closed, and yet nothing that was being written is lost or lands at the next one.
    second.get_by_text("no longer open").wait_for()
    assert second.locator(".question > h2").inner_text() == asked
    assert second.locator("textarea[name=reason]").input_value() == "So vera reads it."
    assert "amal" in second.locator(".question .made").inner_text()
    assert sentences(second).count() == 1
    second.get_by_role("button", name="Record").click()
    second.wait_for_selector(".note.good")
    # Whoever judged is said in the log, and the judgement leads to the words.
    until(second, "document.querySelectorAll('section[aria-labelledby=log-title] .made').length === 2")
    second.locator("section[aria-labelledby=log-title]").get_by_role("button", name="Explain").first.click()
    second.get_by_text(f"({report.id})").wait_for()


def test_what_others_judge_leaves_the_queue_by_itself(own_desk, visit):
    put_up(own_desk.store)
    first, second = (visit(own_desk, "/?view=review", allow="401|403") for _ in range(2))
    sign_in(second, "vera")
    second.wait_for_selector(".queue-item")
    open_ = second.locator(".queue-item").count()
    at_sentence(first, own_desk, "amal")
    first.get_by_role("button", name="Record").click()
    first.wait_for_selector(".note.good")
    # As when one comes back to the page: it asks then, and every twenty seconds.
    second.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(second, f"document.querySelectorAll('.queue-item').length === {open_ - 1}")


def correct(page, field, value, reason, claim=None):
    page.get_by_role("button", name=re.compile("^Correct")).click()
    if claim:
        option = page.locator("select[name=of] option", has_text=claim).first
        page.locator("select[name=of]").select_option(option.get_attribute("value"))
    page.locator("select[name=field]").select_option(field)
    given = page.locator("[name=value]")
    given.select_option(value) if given.evaluate("it => it.tagName") == "SELECT" else given.fill(value)
    page.locator("textarea[name=reason]").fill(reason)
    page.get_by_role("button", name="Record").click()
    page.wait_for_selector(".made", timeout=20_000)


def lane(page, server, actor):
    page.goto(server.address + "/?view=posture")
    page.wait_for_selector(".lanes tbody tr")
    return page.locator(".lanes tbody tr", has_text=actor).all_inner_texts()


def test_a_correction_changes_incident_posture_and_situation_report(own_desk, visit):
    page = visit(own_desk, "/?webgl=off", allow="401|403")
    sign_in(page, "amal")
    before = lane(page, own_desk, "Lebanese Armed Forces")
    assert before
    page.goto(own_desk.address + "/?webgl=off&root=MOBILIZE")
    page.locator(".incident", has_text="Naqoura").locator(".incident-words").first.click()
    page.wait_for_selector(".acts button")
    title = page.locator("#incident-title").inner_text()
    assert "deployed" in title
    correct(page, "event.move", "alert_down", "The order was to stand down; it was misread.", claim="army")
    until(page, f"document.querySelector('#incident-title').innerText !== {title!r}")
    assert "lowered the alert" in page.locator("#incident-title").inner_text()
    assert "amal" in page.locator(".made").first.inner_text()
    assert page.locator(".history .moment-judged").count() == 1
    assert lane(page, own_desk, "Lebanese Armed Forces") != before
    cookies = {each["name"]: each["value"] for each in page.context.cookies()}
    report = httpx.get(
        own_desk.address + "/api/v1/reports/sitrep", params={"format": "md"}, cookies=cookies, timeout=60
    )
    assert "lowered the alert" in report.text
    assert "army deployed to Naqoura" not in report.text
