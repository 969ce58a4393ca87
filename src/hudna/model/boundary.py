"""An administrative unit with its outline, taken over from somebody's file: contract `hudna.boundary/1`.

Outlines are for orientation. They tell in which district a point lies, as far as the file
goes, and nothing about anybody's claim to it.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from hudna.model.record import Record


class Boundary(Record):
    """One unit: its code (an OCHA P-code where the file has one), names, the unit above it, and its outline."""

    schema_: Literal["hudna.boundary/1"] = Field(default="hudna.boundary/1", alias="schema")
    code: str
    level: int = Field(ge=0, le=5, description="0 country, 1 to 5 administrative levels")
    name: str
    names: dict[str, str] = Field(default_factory=dict, description="by language")
    country: str | None = Field(default=None, description="ISO 3166 alpha-3")
    parent: str | None = None
    valid_on: date | None = None
    file: str
    sha256: str
    terms: str
    geometry: dict[str, Any] = Field(description="GeoJSON Polygon or MultiPolygon, WGS 84")
