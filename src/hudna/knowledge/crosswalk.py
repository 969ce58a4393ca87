"""Between our codes and those of other data sets: files of `crosswalks/`, each with its own examples.

A rule names what it fits and what it gives; the first that fits decides. A rule with
`leave_out` says why such an occurrence has no place in the other data set.
"""

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, load_one, read_yaml
from hudna.model.record import Record

FOLDER = ROOT / "crosswalks"
Target = Literal["civilians", "protesters", "armed", "none"]


class Case(Record):
    """What a rule looks at: an occurrence without names, days and places."""

    root: str
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    two_sided: bool = False
    target: Target = "none"
    fighting: bool = False
    fatal: bool = False
    gains: Literal["government", "other"] | None = None
    notable: bool = False


class Rule(Record):
    """One row of a crosswalk. Fields that are left out fit anything; `modes: [none]` fits no mode."""

    name: str
    roots: tuple[str, ...]
    modes: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    contexts: tuple[str, ...] = Field(default=(), description="any of these")
    two_sided: bool | None = None
    targets: tuple[Target, ...] = ()
    fighting: bool | None = None
    fatal: bool | None = None
    gains: str | None = None
    notable: bool | None = None
    give: dict[str, str] = Field(default_factory=dict)
    leave_out: str | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Rule":
        if bool(self.give) == bool(self.leave_out):
            raise ValueError("a rule has either give or leave_out")
        return self

    def fits(self, case: Case) -> bool:
        """Whether the rule is about such a case."""
        listed = (
            (self.roots, case.root), (self.modes, case.mode or "none"), (self.moves, case.move or "none"),
            (self.targets, case.target),
        )  # fmt: skip
        flags = (
            (self.two_sided, case.two_sided), (self.fighting, case.fighting), (self.fatal, case.fatal),
            (self.gains, case.gains), (self.notable, case.notable),
        )  # fmt: skip
        return (
            all(not names or value in names for names, value in listed)
            and all(wanted is None or wanted == value for wanted, value in flags)
            and (not self.contexts or not set(self.contexts).isdisjoint(case.contexts))
        )


class Example(Record):
    """A case and what it must give, or why it is left out."""

    case: Case
    give: dict[str, str] = Field(default_factory=dict)
    leave_out: bool = False


class Crosswalk(Record):
    """One file: the rules in order, and what proves them."""

    about: str
    sources: tuple[str, ...]
    constants: dict[str, str] = Field(default_factory=dict)
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]

    def rule(self, case: Case) -> Rule | None:
        """The first rule that fits."""
        return next((rule for rule in self.rules if rule.fits(case)), None)


class CountryCodes(Record):
    """A country in other data sets; None: they have no number for it."""

    gw: int | None
    cow: int | None
    ucdp: str | None
    acled: str | None


@cache
def load_crosswalk(name: str) -> Crosswalk:
    """The crosswalk of that name; an unknown one lists the known."""
    known = sorted(
        path.stem for path in FOLDER.glob("*.yml") if isinstance(read_yaml(path).get("rules"), list)
    )
    if name not in known:
        raise KnowledgeError(f"there is no crosswalk {name!r}; known: {', '.join(known)}")
    return load_one(FOLDER / f"{name}.yml", Crosswalk)


@cache
def country_codes(code: str | None) -> CountryCodes:
    """The codes of a country by ISO 3166 alpha-3."""
    entry = read_yaml(FOLDER / "countries.yml").get(code)
    return (
        CountryCodes.model_validate(entry)
        if entry
        else CountryCodes(gw=None, cow=None, ucdp=None, acled=None)
    )


@cache
def table_of(name: str) -> dict[str, dict[str, str]]:
    """A plain table of words, such as the tags of HXL."""
    return {part: dict(entries) for part, entries in read_yaml(FOLDER / f"{name}.yml").items()}
