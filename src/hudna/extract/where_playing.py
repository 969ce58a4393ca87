"""Where a report plays: the one place that it names before an event that has none of its own."""

from hudna.extract.scene import At
from hudna.extract.where import as_place
from hudna.model.claim import Place
from hudna.model.earth import distance_km
from hudna.model.mention import PlaceMention

# Places named so near to each other are one scene: a town, its quarters and the villages around.
TOGETHER_KM = 60.0
_SMALL = frozenset({"point", "town", "area", "district"})
_RADIUS_KM = 60.0


def played_at(at: At) -> tuple[Place, ...]:
    """The last exact place named before the sentence, where all that the report names up to there lie together."""
    named = [m for m in at.scene.places_in(0, at.passage.start) if is_exact(m)]
    if not named or any(_apart(named[0], other) for other in named):
        return ()
    return (as_place(named[-1]),)


def is_exact(mention: PlaceMention) -> bool:
    """A small place with a point that stands for itself."""
    if mention.lat is None or mention.precision not in _SMALL or mention.rule == "metonym":
        return False
    return (mention.radius_km or 0.0) <= _RADIUS_KM


def _apart(one: PlaceMention, other: PlaceMention) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return distance_km((one.lon, one.lat), (other.lon, other.lat)) > TOGETHER_KM
