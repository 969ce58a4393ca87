"""A claim as linking sees it: what is compared, and nothing else.

An outline is made of one claim and its report alone, so that it is the same whenever and
in whatever company the claim arrives. It can be written as JSON and read again.
"""

import json
from dataclasses import dataclass, fields
from typing import Any, Literal

Held = Literal["told", "denied", "ahead", "past", "standing"]
Sure = Literal["exact", "span", "open"]
Figures = tuple[int | None, int | None, int | None]
NO_FIGURES: Figures = (None, None, None)
# Kinds that pass from place to place.
MOVING = frozenset({"MOBILIZE", "AID"})


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who takes part: by id where listed, else by words, country and sector."""

    id: str | None
    words: tuple[str, ...]
    side: str | None = None
    line: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its radius in kilometres.

    `from_there`: it is where something came from; `scene`: where its report plays;
    `lent`: another sentence names it.
    """

    id: str | None
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    radius: float
    precision: str
    from_there: bool = False
    scene: bool = False
    lent: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a claim is compared with other claims."""

    claim: str
    report: str
    text: str  # the same for reports of the same words and day: verbatim copies are one text
    start: int
    end: int
    language: str
    published: int | None  # day number
    root: str
    mode: str | None
    move: str | None
    held: Held
    first: int | None  # day numbers in which it is said to have happened
    last: int | None
    sure: Sure
    day_part: str | None
    another: bool
    ongoing: bool
    doers: tuple[Who, ...]
    others: tuple[Who, ...]
    spots: tuple[Spot, ...]
    countries: tuple[str, ...]
    dead: Figures
    hurt: Figures
    figures: frozenset[int]
    stems: frozenset[str]
    names: frozenset[str]  # beginnings of words with a capital
    words: str
    voices: frozenset[str]  # innermost named speakers
    credits: frozenset[str]  # outlets whose text it is said to be
    lead: bool  # the report begins with it
    beside: tuple[str, ...]  # speakers of the report's other claims
    sketch: frozenset[int]  # of the whole report's text
    shingles: int  # how many the report has
    setting: tuple[
        str, ...
    ] = ()  # without a place or a party to a conflict, the countries that its report speaks of
    things: frozenset[str] = frozenset()  # kinds of things that its words name: a bus, a bridge
    day_lent: bool = False  # another sentence gives its day
    recalled: int | None = (
        None  # where the sentence begins that names it only to date other news: "two days after the attack"
    )
    unnamed: str = ""  # who tells it without a name
    many: bool = False  # it counts ten deeds or more: a sum, and no incident of its own

    @property
    def lies_ahead(self) -> bool:
        """Whether it is planned or feared, or a plan is denied: a day given for it may be put off."""
        if self.held == "denied" and self.first is not None and self.published is not None:
            return self.first > self.published
        return self.held == "ahead"

    @property
    def says(self) -> int:
        """How many of place, day and thing its own sentence gives."""
        placed = any(not (spot.lent or spot.scene) for spot in self.spots)
        dated = self.sure != "open" and not self.day_lent
        return placed + dated + bool(self.things)

    @property
    def way(self) -> frozenset[str]:
        """Of a movement, the names in its words: where it left and where it goes are among them."""
        return self.names if self.root in MOVING else frozenset()

    @property
    def kind(self) -> tuple[str, str | None]:
        """Root and mode."""
        return self.root, self.mode


_SELDOM = frozenset({"setting", "things", "day_lent", "recalled", "unnamed", "many"})
_FIELDS, _OF_WHO, _OF_SPOT = (tuple(f.name for f in fields(kind)) for kind in (Outline, Who, Spot))
_PARTS = {"doers": _OF_WHO, "others": _OF_WHO, "spots": _OF_SPOT}
_SETS = ("figures", "stems", "names", "voices", "credits", "sketch", "things")


def as_json(outline: Outline) -> str:
    """One line of JSON, the values without their names, that `from_json` reads back to an equal outline."""
    names = list(_FIELDS)
    # Most have a place and no setting, many name no thing: what is not there at the end is not written.
    while names[-1] in _SELDOM and not getattr(outline, names[-1]):
        names.pop()
    values = [_plain(name, getattr(outline, name)) for name in names]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _plain(name: str, value: Any) -> Any:
    if name in _PARTS:
        return [[getattr(one, part) for part in _PARTS[name]] for one in value]
    return sorted(value) if name in _SETS else value


def from_json(line: str) -> Outline:
    """The outline that was written so."""
    given: dict[str, Any] = dict(zip(_FIELDS, json.loads(line), strict=False))
    for name in ("doers", "others"):
        given[name] = tuple(Who(*map(_tupled, who)) for who in given[name])
    given["spots"] = tuple(Spot(*spot) for spot in given["spots"])
    for name in _SETS:
        given[name] = frozenset(given.get(name, ()))
    return Outline(**{name: _tupled(value) for name, value in given.items()})


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
