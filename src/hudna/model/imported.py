"""Events that others coded, taken over from their files: contract `hudna.imported/1`.

They stand beside what is coded from reports and are never counted with it. Each keeps
its row as it was, so that what our terms cannot say is not lost.
"""

from typing import Literal

from pydantic import Field

from hudna.model.incident import Incident
from hudna.model.record import Record

Dataset = Literal["acled", "ucdp", "views"]


class Forecasted(Record):
    """What a forecast expects of a country, district or cell in a month."""

    unit: str
    level: Literal["country", "admin1", "grid"]
    month: str = Field(description="as 2024-05")
    deaths: float | None = Field(default=None, description="expected deaths, where the file gives them")
    chance: float | None = Field(default=None, description="chance of deaths, where the file gives it")
    draws: tuple[float, ...] = ()
    column: str = Field(description="the column the value was read from")


class Imported(Record):
    """One event or forecast of somebody else's file; `incident` says it in our terms."""

    schema_: Literal["hudna.imported/1"] = Field(default="hudna.imported/1", alias="schema")
    id: str = Field(description="dataset, its own id and, where one row makes several, a number")
    dataset: Dataset
    version: str | None = None
    file: str
    sha256: str = Field(description="of the file")
    row: int
    terms: str = Field(description="licence of the file")
    may_be_passed_on: bool = Field(description="false: exports and public pages leave it out")
    rule: str = Field(description="the row of the crosswalk that gave root and mode")
    with_: tuple[str, ...] = Field(default=(), alias="with", description="others made of the same row")
    incident: Incident | None = None
    forecast: Forecasted | None = None
    original: dict[str, str] = Field(description="the row as given, by column")
