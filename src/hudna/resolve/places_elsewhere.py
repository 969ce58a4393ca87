"""Names that mean no namesake elsewhere: a village said to lie in a unit where its namesake does not, one of a country nobody speaks of."""

from dataclasses import replace

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_lists import behind_list, is_called_village
from hudna.resolve.places_names import distance_km, holds
from hudna.resolve.places_scene import UNITS, Area, Named, Scene, circled
from hudna.resolve.places_unlisted import UNLISTED_RADIUS_KM, is_nameless, somewhere

# A town of so many people is known under its name wherever a sentence goes on; so many words reach the unit it lies in.
KNOWN_WHEREVER, UNIT_REACH = 50_000, 6
# What lies so far from a town and in another country is none of its quarters.
ABROAD_KM = 150.0
# Larger towns abroad are known well enough to be meant.
STRANGE_POPULATION = 60_000


def _cut_short(scene: Scene, name: Named) -> int:
    """ "Ain Baal": where one more name follows right behind, of which no list knows, the name goes on."""
    last = name.last
    if scene.cues.glued or not (last < len(scene.words) and scene.tight(last)):
        return last
    return last + 1 if is_nameless(scene, last, first=False) and scene.words[last].capital else last


def _is_ground(scene: Scene, name: Named) -> bool:
    """ "sui monti Zawiya": behind a word for ground the name is no town abroad, however large."""
    ground = scene.key(name.first - 1) in scene.cues.kinds_in_names and scene.tight(name.first)
    return ground and name.place.kind == "town"


def without_namesakes(scene: Scene) -> tuple[list[Named], list[Area]]:
    """The names of a report, those that lie elsewhere than a list has them moved wherever they stand, and these as areas."""
    moved = {scene.at[area.first].place.id: area for area in displaced(scene)}
    named = [
        replace(name, place=moved[name.place.id].place) if name.place.id in moved else name
        for name in scene.named
    ]
    areas = [
        Area(new.first, new.last, new.place, moved[old.place.id].rule, moved[old.place.id].confidence)
        for old, new in zip(scene.named, named, strict=True)
        if old.place.id in moved
    ]
    return named, areas


def displaced(scene: Scene) -> list[Area]:
    """Villages that are said to lie in a unit where their namesake does not: "Gedeb, in the Amhara region"."""
    found = []
    for name in scene.named:
        place, town = name.place, _town_told(scene, name)
        if town is not None:
            found.append(_round(scene, name, town))
            continue
        unit = _unit_told(scene, name)
        known = place.population >= KNOWN_WHEREVER and not is_called_village(scene, name.first, name.last)
        small = place.kind == "town" and not place.listed and not known
        unlike = (
            place.kind in {"admin1", "admin2"} and not place.listed and unit and unit.country != place.country
        )
        small = small or bool(unlike)
        if unit is None or not small or holds(unit, place):
            continue
        if distance_km(unit, place) <= UNLISTED_RADIUS_KM + 1.3 * unit.radius_km:
            continue
        found.append(_round(scene, name, unit))
    return found


def _round(scene: Scene, name: Named, host: KnownPlace) -> Area:
    """The name as an unlisted place somewhere in another one."""
    title = " ".join(word.text for word in scene.words[name.first : name.last])
    circle = Circle(host.lat, host.lon, max(UNLISTED_RADIUS_KM, host.radius_km))
    return Area(name.first, name.last, circled(host, circle, title, "area"), "unlisted", 0.3)


def _town_told(scene: Scene, name: Named) -> KnownPlace | None:
    """ "il quartiere di Daraj a Gaza City": the town abroad right behind a quarter or a camp, of which the name is a part."""
    cues, at = scene.cues, name.first - 1
    at -= scene.key(at) in cues.of | cues.articles
    kinds = cues.quarters | cues.unlisted_kinds
    if cues.glued or not any(scene.key(n) in kinds and scene.tight(n + 1) for n in (at, at - 1)):
        return None
    behind = scene.at.get(name.last + 1) if scene.key(name.last) in cues.within else None
    if behind is None or not scene.tight(name.last) or behind.place.kind != "town":
        return None
    abroad = behind.place.country != name.place.country
    return behind.place if abroad and distance_km(behind.place, name.place) > ABROAD_KM else None


def _unit_told(scene: Scene, name: Named) -> KnownPlace | None:
    """The unit in which a name is said to lie, right behind it: ", nella provincia di Idlib", "in North Kivu"."""
    cues, start = scene.cues, behind_list(scene, name.last)
    unit_noun = scene.key(start) in cues.of and scene.key(start + 1) in cues.unit_before
    turned = scene.key(start) in cues.compass and scene.key(start + 1) in cues.of
    behind = unit_noun or turned or scene.key(start) in cues.within | cues.inside
    if start >= len(scene.words) or not behind or scene.words[start].starts:
        return _unit_told_before(scene, name)
    at = _past_small(scene, start)
    unit = scene.at.get(at)
    if unit is None:
        return None
    # "west of Selen", "the Selen district": a town may tell it as well.
    before = {scene.key(at - 1), scene.key(at - 2)}
    town = before & (cues.compass.keys() | cues.unit_before) or scene.key(unit.last) in cues.unit_after
    kinds = UNITS | ({"town"} if town else frozenset())
    return unit.place if unit.place.kind in kinds else None


def _past_small(scene: Scene, start: int) -> int:
    """The first word behind those that only lead to a name: "in the west of the province of"."""
    cues, at = scene.cues, start
    small = cues.within | cues.inside | cues.articles | cues.of | cues.unit_before | cues.people.keys()
    small |= cues.compass.keys() | cues.regions
    while at < min(len(scene.words), start + UNIT_REACH) and scene.key(at) in small and at not in scene.at:
        at += 1
    return at


def _unit_told_before(scene: Scene, name: Named) -> KnownPlace | None:
    """The unit named right before: "in the state of Oromia, in the district of Amuru"."""
    cues, at = scene.cues, name.first - 1
    small = cues.within | cues.inside | cues.articles | cues.of | cues.unit_before
    kinds = {scene.key(number) for number in range(at, name.first - UNIT_REACH, -1)} & cues.unit_before
    while at > name.first - UNIT_REACH and scene.key(at) in small:
        at -= 1
    unit = next((one for one in scene.named_before(name.first, 1) if one.last == at + 1), None)
    apart = any(scene.words[number].starts for number in range(at + 1, name.first + 1))
    return unit.place if kinds and unit and not apart and unit.place.kind in UNITS else None


def strangers(scene: Scene) -> list[Area]:
    """Small towns of countries that the report never speaks of: rather a village here that no list has."""
    found = []
    for name in scene.named:
        place = name.place
        known_well = STRANGE_POPULATION * (1 if place.own else 8)
        seat = place.id in scene.gazetteer.capitals
        small = place.kind == "town" and place.population < known_well and not place.listed and not seat
        # Without capitals a short word is easily another country's province: "نور شمس" is not in Nord.
        short = scene.cues.glued and place.kind in {"admin1", "admin2"} and not place.listed
        small = small or (short and scene.key(name.first - 1) not in scene.cues.unit_before)
        small = small or _is_ground(scene, name)
        last = _cut_short(scene, name)
        if (
            (small or (last > name.last and place.kind != "country"))
            and not scene.about(place.country, name.first)
            and scene.country(name.first, but=place.country)
        ):
            found += somewhere(scene, name.first, name.first, last) or []
    return found
