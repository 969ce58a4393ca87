"""A namesake far from where the words put it: "Yathrib, 75 km north of Baghdad" is not Medina."""

from collections.abc import Sequence

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_names import distance_km
from hudna.resolve.places_scene import Area, Scene, circled

# So many words may stand between a name and how far it lies from another: "which lies about".
REACH = 4
# A place this much farther off than its distance allows is another one; roads are longer than straight lines.
SLACK_KM = 60.0
CONFIDENCE = 0.6


def distant(scene: Scene, areas: Sequence[Area]) -> list[Area]:
    """The names that are said to lie where their namesake does not, at the spot that is told."""
    spots = {area.first: area.place for area in areas if area.rule == "distance"}
    found = []
    for name in scene.named if spots else ():
        spot = _told(scene, name.last, spots)
        far = spot is not None and distance_km(name.place, spot) > 2 * spot.radius_km + SLACK_KM
        if spot is None or not far or name.place.kind in ("country", "continent"):
            continue
        title = " ".join(word.text for word in scene.words[name.first : name.last])
        circle = Circle(spot.lat, spot.lon, spot.radius_km)
        found.append(
            Area(name.first, name.last, circled(spot, circle, title, "area"), "unlisted", CONFIDENCE)
        )
    return found


def _told(scene: Scene, after: int, spots: dict[int, KnownPlace]) -> KnownPlace | None:
    """The spot told right behind a name, behind a comma or a bracket or a word or two."""
    for number in range(after, min(after + REACH + 1, len(scene.words))):
        if scene.words[number].starts or (number > after and number in scene.at):
            return None
        if number in spots:
            parted = scene.words[after].gap.strip() in {",", "،", "(", ", (", "–", "-"}
            return spots[number] if parted else None
    return None
