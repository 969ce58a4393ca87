"""How quickly a server answers from a large store, and how much memory it takes.

    python benchmarks/serve.py --claims 1000000 --incidents 200000 --store /tmp/large.db

Fills a store with invented reports, claims and incidents (the tables that linking writes, by the same
functions), starts `hudna serve` on it, asks what a desk asks, and prints median and 95th percentile of
each kind of question and the server's peak memory. Nothing is linked: incidents are dealt out.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Connection, Engine, create_engine, event

from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.model.report import Report
from hudna.model.shown import ShownClaim, ShownIncident, ShownReport
from hudna.showing import shown_claim, shown_incident, shown_report
from hudna.store import open_store, tables
from hudna.store.chain import NO_HASH, claim_hash
from hudna.store.shelves import Filled, last_day, make_shelf, state_of
from hudna.store.shown import Findable, Shown, add_search, take_turn
from hudna.versions import linking_version

FIRST = date(2014, 1, 1)
DAYS = 4380
TOWNS = [
    (f"town-{n}", f"Town {n}", 20 + random.Random(n).random() * 13, 9.5 + random.Random(n + 999).random() * 15.5) for n in range(900)
]  # fmt: skip
ACTORS = ["lna", "gna", "lby-gnu", *(f"group-{n}" for n in range(60))]
ROOTS = [("ASSAULT", "shelled"), ("MOBILIZE", "moved into"), ("RETREAT", "left"), ("COERCE", "arrested people in"), ("CONSULT", "met elders in"), ("ACCUSE", "blamed others for")]  # fmt: skip
ARABIC = [
    "قصفت قوات المجموعة البلدة",
    "اندلعت اشتباكات عنيفة",
    "انسحبت القوات من الموقع",
    "وصلت تعزيزات عسكرية",
]
FILLER = "the column of trucks reached a checkpoint near a warehouse while residents heard shooting and local officials asked for calm".split()
BATCH = 2000
# So many incidents are made; the rest are copies of them on other days.
MODELS, MODEL_DAY, NOW = 2000, date(2000, 1, 1), "2026-01-01T00:00:00+00:00"
TABLES = ("report", "coding", "claim", "linked", "incident", "holds", "member")


def main() -> None:
    """Fill, serve, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=50_000)
    options.add_argument("--incidents", type=int, default=10_000)
    options.add_argument("--store", type=Path, default=Path("out/serve-benchmark.db"))
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--keep", action="store_true", help="use the store as it is")
    given = options.parse_args()
    if not given.keep or not given.store.exists():
        for path in given.store.parent.glob(given.store.name + "*"):
            path.unlink()
        given.store.parent.mkdir(parents=True, exist_ok=True)
        seconds = fill(given.store, given.claims, given.incidents)
        size = given.store.stat().st_size / 1e6
        print(
            f"filled in {seconds:.0f} s: {given.claims / seconds:,.0f} claims/s, {size:,.0f} MB, {size * 1000 / given.claims:.1f} kB a claim"
        )
    ask(given.store, given.rounds)


def fill(path: Path, claims: int, incidents: int) -> float:
    """Seconds it took to write the rows."""
    started, chance = time.perf_counter(), random.Random(7)
    open_store(path, create=True).close()
    writing, each = engine_of_bulk(path), claims // incidents
    with writing.begin() as connection:
        indices = without_indices(connection)
    models = [modelled(number, each, chance) for number in range(min(incidents, MODELS))]
    previous = NO_HASH
    for first in range(0, incidents, BATCH):
        batch = Batch()
        for number in range(first, min(incidents, first + BATCH)):
            day = FIRST + timedelta(days=chance.randrange(DAYS))
            previous = batch.put(models[chance.randrange(len(models))], number, each, day, previous)
        with writing.begin() as connection:
            batch.write(connection)
    with writing.begin() as connection:
        for made in indices:
            connection.exec_driver_sql(made)
        take_turn(connection)
        connection.exec_driver_sql("ANALYZE")
        connection.execute(tables.linking.insert().values(version=linking_version(), judgement_seq=0))
        totals = {"reports": claims, "claims": claims, "incidents": incidents}
        row = {"id": "totals", "day": 0, "lat": None, "lon": None, "theatre": None, "subject": None, "facts": "{}", "body": json.dumps(totals)}  # fmt: skip
        make_shelf(
            connection,
            last_day(connection),
            Filled({"totals": [row]}),
            public=False,
            whole=False,
            state=state_of(connection),
        )
    writing.dispose()
    return time.perf_counter() - started


def engine_of_bulk(path: Path) -> Engine:
    """A connection that may lose everything in a power cut, and writes several times as fast."""
    engine = create_engine(f"sqlite:///{path}")

    def prepare(connection: Any, _record: object) -> None:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-800000", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    return engine


def without_indices(connection: Connection) -> list[str]:
    """Take off every index that can be made again at the end, and tell how."""
    held = list(
        connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
    )
    for name, _ in held:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    return [made for _, made in held]


@dataclass(frozen=True)
class Model:
    """An incident as it is written, with a name and days that each copy replaces by its own."""

    name: str
    body: str
    shown: ShownIncident
    told: list[tuple[Report, str, str, ShownClaim, str]]


def modelled(number: int, each: int, chance: random.Random) -> Model:
    """One of the incidents that all others are copies of."""
    name = f"@{number}@"
    incident, told = occurrence(name, each, chance)
    texts = [
        (report, report.model_dump_json(), claim.model_dump_json(by_alias=True), shown_claim(claim, report, 0), shown_report(report, 0, 0).words)
        for report, claim in told
    ]  # fmt: skip
    return Model(name, incident.model_dump_json(by_alias=True), shown_incident(incident), texts)


@dataclass
class Batch:
    """Rows of some incidents, before they are written."""

    rows: dict[str, list[dict]] = field(default_factory=lambda: {name: [] for name in TABLES})
    incidents: list[ShownIncident] = field(default_factory=list)
    found: list[Findable] = field(default_factory=list)

    def put(self, model: Model, number: int, each: int, day: date, previous: str) -> str:
        """The rows of a copy; the last hash of the chain."""
        name, at = str(number), day.toordinal()

        def own(text: str) -> str:
            return (
                text.replace(model.name, name)
                .replace("2000-01-01", str(day))
                .replace("2000-01-02", str(day + timedelta(days=1)))
            )

        shown = replace(model.shown, id=own(model.shown.id), day=at, first_told=at, last_told=at + 1)
        self.incidents.append(shown)
        self.rows["incident"].append({"id": shown.id, "group_id": number, "root": shown.root, "counts": True, "theatre": "libya", "day": day, "body": own(model.body)})  # fmt: skip
        for k, (report, text, body, claim, words) in enumerate(model.told):
            seq, mine, told = number * each + k + 1, own(body), day + (report.published - MODEL_DAY)
            chained = claim_hash(previous, report.sha256, "benchmark", mine)
            held = replace(
                claim, id=own(claim.id), report=own(claim.report), seq=seq, day=at, told=told.toordinal()
            )
            self.rows["report"].append({"seq": seq, "id": held.report, "digest": f"{report.sha256[:50]}{seq}", "sha256": report.sha256, "published": told, "source": report.source, "fetched": NOW, "body": own(text)})  # fmt: skip
            self.rows["coding"].append({"seq": seq, "report_seq": seq, "coder": "benchmark", "coded": NOW, "language": report.language, "passages": json.dumps([[0, len(report.text)]])})  # fmt: skip
            self.rows["claim"].append({"seq": seq, "coding_seq": seq, "id": held.id, "content": "event", "status": "reported", "root": shown.root, "country": "LBY", "earliest": day, "latest": day, "body": mine, "previous": previous, "hash": chained})  # fmt: skip
            self.rows["linked"].append({"coding_seq": seq})
            self.rows["holds"].append({"claim": held.id, "incident": shown.id})
            self.rows["member"].append(
                {"claim": held.id, "claim_seq": seq, "coding_seq": seq, "unit": seq, "explains": None}
            )
            self.found.append((seq, [held], ShownReport(seq, seq, held.told, words)))
            previous = chained
        return previous

    def write(self, connection: Connection) -> None:
        """Write them, as linking does."""
        for name in TABLES:
            columns = list(self.rows[name][0])
            places = ", ".join("?" * len(columns))
            insert = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({places})"
            connection.exec_driver_sql(insert, [tuple(map(plain, row.values())) for row in self.rows[name]])
        Shown(connection).add_incidents(self.incidents)
        Shown(connection).add_claims(claim for _, claims, _ in self.found for claim in claims)
        add_search(connection, self.found)


def plain(value: object) -> object:
    """A value as SQLite keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def occurrence(name: str, each: int, chance: random.Random) -> tuple[Incident, list[tuple[Report, Claim]]]:
    """An incident with the claims that tell of it, each in a report of its own."""
    town = TOWNS[min(int(chance.expovariate(1 / 120)), len(TOWNS) - 1)]
    day = MODEL_DAY
    actor, (root, verb) = chance.choice(ACTORS), chance.choice(ROOTS)
    told = [telling(f"{name}-{k}", day, town, actor, root, verb, chance) for k in range(each)]
    first = told[0][1]
    place = {
        "id": town[0],
        "name": town[1],
        "lat": town[2],
        "lon": town[3],
        "radius_km": 5.0,
        "precision": "town",
        "country": "LBY",
    }
    when = {"earliest": day, "latest": day, "precision": "day", "basis": "stated"}
    dead = chance.randrange(9) if root == "ASSAULT" else None
    return Incident(
        id=f"i-{first.id}", root=root, mode=None, counts=True, status="reported", claims=[claim.id for _, claim in told],
        reports=[report.id for report, _ in told], origins=[[report.id for report, _ in told]], origins_because=["the same words"],
        actors=[{"id": actor, "text": actor, "country": "LBY", "sector": "MIL"}], place=place, places=[("at", place)], occurred=when, first_reported=day,
        last_reported=day + timedelta(days=1), fatalities={"low": dead, "best": dead, "high": dead}, theatre="libya", verification="reported", ladder=1,
        positions=[{"speaker": None, "said": day, "claims": [first.id], "says": {"stance": "asserts", "status": "reported"}}],
        review="accounts differ" if chance.random() < 0.025 else None,
    ), told  # fmt: skip


def telling(
    name: str, day: date, town: tuple, actor: str, root: str, verb: str, chance: random.Random
) -> tuple[Report, Claim]:
    """A report of some 28 words, a third of them Arabic."""
    if chance.random() < 0.35:
        text, language = (
            f"{chance.choice(ARABIC)} {town[1]} {actor} {chance.choice(ARABIC)} {chance.choice(ARABIC)}",
            "ar",
        )
    else:
        words = " ".join(chance.choice(FILLER) for _ in range(18))
        text, language = f"Fighters of {actor} {verb} {town[1]} on that day, officials said; {words}.", "en"
    report = Report(
        id=f"r-{name}",
        text=text,
        published=day + timedelta(days=chance.randrange(2)),
        source=f"Outlet {chance.randrange(40)}",
        language=language,
    )
    at, who = text.index(town[1]), text.index(actor)
    event = {
        "root": root, "trigger": {"text": text[:4], "start": 0, "end": 4},
        "actors": [{"id": actor, "text": actor, "start": who, "end": who + len(actor), "country": "LBY", "sector": "MIL"}],
        "places": [{"id": town[0], "name": town[1], "text": town[1], "start": at, "end": at + len(town[1]), "lat": town[2], "lon": town[3], "radius_km": 5.0, "precision": "town", "country": "LBY"}],
        "occurred": {"earliest": day, "latest": day, "precision": "day", "basis": "published"},
    }  # fmt: skip
    claim = Claim(
        id=f"c-{name}", report=report.id, language=language, start=0, end=len(text), text=text, speech_act="report", status="reported", content="event",
        event=event, counts=True, rule="benchmark",
    )  # fmt: skip
    return report, claim


def questions(chance: random.Random) -> dict[str, str]:
    """One question of each kind, at random."""
    lat, lon = 22 + chance.random() * 9, 10 + chance.random() * 12
    wide = chance.choice((0.5, 1, 2, 4, 8))
    box = f"{lon - wide:.3f},{max(lat - wide, -90):.3f},{lon + wide:.3f},{lat + wide:.3f}"
    start = FIRST + timedelta(days=chance.randrange(DAYS - 90))
    span = f"since={start}&until={start + timedelta(days=90)}"
    return {
        "map pan, 90 days": f"map?bbox={box}&{span}", "map pan, 90 days, actor": f"map?bbox={box}&{span}&actor={chance.choice(ACTORS)}",
        "map pan, root and all time": f"map?bbox={box}&root={chance.choice(ROOTS)[0]}", "map, whole theatre, all time": "map?theatre=libya",
        "incidents, newest 50 in a box": f"incidents?bbox={box}", "incidents of an actor": f"incidents?actor={chance.choice(ACTORS)}",
        "claims, newest 50": "claims", "claims of an actor, 90 days": f"claims?actor={chance.choice(ACTORS)}&{span}",
        "one incident": f"incidents/i-c-{chance.randrange(1000)}-0", "timeline, 90 days": f"timeline?{span}", "timeline, all": "timeline",
        "search, English": f"search?q={chance.choice(('shelling', 'checkpoint trucks', 'officials', 'blamed'))}",
        "search, Arabic": f"search?q={chance.choice(('اشتباك', 'تعزيزات', 'القوات'))}", "search, a name": f"search?q=town {chance.randrange(900)}",
        "review queue": "review/queue",
    }  # fmt: skip


def ask(path: Path, rounds: int) -> None:
    """Start a server, ask, and print."""
    port, chance = 8399, random.Random(11)
    server = subprocess.Popen(
        [sys.executable, "-m", "hudna", "serve", "--store", str(path), "--port", str(port)]
    )
    try:
        took: dict[str, list[float]] = {}
        work: dict[str, list[float]] = {}
        first = time.perf_counter()
        with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1/", timeout=120) as client:
            wait(client)
            for address in questions(random.Random(3)).values():
                client.get(address)
            print(f"started and warm after {time.perf_counter() - first:.1f} s")
            for number in range(rounds):
                for name, address in questions(chance).items():
                    if number and name in {"map, whole theatre, all time", "timeline, all"} and number % 10:
                        continue
                    started, worked = time.perf_counter(), worked_ms(server.pid)
                    answer = client.get(address)
                    took.setdefault(name, []).append((time.perf_counter() - started) * 1000)
                    work.setdefault(name, []).append(worked_ms(server.pid) - worked)
                    if answer.status_code != 200:
                        raise SystemExit(f"{address}: {answer.status_code} {answer.text[:300]}")
        report(took, work)
        print(f"peak memory of the server: {peak_mb(server.pid):,.0f} MB")
    finally:
        server.terminate()
        server.wait()


def wait(client: httpx.Client) -> None:
    """Until the server answers."""
    for _ in range(600):
        try:
            if client.get("health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise SystemExit("the server does not answer")


def report(took: dict[str, list[float]], work: dict[str, list[float]]) -> None:
    """Median and 95th percentile of each kind of question, by the clock and by what the server's processor did."""
    print(f"{'question':34} {'asked':>6} {'median ms':>10} {'p95 ms':>8} {'cpu median':>10} {'cpu p95':>8}")
    for name, times in took.items():
        shown = [value for one in (times, work[name]) for value in (statistics.median(one), late(one))]
        print(f"{name:34} {len(times):6} {shown[0]:10.1f} {shown[1]:8.1f} {shown[2]:10.1f} {shown[3]:8.1f}")


def late(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def worked_ms(pid: int) -> float:
    """How long the threads of a process have run, whatever else the machine does."""
    found = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(path.read_text().split()[0]) for path in found) / 1e6


def peak_mb(pid: int) -> float:
    """The most memory a process has held."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
