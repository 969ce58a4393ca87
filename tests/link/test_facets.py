"""A level that was worked out for two claims holds for all claims alike in what the feature looks at."""

from itertools import product
from typing import Any

from hudna.knowledge.linking import load_roots, load_weights
from hudna.link import facets
from hudna.link.features import FEATURES
from hudna.link.outline import Outline
from hudna.link.pair import Pair
from hudna.link.score import Scorer
from link.tellings import DAY, nameless, stage, told
from link.test_stage import crowd, day

# Whether both stand in one text is part of what is remembered.
EVERYWHERE = {"text"}


class Watched:
    """An outline that notes which of its fields were read."""

    def __init__(self, outline: Outline, read: set[str]) -> None:
        self._outline, self._read = outline, read

    def __getattr__(self, name: str) -> Any:
        if name == "kind":
            self._read |= {"root", "mode"}
        else:
            self._read.add(name)
        return getattr(self._outline, name)


def outlines() -> list[Outline]:
    """Claims of many kinds, some of one text."""
    text = "The Front called for talks. The Guard, again, shelled Selen at night and at dawn, two dead."
    first, second = text.split(". ")
    one_text = [
        told("t1", first, report="t", text=text, root="REQUEST", by=("front",), at=None),
        told("t2", second, report="t", text=text, by=("guard",), upon=("front",), at="Selen", dead=2),
    ]
    others = [
        *crowd(),
        told("s1", "the Front spoke", root="REQUEST", by=("front",), at=None, said_by=("front",)),
        told("s2", "the Guard marched", root="MOBILIZE", mode="troops", move="deploy", by=("guard",), at="Marsh"),
        told("s3", "troops left", root="MOBILIZE", mode="troops", move="rotate", by=("guard-staff",), day=day(6)),
        told("s4", "gunmen fired in the morning", by=("gunmen",), upon=("civil guards",), day=None, dead=0),
        told("s5", "no shells fell", status="denied", by=("front",), said_by=(nameless(),), until=day(4)),
        told("s6", "a siege goes on", root="COERCE", mode="seize", day=DAY, until=day(9), place={"name": "the north"}),
    ]  # fmt: skip
    made = stage()
    found = [
        telling.outline
        for one in (one_text, *([other] for other in others))
        for telling, _ in made.tellings(one)
    ]
    return [outline for outline in found if outline]


def test_features_of_a_group_read_no_other_fields():
    roots = load_roots()
    for features, fields in facets.GROUPS:
        read: set[str] = set()
        for one, other in product(outlines(), repeat=2):
            for feature in features:
                feature(Pair(Watched(one, read), Watched(other, read), roots))
        assert read <= {*fields} | EVERYWHERE
        assert read & {*fields}


def test_what_is_looked_up_is_what_the_table_says():
    scorer = Scorer(load_roots(), load_weights(), lambda _one, _other: 0.45)
    every = outlines()
    faced = [scorer.faced(outline) for outline in every]
    for (one, here), (other, there) in product(zip(every, faced, strict=True), repeat=2):
        total = scorer.table(one, other).total
        assert scorer.score(one, other) == total
        assert scorer.reaching(here, there) == (total if total >= scorer.weights.join else None)


def test_no_score_is_above_what_it_is_at_most():
    for cosine in (0.0, 0.45, 0.9):
        scorer = Scorer(load_roots(), load_weights(), lambda _one, _other, cosine=cosine: cosine)
        faced = [scorer.faced(outline) for outline in outlines()]
        rooms = [
            scorer.at_most(one, other) - round(100 * scorer.score_faced(one, other))
            for one, other in product(faced, repeat=2)
        ]
        assert min(rooms) == 0


def test_numbers_that_were_given_anew_change_nothing(monkeypatch):
    monkeypatch.setattr(facets, "_FACETS", 2)
    monkeypatch.setattr(facets, "_SUMS", 2)
    test_what_is_looked_up_is_what_the_table_says()


def test_every_feature_is_weighed_once():
    grouped = [feature for features, _ in facets.GROUPS for feature in features]
    assert len(grouped) == len(set(grouped))
    assert {*grouped} <= {*FEATURES}
