"""The same Arabic sentence in many spellings is coded alike, and every span slices its words."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.pipeline import code_reports

SENTENCE = "قصف الجيش السوداني مدينة الفاشر يوم الاثنين، ما أدى إلى مقتل ثلاثة مدنيين."
ODD = "\u200e\u200f\u202b\u202c\u2067\u2069\u200c\u200d\ufeff\u0640\u064e\u0650\u0651\u0652\u064b"
PIECES = [
    SENTENCE,
    "وقالت قوات الدعم السريع إنها أسقطت طائرة من طراز MiG-29 قرب El Fasher.",
    "نفى المتحدث باسم الجيش ذلك، وفق ما نقلته Reuters عنه.",
    "The army shelled Tawila on Sunday.",
    "لم يُقتل أحد.",
    "L'armée a bombardé Kutum.",
    "\ufe97\ufee2 \ufed7\ufebc\ufed2 \ufe8d\ufedf\ufee4\ufeb4\ufe98\ufeb8\ufed4\ufef0.",
]


def code(text: str) -> Coded:
    """A report in Arabic, coded."""
    report = Report(id="odd", text=text, published="2031-03-12", source="Selen Post", language="ar")
    (coded,) = code_reports([report])
    return coded


def spans(value: object) -> Iterator[tuple[int, int, str]]:
    """Every span with words in what was coded."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def told(coded: Coded) -> list[tuple[str, str, int | None]]:
    """What the events tell, without words and offsets."""
    events = [(c, c.event) for c in coded.claims if c.event is not None]
    return [(e.root.value, c.status.value, e.fatalities.best) for c, e in events]


def vowelled(text: str) -> str:
    """A vowel sign behind every letter."""
    return "".join(c + "\u064e" if unicodedata.category(c) == "Lo" else c for c in text)


def shaped(text: str) -> str:
    """Letters in the shapes that stand alone."""
    names = {c: f"{unicodedata.name(c, '')} ISOLATED FORM" for c in set(text)}
    table = {}
    for letter, name in names.items():
        try:
            table[ord(letter)] = unicodedata.lookup(name)
        except KeyError:
            continue
    return text.translate(table)


@pytest.mark.parametrize(
    "spell",
    [
        vowelled,
        shaped,
        lambda text: text.replace("ا", "ا\u200d"),
        lambda text: "\u202b" + text.replace(" ", " \u200f") + "\u202c",
        lambda text: text.replace("ص", "ص\u0640\u0640"),
        lambda text: text.replace("أ", "ا").replace("ة", "ه"),
        lambda text: text.replace("ي", "ی").replace("ك", "ک"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["vowels", "shapes", "joiners", "directions", "stretched", "bare", "keyboard", "decomposed"],
)
def test_a_sentence_is_coded_alike_in_every_spelling(spell):
    plain, odd = code(SENTENCE), code(spell(SENTENCE))
    assert told(plain) == told(odd) == [("ASSAULT", "actual", 3)]
    assert [a.id for a in plain.claims[0].event.actors] == [a.id for a in odd.claims[0].event.actors]
    assert [p.id for p in plain.claims[0].event.places] == [p.id for p in odd.claims[0].event.places]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from(ODD)), max_size=12),
    st.sampled_from([" ", "\n", "\u200f", ""]),
)
def test_mixed_texts_with_odd_signs_keep_their_spans(pieces, put, between):
    text = between.join(pieces)
    for at, sign in put:
        text = text[: at % len(text)] + sign + text[at % len(text) :]
    coded = code(text)
    found = [span for claim in coded.claims for span in spans(claim.model_dump())]
    found += [(m.start, m.end, m.text) for m in (*coded.mentions.actors, *coded.mentions.places)]
    assert all(text[start:end] == words for start, end, words in found)
