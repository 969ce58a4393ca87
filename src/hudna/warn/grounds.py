"""How firmly an alert's reasons are known: independent origins, and the firmest incident."""

from collections.abc import Iterable, Sequence

from hudna.model.incident import Incident, Verification

_FIRMEST: tuple[Verification, ...] = (
    "established", "documented", "corroborated", "disputed", "reported", "raw", "refuted",
)  # fmt: skip


def origins_of(incidents: Iterable[Incident]) -> int:
    """Independent origins over several incidents: reports that share one anywhere are one.

    A report that carries two voices joins them here; no incident counts for fewer than its own.
    """
    given = tuple(incidents)
    if len(given) == 1:
        return given[0].independent_origins
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            name = group[name]
        return name

    for incident in given:
        for origin in incident.origins:
            for report in origin:
                group[root(report)] = root(origin[0])
    joined = len({root(name) for name in group})
    return max([joined, *(one.independent_origins for one in given)])


def firmest(incidents: Sequence[Incident]) -> Verification:
    """The firmest verification among them."""
    return min((one.verification for one in incidents), key=_FIRMEST.index, default="raw")
