"""The whole picture in one call, and what it is drawn with."""

from collections.abc import Iterable
from datetime import date

from hudna.model.evidence import Evidence
from hudna.model.picture import Picture
from hudna.picture.channels import channels
from hudna.picture.control import holdings
from hudna.picture.movements import movements
from hudna.picture.posture import postures
from hudna.picture.setting import Setting, Sight
from hudna.picture.signals import signals


def draw(
    evidence: Evidence,
    setting: Setting,
    as_of: date,
    *,
    bodies: Iterable[str] = (),
    camps: Iterable[tuple[str, str]] = (),
) -> Picture:
    """Posture, movements, control, signals and channels as of a day."""
    sight = Sight(evidence)
    told = signals(sight, setting)
    return Picture(
        as_of=as_of,
        postures=postures(sight, setting, as_of),
        movements=movements(sight, setting),
        holdings=holdings(sight, setting),
        signals=told,
        channels=channels(told, bodies, camps, setting, as_of),
    )
