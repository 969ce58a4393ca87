"""How well made incidents agree with judged ones: pairs, B³, incidents that mix, origins."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from hudna.evaluate.scores import share


@dataclass(slots=True)
class Tally:
    """Counts that can be added up over scenarios."""

    pairs_right: int = 0
    pairs_made: int = 0
    pairs_judged: int = 0
    items: int = 0
    found: int = 0
    precision: float = 0.0
    recall: float = 0.0
    joined: int = 0
    mixed: int = 0
    origins: int = 0
    origins_exact: int = 0
    coded: "Tally | None" = None  # the same over the claims that were coded at all

    def add(self, other: "Tally") -> None:
        """Count another scenario's."""
        for name in ("pairs_right", "pairs_made", "pairs_judged", "items", "found", "precision", "recall",
                     "joined", "mixed", "origins", "origins_exact"):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(other, name))
        if other.coded is not None:
            self.coded = self.coded or Tally()
            self.coded.add(other.coded)

    def figures(self) -> dict[str, float | None]:
        """Pairwise and B³ precision, recall and F1, over-merge rate, exact origins."""
        pair_p, pair_r = (
            share(self.pairs_right, self.pairs_made),
            share(self.pairs_right, self.pairs_judged),
        )
        cubed_p, cubed_r = share(self.precision, self.items), share(self.recall, self.items)
        return {
            "found": share(self.found, self.items),
            "pairs.precision": pair_p, "pairs.recall": pair_r, "pairs": f1(pair_p, pair_r),
            "b3.precision": cubed_p, "b3.recall": cubed_r, "b3": f1(cubed_p, cubed_r),
            "unmixed": share(self.joined - self.mixed, self.joined),
            "origins": share(self.origins_exact, self.origins),
            **self._of_coded(),
        }  # fmt: skip

    def _of_coded(self) -> dict[str, float | None]:
        if self.coded is None:
            return {}
        figures = self.coded.figures()
        return {
            f"coded {name}": figures[name]
            for name in ("pairs.precision", "pairs.recall", "pairs", "b3", "unmixed")
        }


def compare(made: Iterable[Iterable[str]], judged: Mapping[str, str]) -> Tally:
    """Made clusters of claims against the judged incident of each claim."""
    cluster_of = {claim: number for number, claims in enumerate(made) for claim in claims}
    tally = Tally(items=len(judged))
    for one, other in combinations(sorted(judged), 2):
        same, together = judged[one] == judged[other], cluster_of[one] == cluster_of[other]
        tally.pairs_right += same and together
        tally.pairs_judged += same
        tally.pairs_made += together
    _cubed(tally, cluster_of, judged)
    return tally


def _cubed(tally: Tally, cluster_of: Mapping[str, int], judged: Mapping[str, str]) -> None:
    made, held = Counter(cluster_of[claim] for claim in judged), Counter(judged.values())
    both = Counter((cluster_of[claim], judged[claim]) for claim in judged)
    for claim, incident in judged.items():
        shared = both[cluster_of[claim], incident]
        tally.precision += shared / made[cluster_of[claim]]
        tally.recall += shared / held[incident]
    for cluster, number in made.items():
        if number > 1:
            tally.joined += 1
            tally.mixed += sum(1 for other, _ in both if other == cluster) > 1


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; None where there is no case."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
