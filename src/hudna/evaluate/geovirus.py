"""GeoVirus: 229 items on epidemics and disasters."""

from pathlib import Path
from typing import Any

from hudna.evaluate.geoparsing import set_result

NAME = "geovirus"
PEERS = {"CamCoder": {"F1": 0.876, "acc@161": 0.768}, "Edinburgh": {"F1": 0.878, "acc@161": 0.793}}


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Toponym F1 and accuracy within 161 km."""
    return set_result(NAME, data_dir / "geoparsing" / "GeoVirus.xml", PEERS, demonyms=False)
