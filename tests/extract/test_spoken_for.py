"""Who speaks in quotations of several sentences, and for whom: by what the words beside a name say."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim, Status
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """What a report of a Friday in March tells."""
    report = Report(id="s-1", text=text, published=date(2026, 3, 6), source="Wire", language=language)
    (coded,) = code_reports([report])
    return coded.claims


def event(text: str, trigger: str, language: str = "en") -> Claim:
    """The one event with this word."""
    told = claims(text, language)
    (found,) = [c for c in told if c.event is not None and c.event.trigger.text == trigger]
    return found


def said_by(text: str, trigger: str, language: str = "en") -> list[str]:
    return [s.text for s in event(text, trigger, language).speakers]


SPLIT = (
    "Rebels seized the town of Kidal on Tuesday.\n\n"
    "“We attacked the army at dawn and drove the soldiers out. They are all in the hills,” Commander Issa Maiga said. "
    "“We hold Kidal and have taken its fort. We have seized six trucks.”"
)


@pytest.mark.parametrize("trigger", ["drove", "taken", "seized six"])
def test_a_split_quotation_has_one_speaker(trigger):
    found = [c for c in claims(SPLIT) if c.event is not None and c.text.find(trigger) >= 0]
    assert found
    assert all([s.text for s in c.speakers] == ["Commander Issa Maiga"] for c in found)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            (
                "“We took the depot. We burned three lorries. Nobody got away,” Issa Maiga, the operations chief of "
                "the Movement of the Hills, told a radio. Soldiers stormed the fort."
            ),
            "burned",
        ),
        (
            '"Soldiers burned our stores. Now we eat leaves," Issa Maiga, who used to run the fort\'s only school, said.',
            "burned",
        ),
        (
            (
                'Rebels attacked Kidal. "It began at six. Then the army shelled the mosque," said Issa Maiga. '
                '"It lasted until noon. After that soldiers looted the shops."'
            ),
            "looted",
        ),
    ],
)
def test_a_speaker_with_a_long_title_stands_behind_what_he_says(text, trigger):
    assert [s.partition(" told")[0] for s in said_by(text, trigger)][:1] == ["Issa Maiga"]


@pytest.mark.parametrize(
    ("text", "trigger", "language"),
    [
        (
            "The sheikh doubts the army: “Their men dug trenches at Sebha.” Envoy Jan Roe welcomed “a good spirit”.",
            "dug",
            "en",
        ),
        (
            (
                "Un commerçant doute de l'armée : « Leurs hommes ont creusé des tranchées à Sebha. » "
                "L'envoyé Jan Roe a salué « un bon esprit »."
            ),
            "creusé",
            "fr",
        ),
    ],
)
def test_a_new_sentence_behind_a_quotation_has_another_speaker(text, trigger, language):
    told = [c for c in claims(text, language) if c.event is not None and c.event.trigger.text == trigger]
    assert all("Roe" not in s.text for c in told for s in c.speakers)


@pytest.mark.parametrize(
    "text",
    [
        "Abdi Warsame, a spokesman for al Shabaab, said its fighters had seized the base at Jilib.",
        "Its fighters had seized the base at Jilib, said Abdi Warsame, al Shabaab's military spokesman.",
        "“Our fighters seized the base at Jilib,” Abdi Warsame, an al Shabaab commander, told a radio.",
    ],
)
def test_who_holds_an_office_speaks_for_it(text):
    found = event(text, "seized")
    assert found.status is Status.DECLARED
    assert [s.actor for s in found.speakers][:1] == ["al-shabaab"]


@pytest.mark.parametrize(
    "text",
    [
        "Sara Bakri, a resident of Jilib, said soldiers burned the market.",
        "Sara Bakri, 41, said soldiers burned the market in Jilib.",
        "Sara Bakri, a trader, told a radio that soldiers burned the market in Jilib.",
    ],
)
def test_a_resident_speaks_for_nobody(text):
    found = event(text, "burned")
    assert found.status is Status.REPORTED
    assert [s.actor for s in found.speakers][:1] == [None]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Army officer Hussein Farah told a radio the militants had taken Jilib.\n\n"
            '"Our forces lost 12 men. Another 30 al Shabaab gunmen were killed as well," Farah said.'
        ),
        (
            "Al Shabaab fighters attacked Jilib, army colonel Hussein Farah said.\n\n"
            "“The fighters came at dawn. Our forces lost 12 men,” he said."
        ),
        (
            "Hussein Farah, a Somali army commander, said al Shabaab fighters had attacked Jilib.\n\n"
            "“Our forces lost 12 men. It was a hard night,” Farah said."
        ),
    ],
)
def test_our_forces_are_those_of_whoever_is_quoted(text):
    found = event(text, "lost")
    assert [(r.id, r.sector) for r in found.event.recipients] != [("al-shabaab", "REB")]
    assert all(r.sector == "MIL" for r in found.event.recipients)
