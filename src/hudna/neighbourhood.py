"""Clusters of a store as settling asks for them (`hudna.link.settle`)."""

from collections.abc import Iterable, Mapping

from hudna.filing import Filing

# Above every score: pairs that people have joined.
WISHED = 1000.0


class Neighbourhood:
    """Clusters of a filing, of some units alone where so asked, with what people wish for."""

    def __init__(
        self, filing: Filing, wished: Iterable[tuple[str, str]] = (), alive: Mapping[str, str] | None = None
    ) -> None:
        self._filing = filing
        self._alive = alive
        self._wished: dict[str, set[str]] = {}
        for one, other in wished:
            self._wished.setdefault(one, set()).add(other)
            self._wished.setdefault(other, set()).add(one)

    def clusters_of(self, units: Iterable[str]) -> dict[str, str]:
        """The cluster of each unit that there is."""
        if self._alive is not None:
            return {unit: self._alive[unit] for unit in units if unit in self._alive}
        return self._filing.clusters_of(units)

    def members_of(self, clusters: Iterable[str]) -> dict[str, frozenset[str]]:
        """The units of each cluster that there is."""
        held = self._filing.members_of(clusters)
        if self._alive is None:
            return held
        alive = {name: frozenset(units & self._alive.keys()) for name, units in held.items()}
        return {name: units for name, units in alive.items() if units}

    def near(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        """The units that an edge leads to from each of these, with its score."""
        return self._as_wished(self._filing.near(units))

    def among(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        """Of each of these at least the edges that lead to others of them, a pair perhaps named once."""
        return self._as_wished(self._filing.among(units))

    def _as_wished(self, found: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        """With what people wish for, and of the units alone that are asked for."""
        for unit in found.keys() & self._wished.keys():
            found[unit] = found[unit] | dict.fromkeys(self._wished[unit], WISHED)
        if self._alive is None:
            return found
        return {
            unit: {end: found[unit][end] for end in found[unit].keys() & self._alive.keys()} for unit in found
        }

    def prepare(self, units: Iterable[str]) -> None:
        """Have at hand what comparing these takes."""
        units = set(units)
        self._filing.load(units)
        if self._alive is None:
            self._filing.load_courses(units)
