"""TR-News: 118 items of world and local news, with demonyms marked."""

from pathlib import Path
from typing import Any

from hudna.evaluate.geoparsing import set_result

NAME = "trnews"
PEERS = {"CamCoder": {"F1": 0.751, "acc@161": 0.819}, "Edinburgh": {"F1": 0.651, "acc@161": 0.828}}


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Toponym F1 and accuracy within 161 km."""
    return set_result(NAME, data_dir / "geoparsing" / "TR-News.xml", PEERS, demonyms=True)
