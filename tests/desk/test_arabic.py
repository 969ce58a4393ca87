"""In Arabic the page says nothing in English but the words of reports, and reads them as they were written."""

import html
import re

import httpx
import pytest

from desk_page import until

# The samples tell of two countries with an agreement, so that a document must be told which.
CEASEFIRE = "ceasefire?agreement=libya_2020"
VIEWS = ["situation", "posture", "movements", "ceasefire", "hypotheses", "alerts", "tripwires", "calendar", "sources", "review", "outputs"]  # fmt: skip
# What stands in quotation marks or is not to be translated came from reports, or is a name or a code.
TEXTS = r"""() => {
  const passed = 'code, kbd, script, style, q, [translate=no]';
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(passed)) found.push(walk.currentNode.textContent);
  for (const each of document.querySelectorAll('[aria-label], [placeholder], label, option')) found.push(each.getAttribute('aria-label') || each.getAttribute('placeholder') || '');
  return found;
}"""
ON_A_LINE = r"""it => {
  const held = [...it.querySelectorAll('.claimed, .around')].map((each) => [...each.getClientRects()]).filter((each) => each.length);
  const pairs = held.slice(1).map((each, at) => [held[at].at(-1), each[0]]).filter(([one, other]) => Math.abs(one.top - other.top) < 8);
  return pairs.map(([one, other]) => other.right <= one.left + 1);
}"""
SMALL = {"of", "the", "and", "for", "in", "al", "el", "de", "du", "la", "le"}


def english(texts):
    """Texts with three or more Latin words in a row that are not all parts of a name."""
    found = []
    for text in texts:
        bare = re.sub(r"«[^»]*»|\"[^\"]*\"", "«»", text)
        for run in re.findall(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;:()]+[A-Za-z][A-Za-z'’-]*){2,}", bare):
            words = re.findall(r"[A-Za-z'’-]+", run)
            if sum(word[0].islower() and word not in SMALL for word in words) >= 2:
                found.append(run)
    return sorted(set(found))


def test_what_counts_as_english_is_a_sentence_and_not_a_name():
    assert english(["في Northern Niger", "National Liberation Army of Colombia", "بحسب «a committee of local doctors»"]) == []  # fmt: skip
    assert english(["newest first by day", "Both sides cease fire everywhere."]) == ["Both sides cease fire everywhere", "newest first by day"]  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_nothing_in_english(view, desk, visit):
    page = visit(desk, f"/?view={view}&lang=ar&webgl=off")
    page.wait_for_load_state("networkidle")
    assert len(page.locator("main").inner_text()) > 100
    assert english(page.evaluate(TEXTS)) == []


def records(server):
    """Something of each kind that can be explained."""
    for kind in ("findings", "alerts", "assessments", "movements", "tripwires", "control", "postures", "signals", "channels", "claims"):  # fmt: skip
        for one in httpx.get(f"{server.address}/api/v1/{kind}", params={"limit": 2}).json()["results"]:
            yield one.get("id")


def test_an_explanation_says_nothing_in_english(desk, visit):
    page = visit(desk, "/?view=calendar&lang=ar")
    told = [name for name in records(desk) if name]
    assert len(told) > 10
    for name in told:
        page.goto(f"{desk.address}/?view=calendar&lang=ar&explain={name}")
        page.wait_for_selector(".panel .facts, .panel .claim")
        assert english(page.evaluate(TEXTS)) == [], name


def test_an_incident_and_its_reports_say_nothing_in_english(desk, visit):
    page = visit(desk, "/?lang=ar&webgl=off")
    listed = httpx.get(f"{desk.address}/api/v1/incidents", params={"limit": 100}).json()["results"]
    for one in sorted(listed, key=lambda each: -each["claims"])[:4]:
        page.goto(f"{desk.address}/?view=incident&lang=ar&webgl=off&id={one['id']}")
        page.wait_for_selector("#incident-title")
        page.wait_for_load_state("networkidle")
        assert english(page.evaluate(TEXTS)) == [], one["id"]
        page.locator(".report-line a").first.click()
        page.wait_for_selector(".report-text")
        assert english(page.evaluate(TEXTS)) == [], one["id"]


def documents(server):
    """Every Arabic document of the demo, and what it is called."""
    api = f"{server.address}/api/v1"
    listed = httpx.get(f"{api}/incidents", params={"limit": 100}).json()["results"]
    told = max(listed, key=lambda one: (one["reports"], one["origins"]))["id"]
    for name in (
        "sitrep",
        "sitrep?period=day",
        "sitrep?period=week",
        CEASEFIRE,
        f"dossier?incident={told}",
    ):
        joint = "&" if "?" in name else "?"
        yield name, httpx.get(f"{api}/reports/{name}{joint}lang=ar&format=html", timeout=120).text


# What came from reports: their own words in the annex, what is quoted, names of outlets and inputs.
OF_REPORTS = re.compile(
    r"<(blockquote|bdi|code|header|style|title)\b.*?</\1>|<span dir=\"ltr\">.*?</span>", re.DOTALL
)


def test_an_arabic_document_says_nothing_in_english(desk):
    outlets = [one["name"] for one in httpx.get(f"{desk.address}/api/v1/sources").json()["sources"]]
    named = re.compile("|".join(re.escape(html.escape(one)) for one in outlets))
    for name, page in documents(desk):
        assert page.startswith("<!doctype html>"), page[:300]
        ours = OF_REPORTS.sub("\n", named.sub("", page.split("<h2>الملحق ب")[0]))
        text = re.sub(r"<[^>]+>", "\n", ours)
        assert len(text) > 1000, name
        assert english(text.splitlines()) == [], name


def test_an_arabic_document_gives_the_reasons_that_the_page_gives(desk):
    held = dict(documents(desk))
    findings = httpx.get(
        f"{desk.address}/api/v1/findings", params={"lang": "ar", "limit": 200, "agreement": "libya_2020"}
    ).json()["results"]
    open_ones = [one for one in findings if one["verdict"] == "undetermined" and not one["standing"]]
    assert open_ones
    for one in open_ones:
        assert one["because"] in re.sub(r"</?bdi[^>]*>", "", held["sitrep"]), one["because"]
        assert one["because"] in re.sub(r"</?bdi[^>]*>", "", held[CEASEFIRE]), one["because"]


def test_words_of_reports_in_a_document_keep_their_language_and_direction(desk):
    page = dict(documents(desk))["sitrep"]
    assert '<bdi dir="ltr" lang="en">at least seven civilians</bdi>' in page
    assert '<bdi dir="ltr" lang="fr">le service d&#39;urgence</bdi>' in page
    english_page = httpx.get(f"{desk.address}/api/v1/reports/sitrep?lang=en&format=html", timeout=120).text
    assert re.search(r'<bdi dir="rtl" lang="ar">[^<]*[\u0600-\u06ff]', english_page)


def arabic_incident(server):
    """An incident that a report in Arabic tells of, with that report's id."""
    api = f"{server.address}/api/v1"
    for claim in httpx.get(f"{api}/claims", params={"limit": 500}).json()["results"]:
        if claim["language"] == "ar" and claim["incident"]:
            return claim["incident"], claim
    raise AssertionError("the samples hold no incident told in Arabic")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_claim_of_an_arabic_report_is_highlighted_from_right_to_left(lang, desk, visit):
    name, claim = arabic_incident(desk)
    page = visit(desk, f"/?view=incident&lang={lang}&webgl=off&id={name}")
    words = page.locator(f"#claim-{claim['id']} .words")
    words.wait_for()
    assert words.evaluate("it => getComputedStyle(it).direction") == "rtl"
    assert words.get_attribute("lang") == "ar"
    said = "".join(words.locator(".claimed").all_inner_texts())
    assert said == claim["text"]
    assert claim["event"]["trigger"]["text"] in words.locator("mark.m-what").all_inner_texts()
    # Of two pieces on one line the earlier stands to the right of the later.
    ordered = words.evaluate(ON_A_LINE)
    assert ordered
    assert all(ordered)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_an_arabic_report_is_shown_from_right_to_left_with_its_claims_marked(lang, desk, visit):
    _, claim = arabic_incident(desk)
    page = visit(desk, f"/?view=report&lang={lang}&id={claim['report']}")
    text = page.locator(".report-text")
    text.wait_for()
    assert text.evaluate("it => getComputedStyle(it).direction") == "rtl"
    coded = text.locator("a.coded", has_text=claim["text"][:20]).first
    first, box = coded.evaluate("it => it.getClientRects()[0].right"), text.bounding_box()
    assert first <= box["x"] + box["width"] + 1
    coded.click()
    until(page, f"(() => {{ const at = document.getElementById('claim-{claim['id']}').getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight; }})()")  # fmt: skip
