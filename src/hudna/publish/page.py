"""A document → one page of HTML that asks nothing of any other machine."""

import base64
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from hudna.publish.cells import plain
from hudna.publish.document import Block, Document, Figure, Grid, Note, Part, direction_of, pieces
from hudna.publish.figures import draw
from hudna.publish.markdown import about, cites
from hudna.publish.wording import wording

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(document: Document) -> str:
    """The whole document; every value is escaped, pictures are part of the page."""
    say, numbers = wording(document.language), document.numbers()
    return _template().render(
        document=document, words=say.words, numbers=numbers, turn=lambda text: direction_of(text, say.words.direction), pieces=lambda text, sentence=None: pieces(text, say.words.direction, document.languages(sentence) if sentence else ()), cites=lambda sentence: cites(sentence, numbers),
        about=lambda entry: " · ".join(about(entry, say)), kind=_kind, picture=lambda figure: _picture(figure, document),
    ) + "\n"  # fmt: skip


def _kind(part: Part) -> str:
    match part:
        case Block():
            return "block"
        case Grid():
            return "grid"
        case Note():
            return "note"
        case Figure():
            return "figure"


def _picture(figure: Figure, document: Document) -> str:
    return "data:image/png;base64," + base64.b64encode(draw(figure, document)).decode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Marks that turn the direction of a line must not reach across the page.
        finalize=lambda value: plain(value) if type(value) is str else value,
    )
    return environment.get_template("document.html.j2")
