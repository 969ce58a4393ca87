"""What must hold for any text whatever: no crash, spans that slice their words, the same bytes twice."""

import json
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.gold import load_gold
from hudna.model.claim import COUNTED
from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.pipeline import code_reports

# The parser takes tens of milliseconds a report: enough examples to find what is odd, few
# enough for every commit. HUDNA_EXAMPLES=2000 looks harder.
settings.register_profile(
    "coder",
    max_examples=int(os.environ.get("HUDNA_EXAMPLES", "40")),
    deadline=None,
    derandomize="CI" in os.environ or "HUDNA_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CODER = settings.get_profile("coder")

SENTENCES = {
    "en": (
        "Government forces shelled Port Selen on Sunday, killing at least 12 people, medics said.",
        "The army denied that its troops had crossed the border near Agadez.",
        '"We will not stop until they leave," a spokesman for the rebels told reporters in Goma.',
        "Observers fear a new offensive on the capital if talks in Cairo fail.",
        "The UN mission urged both sides to respect the ceasefire signed in 2020.",
        "According to the ministry, 3 soldiers were killed and 14 wounded in clashes with gunmen.",
        "General Idris's men already control the airport and the road to the north.",
        "Yesterday, the joint force recalled all units to barracks to repel any attack.",
    ),
    "fr": (
        "Selon un porte-parole, l'armée a bombardé Goma lundi, tuant 12 civils.",
        "Les rebelles démentent avoir attaqué le convoi près de Gao.",
    ),
    "it": (
        "Secondo fonti mediche, l'esercito ha bombardato Misurata domenica, uccidendo 12 civili.",
        "I ribelli smentiscono di aver attaccato il convoglio.",
    ),
    "ar": (
        "قال متحدث باسم الجيش إن قواته قصفت مدينة سرت يوم الأحد.",
        "نفت الميليشيات مشاركتها في الاشتباكات التي اندلعت قرب طرابلس.",
    ),
}
REPORTS = [report for report in load_gold(REPOSITORY_GOLD, half="dev") if report.language in SENTENCES]
ODDITIES = (
    "\x00", "\x07", "\x1b[31m", "\u200e", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u00a0", "\u2028", "\u0640",
    "\u0301", "🚀", "👨‍👩‍👧‍👦", "🇱🇾", '"', "“", "”", "«", "'", "’", "(", ")", "—", " - ", "\n\n", "\r\n", "\t",
    "a" * 600, "1" * 60, "http://x.example/" + "y" * 300, "@" * 40, "...", "?!", "%s {0} $1", "<b>", "&amp;", "٤٥", "½",
)  # fmt: skip

any_text = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aeiou THE said 0123456789.,;:'\"-\n\u200f\u202e\u0627\u0644"),
    ),
    max_size=300,
)


@st.composite
def mutated_reports(draw: st.DrawFn) -> tuple[str, str]:
    """A judged report or some sentences, with oddities put in, words cut, doubled or swapped."""
    judged = draw(st.sampled_from([None, *REPORTS]))
    language = judged.language if judged else draw(st.sampled_from(["en", *SENTENCES]))
    text = (
        judged.text[: draw(st.integers(80, 600))]
        if judged
        else draw(st.sampled_from([" ", "", "\n", "\n\n"])).join(
            draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=3))
        )
    )
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(["put", "cut", "double", "case"]))
        upto = min(len(text), at + draw(st.integers(1, 25)))
        if kind == "put":
            text = text[:at] + draw(st.sampled_from(ODDITIES)) + text[at:]
        elif kind == "cut":
            text = text[:at] + text[upto:]
        elif kind == "double":
            text = text[:upto] + text[at:upto] + text[upto:]
        else:
            text = text[:at] + text[at:upto].swapcase() + text[upto:]
    return language, text


def code(text: str, language: str | None = "en") -> Coded:
    """One text coded."""
    report = Report(id="any", text=text, published="2031-03-12", source="Selen Post", language=language)
    (coded,) = code_reports([report])
    return coded


def spans(value: object) -> Iterator[dict[str, object]]:
    """Every mapping in a dumped claim that has a text and offsets."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def check(coded: Coded) -> None:
    """What holds for every coded report."""
    text = coded.report.text
    for claim in coded.claims:
        for span in spans(claim.model_dump()):
            assert text[span["start"] : span["end"]] == span["text"]
        sure = claim.sureness is None or claim.sureness.value >= claim.sureness.least
        assert claim.counts == (claim.status in COUNTED and sure)
        assert claim.rule
        json.loads(claim.model_dump_json(by_alias=True))
    for mention in (*coded.mentions.actors, *coded.mentions.places, *coded.mentions.times):
        assert text[mention.start : mention.end] == mention.text
    identifiers = [claim.id for claim in coded.claims]
    assert len(set(identifiers)) == len(identifiers)


def lines(coded: Coded) -> str:
    """What `hudna code` prints of it."""
    return "\n".join(claim.model_dump_json(by_alias=True) for claim in coded.claims)


@CODER
@given(any_text)
def test_any_text_is_coded_without_a_crash(text):
    check(code(text))


@CODER
@given(mutated_reports())
def test_a_damaged_report_keeps_its_spans(damaged):
    language, text = damaged
    check(code(text, language))


@settings(CODER, max_examples=max(10, CODER.max_examples // 3))
@given(mutated_reports())
def test_coding_twice_gives_the_same_bytes(damaged):
    language, text = damaged
    assert lines(code(text, language)) == lines(code(text, language))


def test_other_reports_in_the_stream_change_nothing():
    first = Report(id="any", text=SENTENCES["en"][0], published="2031-03-12", language="en")
    others = [
        Report(id=f"other-{number}", text=text, published="2031-03-11", language="en")
        for number, text in enumerate(SENTENCES["en"][1:])
    ]
    alone = lines(next(iter(code_reports([first]))))
    amid = {coded.report.id: lines(coded) for coded in code_reports([*others, first])}
    assert amid["any"] == alone


@pytest.mark.parametrize("language", SENTENCES)
def test_an_unbalanced_quotation_ends_somewhere(language):
    check(code('" ' + " ".join(SENTENCES[language]), language))


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "\u200f", "."])
def test_nothing_is_coded_from_nothing(text):
    assert code(text).claims == ()


def test_a_lone_surrogate_is_no_crash():
    coded = code("Government forces shelled Goma \ud83d on Sunday, medics said.")
    assert coded.report.id == "any"
