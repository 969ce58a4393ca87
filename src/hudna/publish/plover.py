"""PLOVER's quad class and score of a root and mode."""

from hudna.knowledge.crosswalk import table_of


def quad(root: str) -> str:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return table_of("plover")["quad"][root]


def score(root: str, mode: str | None) -> float:
    """The score of the mode, or of the root where the mode has none."""
    scores = table_of("plover")
    return float(scores.get(root, {}).get(mode or "") or scores["score"][root])
