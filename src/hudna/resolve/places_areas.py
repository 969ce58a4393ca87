"""Parts of places, told by a direction: "northern Mali", "the south", "20 km north of X", "X's suburbs".

Each rule looks at the words from one position and answers with an area or None.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_compass import ANGLES, Circle, offset, part
from hudna.resolve.places_measures import measured_by
from hudna.resolve.places_scene import Area, Scene, circled

LARGE = frozenset({"country", "region", "admin1", "continent", "admin2", "area"})
TOWNS = frozenset({"town", "point"})
# A spot "north of X" without a distance lies about so far out.
BESIDE_KM, BESIDE_RADIUS_KM = 8.0, 12.0
AREA_RULES: list[Callable[[Scene, int], list[Area] | None]] = []


def rule(function: Callable[[Scene, int], list[Area] | None]) -> Callable[[Scene, int], list[Area] | None]:
    """Make the function one of the rules, in the order written."""
    AREA_RULES.append(function)
    return function


def directed(scene: Scene, place: KnownPlace, point: str) -> KnownPlace:
    """The part of a place in a direction, as a theatre lists it or as its circle gives it."""
    listed = scene.gazetteer.listed_part(place.country, point) if place.kind == "country" else None
    if listed:
        return listed
    circle = part(scene.gazetteer, place, point)
    name = f"{place.name} ({point})"
    return circled(place, circle, name, "region" if place.kind in LARGE else "area", f"{place.id}/{point}")


def _points_only(scene: Scene, first: int, after: int) -> bool:
    """ "au Nord-Est du Mali": a name that is a direction and nothing more, before what it is a part of."""
    name = scene.at[first]
    return name.last == after and scene.key(after) in scene.cues.of and scene.base_of(after) is not None


def points(scene: Scene, number: int) -> tuple[list[tuple[int, str]], int]:
    """The directions that stand here ("east and south"), and the word after them."""
    found: list[tuple[int, str]] = []
    compass = scene.cues.compass
    while number < len(scene.words):
        key, size = scene.key(number), 1
        if key not in scene.cues.bearings:
            break
        if f"{key} {scene.key(number + 1)}" in compass and scene.words[number + 1].gap in {"-", " "}:
            key, size = f"{key} {scene.key(number + 1)}", 2
        if key not in compass or (number in scene.at and not _points_only(scene, number, number + size)):
            break
        found.append((number, compass[key]))
        number += size
        if (
            scene.key(number) in scene.cues.and_words
            and scene.tight(number)
            and (scene.key(number + 1) in compass and number + 1 not in scene.at)
        ):
            number += 1
        else:
            break
    return found, number


@rule
def distance(scene: Scene, number: int) -> list[Area] | None:
    """Is this "20 km south of X"?"""
    measured = measured_by(scene, number)
    if not measured:
        return None
    km, after = measured
    while scene.key(after) in (scene.cues.to | scene.cues.articles) - scene.cues.from_words:
        after += 1
    found, after = points(scene, after)
    link = scene.key(after)
    linked = link in scene.cues.of or (link in scene.cues.from_words and not found)
    base = scene.base(after + 1) if linked else scene.base(after) if scene.cues.glued else None
    if linked and base is None and scene.key(after + 1) in scene.cues.of_kind:
        base = scene.base(after + 2)  # "100 km from the capital Tripoli"
    if not base or base[0].kind in {"country", "continent"} or km > 500:
        return None
    place, last = base
    point = found[0][1] if found else ""
    lat, lon = offset(place, point, km)
    radius = max(3.0, round(0.3 * km + 0.5 * place.radius_km, 1)) if point else max(3.0, km)
    off = f"{km:g} km {point} of" if point else f"{km:g} km from"
    spot = circled(place, Circle(lat, lon, radius), f"{off} {place.name}", "area")
    return [Area(number, last, spot, "distance", 0.75)]


@rule
def direction(scene: Scene, number: int) -> list[Area] | None:
    """Is this a direction that makes an area with what follows?"""
    article = scene.key(number) in scene.cues.articles
    found, after = points(scene, number + article)
    if not found or (article and not scene.tight(number + 1)):
        return None
    for make in (_of_name, _of_people, _of_noun, _of_border, _of_town_part, _of_place, _bare, _heading):
        areas = make(scene, Told(number, article, found, after))
        if areas:
            return areas
    return None


Points = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """A direction as told: where it starts, whether an article leads, its points, the word after."""

    number: int
    article: bool
    found: Points
    after: int


def _each(
    found: Points, start: int, last: int, places: Iterator[KnownPlace], name: str, sure: float
) -> list[Area]:
    """One area for each direction; the last one carries the words that follow."""
    areas = []
    for index, place in enumerate(places):
        begin = start if index == 0 else found[index][0]
        end = last if index == len(found) - 1 else found[index][0] + 1
        areas.append(Area(begin, end, place, name, sure))
    return areas


def _of_name(scene: Scene, told: Told) -> list[Area] | None:
    """ "northern Mali", "western and northern Tigray"."""
    name = scene.at.get(told.after)
    base = scene.base(told.after) if scene.cues.glued or name else None
    if not base or not scene.tight(told.after):
        return None
    place, last = base
    places = (directed(scene, place, point) for _, point in told.found)
    return _each(
        told.found, told.found[0][0], last, places, "part", 0.85 * (name.likelihood if name else 0.8)
    )


def _of_people(scene: Scene, told: Told) -> list[Area] | None:
    """ "le sud libyen", "il sud libico": where the language says it so."""
    code = scene.cues.people.get(scene.key(told.after)) if scene.cues.trailing else None
    place = scene.gazetteer.country(code) if code and scene.tight(told.after) else None
    # "la provincia nord-orientale afghana di Takhar" is Takhar
    before = told.number - 1
    while scene.key(before) in scene.cues.bearings:
        before -= 1
    unit = scene.key(before) in scene.cues.unit_before | scene.cues.of_kind
    if not place or (unit and scene.key(told.after + 1) in scene.cues.of and scene.base_of(told.after + 1)):
        return None
    places = (directed(scene, place, point) for _, point in told.found)
    return _each(told.found, told.number, told.after + 1, places, "part", 0.75)


def _of_noun(scene: Scene, told: Told) -> list[Area] | None:
    """ "the southern regions [of the country]", "the northern part of Mali"."""
    if scene.key(told.after) not in scene.cues.regions or not scene.tight(told.after):
        return None
    last, place = told.after + 1, None
    sure = 0.6
    if scene.key(last) in scene.cues.of | scene.cues.inside and scene.tight(last):
        base = scene.base_of(last)
        if base:
            place, sure = base[0], 0.75
            # "of the country" adds nothing to the words; a name does.
            last = base[1] if any(last + 1 + ahead in scene.at for ahead in (0, 1)) else last
        elif scene.words[last + 1 : last + 2] and scene.words[last + 1].capital and not scene.cues.glued:
            return None  # "in the western countryside of Gire": a name that no list knows, and no part of the country
    if place is None and not told.article:
        place = scene.owner_before(told.number)
    if place is None and scene.key(told.after) in scene.cues.town_parts:
        place = scene.last_named(told.number, TOWNS)
    place = place or scene.country(told.number)
    if not place:
        return None
    places = (directed(scene, place, point) for _, point in told.found)
    return _each(told.found, told.number if told.article else told.found[0][0], last, places, "part", sure)


def _of_border(scene: Scene, told: Told) -> list[Area] | None:
    """ "the southwestern border"."""
    if scene.key(told.after) not in scene.cues.borders or not scene.tight(told.after):
        return None
    last = told.after + 1
    base = scene.base_of(last) if scene.key(last) in scene.cues.of else None
    place = base[0] if base else scene.country(told.number)
    if not place or scene.key(last) in scene.cues.with_words:
        return None
    spot = edge(scene, place, told.found[0][1])
    return [Area(told.number, base[1] if base else last, spot, "border", 0.6)]


def edge(scene: Scene, place: KnownPlace, point: str) -> KnownPlace:
    """The border of a country in a direction."""
    listed = scene.gazetteer.listed_part(place.country, point, border=True)
    if listed:
        return listed
    circle = part(scene.gazetteer, place, point, share=0.15)
    return circled(place, circle, f"{place.name}: {point} border", "area", f"{place.id}/{point}-border")


def _of_town_part(scene: Scene, told: Told) -> list[Area] | None:
    """ "the western outskirts [of X]"."""
    if scene.key(told.after) not in scene.cues.outskirts or not scene.tight(told.after):
        return None
    last = told.after + 1
    base = scene.base_of(last) if scene.key(last) in scene.cues.of else None
    place = base[0] if base else scene.last_town(told.number, scene.key(told.after))
    if not place:
        return None
    spot = directed(scene, place, told.found[0][1])
    return [Area(told.number, base[1] if base else last, spot, "part", 0.7 if base else 0.5)]


def _of_place(scene: Scene, told: Told) -> list[Area] | None:
    """ "the south of Zawiya", "north of the city"."""
    if scene.cues.trailing and scene.key(told.found[-1][0]) not in scene.cues.plain_compass:
        return None
    if scene.key(told.after) not in scene.cues.of or not scene.tight(told.after):
        return None
    base = scene.base_of(told.after)
    if not base:
        return None
    place, last = base
    if _is_beside(scene, told) and place.kind in TOWNS:
        point, km = told.found[0][1], place.radius_km
        circle = Circle(*offset(place, point, km + BESIDE_KM), km + BESIDE_RADIUS_KM)
        spot = circled(place, circle, f"{point} of {place.name}", "area")
        return [Area(told.number, last, spot, "beside", 0.7)]
    places = (directed(scene, place, point) for _, point in told.found)
    return _each(told.found, told.number, last, places, "part", 0.75)


def _is_beside(scene: Scene, told: Told) -> bool:
    """ "à l'ouest de X", and not "dans l'ouest de X"."""
    near = (scene.key(told.number - 1), *((scene.key(told.number),) if told.article else ()))
    aside = not told.article or any(key in scene.cues.to for key in near)
    return aside and told.found[0][1] in ANGLES and near[0] not in scene.cues.inside


def _bare(scene: Scene, told: Told) -> list[Area] | None:
    """ "in the south"."""
    word = scene.words[told.found[-1][0]]
    plain = word.key not in scene.cues.adjectives
    if (
        not told.article
        or scene.key(told.number) not in scene.cues.definite
        or not plain
        or not scene.ends(told.after)
        or (scene.key(told.after) in scene.cues.of and scene.tight(told.after))
    ):
        return None  # "à l'ouest de la colline": beside it, and no part of the country
    if word.capital and not word.upper and scene.key(told.number - 1) not in scene.cues.inside:
        return None
    place = scene.country(told.number)
    if not place or told.found[0][1] == "centre":
        return None
    places = (directed(scene, place, point) for _, point in told.found)
    return _each(told.found, told.number, told.after, places, "part", 0.5)


def _heading(scene: Scene, told: Told) -> list[Area] | None:
    """ "heading south-west", "in a south-westerly direction"."""
    direction_noun = scene.key(told.after) in scene.cues.direction_nouns and scene.tight(told.after)
    if not direction_noun and not (
        not told.article and scene.key(told.number - 1) in scene.cues.heading and scene.ends(told.after)
    ):
        return None
    place = scene.country(told.number)
    if not place:
        return None
    spot = directed(scene, place, told.found[0][1])
    return [Area(told.number, told.after + direction_noun, spot, "heading", 0.4)]


@rule
def trailing(scene: Scene, number: int) -> list[Area] | None:
    """Is this "Libia orientale", or "les régions méridionales [du pays]"?"""
    if not scene.cues.trailing:
        return None
    noun = number + (scene.key(number) in scene.cues.articles)
    base = scene.base(number)
    base = base if noun in scene.at or scene.key(noun) not in scene.cues.unit_before else None
    nouns = scene.cues.regions | scene.cues.borders | scene.cues.outskirts
    first = base[1] if base else noun + 1 if scene.key(noun) in nouns else 0
    found, after = points(scene, first) if first and scene.tight(first) else ([], 0)
    if not found or not _adjective(scene, first, after, bool(base)):
        return None
    place, sure = (base[0], 0.8) if base else (_directed_in(scene, number, noun), 0.6)
    people = not base and scene.people_of(after) is not None and scene.tight(after)
    behind = after + people
    further = scene.base_of(behind) if not base and scene.key(behind) in scene.cues.of else None
    if people and not (further and scene.key(noun) in scene.cues.unit_before):
        further = None
    if further and scene.key(noun) in scene.cues.unit_before and further[0].kind != "country":
        return None  # "la provincia settentrionale di X" is X, which lies in the north
    if further:
        place, after, sure = further[0], further[1], 0.75
    if not place:
        return None
    if not base and scene.key(noun) in scene.cues.borders:
        return [Area(number, after, edge(scene, place, found[0][1]), "border", 0.6)]
    return [Area(number, after, directed(scene, place, found[0][1]), "part", sure)]


def _directed_in(scene: Scene, number: int, noun: int) -> KnownPlace | None:
    """ "la periferia ovest" is a town's, "le regioni orientali" are a country's."""
    town = scene.last_town(number, scene.key(noun)) if scene.key(noun) in scene.cues.rings else None
    return town or scene.country(number)


def _adjective(scene: Scene, number: int, after: int, named: bool) -> bool:  # noqa: FBT001
    """Whether the direction belongs to what stands before it, not to what follows."""
    if not named:
        return True
    if scene.cues.glued and (
        not scene.key(number).startswith(scene.cues.glued_articles) or scene.base(after)
    ):
        return False
    return scene.key(number) not in scene.cues.closed and scene.key(after) not in scene.cues.of


@rule
def around(scene: Scene, number: int) -> list[Area] | None:
    """Is this "greater Tripoli" or "downtown Kyiv"?"""
    if scene.key(number) not in scene.cues.around or number in scene.at:
        return None
    name = scene.at.get(number + 1)
    if not name or not scene.tight(number + 1) or name.place.kind == "country":
        return None
    place = name.place
    wide = 2.0 if scene.key(number) in scene.cues.wide else 0.7
    circle = Circle(place.lat, place.lon, round(wide * place.radius_km, 1))
    return [Area(number, name.last, circled(place, circle, place.name, "area", place.id), "part", 0.8)]


@rule
def town_part(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the outskirts of X", or "the outskirts" of a town named before?"""
    article = scene.key(number) in scene.cues.articles
    noun = number + article
    if scene.key(noun) not in scene.cues.outskirts or (article and not scene.tight(noun)):
        return None
    if scene.key(noun + 1) in scene.cues.of and scene.tight(noun + 1):
        base = scene.base(noun + 2)
        if base and base[0].kind not in {"country", "continent"}:
            return [Area(number, base[1], _ring(base[0]), "outskirts", 0.75)]
        return None
    place = scene.last_town(number, scene.key(noun))
    if place and article and scene.key(number) in scene.cues.definite and scene.key(noun) in scene.cues.rings:
        return [Area(number, noun + 1, _ring(place), "anaphor", 0.4)]
    return None


@rule
def parts(scene: Scene, number: int) -> list[Area] | None:
    """Is this "various areas of Libya", "parts of northern Mali"? Somewhere in it, nobody says where."""
    noun = number + (scene.key(number) in scene.cues.some)
    preposition = scene.key(noun + 1)
    if scene.key(noun) not in scene.cues.some_parts or preposition not in scene.cues.of:
        return None
    base = scene.base(noun + 2) if scene.tight(noun) and scene.tight(noun + 1) else None
    if base is None or base[0].kind not in {"country", "region", "admin1"}:
        return None
    return [Area(number, base[1], base[0], "some part", 0.7)]


def _ring(place: KnownPlace) -> KnownPlace:
    circle = Circle(place.lat, place.lon, round(1.5 * place.radius_km + 2, 1))
    return circled(place, circle, place.name, "area", place.id)


@rule
def possessed(scene: Scene, number: int) -> list[Area] | None:
    """Is this "Beirut's southern suburbs" or "Libya's southern border"?"""
    base = scene.base(number)
    if not base or not scene.owned(base[1]):
        return None
    place, after = base
    found, noun = points(scene, after)
    # "controls Libya's east and south.": nothing of theirs follows.
    key = scene.key(noun) if scene.tight(noun) or not found else ""
    if key in scene.cues.borders and found:
        return [Area(number, noun + 1, edge(scene, place, found[0][1]), "border", 0.65)]
    if key in scene.cues.outskirts | scene.cues.regions and place.kind != "continent":
        if not scene.ends(noun + 1):
            return None
        spot = directed(scene, place, found[0][1]) if found else _ring(place)
        return [Area(number, noun + 1, spot, "part", 0.7)]
    places = (directed(scene, place, point) for _, point in found)
    return _each(found, number, noun, places, "part", 0.65) if found and scene.ends(noun) else None
