"""Actors: every pack proves itself, and sentences from many conflicts give the right ones."""

from datetime import date

import pytest

from hudna.knowledge.actor_packs import (
    ActorPack,
    AgentPack,
    CountryPack,
    Example,
    OutletPack,
    actor_files,
    outlet_files,
)
from hudna.knowledge.files import ROOT, load_one
from hudna.resolve.actors import ActorFinder


def _packs() -> list[tuple[str, ActorPack | OutletPack | CountryPack | AgentPack]]:
    packs: list[tuple[str, ActorPack | OutletPack | CountryPack | AgentPack]] = []
    packs += [(p.stem, load_one(p, ActorPack)) for p in actor_files(("libya",))]
    packs += [(f"media-{p.stem}", load_one(p, OutletPack)) for p in outlet_files(("libya",))]
    packs.append(("countries", load_one(ROOT / "actors" / "countries.yml", CountryPack)))
    packs.append(("agents-en", load_one(ROOT / "languages" / "en" / "agents.yml", AgentPack)))
    return packs


CASES = [(name, e) for name, pack in _packs() for e in (*pack.examples, *pack.counter)]


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load(("libya",))


def answer(finder: ActorFinder, example: Example) -> str | None:
    """What the finder makes of an example: as a phrase, with the mentions of its text inside."""
    start = example.text.find(example.words)
    mentions = finder.find(example.text, when=example.when, countries=example.countries)
    inside = tuple(
        type(m)(m.start - start, m.end - start, *[getattr(m, f) for f in m.__slots__[2:]])
        for m in mentions
        if start >= 0 and start <= m.start and m.end <= start + len(example.words)
    )
    found = finder.identify(example.words, mentions=inside, when=example.when, countries=example.countries)
    return found.id if found else None


@pytest.mark.parametrize(("pack", "example"), CASES, ids=[f"{n}-{e.words}"[:60] for n, e in CASES])
def test_pack_examples(finder: ActorFinder, pack: str, example: Example) -> None:
    assert answer(finder, example) == example.id


@pytest.mark.parametrize("pack", [pack for _, pack in _packs()], ids=[name for name, _ in _packs()])
def test_every_pack_has_examples_and_counter_examples(
    pack: ActorPack | OutletPack | CountryPack | AgentPack,
) -> None:
    assert pack.examples
    assert pack.counter
    assert date
