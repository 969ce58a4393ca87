"""Whatever the files of knowledge say in English is said in every language that has a folder; no pair is left over."""

from collections.abc import Iterator

import pytest

from hudna.knowledge.agreements import load_agreements
from hudna.knowledge.files import ROOT, read_yaml
from hudna.knowledge.questions import load_questions
from hudna.knowledge.said import load_said, said_languages
from hudna.knowledge.theatres import theatre_names
from hudna.publish.saying import saying

LANGUAGES = said_languages()
KNOWLEDGE = ("libya", "hodeidah", "general", "questions")


def of_agreements() -> Iterator[str | None]:
    for agreement in load_agreements():
        yield from (agreement.title, agreement.status)
        yield from (party.name for party in agreement.parties)
        yield from (zone.name for zone in agreement.zones)
        for provision in agreement.provisions:
            yield from (provision.title, provision.summary, *provision.settles)
            yield from (binding.disputed for binding in provision.binds)
            yield provision.done.what if provision.done else None
        for gap in agreement.gaps:
            yield from (gap.what, gap.so)


def of_questions() -> Iterator[str | None]:
    for question in load_questions(theatre_names()):
        for indicator in question.indicators:
            yield from (indicator.question, indicator.observable)


def of_calendars() -> Iterator[str | None]:
    for path in sorted((ROOT / "theatres").glob("*/days.yml")):
        for day in read_yaml(path):
            yield from (day["name"], day.get("why"))


def of_code() -> Iterator[str | None]:
    """The questions that rules, indicators and features ask stand in their docstrings."""
    for pattern in ("check/rules/*.py", "warn/indicators/*.py", "link/features.py"):
        for path in sorted(ROOT.parent.glob(pattern)):
            for line in path.read_text(encoding="utf-8").splitlines():
                told = line.strip().strip('"')
                if line.strip().startswith('"""') and told.endswith("?"):
                    yield told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", [of_agreements, of_questions, of_calendars, of_code])
def test_every_text_of_the_files_is_said(source, language):
    phrases = load_said(language).phrases
    texts = [text for text in source() if text]
    assert len(texts) > 10
    lacking = [text for text in texts if text not in phrases]
    # A rule or feature that is new may speak English for a while; what is read most may not.
    assert lacking == [] or (source is of_code and len(lacking) <= len(texts) // 10), lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_file_says_stands_in_some_file_of_knowledge(language):
    texts = {text for source in (of_agreements, of_questions, of_calendars, of_code) for text in source()}
    # Names of channels and of parts of a country are put together by the program.
    further = {"west and east", "Southern Libya", "Northern Libya"}
    held = {
        phrase
        for name in KNOWLEDGE
        for phrase in read_yaml(ROOT / "said" / language / f"{name}.yml")["phrases"]
    }
    assert held - texts - further == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_said_as_they_stand_and_sentences_of_reports_are_left_alone(language):
    found = saying(language)
    assert found.said.examples
    assert found.said.counter
    for one in found.said.examples:
        assert found.text(one.en) == one.said
    for text in found.said.counter:
        assert found.text(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_of_a_pair_have_the_same_slots(language):
    import re

    said = load_said(language)
    # A number that the language puts into the word itself may be left out.
    pairs = {**said.phrases, **said.parts}
    odd = {
        english
        for english, told in pairs.items()
        if not set(re.findall(r"\{\w+\}", told)) <= set(re.findall(r"\{\w+\}", english))
    }
    assert odd == set()
