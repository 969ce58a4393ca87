"""Places told by what they lie on or were called before: borders, roads, sites, "the capital", "these areas"."""

from dataclasses import replace

from hudna.knowledge.gazetteer import KnownPlace
from hudna.model.mention import PlacePrecision
from hudna.resolve.places_areas import AREA_RULES, TOWNS, rule
from hudna.resolve.places_compass import Circle, between, border
from hudna.resolve.places_glued import governed, governing_again, strange_name
from hudna.resolve.places_scene import Area, Scene, circled
from hudna.resolve.places_unlisted import somewhere

ROAD_RADIUS_KM = 30.0
SITE_RADIUS_KM = 15.0


def _frontier(scene: Scene, one: KnownPlace | None, other: KnownPlace | None) -> KnownPlace | None:
    if not one or not other or one.country == other.country or "country" not in {one.kind, other.kind}:
        return None
    listed = scene.gazetteer.listed_border(one.country, other.country)
    if listed:
        return listed
    circle = border(scene.gazetteer, one, other)
    return (
        circled(one, circle, f"{one.name}–{other.name} border", "area", f"{one.id}/border/{other.id}")
        if circle
        else None
    )


@rule
def border_with(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the border with X", or between X and Y?"""
    article = scene.key(number) in scene.cues.articles
    border_word = number + article
    # "a border region with Norland" lies along it.
    along = scene.key(border_word + 1) in scene.cues.kind_after
    noun = border_word + (along and scene.key(border_word + 2) in scene.cues.with_words)
    link = scene.key(noun + 1)
    if (
        scene.key(border_word) not in scene.cues.borders
        or link not in scene.cues.with_words | scene.cues.between | scene.cues.of
    ):
        return None
    base = scene.base(noun + 2)
    if not base:
        return _between_both(scene, number, noun + 2) if link in scene.cues.between else None
    other, last = base
    one = scene.country(number)
    second = scene.base(last + 1) if scene.key(last) in scene.cues.and_words else None
    if link in scene.cues.between and second:
        one, last = second
    elif one and one.country == other.country:
        one = scene.country(number, but=other.country)
    spot = _frontier(scene, one, other)
    areas = [Area(number, last, spot, "border", 0.65)] if spot else []
    if link in scene.cues.with_words and second and areas:
        spot = _frontier(scene, one, second[0])
        areas += [Area(last + 1, second[1], spot, "border", 0.6)] if spot else []
    return areas or None


def _between_both(scene: Scene, number: int, after: int) -> list[Area] | None:
    """ "the border between the two countries": of which the report speaks."""
    after += scene.key(after) in scene.cues.articles
    two = scene.cues.numbers.get(scene.key(after)) == len(("one", "other"))
    if not two or scene.key(after + 1) not in scene.cues.countries_told:
        return None
    one = scene.country(number)
    spot = _frontier(scene, one, scene.country(number, but=one.country)) if one else None
    return [Area(number, after + 2, spot, "border", 0.5)] if spot else None


@rule
def named_border(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the Lebanon border", "the Libyan-Tunisian border", "the Ukrainian border"?"""
    start = number + (scene.key(number) in scene.cues.articles)
    first = _country_word(scene, start)
    if not first:
        return None
    one, after = first
    second = _country_word(scene, after) if scene.tight(after) and not scene.owned(after) else None
    noun = second[1] if second else after
    if scene.key(noun) not in scene.cues.borders or not scene.follows(noun):
        return None
    if scene.tight(noun + 1) and scene.key(noun + 1) in scene.cues.of_kind | scene.cues.unlisted_kinds:
        return None  # "the Russian border city of Belgorod" is the city
    other = second[0] if second else scene.country(number)
    if other and other.country == one.country:
        other = scene.country(number, but=one.country)
    spot = _frontier(scene, other, one)
    if not spot and one.kind == "country":
        return None
    spot = spot or circled(
        one, Circle(one.lat, one.lon, one.radius_km + 20), f"{one.name} border", "area", one.id
    )
    return [Area(number, noun + 1, spot, "border", 0.6)]


def _country_word(scene: Scene, number: int) -> tuple[KnownPlace, int] | None:
    name = scene.at.get(number)
    if name:
        return name.place, name.last
    code = scene.cues.people.get(scene.key(number), "")
    place = (
        scene.gazetteer.country(code) if number < len(scene.words) and scene.words[number].capital else None
    )
    return (place, number + 1) if place else None


@rule
def people_border(scene: Scene, number: int) -> list[Area] | None:
    """Is this "la frontière tunisienne" or "il confine libico-tunisino"?"""
    noun = number + (scene.key(number) in scene.cues.articles)
    if not scene.cues.trailing or scene.key(noun) not in scene.cues.borders:
        return None
    codes = [scene.cues.people.get(scene.key(noun + ahead)) for ahead in (1, 2)]
    one, second = (scene.gazetteer.country(code) for code in codes)
    if not one or not scene.tight(noun + 1):
        return None
    other = second or scene.country(number, but=one.country)
    spot = _frontier(scene, other, one)
    return [Area(number, noun + (3 if second else 2), spot, "border", 0.6)] if spot else None


@rule
def glued_again(scene: Scene, number: int) -> list[Area] | None:
    """Is this "العاصمة" or "البلاد", where the article is written on the noun?"""
    if not scene.cues.glued:
        return None
    noun, cues = scene.key(number), scene.cues
    country = scene.country(number)
    place, sure = None, 0.35
    if noun in cues.this_capital and number + 1 not in scene.at:
        place, sure = scene.gazetteer.capital(country.country) if country else None, 0.6
    elif noun in cues.this_country:
        place = country
    elif noun in cues.this_town and number + 1 not in scene.at:
        place = scene.last_town(number, noun)
    return [Area(number, number + 1, place, "anaphor", sure)] if place else None


@rule
def road(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the road to X", "between X and Y", or "the X–Y road"?"""
    article = scene.key(number) in scene.cues.articles
    noun = number + article
    while scene.key(noun + 1) in scene.cues.roads and scene.tight(noun + 1):
        noun += 1
    if scene.key(noun) in scene.cues.roads:
        return _road_to(scene, number, noun)
    return _named_road(scene, number, number + article)


def _road_to(scene: Scene, number: int, noun: int) -> list[Area] | None:
    link = scene.key(noun + 1)
    base = (
        scene.base(noun + 2) if link in scene.cues.to | scene.cues.between | scene.cues.from_words else None
    )
    if not base or base[0].kind in {"country", "continent"}:
        return None
    place, last = base
    second = (
        scene.base(last + 1)
        if scene.key(last) in scene.cues.and_words | scene.cues.to and link not in scene.cues.to
        else None
    )
    if second and second[0].kind in TOWNS and second[0].id != place.id:
        circle = between(place, second[0])
        return [
            Area(
                number,
                second[1],
                circled(place, circle, f"{place.name}–{second[0].name}", "area"),
                "road",
                0.7,
            )
        ]
    if link in scene.cues.to and scene.key(noun) in scene.cues.ways:
        return [Area(number, last, _near(place, ROAD_RADIUS_KM, "road"), "road", 0.55)]
    return None


def _named_road(scene: Scene, number: int, first: int) -> list[Area] | None:
    name = scene.at.get(first)
    if not name or name.place.kind not in TOWNS:
        return None
    second, after = scene.at.get(name.last), name.last
    if (
        second
        and scene.tight(name.last)
        and scene.words[name.last].gap in {"-", "–", "‑"}
        and second.place.kind in TOWNS
    ):
        after = second.last
    else:
        second = None
    if scene.key(after) not in scene.cues.ways | scene.cues.lines:
        return None
    if not scene.tight(after) or scene.words[after].capital:
        return None
    if second:
        circle = between(name.place, second.place)
        return [
            Area(
                number,
                after + 1,
                circled(name.place, circle, f"{name.place.name}–{second.place.name}", "area"),
                "road",
                0.7,
            )
        ]
    return [Area(number, after + 1, _near(name.place, ROAD_RADIUS_KM, "road"), "road", 0.55)]


def _near(place: KnownPlace, radius_km: float, word: str) -> KnownPlace:
    return circled(
        place, Circle(place.lat, place.lon, max(radius_km, place.radius_km)), f"{place.name} {word}", "area"
    )


@rule
def named_site(scene: Scene, number: int) -> list[Area] | None:
    """Is this "Mitiga airport" or "Goma's port"?"""
    name = scene.at.get(number)
    if not name or name.place.kind not in TOWNS or scene.key(name.last) not in scene.cues.site_after:
        return None
    if not scene.follows(name.last):
        return None
    place = name.place
    if place.kind == "point":
        return [Area(number, name.last + 1, place, "site", name.likelihood)]  # "the Mitiga base" is listed
    radius = max(place.radius_km, SITE_RADIUS_KM if place.kind == "town" else 3.0)
    circle = Circle(place.lat, place.lon, radius)
    kind = scene.words[name.last].text
    told = place.name.lower().endswith(f" {kind.lower()}")  # a list has the airport itself
    site = circled(place, circle, place.name if told else f"{place.name} {kind}", "point")
    return [Area(number, name.last + 1, site, "site", round(0.8 * name.likelihood, 3))]


@rule
def unit_word(scene: Scene, number: int) -> list[Area] | None:
    """Is this a town's name used for its district: "the Amhara region", "Toretsk direction"?"""
    name = scene.at.get(number)
    if not name or name.place.kind not in TOWNS or not scene.tight(name.last):
        return None
    noun = scene.key(name.last)
    radius = scene.cues.unit_radius.get(noun)
    if radius is None or scene.words[name.last].upper:
        return None
    place = name.place
    if place.population < 100_000 and not scene.about(place.country, name.first):
        return somewhere(scene, number, name.first, name.last)
    precision: PlacePrecision = (
        "region" if radius >= 60 else "district" if noun in scene.cues.district_nouns else "area"
    )
    wide = circled(
        place, Circle(place.lat, place.lon, max(radius, place.radius_km)), place.name, precision, place.id
    )
    return [Area(number, name.last + 1, wide, "unit", round(0.8 * name.likelihood, 3))]


@rule
def soil(scene: Scene, number: int) -> list[Area] | None:
    """Is this "Congolese soil" or "Afghan territory"?"""
    if scene.cues.trailing and scene.key(number) in scene.cues.soil and scene.tight(number + 1):
        trailed = scene.gazetteer.country(scene.people_of(number + 1))
        return [Area(number, number + 2, trailed, "soil", 0.6)] if trailed else None
    code = scene.cues.people.get(scene.key(number), "")
    if scene.cues.trailing:
        return None  # "صواريخ روسية العاصمة كييف": such a word describes what stands before it
    if scene.key(number + 1) not in scene.cues.soil | scene.cues.this_capital or not scene.tight(number + 1):
        return None
    place = scene.gazetteer.country(code) if scene.words[number].capital else None
    if place and scene.key(number + 1) in scene.cues.this_capital:
        place = scene.gazetteer.capital(code)
    return [Area(number, number + 2, place, "soil", 0.6)] if place else None


@rule
def said_before(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the capital", "the town", "these areas", "the country", "the airport"?"""
    if scene.key(number) not in scene.cues.definite or not scene.tight(number + 1):
        return None
    noun, after = scene.key(number + 1), number + 2
    if not scene.ends(after) or (scene.words[number + 1].capital and not scene.words[number + 1].upper):
        return None
    cues = scene.cues
    if noun in cues.this_capital and scene.key(after) not in scene.cues.of:
        country = scene.country(number)
        place = scene.gazetteer.capital(country.country) if country else None
        return _again(number, place, 0.6)
    if noun in cues.this_country and scene.key(after) not in scene.cues.of:
        return _again(number, scene.country(number), 0.35)
    if noun in cues.this_town and scene.key(after) not in scene.cues.of:
        return _again(number, scene.last_town(number, noun), 0.5)
    if noun in cues.sites and scene.key(after) not in scene.cues.of:
        town = scene.last_named(number, TOWNS)
        return _again(number, _near(town, SITE_RADIUS_KM, noun) if town else None, 0.4)
    if noun in cues.this_area and scene.key(after) not in scene.cues.of | scene.cues.between:
        return _again(number, _last_area(scene, number), 0.35)
    return None


def _again(number: int, place: KnownPlace | None, sure: float) -> list[Area] | None:
    return [Area(number, number + 2, place, "anaphor", sure)] if place else None


def _last_area(scene: Scene, number: int) -> KnownPlace | None:
    """The last place that "the area" may go back to: an area, or a town and what lies round it."""
    made = [area for area in scene.areas[-4:] if area.rule not in {"anaphor", "border"}]
    kinds = frozenset({"region", "area", "admin1", "admin2", "town", "point"})
    before = [name for name in scene.named_before(number, 12) if name.place.kind in kinds and name.located]
    last = max([(area.first, area.place) for area in made] + [(name.first, name.place) for name in before],
               key=lambda pair: pair[0], default=None)  # fmt: skip
    if last is None:
        return None
    place = last[1]
    return (
        place
        if place.kind not in TOWNS
        else replace(place, radius_km=max(25.0, place.radius_km), precision="area")
    )


# Every rule, in the order in which they are tried.
ALL_RULES = (*AREA_RULES, governed, governing_again, strange_name)
