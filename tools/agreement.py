"""How well do two people agree on the locked halves, by the measures of the coder?

    python tools/agreement.py [GOLD]

GOLD is the gold folder (gold/). Reads GOLD/first and GOLD/second, where the two hands lie as
they were before anything was settled, and GOLD/<language>/locked, where it is settled. Prints
totals only, never words: for each language both directions, each hand against what was settled,
and the kinds of difference between the hands. No coder runs.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from hudna.evaluate.gold import GoldReport
from hudna.evaluate.hands import Hands, as_coded, differences, load_hands
from hudna.evaluate.own import MEASURES, Board, score_report, total
from hudna.evaluate.tables import shown

GOLD = Path(__file__).parent.parent / "gold"
# What stands in a column: which hand plays the coder, and which judgement is the gold.
Columns = dict[str, tuple[Callable[[Hands], GoldReport], Callable[[Hands], GoldReport]]]
COLUMNS: Columns = {
    "second\nagainst\nfirst": (lambda one: one.second, lambda one: one.first),
    "first\nagainst\nsecond": (lambda one: one.first, lambda one: one.second),
    "first\nagainst\nsettled": (lambda one: one.first, lambda one: one.settled),
    "second\nagainst\nsettled": (lambda one: one.second, lambda one: one.settled),
}


def main(folder: Path) -> int:
    """One table a language and one of all together."""
    hands = load_hands(folder)
    console = Console(width=150, color_system=None)
    languages = sorted({one.first.language for one in hands})
    for language in (*languages, "all"):
        console.print(table(language, [one for one in hands if language in {one.first.language, "all"}]))
    console.print(difference_table(languages, hands))
    return 0


def table(title: str, hands: list[Hands]) -> Table:
    """One row a measure, one column a pair of judgements."""
    boards = [board(hands, *pair) for pair in COLUMNS.values()]
    found = Table(title=f"{title}: {len(hands)} reports judged by two hands")
    found.add_column("measure")
    for name in COLUMNS:
        found.add_column(name, justify="right")
    found.add_column("what it counts", style="dim")
    for measure, (kind, meaning) in MEASURES.items():
        figures = [one.figures()[measure] for one in boards]
        found.add_row(measure, *map(shown, figures), f"{kind}: {meaning}")
    return found


def difference_table(languages: list[str], hands: list[Hands]) -> Table:
    """One row a kind of difference, one column a language: numbers of claims."""
    counts = [differences(one for one in hands if one.first.language == language) for language in languages]
    names = sorted({name for count in counts for name in count})
    found = Table(title="Claims of the two hands, and those that differ")
    for column in ("claims", *languages, "all"):
        found.add_column(column, justify="left" if column == "claims" else "right")
    for name in sorted(names, key=lambda name: -sum(count[name] for count in counts)):
        found.add_row(
            name, *(str(count[name]) for count in counts), str(sum(count[name] for count in counts))
        )
    return found


def board(
    hands: list[Hands], coder: Callable[[Hands], GoldReport], judge: Callable[[Hands], GoldReport]
) -> Board:
    """The scores of one hand's judgement against another's."""
    return total(score_report(judge(one), as_coded(coder(one), judge(one))) for one in hands)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD))
