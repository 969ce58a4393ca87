"""Write places as columns and names as a trie, ready to be mapped into memory."""

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import marisa_trie

KINDS = ("country", "admin1", "region", "admin2", "town")


def pack(
    entries: list[Any],
    spellings: Callable[[Any], Iterator[tuple[str, bool]]],
    iso3: dict[str, str],
    capitals: dict[str, str],
    target: Path,
) -> None:
    """The pack of all entries: `names.marisa` and `places.bin`."""
    number = {id(entry): index for index, entry in enumerate(entries)}
    by_key: dict[str, dict[int, bool]] = defaultdict(dict)
    for index, entry in enumerate(entries):
        for key, own in spellings(entry):
            if len(key) > 1:
                by_key[key][index] = by_key[key].get(index, False) or own
    trie = marisa_trie.Trie(sorted(by_key))
    trie.save(str(target / "names.marisa"))
    starts, candidates = candidate_columns(trie, by_key)
    columns = place_columns(entries, number, iso3)
    columns[0]["capitals"] = capital_numbers(entries, iso3, capitals)
    write(target / "places.bin", [("starts", starts), ("candidates", candidates), *columns[1:]], columns[0])
    print(f"{len(entries)} places, {len(by_key)} names")


def candidate_columns(trie: Any, by_key: dict[str, dict[int, bool]]) -> tuple[Any, Any]:
    """For each key of the trie, in its order, the places it may mean."""
    ordered: list[dict[int, bool]] = [{}] * len(trie)
    for key, places in by_key.items():
        ordered[trie[key]] = places
    starts, candidates = array("I", [0]), array("I")
    for places in ordered:
        candidates.extend(index << 1 | own for index, own in sorted(places.items()))
        starts.append(len(candidates))
    return starts, candidates


def place_columns(entries: list[Any], number: dict[int, int], iso3: dict[str, str]) -> Any:
    """One column a field; names lie in one blob."""
    codes = sorted({iso3.get(entry.country, "") for entry in entries} | {""})
    place = {code: index for index, code in enumerate(codes)}
    blob, offsets = bytearray(), array("I", [0])
    for entry in entries:
        blob += entry.name.encode()
        offsets.append(len(blob))
    parents = [
        number[id(up)] + 1 if (up := entry.admin or entry.parent) is not None else 0 for entry in entries
    ]
    return [
        {"countries": codes, "kinds": KINDS},
        ("lat", array("f", [entry.lat for entry in entries])),
        ("lon", array("f", [entry.lon for entry in entries])),
        ("population", array("I", [min(entry.population, 2**32 - 1) for entry in entries])),
        ("radius", array("f", [entry.radius_km for entry in entries])),
        ("geonames", array("I", [entry.geonames for entry in entries])),
        ("parent", array("I", parents)),
        ("offsets", offsets),
        ("country", array("B", [place[iso3.get(entry.country, "")] for entry in entries])),
        ("kind", array("B", [KINDS.index(entry.kind) for entry in entries])),
        ("names", array("B", bytes(blob))),
    ]


def capital_numbers(entries: list[Any], iso3: dict[str, str], capitals: dict[str, str]) -> dict[str, int]:
    """Country → number of its capital, the most populous town of that name."""
    found: dict[str, int] = {}
    for index, entry in enumerate(entries):
        named = capitals.get(entry.country)
        if entry.kind == "town" and named and named in {entry.name, *entry.names}:
            code = iso3[entry.country]
            if code not in found or entries[found[code]].population < entry.population:
                found[code] = index
    return dict(sorted(found.items()))


def write(path: Path, columns: list[tuple[str, Any]], facts: dict[str, Any]) -> None:
    """A JSON line that names the columns, then the columns, each at a multiple of eight bytes."""
    layout, position = [], 0
    for name, column in columns:
        size = len(column) * column.itemsize
        layout.append([name, column.typecode, position, size])
        position += size + -size % 8
    head = json.dumps({**facts, "columns": layout}, ensure_ascii=False).encode()
    head += b" " * (-(len(head) + 1) % 8) + b"\n"
    with path.open("wb") as file:
        file.write(head)
        for _, column in columns:
            content = column.tobytes()
            file.write(content + b"\0" * (-len(content) % 8))
