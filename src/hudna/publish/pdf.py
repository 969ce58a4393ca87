"""A document → PDF, by typst, without a network and with the fonts of the package.

The template is fixed; the document goes in as JSON and is never pasted into markup, so no
word of a report can become markup.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from hudna.publish.cells import plain
from hudna.publish.document import Block, Document, Figure, Grid, Note, Part, Sentence, direction_of, pieces
from hudna.publish.figures import FONTS, draw
from hudna.publish.markdown import about, cites
from hudna.publish.wording import wording

_TEMPLATE = Path(__file__).parent / "templates" / "document.typ"


def as_pdf(document: Document) -> bytes:
    """The whole document."""
    import typst  # noqa: PLC0415  # eighty megabytes, needed for this one layout

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = _content(document, folder)
        (folder / "document.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        (folder / "document.typ").write_bytes(_TEMPLATE.read_bytes())
        return bytes(
            typst.compile(
                str(folder / "document.typ"),
                root=str(folder),
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
            )
        )


def _content(document: Document, folder: Path) -> dict[str, Any]:
    """The document as the template reads it; its pictures are written into the folder."""
    words, numbers = wording(document.language).words, document.numbers()
    return {
        "language": document.language, "direction": words.direction, "font": words.font, "title": plain(document.title),
        "head": [[name, plain(value)] for name, value in document.head], "scope": document.scope,
        "sections": [
            {
                "title": plain(section.title), "none": section.none if section.is_empty else "",
                "parts": [_part(one, document, numbers, folder / f"{place}-{number}.png") for number, one in enumerate(section.parts)],
            }
            for place, section in enumerate(document.sections)
        ],
        "skipped": {"title": words.label("skipped"), "lines": [plain(f"{one.input}: {one.reason}") for one in document.skipped]},
        "annex_title": words.label("annex_claims"),
        "annex": _annex(document),
        "foot": words.label("prepared_by"),
    }  # fmt: skip


def _part(one: Part, document: Document, numbers: dict[str, int], picture: Path) -> dict[str, Any]:
    match one:
        case Block():
            lines = [_sentence(line, document, numbers) for line in one.sentences]
            return {"kind": "block", **_titled(one.title, document), "sentences": lines}
        case Grid():
            rows = [[_sentence(cell, document, numbers) for cell in row] for row in one.rows]
            return {"kind": "grid", **_titled(one.title, document), "head": list(one.head), "rows": rows}
        case Figure():
            picture.write_bytes(draw(one, document))
            return {"kind": "figure", "file": picture.name, "caption": one.caption}
        case Note():
            return _note(one, document)


def _note(one: Note, document: Document) -> dict[str, Any]:
    words = wording(document.language).words
    head = f"{words.label('analyst')}. {words.label('analyst_by', author=one.author)}"
    lines = [plain(line) for line in one.text.splitlines() if line.strip()]
    return {"kind": "note", "head": plain(head), "lines": lines}


def _titled(title: str | None, document: Document) -> dict[str, str]:
    text = plain(title or "")
    return {"title": text, "turn": direction_of(text, wording(document.language).words.direction)}


def _sentence(one: Sentence, document: Document, numbers: dict[str, int]) -> dict[str, Any]:
    words = wording(document.language).words
    found, more = cites(one, numbers)
    return {
        "text": plain(one.text),
        "pieces": _pieces(one, document),
        "dir": direction_of(plain(one.text), words.direction),
        "depth": one.depth,
        "cites": found,
        "more": words.label("cites_more", number=more) if more else "",
    }


def _pieces(sentence: Sentence, document: Document) -> list[dict[str, str]]:
    """The line with the words of reports in another script apart, each in its direction and language."""
    usual = wording(document.language).words.direction
    found = pieces(plain(sentence.text), usual, document.languages(sentence))
    return [{"text": one.text, "dir": one.turn or "", "lang": one.language or ""} for one in found]


def _annex(document: Document) -> list[dict[str, Any]]:
    say = wording(document.language)
    return [
        {
            "number": entry.number, "about": plain(" · ".join([entry.claim.id, *about(entry, say)])), "language": entry.claim.language,
            "before": plain(entry.before), "words": plain(entry.words), "after": plain(entry.after),
        }
        for entry in document.annex
    ]  # fmt: skip
