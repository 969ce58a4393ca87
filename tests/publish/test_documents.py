"""Documents say what is told and no more, apart by how it is held, in two languages and four layouts, traceably."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn

import editions
import factory
from hudna.errors import InputError, KnowledgeError
from hudna.knowledge.agreements import load_agreements
from hudna.knowledge.document_words import document_languages, load_document_words
from hudna.model.claim import Root, Status
from hudna.model.finding import Review
from hudna.model.incident import Estimate, Party, Position, Says, Toll, When, Where
from hudna.model.picture import Picture, Signal
from hudna.model.report import Issue
from hudna.publish import ceasefire_report, for_public, incident_dossier, laid_out, situation
from hudna.publish.document import Block, Figure, Grid, Note, Section, direction_of, pieces
from hudna.publish.layouts import LAYOUTS
from hudna.publish.markdown import as_markdown, escape
from hudna.publish.page import as_html
from hudna.publish.telling import accounts_differ
from hudna.publish.telling import told as said_of
from hudna.publish.wording import sentence, wording

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) `a` **b** | c | https://evil.example www.evil.example #let x = 1 $x$ \u202egnp"
AGREEMENTS = load_agreements()
LIBYA = next(one for one in AGREEMENTS if one.id == "libya_2020")
LANGUAGES = document_languages()


def sections(*incidents, language="en", period=None, notes=(), **fields):
    """What is said under each heading, by its key."""
    found = situation(
        editions.edition(*incidents, **fields),
        language=language,
        period=period,
        agreements=(LIBYA,),
        notes=notes,
    )
    return {
        section.key: " ".join(text for part in section.parts for text in _texts(part))
        for section in found.sections
    }


def _texts(part):
    if isinstance(part, Block):
        return [part.title or "", *(one.text for one in part.sentences)]
    if isinstance(part, Grid):
        return [part.title or "", *(cell.text for row in part.rows for cell in row)]
    return []


def told(**fields):
    return editions.incident(**fields)


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
            "It is held possible by “military sources” (no name given) that the Kadra Front could use violence",
        ),
        ("denied", "“military sources” (no name given) denied that the Kadra Front used violence"),
        ("demanded", "“military sources” (no name given) demanded that the Kadra Front use violence"),
        ("historical", "(told as background)"),
        ("state", "(told as background)"),
    ],
)
def test_each_status_has_its_own_wording(status, words):
    claim = factory.claim(event=factory.event(mode=None), status=status)
    assert words in sentence(claim)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", list(Root))
@pytest.mark.parametrize("recipients", [(), (factory.actor("military sources"),)])
def test_every_root_mode_and_status_can_be_said_in_every_language(language, root, recipients):
    words = load_document_words(language).events[root]
    english = load_document_words("en").events[root]
    assert set(words.modes) >= set(english.modes)
    assert set(words.moves) >= set(english.moves)
    for mode in (None, *words.modes):
        for status in Status:
            event = factory.event(root=root.value, mode=mode, recipients=recipients)
            said = sentence(factory.claim(event=event, status=status.value), language)
            assert said.endswith(".")
            assert "None" not in said
            assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    english, words = load_document_words("en"), load_document_words(language)
    assert set(words.labels) == set(english.labels)
    for name, text in english.labels.items():
        assert set(re.findall(r"{(\w+)[:}]", words.labels[name])) <= set(re.findall(r"{(\w+)[:}]", text)) | {
            "incident"
        }, name
    assert set(words.parts) == set(english.parts)
    assert set(words.statuses) == set(Status)
    assert set(words.held) == set(english.held)


def test_an_unknown_language_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match="no documents are written in 'xx'; known: en, ar"):
        situation(editions.edition(), language="xx")


def test_an_unknown_layout_and_period_list_the_known_ones():
    with pytest.raises(InputError, match="no layout 'rtf'; known: md, html, pdf, docx"):
        laid_out(situation(editions.edition()), "rtf")
    with pytest.raises(InputError, match="no period 'month'; known: day, week"):
        situation(editions.edition(), period="month")


@pytest.mark.parametrize("status", ["planned", "conditional", "hypothetical", "demanded", "historical"])
def test_what_is_not_told_as_having_happened_stands_apart(status):
    said = sections(told(status=status, counts=False))
    assert "Norhaven, on 1 March" not in said["by_region"]
    assert "Norhaven, on 1 March" in said["not_happened"]


def test_a_denial_stands_among_the_statements():
    assert "denied that" in sections(told(status="denied", counts=False))["statements"]


@pytest.mark.parametrize(
    ("root", "section"),
    [
        ("ASSAULT", "by_region"),
        ("MOBILIZE", "by_region"),
        ("RETREAT", "easing"),
        ("AGREE", "easing"),
        ("ACCUSE", "statements"),
        ("THREATEN", "statements"),
    ],
)
def test_each_kind_stands_in_its_section(root, section):
    assert "not corroborated" in sections(told(root=root, mode=None, verification="reported"))[section]


def test_aid_to_a_force_is_no_easing():
    said = sections(told(root="AID", mode=None, contexts=("military",)))
    assert "gave aid" in said["by_region"]
    assert "gave aid" not in said["easing"]


def test_mediators_stand_apart_from_parties():
    assert (
        "Mediators and third parties"
        in sections(told(root="REQUEST", mode=None, third_party=True))["statements"]
    )


def test_accounts_that_name_different_actors_are_never_joined_in_one_sentence():
    front = editions.position(says={"who": (editions.FRONT,), "status": "actual"})
    army = editions.position(speaker=editions.ARMY, says={"who": (editions.ARMY,), "status": "reported"})
    said = sections(told(actors=(editions.FRONT, editions.ARMY), positions=(front, army)))["by_region"]
    assert "the Kadra Front and the army" not in said
    assert "Accounts differ on who did it" in said


def test_people_of_whom_nothing_is_known_contradict_nobody():
    front = editions.position(says={"who": (editions.FRONT,), "status": "actual"})
    gunmen = Party(text="gunmen", sector="UAF")
    residents = editions.position(speaker=editions.ARMY, says={"who": (gunmen,), "status": "reported"})
    one = editions.incident(actors=(editions.FRONT, gunmen), positions=(front, residents))
    assert not accounts_differ(one)
    assert "the Kadra Front and gunmen" not in said_of(one, wording("en"))


def test_each_account_is_told_as_the_kind_of_act_that_it_tells_of():
    front = editions.position(says={"who": (editions.FRONT,), "status": "declared", "root": "ASSAULT"})
    army = {"who": (editions.ARMY,), "status": "declared", "root": "ASSAULT", "mode": "aerial"}
    one = editions.incident(
        root="ASSAULT", mode="aerial", positions=(front, editions.position(speaker=editions.ARMY, says=army))
    )
    used, flown = said_of(one, wording("en")).split(". ", 1)
    assert "used violence" in used
    assert "air strike" in flown


def test_the_ministry_is_the_ministry_named_in_more_words_before():
    whole, short = Party(text="the Kadra defence ministry"), Party(text="The ministry")
    ones = editions.position(says={"who": (whole,), "status": "actual"})
    again = editions.position(says={"who": (short,), "status": "actual"})
    assert not accounts_differ(editions.incident(actors=(whole, short), positions=(ones, again)))


def test_voices_that_one_report_quotes_do_not_corroborate_each_other():
    one = told(
        verification="reported", reports=("r-1",), origins=(("r-1",), ("r-1",), ("r-1",)), independent=1
    )
    said = sections(one)["by_region"]
    assert "One report, which quotes 3 voices; told alike by voices that one outlet quotes." in said
    assert "independent" not in said
    assert "تقرير واحد ينقل عن 3 قائلين" in sections(one, language="ar")["by_region"]


def test_origins_of_several_reports_are_independent():
    two = told(verification="corroborated", reports=("r-1", "r-2"), origins=(("r-1",), ("r-2",)))
    assert "Reports: 2; independent origins: 2; corroborated." in sections(two)["by_region"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_lies_out_of_scope_is_one_counted_line(language):
    abroad = [
        editions.finding(id=f"f-{n}", verdict="out_of_scope", because="It is told of in Sudan. The agreement does not hold there.")
        for n in range(3)
    ]  # fmt: skip
    said = sections(
        told(), language=language, review=replace(editions.edition().review, findings=tuple(abroad))
    )["ceasefire"]
    words = {
        "en": "Out of scope: 3 findings on incidents (P1). It is told of in Sudan.",
        "ar": "خارج النطاق، وعدد النتائج 3 (P1). ذُكر في السودان.",
    }
    assert words[language] in said
    assert said.count("Sudan") + said.count("السودان") == 1


def test_a_quotation_of_another_script_is_a_piece_of_its_own():
    found = pieces("بحسب «two fighters» و«شهود عيان» في الزاوية", "rtl", {"en", "ar"})
    assert [(one.text, one.turn, one.language) for one in found] == [
        ("بحسب «", None, None), ("two fighters", "ltr", "en"), ("» و«شهود عيان» في الزاوية", None, None)
    ]  # fmt: skip
    # Claims in two languages of one script: nobody knows whose words they are.
    assert pieces("بحسب «two fighters»", "rtl", {"en", "fr"})[1].language is None
    assert "".join(one.text for one in pieces("“a” and “ب”", "ltr")) == "“a” and “ب”"


def test_the_outlook_keeps_likelihood_and_confidence_apart():
    found = situation(editions.edition())
    [outlook] = [section for section in found.sections if section.key == "outlook"]
    texts = [text for part in outlook.parts for text in _texts(part)]
    assert "likely" in texts
    assert not any("likely" in text and "onfidence" in text for text in texts)


def test_a_period_leaves_out_what_lies_before_it():
    old = told(
        id="i-old",
        occurred=editions.when(date(2021, 1, 1)),
        first_reported=date(2021, 1, 2),
        last_reported=date(2021, 1, 2),
    )
    assert len(situation(editions.edition(told(), old), period="week").incidents) == 1
    assert len(situation(editions.edition(told(), old)).incidents) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_period_leaves_out_signals_and_findings_that_lie_before_it(language):
    def one(name, on):
        return Signal(
            id=name, kind="talks", direction="easing", by=(), executed=True, on=on, because="Somebody not named met or mediated.",
            claims=("kadra-1-c1",),
        )  # fmt: skip

    drawn = Picture(editions.DAY, signals=(one("s1", date(2021, 1, 1)), one("s2", date(2021, 3, 1))))
    said = sections(told(), language=language, period="week", picture=drawn)["easing"]
    assert "2021" in said
    assert load_document_words(language).on_day(date(2021, 1, 1)) not in said


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        ((2021, 3, 1), (2021, 3, 31), ", in March 2021", "، في مارس 2021"),
        ((2021, 3, 8), (2021, 3, 9), ", between 8 and 9 March 2021", "، بين 8 و9 مارس 2021"),
        (
            (2021, 2, 28),
            (2021, 3, 9),
            ", between 28 February 2021 and 9 March 2021",
            "، بين 28 فبراير 2021 و9 مارس 2021",
        ),
    ],
)
def test_days_of_one_month_are_said_shortly(first, last, english, arabic):
    span = When(earliest=date(*first), latest=date(*last), precision="span", basis="stated")
    assert wording("en").when(span) == english
    assert wording("ar").when(span) == arabic


def test_a_statement_is_quoted_and_a_public_one_is_not():
    spoken = told(root=Root.REJECT, mode=None, claims=("kadra-1-c1",))
    claim = factory.claim(event=factory.event(root="REJECT", mode=None))
    edition = editions.edition(spoken, claims=(claim,))
    assert f"In these words: “{claim.text}”." in str(situation(edition).sections)
    assert claim.text not in str(for_public(edition, now=datetime(2021, 6, 1, tzinfo=UTC)))


def test_a_place_that_a_report_names_in_arabic_has_its_english_name_in_english():
    brak = Where(id=None, name="براك", precision="area", country="LBY", lat=27.96, lon=12.73, radius_km=175)
    assert wording("en").place(brak).startswith("Brak al Shati")


def test_gaps_are_named():
    vague = told(
        actors=(), place=None, occurred=None, review="roles disagree", fatalities=Toll(low=1, high=9)
    )
    said = sections(vague, reports=(factory.report(published=None),))["not_known"]
    for words in (
        "name no actor: 1",
        "place could not be found: 1",
        "without a day: 1",
        "contradict each other: 1",
        "person to look at: 1",
        "day of publication: 1",
        "one origin: 1",
    ):
        assert words in said


def test_days_without_reports_are_a_gap_and_never_calm():
    assert "no report was read: 6 of 7" in sections(period="week")["not_known"]


def test_nothing_read_is_said():
    empty = replace(editions.edition(), evidence=editions.edition(claims=(), reports=()).evidence)
    empty = replace(empty, evidence=replace(empty.evidence, incidents=()), picture=Picture(editions.AS_OF), review=Review(editions.AS_OF), alerts=(), assessments=())  # fmt: skip
    for layout in ("md", "html"):
        text = laid_out(situation(empty), layout).decode()
        assert "nothing is known" in text
        assert "No incidents are told of" in text


def test_skipped_inputs_are_listed():
    found = situation(editions.edition(issues=(Issue(input="a.txt", reason="is empty"),)))
    for layout in (as_markdown, as_html):
        assert "a.txt: is empty" in layout(found)


def test_every_sentence_about_what_happened_names_claims_that_stand_in_the_annex():
    found = situation(editions.edition(), agreements=(LIBYA,))
    known = {entry.claim.id for entry in found.annex}
    free = {"not_known", "outlook", "annex_incidents"}
    for section in found.sections:
        for part in section.parts:
            for one in part.sentences if isinstance(part, Block) else ():
                assert section.key in free or set(one.claims) & known, one.text


def test_every_citation_leads_to_words():
    found = situation(editions.edition(), agreements=(LIBYA,))
    markdown, page = as_markdown(found), as_html(found)
    assert set(re.findall(r"\]\(#(c\d+)\)", markdown)) <= set(re.findall(r'<a id="(c\d+)">', markdown))
    assert set(re.findall(r'href="#(c\d+)"', page)) <= set(re.findall(r'<article id="(c\d+)">', page))
    assert "<mark>Soldiers of the Kadra Front shelled Norhaven on Monday</mark>" in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", ["md", "html"])
def test_the_machine_never_says_violation(language, layout):
    edition = editions.edition()
    documents = (
        situation(edition, language=language, agreements=(LIBYA,)), incident_dossier(edition, "i-1", language=language, agreements=(LIBYA,)),
        ceasefire_report(edition, LIBYA, language=language),
    )  # fmt: skip
    for document in documents:
        text = laid_out(document, layout).decode()
        assert not re.search(r"violat|انتهاك|خرق", text, re.IGNORECASE)


def test_a_dossier_of_an_unknown_incident_says_where_to_look():
    with pytest.raises(InputError, match="no incident 'i-9'; `hudna link"):
        incident_dossier(editions.edition(), "i-9")


def test_a_ceasefire_report_has_a_section_for_each_provision_and_names_the_parties_of_the_day():
    found = ceasefire_report(editions.edition(), LIBYA)
    keys = [section.key for section in found.sections]
    assert keys[: len(LIBYA.provisions)] == [one.id for one in LIBYA.provisions]
    assert "Libyan National Army" in as_markdown(found)


NOTE = Note("key_points", "M. Analyst", f"We think so.\n{HOSTILE}")


@pytest.mark.parametrize("layout", ["md", "html", "docx"])
def test_what_an_analyst_wrote_is_marked_and_kept_apart(layout):
    found = situation(editions.edition(), notes=(NOTE,))
    made = laid_out(found, layout)
    text = word_text(made) if layout == "docx" else made.decode()
    assert "not made by the machine" in text
    assert "We think so." in text
    [section] = [one for one in found.sections if one.key == "key_points"]
    assert section.parts[-1] is NOTE


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found |= {tag} | {f"{tag}.{name}" for name, _ in attrs}


def hostile_document(language="en"):
    text = f"{HOSTILE}, military sources said. Soldiers of the Kadra Front shelled Norhaven on Monday, they said."
    party = editions.FRONT.model_copy(update={"text": HOSTILE})
    town = editions.TOWN.model_copy(update={"name": HOSTILE, "admin1": HOSTILE})
    claim = factory.claim(text, rule=HOSTILE, id="kadra-1-c1", event=factory.event(text))
    one = told(
        actors=(party,),
        recipients=(party,),
        place=town,
        positions=(editions.position(speaker=party), editions.position(speaker=editions.ARMY)),
    )
    edition = editions.edition(
        one,
        claims=(claim,),
        reports=(factory.report(text, source=HOSTILE),),
        issues=(Issue(input=HOSTILE, reason=HOSTILE),),
    )
    return situation(edition, language=language, agreements=(LIBYA,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_reports_are_no_markup_in_a_page(language):
    tags = Tags()
    page = as_html(hostile_document(language))
    tags.feed(page)
    assert not tags.found & {"script", "iframe", "a.onclick", "img.onerror"}
    assert "\u202e" not in page
    assert "http" not in re.sub(r"https://evil\.example|data:image", "", page).replace("http-equiv", "")


def test_words_of_reports_are_no_markup_in_markdown():
    markdown = as_markdown(hostile_document())
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_made_without_a_network_and_of_hostile_words_too(language):
    made = laid_out(hostile_document(language), "pdf")
    assert made.startswith(b"%PDF-")
    assert len(made) > 20_000


def word_text(made):
    file = docx.Document(io.BytesIO(made))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def test_word_has_real_right_to_left_paragraphs_runs_and_tables():
    file = docx.Document(
        io.BytesIO(laid_out(situation(editions.edition(), language="ar", agreements=(LIBYA,)), "docx"))
    )
    headings = [paragraph for paragraph in file.paragraphs if paragraph.style.name.startswith("Heading")]
    assert all(paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in headings)
    arabic = [
        run
        for paragraph in file.paragraphs
        for run in paragraph.runs
        if re.search("[\u0621-\u064a]", run.text)
    ]
    assert arabic
    assert all(run.font.rtl for run in arabic)
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in file.tables)


def test_word_keeps_what_english_is_left_to_right():
    file = docx.Document(io.BytesIO(laid_out(situation(editions.edition()), "docx")))
    assert not any(run.font.rtl for paragraph in file.paragraphs for run in paragraph.runs)


def test_word_takes_hostile_words_and_its_links_lead_to_bookmarks():
    made = laid_out(hostile_document(), "docx")
    content = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    targets = set(re.findall(r'w:anchor="(c\d+)"', content))
    assert targets
    assert targets <= set(re.findall(r'w:bookmarkStart [^>]*w:name="(c\d+)"', content))


@pytest.mark.parametrize("layout", ["md", "html"])
def test_the_same_edition_gives_the_same_bytes(layout):
    assert laid_out(situation(editions.edition()), layout) == laid_out(situation(editions.edition()), layout)


def test_a_map_is_drawn_where_there_are_places_and_no_pin_for_a_country():
    [key, *_] = situation(editions.edition()).sections
    assert {part.kind for part in key.parts if isinstance(part, Figure)} == {"map", "chart"}
    nowhere = situation(editions.edition(told(place=None, occurred=None))).sections[0]
    assert not [part for part in nowhere.parts if isinstance(part, Figure)]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_public_report_gives_away_nothing(layout):
    edition = for_public(editions.edition(), now=datetime(2021, 3, 20, tzinfo=UTC))
    made = laid_out(situation(edition, agreements=(LIBYA,)), layout)
    text = word_text(made) if layout == "docx" else made.decode("utf-8", "replace")
    assert not re.search("Norhaven|Kadra Post|military sources|guard the road", text)
    if layout != "pdf":
        assert "For the public" in text
    if layout == "md":
        assert "withheld" not in text.partition('<a id="annex">')[0]
        assert "sources" not in text.partition("## 1.")[0]


@pytest.mark.parametrize(
    ("text", "usual", "direction"),
    [
        ("abc", "rtl", "ltr"),
        ("abc قوات", "rtl", "rtl"),
        ("قوات", "ltr", "rtl"),
        ("قوات abc", "ltr", "ltr"),
        ("12–13", "rtl", "rtl"),
    ],
)
def test_a_line_turns_only_where_all_its_letters_do(text, usual, direction):
    assert direction_of(text, usual) == direction


def test_arabic_documents_say_listed_names_in_arabic_and_quote_the_rest():
    said = sections(
        told(actors=(editions.FRONT.model_copy(update={"id": "lna", "text": "Haftar's forces"}),)),
        language="ar",
    )["by_region"]
    assert "القوات المسلحة العربية الليبية" in said
    assert "«villagers»" in said


def test_an_empty_section_says_so_and_a_note_makes_it_full():
    assert Section("k", "t", (), "none").is_empty
    assert not Section("k", "t", (Note("k", "a", "b"),), "none").is_empty
    assert json.dumps(direction_of("", "rtl")) == '"rtl"'


@pytest.mark.parametrize(
    ("text", "actor", "said"),
    [
        ("L'Esercito nazionale libico", "lna", "Libyan National Army"),
        ("Des hommes armés", None, "“Des hommes armés”"),
        ("l’armée", None, "“l’armée”"),
        ("UN peacekeepers", None, "UN peacekeepers"),
        ("The army", None, "the army"),
        ("a column of the Libyan National Army", "lna", "a column of the Libyan National Army"),
    ],
)
def test_words_of_another_language_are_named_or_stand_in_quotation_marks(text, actor, said):
    assert wording("en").called(text, actor) == said


def test_what_a_side_owns_up_to_is_not_the_toll_that_another_gives():
    army, men = factory.party("army"), factory.party(None, text="two men", sector="CVL")
    own = Says(stance="asserts", status="declared", who=(army,))
    theirs = Says(
        stance="asserts", status="reported", whom=(men,), dead=Estimate(low=2, best=2, high=2, claims=("c2",))
    )
    ministry = factory.party(None, text="the ministry", sector="GOV")
    day = date(2021, 3, 1)
    incident = factory.incident(
        root="ASSAULT", mode=None, move=None, status="declared", actors=(army,), recipients=(men,),
        fatalities={"low": 2, "best": 2, "high": 2},
        positions=(
            Position(speaker=army, says=own, said=day, claims=("c1",)),
            Position(speaker=ministry, says=theirs, said=day, claims=("c2",)),
        ),
    )  # fmt: skip
    account, toll = said_of(incident, wording("en")).split(" According to ")
    assert account.startswith("By their own account, the army used violence")
    assert "two men" not in account
    assert "2" not in account.replace("2021", "")
    assert "the ministry" in toll
    assert "two men" in toll
    assert "deaths given as 2" in toll


@pytest.mark.parametrize("status", ["conditional", "hypothetical"])
def test_key_points_name_a_danger_only_where_it_is_of_somebody_and_eases_nothing(status):
    nobody = told(id="i2", root="ASSAULT", status=status, counts=False, actors=())
    easing = told(id="i3", root="RETREAT", mode="withdraw", move=None, status=status, counts=False)
    told_alone = sections(told(), nobody, easing)["key_points"]
    feared = told(id="i4", root="ASSAULT", mode=None, move=None, status=status, counts=False)
    assert told_alone.count("Kadra Front") + 1 == sections(told(), nobody, easing, feared)[
        "key_points"
    ].count("Kadra Front")
