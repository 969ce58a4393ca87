"""A situation report says what claims say, apart by how they hold it, and traceably."""

import re
from html.parser import HTMLParser

import pytest

import factory
from hudna.model.claim import Root, Status
from hudna.model.report import Issue
from hudna.publish import as_html, as_markdown, situation
from hudna.publish.markdown import escape
from hudna.publish.wording import sentence

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) `a` **b** | c | https://evil.example www.evil.example"
)


def sections(*claims, reports=None, issues=()):
    """What is said under each heading, with the ids of the claims."""
    found = situation(claims, reports or [factory.report()], issues)
    return {
        section.title: {(one.text, one.claims) for block in section.blocks for one in block.sentences}
        for section in found.sections
    }


def event_claim(root="ASSAULT", mode=None, status="actual", **fields):
    return factory.claim(
        event=factory.event(root=root, mode=mode, **fields.pop("of", {})), status=status, **fields
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("actual", "The Kadra Front used violence in Norhaven, on 1 March 2021."),
        ("declared", "By their own account, the Kadra Front used violence"),
        ("reported", "According to “military sources” (no name given), the Kadra Front used violence"),
        ("alleged", "As alleged by “military sources” (no name given), the Kadra Front used violence"),
        ("planned", "the Kadra Front will, as planned or announced, use violence"),
        ("conditional", "the Kadra Front would use violence"),
        (
            "hypothetical",
            "It is held possible, by “military sources” (no name given) that the Kadra Front could use violence",
        ),
        ("denied", "“military sources” (no name given) denied that the Kadra Front used violence"),
        ("demanded", "“military sources” (no name given) demanded that the Kadra Front use violence"),
        ("historical", "(told as background)"),
        ("state", "(told as background)"),
    ],
)
def test_each_status_has_its_own_wording(status, words):
    assert words in sentence(event_claim(status=status))


@pytest.mark.parametrize("root", list(Root))
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("recipients", [(), (factory.actor("military sources"),)])
def test_every_root_and_status_can_be_said(root, status, recipients):
    said = sentence(event_claim(root=root.value, status=status.value, of={"recipients": recipients}))
    assert said.endswith(".")
    assert "None" not in said


@pytest.mark.parametrize(
    "status", ["planned", "conditional", "hypothetical", "demanded", "denied", "historical"]
)
def test_what_is_not_told_as_having_happened_stands_apart(status):
    said = sections(event_claim(status=status))
    assert not said["Security, by country and region"]
    other = "Statements and positions" if status == "denied" else "Not told as having happened"
    assert [claims for _, claims in said[other]] == [("kadra-1-c1",)]


@pytest.mark.parametrize(
    ("root", "section"),
    [
        ("ASSAULT", "Security, by country and region"),
        ("MOBILIZE", "Security, by country and region"),
        ("RETREAT", "De-escalation and cooperation"),
        ("AGREE", "De-escalation and cooperation"),
        ("ACCUSE", "Statements and positions"),
        ("THREATEN", "Statements and positions"),
    ],
)
def test_each_kind_stands_in_its_section(root, section):
    assert sections(event_claim(root=root))[section]


def test_aid_to_a_force_is_no_easing():
    said = sections(event_claim(root="AID", of={"contexts": ("military",)}))
    assert said["Security, by country and region"]
    assert not said["De-escalation and cooperation"]


def test_mediators_stand_apart_from_parties():
    found = situation([event_claim(root="REQUEST", third_party=True)], [factory.report()])
    [block] = found.sections[2].blocks
    assert block.title == "Mediators and third parties"


def test_claims_that_say_the_same_share_a_sentence():
    said = sections(factory.claim(id="c1"), factory.claim(id="c2"))
    assert [claims for _, claims in said["Security, by country and region"]] == [("c1", "c2")]


def test_gaps_are_named():
    vague = event_claim(of={"actors": (), "places": (), "occurred": None}, review="roles disagree")
    said = sections(vague, reports=[factory.report(published=None)])["What we do not know"]
    assert {text for text, _ in said} == {
        "1 claim rests on speakers without a name alone.",
        "1 claim names no actor.",
        "1 claim names no place that could be found.",
        "1 claim has no day.",
        "1 claim is marked for a person to look at.",
        "1 report without a day of publication: kadra-1.",
    }


def test_skipped_inputs_are_listed():
    found = situation([], [], [Issue(input="a.txt", reason="is empty")])
    for layout in (as_markdown, as_html):
        assert "a.txt: is empty" in layout(found)


def test_control_and_purpose_are_told_as_claimed():
    said = sections(factory.claim(), factory.control_claim(), factory.purpose_claim())
    texts = {text for one in said.values() for text, _ in one}
    assert (
        "According to “military sources” (no name given), Norhaven is said to be held by the Kadra Front."
        in texts
    )
    assert any("the purpose of the move" in text.lower() for text in texts)


def test_every_citation_leads_to_words():
    claims = (
        factory.claim(),
        factory.control_claim(),
        factory.purpose_claim(),
        event_claim(id="x", status="denied"),
    )
    found = situation(claims, [factory.report()])
    markdown, page = as_markdown(found), as_html(found)
    assert set(re.findall(r"\]\(#(c\d+)\)", markdown)) <= set(re.findall(r'<a id="(c\d+)">', markdown))
    assert set(re.findall(r'href="#(c\d+)"', page)) <= set(re.findall(r'<article id="(c\d+)">', page))
    for claim in claims:
        assert claim.id in markdown
        assert claim.id in page
    assert f"**{claims[0].text}**" in markdown
    assert f"<mark>{claims[0].text}</mark>" in page


def test_nothing_to_say_is_said():
    for layout in (as_markdown, as_html):
        assert "No claims." in layout(situation([], []))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found |= {tag} | {f"{tag}.{name}" for name, _ in attrs}


def hostile_situation():
    text = f"{HOSTILE}, military sources said. Soldiers of the Kadra Front shelled Norhaven on Monday, they said."
    actor = factory.actor(HOSTILE, text)
    place = factory.place(HOSTILE, text, country=HOSTILE[:20], admin1=HOSTILE)
    event = factory.event(text, actors=(actor,), places=(place,))
    claim = factory.claim(text, event=event, rule=HOSTILE, id="c1")
    report = factory.report(text, source=HOSTILE)
    return situation([claim], [report], [Issue(input=HOSTILE, reason=HOSTILE)])


def test_words_of_reports_are_no_markup_in_a_page():
    tags = Tags()
    tags.feed(as_html(hostile_situation()))
    assert not tags.found & {"script", "img", "iframe", "a.onclick"}
    assert "strong" not in tags.found


def test_words_of_reports_are_no_markup_in_markdown():
    markdown = as_markdown(hostile_situation())
    assert "<script" not in markdown.replace("\\<script", "")
    assert "](javascript" not in markdown.replace("\\]", "")
    assert "https://" not in markdown
    assert "www.evil" not in markdown


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("# head", "\\# head"),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("> quote", "\\> quote"),
        ("a\n\n# b", "a \\# b"),
        ("=====", "\\====="),
        ("plain words, with (brackets) and 5.5 points.", "plain words, with (brackets) and 5.5 points."),
    ],
)
def test_markdown_escapes_what_could_be_markup_and_no_more(words, escaped):
    assert escape(words) == escaped
