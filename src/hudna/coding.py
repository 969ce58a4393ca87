"""The first half of the pipeline: one report at a time.

report → language → sentences → names → gate → clauses → claims
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from hudna.errors import InputError
from hudna.extract.coder import extract_claims
from hudna.extract.named import all_mentions
from hudna.extract.scene import scene_of
from hudna.knowledge.complete import require_complete
from hudna.knowledge.gate import gate_lemmas
from hudna.knowledge.language import load_language
from hudna.model.clause import Reading
from hudna.model.coded import Coded
from hudna.model.report import Issue, Report
from hudna.read.gate import GateWords, wanted
from hudna.read.language import detect_language, known_languages
from hudna.read.reader import Sketch, read_clauses, sketch
from hudna.read.readers import AUTO, READERS, unreadable
from hudna.resolve.names import Names

# Enough reports at once to keep the parser's batches full, few enough to keep memory flat.
BATCH = 32
THEATRES = ("libya",)


def code_reports(reports: Iterable[Report], *, reader: str = AUTO, phrases: bool = False) -> Iterator[Coded]:
    """Each report with its claims, in the order given.

    `reader` is `parser`, `shallow`, or `auto`: the parser where the language has one.
    `phrases` adds to the names found every phrase that stands for an actor.
    """
    if reader not in READERS:
        raise InputError(f"unknown reader '{reader}'; known: {', '.join(READERS)}")
    source = iter(reports)
    while batch := list(islice(source, BATCH)):
        yield from _code_batch(batch, reader=reader, phrases=phrases)


def _code_batch(reports: list[Report], *, reader: str, phrases: bool) -> Iterator[Coded]:
    drafts: dict[int, tuple[Sketch, Names]] = {}
    refused: dict[int, Coded] = {}
    for number, report in enumerate(reports):
        language = report.language or detect_language(report.text)
        reason = _why_not(report, language, reader)
        if language is None or reason is not None:
            refused[number] = Coded(
                report, issues=(Issue(input=report.id, report=report.id, reason=reason or ""),)
            )
        else:
            drafts[number] = _draft(report.model_copy(update={"language": language}), language)
    coded = _read(drafts, reader=reader, phrases=phrases)
    for number in range(len(reports)):
        yield refused[number] if number in refused else coded[number]


def _read(drafts: dict[int, tuple[Sketch, Names]], *, reader: str, phrases: bool) -> dict[int, Coded]:
    """Read language by language, then extract."""
    coded = {}
    for language in sorted({s.language for s, _ in drafts.values()}):
        numbers = [n for n, (s, _) in drafts.items() if s.language == language]
        readings = read_clauses([drafts[n][0] for n in numbers], reader=reader)
        for number, reading in zip(numbers, readings, strict=True):
            coded[number] = _extract(reading, *drafts[number], phrases=phrases)
    return coded


def _draft(report: Report, language: str) -> tuple[Sketch, Names]:
    """The report's sentences and names, and which sentences deserve the parser."""
    names = Names(report, language, theatres=THEATRES)
    draft = sketch(report, language)
    return replace(draft, wanted=wanted(draft.passages, names.actors, _gate(language), language)), names


def _extract(reading: Reading, draft: Sketch, names: Names, *, phrases: bool) -> Coded:
    if not draft.wanted and not phrases:
        return Coded(draft.report, reading=reading)
    scene = scene_of(draft.report, reading, names.mentions, names.identify)
    mentions = all_mentions(scene) if phrases else names.mentions
    return Coded(draft.report, extract_claims(scene), mentions, reading=reading)


def _why_not(report: Report, language: str | None, reader: str) -> str | None:
    """Why a report cannot be read, in words for people; None where it can."""
    known = ", ".join(map(_shown, known_languages()))
    if language is None:
        return "no language can be recognised"
    if language in known_languages():
        require_complete(language)
        return unreadable(language, reader)
    if report.language:
        return f"language '{language}' is not supported; known: {known}"
    return (
        f"seems to be in language '{language}', which is not supported; known: {known} (--language names it)"
    )


def _shown(language: str) -> str:
    return f"{language} (beta)" if load_language(language).beta else language


@cache
def _gate(language: str) -> GateWords:
    return GateWords(*gate_lemmas(language))
