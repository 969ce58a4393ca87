"""Learn how often a place is right that the finder is so sure of.

    python tools/train_confidence.py DATA [--picture FILE.png]

DATA is the folder of public sets. Names: isotonic regression on the items of even
number of three geoparsing sets, as the means of twelve groups. Areas, which the sets do
not mark: for each rule with at least ten judged places in the dev half of our own gold
the share right, drawn by four cases towards the share of all areas.
Writes knowledge/places/confidence.yml; with --picture only draws what is written.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression

from hudna.evaluate.place_confidence import Judged, bare, of_gold, of_sets, reliability, shown
from hudna.knowledge.files import ROOT
from hudna.publish.reliability import draw_reliability

GOLD = Path(__file__).parent.parent / "gold"
GROUPS, FEWEST, DRAWN = 12, 10, 4.0
NAMED = {"name", "metonym"}
HEAD = """# How sure a place is, made by tools/train_confidence.py from judged places (docs/evaluation/places.md).
# names: the finder's sureness, and the share right among names about as sure. rules: the share right, by rule of area.
"""


def names_table(found: list[Judged]) -> list[tuple[float, float]]:
    """Points of the rising curve: means of groups of about the same size."""
    sure = np.array([one.sureness for one in found])
    right = np.array([float(one.right) for one in found])
    fitted = IsotonicRegression(out_of_bounds="clip").fit(sure, right).predict(sure)
    groups = np.array_split(np.argsort(sure, kind="stable"), GROUPS)
    points = {round(float(sure[group].mean()), 3): round(float(fitted[group].mean()), 3) for group in groups}
    return sorted(points.items())


def rules_table(found: list[Judged]) -> dict[str, float]:
    """The share right of each rule that was judged often enough."""
    areas: dict[str, list[bool]] = defaultdict(list)
    for one in found:
        if one.rule not in NAMED:
            areas[one.rule].append(one.right)
    of_all = sum(map(sum, areas.values())) / sum(map(len, areas.values()))
    return {
        rule: round((sum(right) + DRAWN * of_all) / (len(right) + DRAWN), 2)
        for rule, right in sorted(areas.items())
        if len(right) >= FEWEST
    }


def write(names: list[tuple[float, float]], rules: dict[str, float]) -> None:
    """The file, one line a point."""
    lines = ["names:", *(f"  - [{sure}, {share}]" for sure, share in names)]
    lines += ["rules:", *(f"  {rule}: {share}" for rule, share in rules.items())]
    (ROOT / "places" / "confidence.yml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def picture(data: Path, target: Path) -> None:
    """Confidence against the share right, on the half not learned from and on our own gold."""
    other, gold = list(of_sets(data, half=1)), list(of_gold(GOLD))
    curves = [
        reliability("news items, other half", other, shown),
        reliability("the same without the table", other, bare),
        reliability("own gold, dev: of judged places", gold, shown),
    ]
    draw_reliability(
        curves,
        (),
        target,
        title="Places: how sure, how often right",
        axes_named=("confidence", "share right"),
    )


def main() -> None:
    """Read the options, learn or draw."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path)
    options.add_argument("--picture", type=Path)
    given = options.parse_args()
    if given.picture is None:
        write(names_table(list(of_sets(given.data, half=0))), rules_table(list(of_gold(GOLD))))
    else:
        picture(given.data, given.picture)


if __name__ == "__main__":
    main()
