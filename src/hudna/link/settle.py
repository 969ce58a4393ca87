"""A change among clustered claims → the clusters that it makes anew, and no others.

What changed and whatever it may pull along is clustered again: first the clusters that the
change touches with those around them; where one of those around comes out otherwise than it
was, those around it as well. Once the outermost come out as they were, everything beyond them
stands as it stood, and the whole is what clustering everything at once would give (see
`hudna.link.cluster` on why).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hudna.link.cluster import Edge

Units = frozenset[str]
# The clusters of units by the edges among them.
Clustering = Callable[[Units, list[Edge]], list[tuple[str, ...]]]


class Clustered(Protocol):
    """Units in clusters, and the edges between units: `join` or more, or wished for by people."""

    def clusters_of(self, units: Iterable[str]) -> Mapping[str, str]:
        """The cluster of each unit that there is."""

    def members_of(self, clusters: Iterable[str]) -> Mapping[str, Units]:
        """The units of each cluster that there is."""

    def edges_of(self, units: Iterable[str]) -> Iterable[Edge]:
        """Every edge of these units, also those that lead elsewhere."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Clusters that are no more, and those that took their place."""

    gone: frozenset[str]
    made: tuple[tuple[str, ...], ...]


def settle(touched: Iterable[str], known: Clustered, clustering: Clustering, sure: float) -> Settled:
    """What the change of these clusters comes to."""
    region = set(touched)
    while True:
        around = _around(region, known, sure)
        members = known.members_of(around)
        units = frozenset(unit for held in members.values() for unit in held)
        edges = [edge for edge in known.edges_of(units) if edge[0] in units and edge[1] in units]
        made = {frozenset(cluster) for cluster in clustering(units, edges)}
        spread = {name for name, held in members.items() if name not in region and held not in made}
        if not spread:
            return _compared(members, made, region)
        region |= spread


def _around(region: set[str], known: Clustered, sure: float) -> set[str]:
    """The region with the clusters next to it, and what hangs on any of them surely."""
    found = region | _next_to(region, known, 0.0)
    while True:
        fresh = _next_to(found, known, sure) - found
        if not fresh:
            return found
        found |= fresh


def _next_to(clusters: Iterable[str], known: Clustered, least: float) -> set[str]:
    units = {unit for held in known.members_of(clusters).values() for unit in held}
    ends = {end for one, other, score in known.edges_of(units) if score >= least for end in (one, other)}
    return set(known.clusters_of(ends - units).values())


def _compared(members: Mapping[str, Units], made: set[Units], region: set[str]) -> Settled:
    """Clusters that came out as they were are left alone; one that lost the unit it is named after is not."""
    kept = {held for name, held in members.items() if held in made and name in held}
    gone = {name for name, held in members.items() if held not in kept} | (region - members.keys())
    return Settled(frozenset(gone), tuple(sorted(tuple(sorted(held)) for held in made - kept)))
