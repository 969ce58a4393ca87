"""The annotated report of the set `seed`: its nodes, places and times, and who is who.

The annotation is read as it stands; nothing of it is kept here. Coded actors are
compared by identifier or by the words they share with an annotated mention.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from hudna.errors import InputError
from hudna.evaluate.scores import Days, Located, distance_km, iou, overlap
from hudna.model.claim import Actor, Place, Speaker
from hudna.model.mention import ActorMention, PlaceMention
from hudna.model.record import Span
from hudna.model.report import Report

# A town's annotated point and ours may come from different gazetteers.
TOWN_REACH_KM = 50.0
NARRATOR = "DOC"


@dataclass(frozen=True, slots=True)
class Node:
    """An annotated actor; `whole` is the actor it is an element of, or itself."""

    id: str
    kb: str | None
    whole: str
    country: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """An annotated place; `country_wide` where it is a whole country."""

    id: str
    country: str | None
    country_wide: bool
    lat: float | None
    lon: float | None
    radius_km: float
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class KeyTime:
    """An annotated time expression with the intervals that are accepted."""

    span: Span
    value: str
    accepted: tuple[Days, ...]
    dates_event: bool  # False for "already", "immediately"


@dataclass(frozen=True)
class Key:
    """The whole annotation with the report it belongs to."""

    raw: Mapping[str, Any]
    text: str

    @cached_property
    def report(self) -> Report:
        """The report as the coder is given it: publisher and day are known from outside the text."""
        document = self.raw["document"]
        return Report(
            id=document["doc_id"], text=self.text, language=document["language"],
            published=date.fromisoformat(document["published"]["value"][:10]),
            source=document["publisher"]["name"],
        )  # fmt: skip

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Annotated actors by identifier."""
        return {
            one["id"]: Node(
                one["id"], one.get("kb"), one.get("part_of", one["id"]),
                one.get("plover", {}).get("country"), spans(one["mentions"]),
            )
            for one in self.raw["actors"]
        }  # fmt: skip

    @cached_property
    def places(self) -> dict[str, KeyPlace]:
        """Annotated places by identifier; those without a country of their own lie in the first."""
        home = next(one["iso3"] for one in self.raw["places"] if "iso3" in one)
        return {
            one["id"]: KeyPlace(
                one["id"], one.get("iso3", home), one["type"] == "country", one.get("lat"), one.get("lon"),
                float(one.get("radius_km", TOWN_REACH_KM)), spans(one["mentions"]),
            )
            for one in self.raw["places"]
        }  # fmt: skip

    @cached_property
    def times(self) -> tuple[KeyTime, ...]:
        """Annotated time expressions in the order of the text."""
        return tuple(_time(one) for one in self.raw["time_expressions"])

    @cached_property
    def events(self) -> dict[str, Mapping[str, Any]]:
        """Annotated events by identifier."""
        return {one["id"]: one for one in self.raw["events"]}

    @cached_property
    def claims(self) -> dict[str, Mapping[str, Any]]:
        """Annotated claims by identifier."""
        return {one["id"]: one for one in self.raw["claims"]}

    @cached_property
    def thresholds(self) -> dict[str, float]:
        """The least accepted figures."""
        return dict(self.raw["acceptance"]["thresholds"])

    def sentence(self, span: Located) -> Span:
        """The annotated sentence in which a span begins."""
        sentences = spans(self.raw["document"]["sentences"])
        return next((one for one in sentences if one.start <= span.start < one.end), sentences[-1])

    def nodes_of(self, span: Located, identifier: str | None) -> set[str]:
        """The nodes that a coded actor may be: by identifier, and by the words it shares most of."""
        named = {node.id for node in self.nodes.values() if identifier and node.kb == identifier}
        return named | self._closest(span)

    def _closest(self, span: Located) -> set[str]:
        likeness = {
            node.id: max((iou(one, span) for one in node.mentions), default=0.0)
            for node in self.nodes.values()
        }
        best = max(likeness.values())
        return {name for name, value in likeness.items() if best > 0 and value == best}

    def wholes(self, nodes: Iterable[str]) -> set[str]:
        """The nodes with elements of a force taken as the force."""
        return {self.nodes[node].whole for node in nodes}


def read_key(data: Path) -> Key:
    """The annotation in the folder itself, beside it or below it, as `seed`."""
    choices = [data, data / "seed", data.parent / "seed"]
    folder = next((one for one in choices if (one / "gold.json").is_file()), None)
    if folder is None:
        raise InputError(f"no gold.json with report.txt in {data} or in a folder seed beside it")
    text = (folder / "report.txt").read_bytes().decode("utf-8")
    return Key(json.loads((folder / "gold.json").read_text(encoding="utf-8")), text)


def spans(entries: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Annotated spans as ours."""
    return tuple(Span(text=one["text"], start=one["start"], end=one["end"]) for one in entries)


def _time(one: Mapping[str, Any]) -> KeyTime:
    accepted = (
        Days(date.fromisoformat(one["earliest"]), date.fromisoformat(one["latest"])),
        *days_of(one["value"]),
    )
    event = one["granularity"] not in {"relative", "present"}
    return KeyTime(spans([one])[0], one["value"], accepted, event)


def days_of(written: object) -> tuple[Days, ...]:
    """The interval of an annotated value: a day, two days with a slash, or earliest and latest."""
    if isinstance(written, Mapping):
        return (Days(date.fromisoformat(written["earliest"]), date.fromisoformat(written["latest"])),)
    if not isinstance(written, str) or ".." in written:
        return ()
    first, _, last = written.partition("/")
    return (Days(date.fromisoformat(first), date.fromisoformat(last or first)),)


def identifier_of(one: object) -> str | None:
    """The identifier of a coded actor, speaker or mention."""
    if isinstance(one, Speaker):
        return one.actor
    return one.id if isinstance(one, Actor | ActorMention) else None


def same_place(key: KeyPlace, coded: Place | PlaceMention) -> bool:
    """Is the coded place the annotated one, inside it, or a country that holds it?

    Equal by words, by a point within the annotated radius (or the coded one's), or by
    country where either is a whole country.
    """
    if any(iou(one, coded) >= 0.5 or _holds(coded, one) for one in key.mentions):
        return True
    if key.country == coded.country and (key.country_wide or coded.precision == "country"):
        return True
    return _in_reach(key, coded)


def _in_reach(key: KeyPlace, coded: Place | PlaceMention) -> bool:
    if key.lat is None or key.lon is None or coded.lat is None or coded.lon is None:
        return False
    reach = max(key.radius_km, coded.radius_km or 0.0)
    return distance_km(key.lat, key.lon, coded.lat, coded.lon) <= reach


def same_point(key: KeyPlace, coded: Place | PlaceMention) -> bool:
    """For mentions: does the coded point not contradict the annotated one?"""
    if coded.lat is None or coded.lon is None or key.lat is None:
        return coded.country in {None, key.country}
    return _in_reach(key, coded) or (key.country_wide and coded.country == key.country)


def _holds(one: Located, other: Located) -> bool:
    return one.start <= other.start and other.end <= one.end


def touching(span: Located, others: Iterable[Located]) -> bool:
    """Does the span share a character with any of the others?"""
    return any(overlap(span, other) for other in others)


def chains(entry: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The accepted chains of an annotated claim, innermost first, without the narrator.

    A node whose scope the annotator calls ambiguous or inferred may be left out.
    """
    nodes = [(one["node"], "scope" in one) for one in entry["source_chain"] if one["node"] != NARRATOR]
    yield tuple(node for node, _ in nodes)
    if any(doubtful for _, doubtful in nodes):
        yield tuple(node for node, doubtful in nodes if not doubtful)
