"""Every trigger's own examples through the whole coder, each as a report of its own, in every language.

The floors are shares measured over all triggers and only to rise; they stand in the
language's language.yml. Alone, most examples stay unread: a single sentence that names
nobody is not a report on conflict. Beside somebody armed the rest are slips of the
reader, and senses that their trigger needs more context for.
"""

from functools import cache

import pytest

from hudna.knowledge.language import claimed_languages, load_language
from hudna.knowledge.lexicon import Trigger, load_triggers
from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

LANGUAGES = claimed_languages()


@cache
def triggers() -> tuple[Trigger, ...]:
    return tuple(trigger for code in LANGUAGES for trigger in load_triggers(code))


def examples(code: str) -> list[tuple[Trigger, str]]:
    return [(trigger, text) for trigger in load_triggers(code) for text in trigger.examples]


def counters(code: str) -> list[tuple[Trigger, str]]:
    return [(trigger, text) for trigger in load_triggers(code) for text in trigger.counter]


@cache
def coded(kind: str, code: str, *, beside: bool) -> list[tuple[Trigger, str, tuple[Claim, ...]]]:
    """Each example with the claims of its report."""
    pairs = examples(code) if kind == "examples" else counters(code)
    context = f" {load_language(code).proof.context}" if beside else ""
    reports = [
        Report(id=f"{kind}-{n}", text=text + context, published="2031-03-12", language=code)
        for n, (_, text) in enumerate(pairs)
    ]
    return [
        (trigger, text, done.claims)
        for (trigger, text), done in zip(pairs, code_reports(reports), strict=True)
    ]


def share(missed: list[str], total: int) -> float:
    return 1 - len(missed) / total


def test_every_trigger_has_an_example():
    assert [trigger.id for trigger in triggers() if not trigger.examples and not trigger.made] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_ids_are_unique(code):
    ids = [trigger.id for trigger in load_triggers(code)]
    assert len(ids) == len(set(ids))


@pytest.mark.xfail(strict=True, reason="'fly' stands twice in consult.arrive.visit")
def test_lemmas_are_lower_case_and_stand_once_in_their_trigger():
    wrong = [
        trigger.id
        for trigger in triggers()
        if len(set(trigger.lemma)) < len(trigger.lemma) or any(w != w.lower() for w in trigger.lemma)
    ]
    assert wrong == []


def test_examples_are_sentences():
    texts = [text for code in LANGUAGES for _, text in (*examples(code), *counters(code))]
    assert [text for text in texts if text[-1:] not in '.!?"”»؟'] == []


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside arms"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_tell_of_their_root(code, beside):
    found, proof = coded("examples", code, beside=beside), load_language(code).proof
    missed = [
        f"{trigger.id}: {text}"
        for trigger, text, claims in found
        if trigger.root not in {c.event.root for c in claims if c.event is not None}
    ]
    least = proof.beside_arms if beside else proof.alone
    assert share(missed, len(found)) >= least, "\n".join(missed[:40])


@pytest.mark.parametrize("code", LANGUAGES)
def test_counter_examples_are_not_taken_for_their_trigger(code):
    found = coded("counters", code, beside=True)
    taken = [
        f"{trigger.id}: {text}"
        for trigger, text, claims in found
        if any(c.counts and c.rule.startswith(f"{code}.{trigger.id}:") for c in claims)
    ]
    assert share(taken, len(found)) >= load_language(code).proof.not_taken, "\n".join(taken[:40])


@pytest.mark.parametrize("code", LANGUAGES)
def test_counter_examples_are_mostly_quiet_even_beside_arms(code):
    found = coded("counters", code, beside=True)
    loud = [f"{trigger.id}: {text}" for trigger, text, claims in found if any(c.counts for c in claims)]
    assert share(loud, len(found)) >= load_language(code).proof.quiet, "\n".join(loud[:40])
