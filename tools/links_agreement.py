"""How well do two hands agree on what is one incident and on its origins?

    python tools/links_agreement.py [LINKS]

LINKS is the folder of judged links (gold/links). Reads LINKS/first and LINKS/second, where the two
hands lie as they were before anything was settled. Prints totals only, never words. An incident of
the first hand is held against the second hand's of the same claims; where there is none, nothing
of it agrees. In dev/ of both the second hand was given the incidents and judged their origins only.
Voices are compared by their reports, not by how a hand names them. No linker runs.
"""

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

LINKS = Path(__file__).parent.parent / "gold" / "links"
BACKGROUND = "background"
Judged = dict[str, Any]
Totals = Counter[str]


def main(folder: Path) -> int:
    """One line a measure: the scenarios judged afresh, then those whose incidents were given."""
    found, given = Counter[str](), Counter[str]()
    for first, second in _pairs(folder / "first", folder / "second"):
        found += compared(first, second)
    for first, second in _pairs(folder / "first" / "dev", folder / "second" / "dev"):
        given += compared_origins(first, second)
    print("\n".join([*lines(found), *given_lines(given)]))
    return 0


def _pairs(first: Path, second: Path) -> list[tuple[Judged, Judged]]:
    """What both hands judged of each scenario."""
    return [(_read(first / path.name), _read(path)) for path in sorted(second.glob("*.yml"))]


def _read(path: Path) -> Judged:
    judged: Judged = yaml.safe_load(path.read_text(encoding="utf-8"))
    return judged


def compared(first: Judged, second: Judged) -> Totals:
    """What the two hands have in common in one scenario, and what each has."""
    if first["claims"].keys() != second["claims"].keys():
        raise ValueError(f"{first['id']}: the two hands do not judge the same claims")
    ours, theirs = pairs(first["claims"]), pairs(second["claims"])
    found = Counter(
        {"claims": len(first["claims"]), "pairs 1": len(ours), "pairs 2": len(theirs)}
        | {"pairs": len(ours & theirs), "origins 2": sum(len(one["origins"]) for one in second["incidents"])}
    )
    by_claims = {told(second, one): one for one in second["incidents"]}
    for one in first["incidents"]:
        found += _incident(one, by_claims.get(told(first, one)))
    return found


def compared_origins(first: Judged, second: Judged) -> Totals:
    """What the two hands have in common in a scenario whose incidents were given to the second."""
    ours, theirs = ({one["id"]: one for one in hand["incidents"]} for hand in (first, second))
    if ours.keys() != theirs.keys():
        raise ValueError(f"{first['id']}: the two hands do not judge the same incidents")
    found = Counter(
        {"incidents": len(ours), "origins 2": sum(len(one["origins"]) for one in theirs.values())}
    )
    for name, one in ours.items():
        found += Counter({"origins 1": len(one["origins"])}) + _origins(one, theirs[name])
    return found


def pairs(claims: dict[str, str]) -> set[tuple[str, str]]:
    """Every two claims that a hand filed with one incident."""
    return {
        (one, other)
        for one, other in combinations(sorted(claims), 2)
        if claims[one] == claims[other] != BACKGROUND
    }


def told(judged: Judged, incident: Judged) -> frozenset[str]:
    """The claims that tell of an incident."""
    return frozenset(claim for claim, filed in judged["claims"].items() if filed == incident["id"])


def _incident(first: Judged, second: Judged | None) -> Totals:
    found = Counter({"incidents": 1, "origins 1": len(first["origins"])})
    if second is None:
        return found
    found["same claims"] = 1
    found["same sides"] = int(set(first["sides"]) == set(second["sides"]))
    return found + _origins(first, second)


def _origins(first: Judged, second: Judged) -> Totals:
    ours, theirs = _reports(first), _reports(second)
    return Counter(
        {"same number": int(ours.total() == theirs.total()), "same origins": int(ours == theirs)}
        | {"origins": (ours & theirs).total()}
    )


def _reports(incident: Judged) -> Counter[frozenset[str]]:
    return Counter(frozenset(origin["reports"]) for origin in incident["origins"])


def lines(found: Totals) -> list[str]:
    """The totals in words."""
    of = found["incidents"]
    return [
        f"claims judged by both: {found['claims']}",
        _f1("pairs of claims of one incident", found, "pairs"),
        f"incidents of the same claims: {found['same claims']} of {of}",
        f"same number of origins: {found['same number']} of {of}",
        f"same origins with the same reports: {found['same origins']} of {of}",
        f"same sides: {found['same sides']} of {of}",
        _f1("origins with the same reports", found, "origins"),
    ]


def given_lines(found: Totals) -> list[str]:
    """The totals of what was judged with the incidents given, in words."""
    of = found["incidents"]
    return [
        f"incidents given, told by two reports or more: {of}",
        f"  same number of origins: {found['same number']} of {of}",
        f"  same origins with the same reports: {found['same origins']} of {of}",
        f"  {_f1('origins with the same reports', found, 'origins')}",
    ]


def _f1(name: str, found: Totals, key: str) -> str:
    first, second = found[f"{key} 1"], found[f"{key} 2"]
    share = 2 * found[key] / (first + second) if first + second else 1.0
    return f"{name}: {found[key]} of {first} (first) and {second} (second), F1 {share:.2f}"


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else LINKS))
