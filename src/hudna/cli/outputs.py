"""Commands that write what a store holds for other programs: exports, schema, verification."""

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from hudna.cli.console import counted, say
from hudna.errors import InputError
from hudna.knowing import edition_of
from hudna.model.alert import Alert, Outcome
from hudna.model.assessment import Assessment
from hudna.model.boundary import Boundary
from hudna.model.claim import Claim
from hudna.model.edition import What
from hudna.model.finding import Count, Declared, Finding, Occasion, Tripwire
from hudna.model.forecast import Forecast, Frozen
from hudna.model.imported import Imported
from hudna.model.incident import Incident
from hudna.model.indicator import Measured
from hudna.model.judgement import Judgement
from hudna.model.picture import Channel, Holding, Movement, Posture, Signal
from hudna.model.proposal import Proposal
from hudna.model.report import Issue, Report
from hudna.publish import exported, find_exporters, left_out
from hudna.store import using_store

API = "openapi.json"
SCHEMAS: dict[str, type[BaseModel]] = {
    "hudna.claim.1.json": Claim,
    "hudna.report.1.json": Report,
    "hudna.issue.1.json": Issue,
    "hudna.incident.1.json": Incident,
    "hudna.judgement.1.json": Judgement,
    "hudna.proposal.1.json": Proposal,
    "hudna.posture.1.json": Posture,
    "hudna.movement.1.json": Movement,
    "hudna.control.1.json": Holding,
    "hudna.signal.1.json": Signal,
    "hudna.channel.1.json": Channel,
    "hudna.finding.1.json": Finding,
    "hudna.declared.1.json": Declared,
    "hudna.tripwire.1.json": Tripwire,
    "hudna.count.1.json": Count,
    "hudna.occasion.1.json": Occasion,
    "hudna.assessment.1.json": Assessment,
    "hudna.indicator.1.json": Measured,
    "hudna.alert.1.json": Alert,
    "hudna.outcome.1.json": Outcome,
    "hudna.forecast.1.json": Forecast,
    "hudna.imported.1.json": Imported,
    "hudna.boundary.1.json": Boundary,
    "hudna.frozen.1.json": Frozen,
}


def print_export(path: Path, wanted: "Export", *, as_of: date | None) -> int:
    """The records of a store as that exporter writes them; what it cannot hold is counted aloud."""
    if wanted.layout not in find_exporters():
        raise InputError(f"there is no exporter {wanted.layout!r}; known: {', '.join(find_exporters())}")
    what = wanted.kind()
    edition = edition_of(path, as_of, public=wanted.public, what=what)
    for piece in exported(wanted.layout, edition, what):
        _write(piece)
    for reason, number in sorted(left_out(wanted.layout, edition, what).items()):
        say(f"{counted(number, 'record')} left out: {reason}")
    return 0


@dataclass(frozen=True, slots=True)
class Export:
    """What to write, and how."""

    layout: str
    what: str | None = None
    public: bool = False

    def kind(self) -> What:
        """The kind of records; an unknown one lists those the format can hold."""
        known = find_exporters()[self.layout].WHAT
        if self.what is None:
            return known[0]
        found = next((kind for kind in known if kind == self.what), None)
        if found is None:
            raise InputError(f"{self.layout} cannot hold {self.what!r}; it writes {', '.join(known)}")
        return found


def verify_store(path: Path) -> int:
    """Say what was changed in a store after it was written; the exit code."""
    with using_store(path) as store:
        faults, summary = store.verify(), store.summary()
    for fault in faults:
        say(f"{path}: {fault}")
    if faults:
        say(f"{path}: {counted(len(faults), 'row')} do not fit the chain")
        return 1
    say(f"{path}: unchanged; {counted(summary.claims, 'claim')}, chain {summary.head}")
    return 0


def print_schema(folder: Path | None) -> int:
    """The JSON Schema of a claim on standard output, or every schema as a file of the folder."""
    if folder is None:
        _write(schema_text(Claim))
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, record in SCHEMAS.items():
        (folder / name).write_text(schema_text(record), encoding="utf-8", newline="\n")
    (folder / "api").mkdir(exist_ok=True)
    (folder / "api" / API).write_text(api_text(), encoding="utf-8", newline="\n")
    return 0


def api_text() -> str:
    """OpenAPI 3.1 of the server, as it answers at /api/v1/openapi.json."""
    from hudna.serve import described  # the server is loaded where it is described

    return json.dumps(described(), ensure_ascii=False, indent=1) + "\n"


def schema_text(record: type[BaseModel]) -> str:
    """JSON Schema 2020-12 of what a record is written as."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _write(piece: str | bytes) -> None:
    sys.stdout.buffer.write(piece.encode() if isinstance(piece, str) else piece)
    sys.stdout.flush()
