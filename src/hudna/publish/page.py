"""A situation → one page of HTML that asks nothing of any other machine."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from hudna.model.days import on_day
from hudna.publish.situation import Situation

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(found: Situation) -> str:
    """The whole report; every value is escaped."""
    numbers = {entry.claim.id: entry.number for entry in found.annex}
    return _template().render(found=found, numbers=numbers) + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = on_day
    return environment.get_template("sitrep.html.j2")
