"""Root and quad of the relation between a marked source and target: PLV_train and AW_train.

The set writes YIELD for our CONCEDE and RETREAT together. Weights and words were
tuned on sentences with even ids; the half with odd ids is only checked, and both
are printed. The peer's figure is on the sister half, which nobody here has seen.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.errors import InputError
from hudna.evaluate.relation import quad, root_between
from hudna.model.claim import Root

NAME = "plover"
RELATIONS = Path("plover") / "PLV_train.tsv"
CONFLICTS = Path("plover") / "AW_train.tsv"
MERGED = {Root.CONCEDE: "YIELD", Root.RETREAT: "YIELD"}
NOTHING = "none found"
# Published for the unseen half of the same data: a large natural-language-inference model.
PEERS = {"NLI model": {"root accuracy": 0.835, "root macro-F1": 0.821, "quad macro-F1": 0.892}}
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence of the set with what was wanted and what was found."""

    number: int
    wanted: str
    found: str
    wanted_quad: int
    found_quad: int | None

    @property
    def right(self) -> bool:
        """Is the root the one that people chose?"""
        return self.wanted == self.found


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Our figures on both sets, the peer's beside them."""
    judged = judge_relations(data_dir)
    return {
        "set": NAME,
        "figures": {**_figures(judged), **_conflict_figures(data_dir)},
        "peers": PEERS,
        "notes": (notes := _notes(judged)),
        "lines": notes,
    }


def judge_relations(data_dir: Path, limit: int | None = None) -> list[Judged]:
    """Every sentence of PLV_train with our root and quad."""
    return [_judge(row) for row in _rows(data_dir / RELATIONS)[:limit]]


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise InputError(f"{path} does not exist; the set 'plover' needs it")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _judge(row: dict[str, str]) -> Judged:
    root = root_between(row["sentence"], row["source"], row["target"])
    return Judged(
        number=int(row["sentence_id"]),
        wanted=row["gold_root"],
        found=NOTHING if root is None else MERGED.get(root, str(root)),
        wanted_quad=int(row["gold_penta"]),
        found_quad=_merged_quad(root),
    )


def _merged_quad(root: Root | None) -> int | None:
    """The set counts every YIELD as material cooperation."""
    return None if root is None else 2 if root in MERGED else quad(root)


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    tuned = [item for item in judged if item.number % 2 == 0]
    checked = [item for item in judged if item.number % 2]
    return {
        "root accuracy": _accuracy(judged),
        "root accuracy, tuning half": _accuracy(tuned),
        "root accuracy, checking half": _accuracy(checked),
        "root macro-F1": macro_f1([(item.wanted, item.found) for item in judged]),
        "root macro-F1, checking half": macro_f1([(item.wanted, item.found) for item in checked]),
        "quad accuracy": _share(item.wanted_quad == item.found_quad for item in judged),
        "quad macro-F1": macro_f1([(str(item.wanted_quad), str(item.found_quad)) for item in judged]),
        "nothing found": _share(item.found == NOTHING for item in judged),
    }


def _accuracy(judged: Sequence[Judged]) -> float:
    return _share(item.right for item in judged)


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return round(sum(found) / len(found), 3) if found else 0.0


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 of the wanted classes, each weighing alike."""
    classes = sorted({wanted for wanted, _ in pairs})
    values = [_f1(pairs, name) for name in classes]
    return round(sum(values) / len(values), 3) if values else 0.0


def _f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    hits = sum(wanted == found == name for wanted, found in pairs)
    told = sum(found == name for _, found in pairs)
    there = sum(wanted == name for wanted, _ in pairs)
    return 2 * hits / (told + there) if told + there else 0.0


def _notes(judged: Sequence[Judged]) -> list[str]:
    """The pairs most often confused, and where each root's rest goes."""
    wrong = Counter((item.wanted, item.found) for item in judged if not item.right)
    confused = ", ".join(f"{wanted} as {found} {n}" for (wanted, found), n in wrong.most_common(SHOWN))
    roots = sorted({item.wanted for item in judged})
    return [f"most confused: {confused}", *(_rest(judged, root) for root in roots)]


def _rest(judged: Sequence[Judged], root: str) -> str:
    mine = [item for item in judged if item.wanted == root]
    rest = Counter(item.found for item in mine if not item.right)
    goes = ", ".join(f"{found} {n}" for found, n in rest.most_common(4)) or "nowhere"
    return f"{root}: {sum(i.right for i in mine)} of {len(mine)} right; the rest goes to {goes}"


# --- AW_train: is it a conflict at all? -----------------------------------------------


def _conflict_figures(data_dir: Path) -> dict[str, float]:
    if not (data_dir / CONFLICTS).is_file():
        return {}
    pairs = [(row["gold_binary"], _is_conflict(row)) for row in _rows(data_dir / CONFLICTS)]
    return {
        "conflict or not, accuracy": _share(wanted == found for wanted, found in pairs),
        "conflict or not, F1": round(_f1(pairs, "1"), 3),
    }


def _is_conflict(row: dict[str, str]) -> str:
    """The names of this set carry their role before a colon."""
    source, target = (row[key].split(":", 1)[-1] for key in ("source", "target"))
    root = root_between(row["sentence"], source, target)
    return "1" if root is not None and quad(root) >= 3 else "0"
