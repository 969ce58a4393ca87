"""Frozen forecasts as lines of JSON: a header, then a forecast a line; nothing can change unnoticed."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from hudna.errors import InputError
from hudna.forecast.make import history_hash
from hudna.forecast.months import month_name
from hudna.forecast.panel import Panel
from hudna.model.forecast import Forecast, Frozen, Input, Level

RecordT = TypeVar("RecordT", Forecast, Frozen)


@dataclass(frozen=True, slots=True)
class Opened:
    """A frozen forecast read back."""

    header: Frozen
    forecasts: tuple[Forecast, ...]


def freeze(
    forecasts: Sequence[Forecast],
    panel: Panel,
    *,
    level: Level,
    violence: str,
    inputs: Sequence[Input],
    versions: dict[str, str],
) -> list[str]:
    """The lines of a frozen forecast, header first, without line feeds."""
    lines = [line_of(one) for one in forecasts]
    header = Frozen.model_validate(
        {
            "level": level, "violence": violence, "as_of": month_name(panel.last),
            "leads": sorted({one.lead for one in forecasts}),
            "models": list(dict.fromkeys(one.model for one in forecasts)),
            "inputs": list(inputs), "units": len(panel.units), "history": history_hash(panel),
            "versions": dict(sorted(versions.items())), "forecasts": len(lines), "sha256": _digest(lines),
        }
    )  # fmt: skip
    return [line_of(header), *lines]


def line_of(record: Forecast | Frozen) -> str:
    """A record on one line."""
    return json.dumps(
        record.model_dump(mode="json", by_alias=True), ensure_ascii=False, separators=(",", ":")
    )


def _digest(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def open_frozen(text: Iterable[str], name: str) -> Opened:
    """The forecasts of a frozen file; InputError where it is none or was changed after it was frozen."""
    lines = [line.rstrip("\r\n") for line in text]
    if not lines:
        raise InputError(f"{name}: empty; the first line of a frozen forecast is its header")
    header = _read(lines[0], Frozen, f"{name}:1")
    found = _digest(lines[1:])
    if len(lines) - 1 != header.forecasts or found != header.sha256:
        raise InputError(
            f"{name}: changed after it was frozen: {len(lines) - 1} forecasts with SHA-256 {found[:16]}…, "
            f"the header says {header.forecasts} with {header.sha256[:16]}…"
        )
    forecasts = (_read(line, Forecast, f"{name}:{number}") for number, line in enumerate(lines[1:], start=2))
    return Opened(header, tuple(forecasts))


def _read(line: str, kind: type[RecordT], where: str) -> RecordT:
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "line"
        raise InputError(f"{where}: no {kind.__name__}: {place}: {first['msg']}") from error
