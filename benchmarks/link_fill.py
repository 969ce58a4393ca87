"""A linked store made many times as large, for timing one report more: what it holds, again and again, long before.

    python benchmarks/link_fill.py STORE CLAIMS

Every row that linking reads or writes is copied under other numbers, names and keys, its days shifted
back by the length of the whole, until so many claims are held. The copies are as much alike, and told as
often, as the first ones (see link_stream.py); nothing that comes later meets them. Words for search and the
bodies of records are not changed, and the hash chains of what only grows are made up: such a store is good
for timing and for nothing else.
"""

import random
import sqlite3
import sys
from pathlib import Path

# How each column of a table is changed: added to (a number in a row), crossed (a hash), named anew,
# shifted (a day), marked (a hash in letters); all others stay.
CHANGED = {
    "report": {"seq": "add", "id": "name", "digest": "mark"},
    "coding": {"seq": "add", "report_seq": "add"},
    "claim": {"seq": "add", "coding_seq": "add", "id": "name", "previous": "mark", "hash": "mark"},
    "unit": {"id": "cross", "group_id": "cross"},
    "filed": {"key": "cross", "unit": "cross"},
    "edge": {"one": "cross", "other": "cross"},
    "member": {"claim": "name", "claim_seq": "add", "coding_seq": "add", "unit": "cross", "explains": "name"},
    "linked": {"coding_seq": "add"},
    "incident": {"id": "name", "group_id": "cross"},
    "holds": {"claim": "name", "incident": "name"},
    "shown_incident": {"id": "name", "day": "shift", "first_told": "shift", "last_told": "shift"},
    "shown_actor": {"incident": "name", "day": "shift"},
    "shown_claim": {"id": "name", "seq": "add", "report": "name", "told": "shift", "day": "shift"},
    "shown_party": {"claim": "name", "told": "shift"},
}
# Rows are put in in this order, so that the tree they lie in grows at one end at a time.
BY = {"unit": "id", "filed": "key", "edge": "one"}


def fill_up(path: Path, claims: int) -> int:
    """Copy what the store holds until it holds so many claims; how many they are."""
    store = sqlite3.connect(path)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-4000000"):
        store.execute(f"PRAGMA {pragma}")
    held = int(store.execute("SELECT count(*) FROM claim").fetchone()[0])
    first, last = store.execute("SELECT min(told), max(told) FROM shown_claim").fetchone()
    top = max(
        store.execute(f"SELECT max(seq) FROM {table}").fetchone()[0]
        for table in ("report", "coding", "claim")
    )
    chance = random.Random(11)
    for table in CHANGED:
        store.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")
    copies = max(0, -(-claims // held) - 1)
    for number in range(1, copies + 1):
        _copy(store, number, top * number, chance.getrandbits(62), (last - first + 1) * number)
        store.commit()
        print(f"  {held * (number + 1)} claims held", file=sys.stderr)
    store.execute("PRAGMA journal_mode=WAL")
    store.close()
    return held * (copies + 1)


def _copy(store: sqlite3.Connection, number: int, rows: int, cross: int, days: int) -> None:
    for table, changed in CHANGED.items():
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        given = [_changed(column, changed.get(column), number, rows, cross, days) for column in columns]
        order = f"ORDER BY {given[columns.index(BY[table])]}" if table in BY else ""
        store.execute(f"INSERT INTO {table} SELECT {', '.join(given)} FROM first_{table} {order}")


def _changed(column: str, how: str | None, number: int, rows: int, cross: int, days: int) -> str:
    ways = {
        None: f'"{column}"',
        "add": f'"{column}" + {rows}',
        "cross": f'(("{column}" | {cross}) - ("{column}" & {cross}))',  # exclusive or
        "name": f"'{number}-' || \"{column}\"",
        "mark": f"'x{number:03x}' || substr(\"{column}\", 5)",
        "shift": f'"{column}" - {days}',
    }
    return ways[how]


if __name__ == "__main__":
    print(fill_up(Path(sys.argv[1]), int(sys.argv[2])))
