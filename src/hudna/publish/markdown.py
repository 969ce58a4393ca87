"""A situation → Markdown in which the words of reports are words and nothing else."""

import re

from hudna.model.days import on_day
from hudna.publish.sections import Block, Section, Sentence
from hudna.publish.situation import Entry, Situation

# What CommonMark and its common extensions could take for markup inside a line …
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!@$]|(?<=\w):(?=//)|(?<=www)\.)", re.IGNORECASE)
# … and at its beginning: lists, headings underlined, rules.
_START = re.compile(r"^(\d*)([-+=.)])")
_SPACE = re.compile(r"\s+")


def as_markdown(found: Situation) -> str:
    """The whole report."""
    numbers = {entry.claim.id: entry.number for entry in found.annex}
    parts = [*_head(found)]
    for position, section in enumerate(found.sections, 1):
        parts += [f"## {position}. {section.title}", *_section(section, numbers)]
    parts += [
        *_skipped(found),
        '## <a id="annex"></a>Annex: the claims and their words',
        *(_entry(entry) for entry in found.annex),
    ]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text on one line, with every character that could be markup made harmless."""
    return _START.sub(r"\1\\\2", _inside(text.strip()))


def _inside(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", text))


def _head(found: Situation) -> list[str]:
    until = on_day(found.as_of) if found.as_of else "no day known"
    period = f"{on_day(found.first)} to {on_day(found.last)}" if found.first and found.last else "not known"
    return [
        "# Situation report",
        f"As of {until}. Reports published: {period}; {found.reports} reports, {found.sources} sources named.",
        (
            f"Every sentence is what reports say, not what happened. {found.scope} "
            "Numbers in brackets lead to the words in the annex."
        ),
    ]


def _section(section: Section, numbers: dict[str, int]) -> list[str]:
    lines = [line for block in section.blocks for line in _block(block, numbers)]
    return lines or [f"{section.none}"]


def _block(block: Block, numbers: dict[str, int]) -> list[str]:
    title = [f"### {escape(block.title)}"] if block.title else []
    said = "\n".join(f"{'  ' * one.depth}- {_sentence(one, numbers)}" for one in block.sentences)
    return [*title, said] if said else title


def _sentence(sentence: Sentence, numbers: dict[str, int]) -> str:
    cited = [f"[C{numbers[name]}](#c{numbers[name]})" for name in sentence.claims if name in numbers]
    return " ".join([escape(sentence.text), *(cited or ["[annex](#annex)"])])


def _skipped(found: Situation) -> list[str]:
    if not found.skipped:
        return []
    lines = "\n".join(f"- {escape(issue.input)}: {escape(issue.reason)}" for issue in found.skipped)
    return ["## Inputs that could not be read, wholly or in part", lines]


def _entry(entry: Entry) -> str:
    report = entry.report
    where = [report.id, report.source, on_day(report.published) if report.published else "no date"]
    told = " · ".join(escape(part) for part in where if part)
    words = f"> {_inside(entry.before)}**{_inside(entry.words)}**{_inside(entry.after)}".rstrip()
    held = f"{entry.claim.speech_act.value}, {entry.claim.status.value}; rule {escape(entry.claim.rule)}"
    return (
        f'<a id="c{entry.number}"></a>**C{entry.number}** `{_code(entry.claim.id)}` · {told} · '
        f"characters {entry.claim.start} to {entry.claim.end} · {held}\n\n{words}"
    )


def _code(text: str) -> str:
    return _SPACE.sub(" ", text).replace("`", "'")
