"""Learn how sure the reading of a claim is, and from where on a claim counts.

    python tools/train_sureness.py [GOLD] [--picture FILE.png]
    python tools/train_sureness.py [GOLD] --unread d-

Learns from the dev half under GOLD (gold/) and from gold/unread/claims.csv. Each report is left
out in turn; counting begins at the lowest sureness from which on the readings of unread reports
are right in WANTED of cases or more in every language. Writes bits, start and least into
knowledge/sureness.yml. With --unread the dev reports whose names begin so, which nobody who
writes rules has read, are coded and added to that file instead: once, before anybody reads them.
"""

import argparse
import csv
import re
from pathlib import Path
from zlib import crc32

import yaml

from hudna.evaluate.sureness import (
    FOLDS,
    UNREAD,
    Case,
    apart,
    gated,
    learned,
    lowest,
    of_dev,
    of_unread,
    reliability,
    without,
)
from hudna.extract.traits import TRAITS
from hudna.knowledge.sureness import FILE
from hudna.publish.reliability import draw_reliability

GOLD = Path(__file__).parent.parent / "gold"
# Rounded to a hundredth of a bit; YAML in the hand of the file.
_ANSWER = re.compile(r"^    '(?P<answer>\w+)': \{bits: [-.\d]+, says: (?P<says>.*)\}$")


def main() -> None:
    """Read the options; add cases, or learn and draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--unread")
    given = parser.parse_args()
    if given.unread:
        add(given.gold, given.unread)
    else:
        learn(given.gold, given.picture)


def add(gold: Path, begins: str) -> None:
    """Rows of reports that nobody has read, as this version codes them."""
    with (gold / UNREAD).open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        for one in of_dev(gold):
            if one.report.startswith(begins):
                given = [one.answers.get(name, "") for name in TRAITS]
                rows.writerow([one.report, one.language, int(one.right), *given])


def learn(gold: Path, picture: Path | None) -> None:
    """Write the weights and the threshold, say how they were found, and draw how far they hold."""
    unread, dev = list(of_unread(gold)), list(of_dev(gold))
    every = [*unread, *dev]
    sure = apart(every, [crc32(one.report.encode()) % FOLDS for one in every])
    least = lowest(unread, sure[: len(unread)])
    precision, kept = gated(unread, sure[: len(unread)], least)
    start, weights = learned(every)
    how = (
        f"tools/train_sureness.py on {len(dev)} events told as having happened in gold/*/dev and {len(unread)} in reports that "
        f"no author of rules had read; each report left out, {precision:.3f} of the unread that count are right and "
        f"{kept:.3f} of the right ones count; before, {sum(one.right for one in unread) / len(unread):.3f} were right"
    )
    write(how, least, start, weights)
    print(how, f"\ncounts from {least} on")
    if picture:
        draw(every, unread, sure[: len(unread)], least, picture)


def write(how: str, least: float, start: float, weights: dict[tuple[str, str], float]) -> None:
    """The file with new figures; words and examples stay as people wrote them."""
    lines, question = [], ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  ") and line.endswith(":") and not line.startswith("   "):
            question = line.strip(" :")
        written, found = line, _ANSWER.match(line)
        if found:
            bits = weights.get((question, found["answer"]), 0.0)
            written = f"    '{found['answer']}': {{bits: {bits:.2f}, says: {found['says']}}}"
        for name, value in (("how", repr(how)), ("least", least), ("start", round(start, 2))):
            if line.startswith(f"{name}:"):
                written = f"{name}: {value}"
        lines.append(written)
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    known = {
        (name, answer)
        for name, answers in yaml.safe_load(FILE.read_text("utf-8"))["questions"].items()
        for answer in answers
    }
    if missing := sorted(set(weights) - known):
        raise SystemExit(f"{FILE.name} has no words for {missing}")


def draw(every: list[Case], unread: list[Case], sure: object, least: float, target: Path) -> None:
    """Sureness against the share right, on unread reports left out one by one and batch by batch."""
    curves = [reliability("unread, each report left out", unread, sure)]  # type: ignore[arg-type]
    curves += [
        reliability(f"unread {batch}*, learned without them", *without(every, batch))
        for batch in ("c-", "b-")
    ]
    draw_reliability(
        curves, (), target, title=f"Readings: how sure, how often right; counts from {least}",
        axes_named=("sureness", "share right"),
    )  # fmt: skip


if __name__ == "__main__":
    main()
