"""What is to be expected, as a distribution, and what it was made from: `hudna.forecast/1`.

A frozen forecast is a `Frozen` header and the forecasts under it. The header names what
went in by hash, so that the forecast can be made again, and hashes what came out, so
that nobody can better it afterwards unnoticed.
"""

from typing import Literal

from pydantic import Field

from hudna.model.record import Record

Level = Literal["country", "admin1", "grid"]


class Forecast(Record):
    """One line of `hudna forecast`: the deaths of one unit in one month to come."""

    schema_: Literal["hudna.forecast/1"] = Field(default="hudna.forecast/1", alias="schema")
    unit: str = Field(description="country, 'country / division', or number of a PRIO-GRID cell")
    level: Level
    month: str = Field(description="the month forecast, as 2024-01")
    lead: int = Field(description="months after the last one known")
    as_of: str = Field(description="the last month known")
    model: str
    mean: float
    median: int
    low: int = Field(description="lower end of the central 90 %")
    high: int = Field(description="upper end of the central 90 %")
    any_deaths: float = Field(description="chance of at least one death")
    at_least_25: float = Field(description="chance of 25 deaths or more")
    last_months: tuple[int, ...] = Field(description="deaths in the last twelve months known, oldest first")
    draws: tuple[int, ...] = Field(default=(), description="the distribution; empty where left out")
    claims: tuple[str, ...] = Field(
        default=(), description="claims behind those twelve months; empty for UCDP's events"
    )


class Input(Record):
    """A file that a forecast was made from."""

    name: str
    sha256: str
    events: int
    skipped: int = 0


class Frozen(Record):
    """The first line of a frozen forecast."""

    schema_: Literal["hudna.frozen/1"] = Field(default="hudna.frozen/1", alias="schema")
    level: Level
    violence: Literal["state-based", "non-state", "one-sided", "all"]
    as_of: str
    leads: tuple[int, ...]
    models: tuple[str, ...]
    inputs: tuple[Input, ...]
    units: int
    history: str = Field(description="SHA-256 of the table of deaths that the models read")
    versions: dict[str, str] = Field(description="of the program and of each package a model ran on")
    forecasts: int
    sha256: str = Field(description="of the lines that follow, each ended by a line feed")


class Reliability(Record):
    """How often something came where it was forecast with about that chance, one value a group."""

    model: str
    event: str = Field(description="what came or did not: 'any deaths', '25 deaths or more'")
    forecast: tuple[float, ...] = Field(description="mean chance forecast in the group")
    observed: tuple[float, ...] = Field(description="share of the group in which it came")
    cases: tuple[int, ...]


class Ranks(Record):
    """Where what came lies in the forecast distribution: shares of cases by tenth; even is right."""

    model: str
    shares: tuple[float, ...]
    cases: int
