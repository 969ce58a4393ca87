"""A document → Markdown in which the words of reports are words and nothing else."""

import re

from hudna.publish.cells import plain
from hudna.publish.document import Block, Document, Entry, Figure, Grid, Note, Part, Section, Sentence
from hudna.publish.wording import Wording, wording

# What CommonMark and its common extensions could take for markup inside a line …
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!@$]|(?<=\w):(?=//)|(?<=www)\.)", re.IGNORECASE)
# … and at its beginning: lists, headings underlined, rules.
_START = re.compile(r"^(\d*)([-+=.)])")
_SPACE = re.compile(r"\s+")
# Sentences that rest on very many claims name so many; the rest is in the exports.
CITED = 8


def as_markdown(document: Document) -> str:
    """The whole document; pictures are left to the other layouts."""
    say, numbers = wording(document.language), document.numbers()
    parts = [f"# {escape(document.title)}"]
    parts += [
        "\n".join(f"- **{escape(name)}**: {escape(value)}" for name, value in document.head),
        escape(document.scope),
    ]
    for position, section in enumerate(document.sections, 1):
        parts += [f"## {position}. {escape(section.title)}", *_section(section, numbers, say)]
    parts += _skipped(document, say)
    if document.annex:
        parts.append(f'## <a id="annex"></a>{escape(say.words.label("annex_claims"))}')
        parts += [_entry(entry, say) for entry in document.annex]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text on one line, with every character that could be markup made harmless."""
    return _START.sub(r"\1\\\2", _inside(text.strip()))


def _inside(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", plain(text)))


def _section(section: Section, numbers: dict[str, int], say: Wording) -> list[str]:
    lines = [line for part in section.parts for line in _part(part, numbers, say)]
    return [*([escape(section.none)] if section.is_empty else []), *lines]


def _part(part: Part, numbers: dict[str, int], say: Wording) -> list[str]:
    match part:
        case Block():
            title = [f"### {escape(part.title)}"] if part.title else []
            said = "\n".join(f"{'  ' * one.depth}- {_sentence(one, numbers, say)}" for one in part.sentences)
            return [*title, said] if said else []
        case Grid():
            return _grid(part, numbers, say)
        case Note():
            head = f"**{escape(say.words.label('analyst'))}.** {escape(say.words.label('analyst_by', author=part.author))}"
            return [f"> {head}", *(f"> {escape(line)}" for line in part.text.splitlines() if line.strip())]
        case Figure():
            return []


def _grid(grid: Grid, numbers: dict[str, int], say: Wording) -> list[str]:
    if not grid.rows:
        return []
    lines = [f"| {' | '.join(_inside(cell) for cell in grid.head)} |", f"|{'---|' * len(grid.head)}"]
    lines += [
        f"| {' | '.join(_inside(cell.text) + _cites(cell, numbers, say) for cell in row)} |"
        for row in grid.rows
    ]
    return [*([f"### {escape(grid.title)}"] if grid.title else []), "\n".join(lines)]


def _sentence(sentence: Sentence, numbers: dict[str, int], say: Wording) -> str:
    return escape(sentence.text) + _cites(sentence, numbers, say)


def _cites(sentence: Sentence, numbers: dict[str, int], say: Wording) -> str:
    found, more = cites(sentence, numbers)
    told = [f"[C{number}](#c{number})" for number in found]
    if more:
        told.append(f"[{escape(say.words.label('cites_more', number=more))}](#annex)")
    return "".join(f" {one}" for one in told)


def cites(sentence: Sentence, numbers: dict[str, int]) -> tuple[list[int], int]:
    """The numbers a sentence names, and how many more there are."""
    found = sorted(numbers[name] for name in set(sentence.claims) if name in numbers)
    return found[:CITED], max(0, len(found) - CITED)


def _skipped(document: Document, say: Wording) -> list[str]:
    if not document.skipped:
        return []
    lines = "\n".join(f"- {escape(issue.input)}: {escape(issue.reason)}" for issue in document.skipped)
    return [f"## {escape(say.words.label('skipped'))}", lines]


def _entry(entry: Entry, say: Wording) -> str:
    told = " · ".join(escape(part) for part in about(entry, say))
    words = f"> {_inside(entry.before)}**{_inside(entry.words)}**{_inside(entry.after)}".rstrip()
    return f'<a id="c{entry.number}"></a>**C{entry.number}** `{_code(entry.claim.id)}` · {told}\n\n{words}'


def about(entry: Entry, say: Wording) -> list[str]:
    """Where the words of an entry stand, and how they are held."""
    report, claim = entry.report, entry.claim
    day = say.words.on_day(report.published) if report.published else say.words.label("not_known_day")
    line = say.words.label(
        "claim_line", start=claim.start, end=claim.end, act=say.words.value(claim.speech_act.value),
        status=say.words.value(claim.status.value),
        # Why a status was given is said in English; the rule's own name leads to it.
        rule=claim.rule if say.naming.language == "en" else claim.rule.partition(":")[0],
    )  # fmt: skip
    return [part for part in (report.id, report.source, day, line) if part]


def _code(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).replace("`", "'")
