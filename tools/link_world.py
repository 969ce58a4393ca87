"""A made-up war for learning weights: incidents, and claims that tell of them with the faults that reports have.

Judged scenarios are few and each has its own habits. Here every fault occurs in every
combination: a side blames the other, a mode is mistaken, a place is the next town or only
the region, a day slips, a toll rises, the doer is "gunmen". Nothing of it is text; features
of wording are learned from judged scenarios alone. The same seed gives the same war.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hudna.link.outline import NO_FIGURES, Outline, Spot, Who

# Several incidents a day, as in a war that is reported on.
DAYS, INCIDENTS, TOWNS = 14, 60, 20
START = 741_000
MODES = {
    "ASSAULT": ("heavy-weapons", "firearms", "aerial", "drone", "explosives", "targeted", "abduct"),
    "MOBILIZE": ("troops", "weapons", "militia"),
    "COERCE": ("seize", "restrict", "arrest"),
    "PROTEST": ("demo", "obstruct"),
    "RETREAT": ("withdraw", "release", "ceasefire"),
    "CONSULT": ("visit", "multilateral", None),
    "AGREE": (None,),
}  # fmt: skip
ROOTS = (
    ("ASSAULT", 60),
    ("MOBILIZE", 12),
    ("COERCE", 10),
    ("PROTEST", 6),
    ("RETREAT", 5),
    ("CONSULT", 4),
    ("AGREE", 3),
)
# What witnesses and writers take one mode for.
MISTAKEN = {
    "heavy-weapons": ("aerial", "explosives", "firearms"), "aerial": ("heavy-weapons", "drone", "explosives"),
    "drone": ("aerial", "explosives", "targeted"), "explosives": ("heavy-weapons", "drone"), "firearms": ("targeted", "heavy-weapons"),
    "targeted": ("firearms", "drone"), "abduct": ("firearms",), "seize": ("restrict",), "restrict": ("seize",), "demo": ("obstruct",), "obstruct": ("demo",),
}  # fmt: skip
AKIN = {"COERCE": "ASSAULT", "AGREE": "RETREAT", "RETREAT": "AGREE", "PROTEST": "COERCE"}
PARTS = ("night", "morning", "midday", "afternoon", "evening")


@dataclass(frozen=True)
class Truth:
    """What happened."""

    name: str
    root: str
    mode: str | None
    day: int
    lasts: int
    part: str
    town: Spot
    doer: Who
    other: Who | None
    dead: int | None


def war(seed: int) -> list[tuple[Outline, str]]:
    """Outlines with the name of what each tells of."""
    chance = random.Random(seed)
    towns = [_town(chance, number) for number in range(TOWNS)]
    sides = [
        _side(name, camp)
        for name, camp in (
            ("army", "state"),
            ("front", "rebels"),
            ("militia", chance.choice(["state", "rebels"])),
            ("league", "league"),
        )
    ]
    truths = list(_truths(chance, towns, sides))
    told: list[tuple[Outline, str]] = []
    for number, truth in enumerate(truths):
        earlier = [one for one in truths[max(0, number - 6) : number] if one.day < truth.day]
        for copy in range(min(25, 1 + int(chance.expovariate(0.4)))):
            told += _report(chance, truth, earlier, f"w{seed}-{truth.name}-{copy}", towns)
    return told


def _town(chance: random.Random, number: int) -> Spot:
    # Some dozen towns on a plain of 150 by 150 km, as districts at war are.
    lat, lon = 10 + chance.random() * 1.4, 30 + chance.random() * 1.4
    return Spot(f"town-{number}", f"Town {number}", "KDR", f"district {number % 4}", lat, lon, 8.0, "town")


def _side(name: str, camp: str) -> Who:
    return Who(name, (name,), camp, (), "KDR", "MIL" if camp == "state" else "REB")


def _truths(chance: random.Random, towns: list[Spot], sides: list[Who]) -> Iterator[Truth]:
    last: Truth | None = None
    for number in range(INCIDENTS):
        root = chance.choices([one for one, _ in ROOTS], [weight for _, weight in ROOTS])[0]
        doer, other = chance.sample(sides, 2)
        truth = Truth(
            f"i{number}", root, chance.choice(MODES[root]), START + number * DAYS // INCIDENTS, 1, chance.choice(PARTS),
            chance.choice(towns), doer, other if root != "PROTEST" else None,
            chance.choice([None, None, 1, 2, 3, 5, 9, 14, 30]) if root == "ASSAULT" else None,
        )  # fmt: skip
        if root in {"MOBILIZE", "PROTEST", "COERCE", "ASSAULT"} and chance.random() < (
            0.12 if root == "ASSAULT" else 0.4
        ):
            truth = replace(truth, lasts=chance.randint(2, 5))
        if last and chance.random() < 0.35:
            truth = replace(truth, root=last.root, mode=last.mode, doer=last.doer, other=last.other)
            truth = replace(truth, **_alike(chance, last))
        last = truth
        yield truth


def _alike(chance: random.Random, last: Truth) -> dict[str, object]:
    """What is easily taken for the last one: the same two in the same town days later, in the next town, or twice a day."""
    kept = chance.random()
    if kept < 0.6:
        return {"town": last.town, "day": last.day + chance.randint(1, 4)}
    if kept < 0.85:
        return {"day": last.day}
    part = PARTS[(PARTS.index(last.part) + 2) % 5]
    return {"town": last.town, "day": last.day, "mode": chance.choice(MODES[last.root]), "part": part}


def _report(
    chance: random.Random, truth: Truth, earlier: list[Truth], name: str, towns: list[Spot]
) -> Iterator[tuple[Outline, str]]:
    published = truth.day + chance.choice([0, 0, 1, 1, 1, 2, 2, 3, 5])
    language = chance.choice(["en", "ar", "fr", "it"])
    tellings = [truth] * chance.choice([1, 1, 1, 2, 2, 3]) + chance.sample(
        earlier, min(len(earlier), chance.choice([0, 0, 0, 1, 1, 2]))
    )
    for number, told in enumerate(tellings):
        yield _outline(chance, told, f"{name}.{number}", name, number, published, language, towns), told.name


def _outline(
    chance: random.Random,
    truth: Truth,
    claim: str,
    report: str,
    number: int,
    published: int,
    language: str,
    towns: list[Spot],
) -> Outline:
    root, mode = truth.root, _mode(chance, truth)
    if chance.random() < 0.05 and root in AKIN:
        root, mode = AKIN[root], None
    first, last, sure = _days(chance, truth, published)
    doers, others = _people(chance, truth)
    spots = _spots(chance, truth, towns)
    return Outline(
        claim=claim, report=report, text=report, start=number * 180, end=number * 180 + 120, language=language,
        published=published, root=root, mode=mode, move=None, held=chance.choices(["told", "denied"], [92, 8])[0],
        first=first, last=last, sure=sure, day_part=truth.part if chance.random() < 0.25 else None, another=False, ongoing=truth.lasts > 1 and chance.random() < 0.9,
        doers=doers, others=others, spots=spots, countries=("KDR",), dead=_dead(chance, truth, published), hurt=NO_FIGURES,
        figures=frozenset(), stems=frozenset(), names=frozenset(), words=claim, voices=frozenset(), credits=frozenset(), lead=number == 0, beside=(), sketch=frozenset(), shingles=0,
    )  # fmt: skip


def _mode(chance: random.Random, truth: Truth) -> str | None:
    kept = chance.random()
    if truth.mode is None or kept < 0.3:
        return None
    return chance.choice(MISTAKEN.get(truth.mode, (truth.mode,))) if kept > 0.9 else truth.mode


def _days(chance: random.Random, truth: Truth, published: int) -> tuple[int, int, str]:
    kept = chance.random()
    day = min(published, truth.day + chance.randrange(truth.lasts))
    if kept < 0.74:
        return day, day, "exact"
    if kept < 0.80:
        slip = day + chance.choice([-1, 1])
        return slip, slip, "exact"
    if kept < 0.88:
        return day - chance.randint(1, 3), day + chance.randint(0, 2), "span"
    return published - 10, published, "open"


def _spots(chance: random.Random, truth: Truth, towns: list[Spot]) -> tuple[Spot, ...]:
    kept, town = chance.random(), truth.town
    if kept < 0.68:
        return (town,)
    if kept < 0.80:
        near = replace(
            town,
            id=f"{town.id}-part",
            lat=(town.lat or 0) + chance.uniform(-0.08, 0.08),
            radius=3.0,
            precision="point",
        )
        return (near,)
    if kept < 0.86:
        return (
            replace(town, id=f"region-{town.admin1}", name="the region", radius=90.0, precision="region"),
        )
    if kept < 0.90 and truth.root == "MOBILIZE":
        return (chance.choice(towns),)
    return ()


def _people(chance: random.Random, truth: Truth) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    gunmen = Who(None, ("gunmen",), None, (), "KDR", "UAF")
    doer, other = truth.doer, truth.other
    if other is not None and truth.root == "ASSAULT" and chance.random() < 0.12:
        doer, other = other, doer  # each side blames the other
    kept = chance.random()
    doers = (doer,) if kept < 0.6 else (gunmen,) if kept < 0.72 else ()
    civilians = Who(None, ("civilians",), None, (), "KDR", "CVL")
    hit = chance.random()
    return doers, ((other,) if other and hit < 0.35 else (civilians,) if hit < 0.6 else ())


def _dead(chance: random.Random, truth: Truth, published: int) -> tuple[int | None, int | None, int | None]:
    if truth.dead is None or chance.random() < 0.45:
        return NO_FIGURES
    # Tolls rise for days, and sides count differently.
    share = min(1.0, 0.6 + 0.2 * (published - truth.day)) if truth.dead > 3 else 1.0
    number = max(1, round(truth.dead * share * chance.choice([1, 1, 1, 1, 1.3, 2.2])))
    return number, number, None if chance.random() < 0.2 else number
