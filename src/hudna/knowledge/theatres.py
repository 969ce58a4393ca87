"""What a theatre covers: `theatres/<name>/theatre.yml`."""

from functools import cache

from hudna.knowledge.files import ROOT, load_one
from hudna.model.record import Record

# Those that are watched; their actors, places and agreements are asked first.
THEATRES = ("libya",)


class Theatre(Record):
    """One conflict: the countries whose occurrences belong to it, and the camps in it.

    `missions`: listed actors that are of no country and there for this conflict alone.
    """

    id: str
    name: str
    countries: tuple[str, ...]
    missions: tuple[str, ...] = ()
    belligerents: tuple[str, ...] = ()
    note: str | None = None


@cache
def load_theatre(name: str) -> Theatre:
    """The theatre of that name."""
    return load_one(ROOT / "theatres" / name / "theatre.yml", Theatre)


@cache
def theatre_names() -> tuple[str, ...]:
    """Every theatre that has a folder, by name."""
    return tuple(sorted(path.parent.name for path in (ROOT / "theatres").glob("*/theatre.yml")))
