"""The first half of the pipeline: one report at a time.

report → language → sentences → names → gate → clauses → claims
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from hudna.errors import InputError
from hudna.extract.coder import extract_claims
from hudna.extract.named import all_mentions
from hudna.extract.scene import scene_of
from hudna.knowledge.complete import require_complete
from hudna.knowledge.gate import gate_lemmas
from hudna.knowledge.language import load_language
from hudna.knowledge.theatres import THEATRES
from hudna.model.clause import Reading
from hudna.model.coded import Coded
from hudna.model.mention import Mentions
from hudna.model.report import Issue, Report
from hudna.read.gate import GateWords, wanted
from hudna.read.language import detect_language, known_languages
from hudna.read.quoted_speech import with_speakers
from hudna.read.quotes import find_quotes
from hudna.read.reader import Sketch, read_clauses, sketch
from hudna.read.readers import AUTO, READERS, unreadable
from hudna.resolve.names import Names
from hudna.seldom import collecting_at_the_end

# Enough reports at once to keep the parser's batches full, few enough to keep memory flat.
BATCH = 32


@dataclass(frozen=True, slots=True)
class _Asked:
    """How reports are read, and what is wanted beside their claims."""

    reader: str
    names: bool
    phrases: bool


def code_reports(
    reports: Iterable[Report], *, reader: str = AUTO, phrases: bool = False, names: bool = True
) -> Iterator[Coded]:
    """Each report with its claims, in the order given.

    `reader` is `parser`, `shallow`, or `auto`: the parser where the language has one.
    `phrases` adds to the names found every phrase that stands for an actor. Without `names`
    they are left out, and looked for only where a claim needs them.
    """
    if reader not in READERS:
        raise InputError(f"unknown reader '{reader}'; known: {', '.join(READERS)}")
    source = iter(reports)
    while batch := list(islice(source, BATCH)):
        yield from _code_batch(batch, _Asked(reader, names, phrases))


def _code_batch(reports: list[Report], asked: _Asked) -> Iterator[Coded]:
    # Not while others work on what was yielded: it is for them to say how often memory is searched then.
    with collecting_at_the_end():
        coded = _coded(reports, asked)
    yield from coded


def _coded(reports: list[Report], asked: _Asked) -> list[Coded]:
    drafts: dict[int, tuple[Sketch, Names]] = {}
    refused: dict[int, Coded] = {}
    for number, report in enumerate(reports):
        language = report.language or detect_language(report.text)
        reason = _why_not(report, language, asked.reader)
        if language is None or reason is not None:
            refused[number] = Coded(
                report, issues=(Issue(input=report.id, report=report.id, reason=reason or ""),)
            )
        else:
            drafts[number] = _draft(report.model_copy(update={"language": language}), language)
    coded = _read(drafts, asked)
    return [refused[number] if number in refused else coded[number] for number in range(len(reports))]


def _read(drafts: dict[int, tuple[Sketch, Names]], asked: _Asked) -> dict[int, Coded]:
    """Read language by language, then extract."""
    coded = {}
    for language in sorted({s.language for s, _ in drafts.values()}):
        numbers = [n for n, (s, _) in drafts.items() if s.language == language]
        readings = read_clauses([drafts[n][0] for n in numbers], reader=asked.reader)
        for number, reading in zip(numbers, readings, strict=True):
            coded[number] = _extract(reading, *drafts[number], asked)
    return coded


def _draft(report: Report, language: str) -> tuple[Sketch, Names]:
    """The report's sentences and names, and which sentences deserve the parser."""
    names = Names(report, language, theatres=THEATRES)
    draft = sketch(report, language)
    found = wanted(draft.passages, names.actors, _gate(language), language)
    return replace(draft, wanted=with_speakers(found, draft.passages, find_quotes(report.text))), names


def _extract(reading: Reading, draft: Sketch, names: Names, asked: _Asked) -> Coded:
    if not draft.wanted and not asked.phrases:
        return Coded(draft.report, reading=reading)
    scene = scene_of(draft.report, reading, names, names.identify)
    claims = extract_claims(scene)
    if asked.phrases:
        return Coded(draft.report, claims, all_mentions(scene), reading=reading)
    return Coded(draft.report, claims, names.mentions if asked.names else Mentions(), reading=reading)


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
