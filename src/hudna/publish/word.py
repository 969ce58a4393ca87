"""A document → Word, with real right-to-left paragraphs, runs and tables where the language asks for it.

Word needs four marks for Arabic: `w:bidi` on paragraphs, `w:rtl` on runs, `w:bidiVisual` on
tables, and the complex-script font and size of each run. Without any one of them the
page looks right in some programs and wrong in others.
"""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from hudna.publish.cells import plain
from hudna.publish.document import Block, Document, Figure, Grid, Note, Part, Sentence, pieces
from hudna.publish.figures import draw
from hudna.publish.markdown import about, cites
from hudna.publish.wording import wording

_ARABIC = re.compile(r"[\u0590-\u08ff]")
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0590-\u08ff]")
_EDGE = RGBColor(0x0B, 0x6E, 0x8A)
_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_docx(document: Document) -> bytes:
    """The whole document as the bytes of a .docx file."""
    return _Writer(document).write()


class _Writer:
    """Writes one document; everything that is added takes the direction of the language."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = wording(document.language).words
        self._rtl = self._words.direction == "rtl"
        self._numbers = document.numbers()
        self._file: Any = docx.Document()

    def write(self) -> bytes:
        """The bytes of the file; the same document gives the same words in the same order."""
        self._prepare()
        document = self._document
        self._heading(document.title, 0)
        self._head()
        self._paragraph(document.scope, grey=True)
        for number, section in enumerate(document.sections, 1):
            self._heading(f"{number}. {section.title}", 1)
            if section.is_empty:
                self._paragraph(section.none, grey=True)
            for part in section.parts:
                self._part(part)
        self._skipped()
        self._annex()
        target = io.BytesIO()
        self._file.save(target)
        return target.getvalue()

    def _prepare(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
        if self._rtl:
            section._sectPr.append(OxmlElement("w:bidi"))  # noqa: SLF001  # python-docx has no name for it
        for name in ("Normal", "Heading 1", "Heading 2", "Title", "List Bullet", "Table Grid"):
            self._font(self._file.styles[name].element.get_or_add_rPr())
        self._file.styles["Normal"].font.size = Pt(10)
        properties = self._file.core_properties
        properties.title, properties.author = _clean(self._document.title), "Hudna"
        # The day of the edition, not of the clock.
        made = datetime.combine(self._document.edition.as_of, time(), UTC)
        properties.created = properties.modified = made

    def _font(self, properties: Any) -> None:
        fonts = properties.get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        for attribute, font in (
            ("w:ascii", "Noto Sans"),
            ("w:hAnsi", "Noto Sans"),
            ("w:cs", "Noto Naskh Arabic"),
        ):
            fonts.set(qn(attribute), font)

    def _head(self) -> None:
        table = self._table(len(self._document.head), 2)
        table.autofit = False
        for column, width in zip(table.columns, (Cm(3.5), Cm(13.5)), strict=True):
            column.width = width
        for row, (name, value) in zip(table.rows, self._document.head, strict=True):
            self._fill(row.cells[0].paragraphs[0], name, bold=True)
            self._fill(row.cells[1].paragraphs[0], value)
            row.cells[0].width, row.cells[1].width = Cm(3.5), Cm(13.5)

    def _part(self, part: Part) -> None:
        match part:
            case Block():
                if part.sentences and part.title:
                    self._heading(part.title, 2)
                for sentence in part.sentences:
                    style = (
                        "List Bullet" if not sentence.depth else f"List Bullet {min(sentence.depth + 1, 3)}"
                    )
                    self._sentence(self._file.add_paragraph(style=style), sentence)
            case Grid():
                if part.rows:
                    self._grid(part)
            case Figure():
                self._file.add_picture(io.BytesIO(draw(part, self._document)), width=Cm(17))
                self._paragraph(part.caption, grey=True, size=8)
            case Note():
                words = self._words
                self._paragraph(
                    f"{words.label('analyst')}. {words.label('analyst_by', author=part.author)}",
                    bold=True,
                    boxed=True,
                )
                for line in part.text.splitlines():
                    if line.strip():
                        self._paragraph(line, boxed=True)

    def _grid(self, part: Grid) -> None:
        if part.title:
            self._heading(part.title, 2)
        table = self._table(len(part.rows) + 1, len(part.head))
        for cell, text in zip(table.rows[0].cells, part.head, strict=True):
            self._fill(cell.paragraphs[0], text, bold=True, size=8.5)
        for row, cells in zip(list(table.rows)[1:], part.rows, strict=True):
            for cell, sentence in zip(row.cells, cells, strict=True):
                self._sentence(cell.paragraphs[0], sentence, size=8.5)
        self._file.add_paragraph()

    def _table(self, rows: int, columns: int) -> Any:
        table = self._file.add_table(rows=rows, cols=columns, style="Table Grid")
        if self._rtl:
            # The schema wants it right after the style.
            table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))  # noqa: SLF001
        return table

    def _annex(self) -> None:
        if not self._document.annex:
            return
        say = wording(self._document.language)
        self._heading(self._words.label("annex_claims"), 1)
        for entry in self._document.annex:
            text = f"C{entry.number} · {entry.claim.id} · {' · '.join(about(entry, say))}"
            self._bookmark(self._paragraph(text, grey=True, size=8), f"c{entry.number}", entry.number)
            quote = self._file.add_paragraph()
            self._turn(quote, rtl=_is_arabic(entry.words))
            for words, marked in ((entry.before, False), (entry.words, True), (entry.after, False)):
                self._run(
                    quote, words, rtl=_is_arabic(entry.words), bold=marked, language=entry.claim.language
                )

    def _skipped(self) -> None:
        if self._document.skipped:
            self._heading(self._words.label("skipped"), 1)
            for issue in self._document.skipped:
                self._fill(self._file.add_paragraph(style="List Bullet"), f"{issue.input}: {issue.reason}")

    def _heading(self, text: str, level: int) -> None:
        paragraph = self._file.add_heading(level=level)
        self._fill(paragraph, text)
        for run in paragraph.runs:
            run.font.color.rgb = _EDGE

    def _paragraph(self, text: str, *, boxed: bool = False, **how: Any) -> Any:
        paragraph = self._file.add_paragraph()
        self._fill(paragraph, text, **how)
        if boxed:
            _box(paragraph)
        return paragraph

    def _sentence(self, paragraph: Any, sentence: Sentence, *, size: float | None = None) -> None:
        self._fill(paragraph, sentence.text, languages=self._document.languages(sentence), size=size)
        found, more = cites(sentence, self._numbers)
        for number in found:
            self._link(paragraph, f" C{number}", f"c{number}")
        if more:
            self._run(
                paragraph,
                f" {self._words.label('cites_more', number=more)}",
                rtl=self._rtl,
                size=7,
                grey=True,
            )

    def _fill(self, paragraph: Any, text: str, *, languages: Iterable[str] = (), **how: Any) -> None:
        self._turn(paragraph, rtl=self._rtl)
        for part in pieces(text, self._words.direction, languages):
            # A run has one direction; a text of both scripts is cut where its script changes.
            for piece in _pieces(part.text):
                self._run(paragraph, piece, rtl=_is_arabic(piece), language=part.language, **how)

    def _turn(self, paragraph: Any, *, rtl: bool) -> None:
        if rtl:
            paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
                OxmlElement("w:bidi"),
                "w:adjustRightInd",
                "w:snapToGrid",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
                "w:rPr",
            )

    def _run(
        self,
        paragraph: Any,
        text: str,
        *,
        rtl: bool,
        bold: bool = False,
        grey: bool = False,
        size: float | None = None,
        language: str | None = None,
    ) -> Any:
        run = paragraph.add_run(_clean(text))
        self._font(run._r.get_or_add_rPr())  # noqa: SLF001
        run.bold = bold or None
        run.font.cs_bold = bold or None
        if grey:
            run.font.color.rgb = RGBColor(0x55, 0x55, 0x55)
        if size:
            run.font.size = Pt(size)
            twice = OxmlElement("w:szCs")
            twice.set(qn("w:val"), str(int(size * 2)))
            run._r.rPr.append(twice)  # noqa: SLF001
        if rtl:
            run.font.rtl = True
        if language:
            marked = OxmlElement("w:lang")
            marked.set(qn("w:bidi" if rtl else "w:val"), language)
            run._r.get_or_add_rPr().append(marked)  # noqa: SLF001
        return run

    def _link(self, paragraph: Any, text: str, target: str) -> None:
        run = self._run(paragraph, text, rtl=False, size=7, grey=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), target)
        link.append(run._r)  # noqa: SLF001
        paragraph._p.append(link)  # noqa: SLF001

    def _bookmark(self, paragraph: Any, name: str, number: int) -> None:
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), str(number))
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), str(number))
        first = paragraph._p.find(qn("w:r"))  # noqa: SLF001
        first.addprevious(start)
        paragraph._p.append(end)  # noqa: SLF001


def _pieces(text: str) -> list[str]:
    """The text cut where letters change between Arabic and other scripts; signs stay with what is before them."""
    pieces: list[str] = []
    arabic: bool | None = None
    for letter in text:
        kind = bool(_ARABIC.match(letter)) if _LETTER.match(letter) else arabic
        if (pieces and kind == arabic) or (pieces and arabic is None):
            pieces[-1] += letter
        else:
            pieces.append(letter)
        arabic = kind
    return pieces


def _is_arabic(text: str) -> bool:
    first = _LETTER.search(text)
    return bool(first and _ARABIC.match(first[0]))


def _clean(text: str) -> str:
    """What XML allows, without marks that turn the direction of a line."""
    return _XML.sub("", plain(text))


def _box(paragraph: Any) -> None:
    """A dashed frame: words of a person, not of the machine."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "dashed"), ("w:sz", "8"), ("w:space", "4"), ("w:color", "0B6E8A")):
            edge.set(qn(name), value)
        borders.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
