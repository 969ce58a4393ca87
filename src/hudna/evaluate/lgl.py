"""LGL: 588 items of small American papers, with demonyms marked."""

from pathlib import Path
from typing import Any

from hudna.evaluate.geoparsing import set_result

NAME = "lgl"
PEERS = {"CamCoder": {"F1": 0.667, "acc@161": 0.711}, "Edinburgh": {"F1": 0.667, "acc@161": 0.802}}


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Toponym F1 and accuracy within 161 km."""
    return set_result(NAME, data_dir / "geoparsing" / "lgl.xml", PEERS, demonyms=True)
