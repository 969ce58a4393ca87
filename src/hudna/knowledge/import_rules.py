"""How other people's event types and precision codes are said in our terms: crosswalks/*_import.yml."""

from functools import cache

from hudna.knowledge.crosswalk import FOLDER
from hudna.knowledge.files import load_one
from hudna.model.claim import Root
from hudna.model.mention import PlacePrecision
from hudna.model.record import Record


class CodedAs(Record):
    """Root, mode and contexts of one record made of a row."""

    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()


class PlacedAs(Record):
    """What a precision code of a place means."""

    precision: PlacePrecision
    radius_km: float | None


class ImportRules(Record):
    """One file."""

    about: str
    sources: tuple[str, ...]
    terms: str
    may_be_passed_on: bool
    events: dict[str, tuple[CodedAs, ...]]
    sectors: dict[str, str | None]
    places: dict[str, PlacedAs]


@cache
def load_import_rules(dataset: str) -> ImportRules:
    """The rules for files of that data set."""
    return load_one(FOLDER / f"{dataset}_import.yml", ImportRules)
