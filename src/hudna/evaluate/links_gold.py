"""Judged linking: gold/links/<half>/<scenario>.yml → scenarios whose words are located.

`load_scenarios` gives sound scenarios only and names every fault otherwise; what makes one
sound is in `links_faults`. Run as a module it prints the faults, or what there is. It measures nothing.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hudna.errors import KnowledgeError
from hudna.evaluate.gold import HALVES, WordsError, locate
from hudna.evaluate.links_faults import faults_between, scenario_faults
from hudna.evaluate.links_records import LinkScenario
from hudna.knowledge.files import read_yaml
from hudna.model.record import Span


class _Reader:
    """Replaces ids by what they name and words by where they stand; keeps every fault it meets."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.faults: list[str] = []
        self.raw = raw
        self.sources = {entry.get("id"): entry for entry in self.entries(raw, "sources")}
        self.places = {entry.get("id"): entry for entry in self.entries(raw, "places")}
        self.reports = self.entries(raw, "reports")
        self.given = {entry.get("id"): entry for entry in self.reports}

    def entries(self, holder: dict[str, Any], key: str) -> list[dict[str, Any]]:
        """The mappings of a list; anything else in it is a fault."""
        held = holder.get(key) or []
        if not isinstance(held, list):
            held = [held]
        wrong = [entry for entry in held if not isinstance(entry, dict)]
        self.faults += [f"{key}: {entry!r} is no mapping" for entry in wrong]
        return [entry for entry in held if isinstance(entry, dict)]

    def whole(self, half: str) -> dict[str, Any]:
        """The scenario as its record takes it."""
        return {
            **self.raw,
            "half": half,
            "reports": [self.report(entry) for entry in self.reports],
            "incidents": [self.incident(entry) for entry in self.entries(self.raw, "incidents")],
        }

    def named(self, known: dict[Any, Any], key: object, where: str) -> Any:
        if key is not None and key not in known:
            self.faults.append(f"{where}: '{key}' is not listed in this scenario")
        return known.get(key)

    def report(self, entry: dict[str, Any]) -> dict[str, Any]:
        where = str(entry.get("id"))
        source = self.named(self.sources, entry.get("source"), f"{where}.source")
        if (original := entry.get("copy_of")) is not None:
            held = self.named(self.given, original, f"{where}.copy_of") or {}
            own = sorted({"text", "claims"} & entry.keys())
            self.faults += [f"{where}.{field}: a copy carries those of '{original}'" for field in own]
            entry = {"language": held.get("language"), "title": held.get("title")} | entry
            entry |= {"text": held.get("text"), "claims": held.get("claims")}
        claims = [
            self.claim(claim, where, n, entry) for n, claim in enumerate(self.entries(entry, "claims"), 1)
        ]
        return {**entry, "source": source, "claims": claims}

    def claim(self, claim: dict[str, Any], report: str, number: int, entry: dict[str, Any]) -> dict[str, Any]:
        where, text = f"{report}.{number}", str(entry.get("text") or "")
        own = {**claim, **self.span(claim.get("words"), text, where, None)}
        own.pop("words", None)
        within = Span(text=own["text"], start=own["start"], end=own["end"]) if "start" in own else None
        for field in ("actors", "recipients", "speakers"):
            own[field] = [
                self.mention(one, text, f"{where}.{field}", within) for one in claim.get(field) or []
            ]
        own["trigger"] = self.span(claim.get("trigger"), text, f"{where}.trigger", within)
        own["place"] = self.named(self.places, claim.get("place"), f"{where}.place")
        own["occurred"], own["fatalities"] = days(claim.get("occurred")), toll(claim.get("fatalities"))
        return {"incident": None, **own, "id": where, "report": report}

    def mention(self, entry: Any, text: str, where: str, within: Span | None) -> Any:
        if not isinstance(entry, dict):
            return entry
        rest = {key: value for key, value in entry.items() if key != "words"}
        return {**rest, **self.span(entry.get("words"), text, where, within)}

    def span(self, written: object, text: str, where: str, within: Span | None) -> dict[str, Any]:
        try:
            return locate(str(written), text, within=within).model_dump()
        except WordsError as error:
            self.faults.append(f"{where}: {error}")
            return {"text": str(written), "start": 0, "end": 0}

    def incident(self, entry: dict[str, Any]) -> dict[str, Any]:
        place = self.named(self.places, entry.get("place"), f"{entry.get('id')}.place")
        return {**entry, "place": place, "day": days(entry.get("day")), "toll": toll(entry.get("toll"))}


def days(written: Any) -> Any:
    """One day written alone is both the first and the last."""
    return {"earliest": written, "latest": written} if isinstance(written, date) else written


def toll(written: Any) -> Any:
    """One number written alone is low, best and high."""
    return {"low": written, "best": written, "high": written} if isinstance(written, int) else written


def read_scenario(path: Path) -> LinkScenario:
    """One scenario, its words located; KnowledgeError lists every fault, one a line."""
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise KnowledgeError(f"{path.name}: a mapping would be right")
    reader = _Reader(raw)
    whole = reader.whole(path.parent.name)
    try:
        scenario = LinkScenario.model_validate(whole)
    except ValidationError as error:
        wrong = [f"{_where(whole, fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise _refused(path, reader.faults + wrong) from error
    if faults := reader.faults + list(scenario_faults(scenario)):
        raise _refused(path, faults)
    return scenario


def _refused(path: Path, faults: list[str]) -> KnowledgeError:
    return KnowledgeError("\n".join(f"{path.name}: {fault}" for fault in faults))


def _where(whole: dict[str, Any], loc: tuple[int | str, ...]) -> str:
    """The place of a fault with the id of the entry instead of its number."""
    if len(loc) > 1 and isinstance(loc[1], int) and isinstance(whole[str(loc[0])][loc[1]], dict):
        named = whole[str(loc[0])][loc[1]].get("id", loc[1])
        return ".".join(str(part) for part in (named, *loc[2:]))
    return ".".join(str(part) for part in loc)


def load_scenarios(folder: Path, *, half: str = "both") -> list[LinkScenario]:
    """Every scenario of a half, sorted by half and id; KnowledgeError lists every fault of all of them."""
    halves = HALVES if half == "both" else (half,)
    if not set(halves) <= set(HALVES):
        raise KnowledgeError(f"unknown half '{half}'; known: both, {', '.join(HALVES)}")
    if not folder.is_dir():
        raise KnowledgeError(f"no folder of judged links at {folder}")
    scenarios, faults = _read_all(path for name in halves for path in sorted(folder.glob(f"{name}/*.yml")))
    if faults := faults + list(faults_between(scenarios)):
        raise KnowledgeError("\n".join(faults))
    return sorted(scenarios, key=lambda scenario: (scenario.half, scenario.id))


def _read_all(paths: Iterable[Path]) -> tuple[list[LinkScenario], list[str]]:
    scenarios, faults = [], []
    for path in paths:
        try:
            scenarios.append(read_scenario(path))
        except KnowledgeError as error:
            faults.append(str(error))
    return scenarios, faults


def totals(scenarios: list[LinkScenario]) -> list[str]:
    """What there is, two lines a half; never a word of the texts."""
    return [
        line
        for half in HALVES
        for line in _half_totals(half, [scenario for scenario in scenarios if scenario.half == half])
    ]


def _half_totals(half: str, held: list[LinkScenario]) -> list[str]:
    reports = {report.id: report for scenario in held for report in scenario.reports}
    incidents = [incident for scenario in held for incident in scenario.incidents]
    kinds = Counter(incident.kind for incident in incidents)
    claims = [claim for report in reports.values() for claim in report.claims]
    across = sum(
        len({reports[name].language for name in incident.reports}) > 1
        for incident in incidents
        if incident.kind == "occurrence"
    )
    return [
        (
            f"{half}: {len(held)} scenarios, {len(reports)} reports ({_counted(r.language for r in reports.values())}), "
            f"{len(claims)} claims ({_counted(reports[claim.report].language for claim in claims)}; "
            f"{sum(claim.background for claim in claims)} background)"
        ),
        (
            f"{half}: {kinds['occurrence']} occurrences, {across} of them in several languages, {kinds['forecast']} forecasts, "
            f"{kinds['background']} old, {sum(len(incident.origins) for incident in incidents)} origins, "
            f"{sum(len(scenario.not_same) for scenario in held)} pairs apart"
        ),
    ]


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(Counter(names).items()))


def main(folder: str) -> int:
    """Prints every fault of a folder of judged links, or what it holds; 2 where there is a fault."""
    try:
        scenarios = load_scenarios(Path(folder))
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("\n".join(totals(scenarios)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "gold/links"))
