"""Commands that write what a store holds: situation report, exports, schema, verification."""

import json
import sys
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from hudna.cli.console import counted, say
from hudna.cli.evidence import stored_evidence
from hudna.errors import InputError
from hudna.model.alert import Alert, Outcome
from hudna.model.assessment import Assessment
from hudna.model.claim import Claim
from hudna.model.evidence import Evidence
from hudna.model.finding import Count, Declared, Finding, Occasion, Tripwire
from hudna.model.forecast import Forecast, Frozen
from hudna.model.incident import Incident
from hudna.model.indicator import Measured
from hudna.model.judgement import Judgement
from hudna.model.picture import Channel, Holding, Movement, Posture, Signal
from hudna.model.report import Issue, Report
from hudna.pipeline import agreements_for, check_picture, draw_picture
from hudna.publish import as_html, as_markdown, find_exporters, situation
from hudna.publish.situation import Drawn, Situation
from hudna.store import Store, using_store

SCHEMAS: dict[str, type[BaseModel]] = {
    "hudna.claim.1.json": Claim,
    "hudna.report.1.json": Report,
    "hudna.issue.1.json": Issue,
    "hudna.incident.1.json": Incident,
    "hudna.judgement.1.json": Judgement,
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
    "hudna.frozen.1.json": Frozen,
}
_LAYOUTS = {"md": as_markdown, "html": as_html}


def print_sitrep(path: Path, *, layout: str, as_of: date | None) -> int:
    """The situation report of a store on standard output."""
    with using_store(path) as store:
        _write(_LAYOUTS[layout](_situation(store, as_of)))
    return 0


def write_sitreps(store: Store, folder: Path) -> None:
    """The situation report of a store as sitrep.md and sitrep.html in the folder."""
    found = _situation(store, None)
    for layout, render in _LAYOUTS.items():
        (folder / f"sitrep.{layout}").write_text(render(found), encoding="utf-8", newline="\n")


def print_export(path: Path, *, layout: str, as_of: date | None) -> int:
    """The claims of a store on standard output, as that exporter writes them."""
    exporters = find_exporters()
    if layout not in exporters:
        raise InputError(f"there is no exporter {layout!r}; known: {', '.join(sorted(exporters))}")
    with using_store(path) as store:
        claims = store.claims(as_of)
    for piece in exporters[layout].export((item.claim, item.report) for item in claims):
        _write(piece)
    return 0


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
    return 0


def schema_text(record: type[BaseModel]) -> str:
    """JSON Schema 2020-12 of what a record is written as."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _situation(store: Store, as_of: date | None) -> Situation:
    """The situation with its picture; without a picture where no day is known."""
    claims, reports = [item.claim for item in store.claims(as_of)], store.reports(as_of)
    days = [report.published for report in reports if report.published]
    day = as_of or max(days, default=None)
    drawn = _drawn(stored_evidence(store, as_of), day) if day else None
    return situation(claims, reports, store.issues(), as_of=as_of, drawn=drawn)


def _drawn(evidence: Evidence, day: date) -> Drawn:
    agreements = agreements_for(evidence)
    picture = draw_picture(evidence, day, agreements)
    review = check_picture(evidence, picture, agreements)
    return Drawn(picture, review, agreements, len(evidence.incidents))


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.flush()
