"""How many days after an act of force or coercion it is told, in the judged reports of gold/*/dev.

Prints, for each number of days from the last possible day of the act to the day of the report,
the share of dated acts told by then: what `silence_days` in knowledge/check.yml rests on.

    python tools/told_after.py
"""

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import yaml

GOLD = Path(__file__).parents[1] / "gold"
ROOTS = {"ASSAULT", "COERCE"}
TOLD = {"actual", "declared", "reported", "alleged"}


def delays() -> Iterator[int]:
    """The delay of each dated act in days; an act dated after its report is left out."""
    for path in sorted(GOLD.glob("*/dev/*.yml")):
        report = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for claim in report.get("claims", ()):
            day = (claim.get("occurred") or {}).get("latest")
            if (
                claim.get("root") in ROOTS
                and claim.get("status") in TOLD
                and day
                and report["published"] >= day
            ):
                yield (report["published"] - day).days


def main() -> None:
    """Print the shares."""
    counted = Counter(delays())
    days = sorted(counted)
    for day, told in zip(days, accumulate(counted[day] for day in days), strict=True):
        print(f"{day:3} days: {told / counted.total():.3f} of {counted.total()}")


if __name__ == "__main__":
    main()
