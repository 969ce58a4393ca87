"""Places that no list has: a wide circle round what is named in the same breath, and no identifier.

Better vague and right than a namesake on another continent.
"""

from dataclasses import replace

from hudna.knowledge.gazetteer import KnownPlace
from hudna.knowledge.place_words import load_names
from hudna.resolve.places_areas import rule
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_scene import Area, Named, Scene, circled

# An unlisted village is somewhere round the place that the passage speaks of.
UNLISTED_RADIUS_KM = 60.0
# Larger towns abroad are known well enough to be meant.
STRANGE_POPULATION = 60_000
# A town of this size, as sure as this, needs no other word on its country.
WELL_KNOWN, SURE = 300_000, 0.6


def somewhere(scene: Scene, number: int, first: int, last: int) -> list[Area] | None:
    """A place without coordinates of its own, round what is named in the same breath."""
    where = context_place(scene, number)
    if not where:
        return None
    title = " ".join(word.text for word in scene.words[first:last])
    circle = Circle(where.lat, where.lon, max(UNLISTED_RADIUS_KM, where.radius_km))
    return [Area(number, last, circled(where, circle, title, "area"), "unlisted", 0.3)]


def context_place(scene: Scene, number: int) -> KnownPlace | None:
    """The place named nearest before or after, else the last one, else the country."""
    close = [
        name for name in scene.named_near(number, 30)
        if name.first != number and name.located and name.place.kind != "continent"
        and (scene.about(name.place.country, name.first) or _is_known_well(name))
    ]  # fmt: skip
    # "Orakzai. Qatar e Arabia Saudita hanno chiesto": a country near by says less than a town named before.
    exact = [name for name in close if name.place.kind != "country"]
    kinds = frozenset({"town", "admin1", "admin2", "region", "area"})
    before = None if exact else scene.last_named(number, kinds)
    if before is not None or not close:
        return before or scene.country(number)
    return min(exact or close, key=lambda name: (abs(name.first - number), name.first)).place


def _is_known_well(name: Named) -> bool:
    """A large town says by itself where a report is, though nothing else names its country."""
    return name.place.population >= WELL_KNOWN and name.likelihood >= SURE


@rule
def unlisted(scene: Scene, number: int) -> list[Area] | None:
    """Is this a village that no list has: "the village of X"?"""
    article = scene.key(number) in scene.cues.articles
    noun = number + article
    if scene.key(noun) not in scene.cues.unlisted_kinds or scene.key(noun + 1) not in scene.cues.of:
        return None
    first = noun + 2
    if (
        not scene.tight(first)
        or first >= len(scene.words)
        or not scene.words[first].capital
        or first in scene.at
        or scene.key(first) in scene.cues.never  # "una base della Brigata 444"
    ):
        return None
    last = first + 1
    while (
        last < len(scene.words) and scene.tight(last) and scene.words[last].capital and last not in scene.at
    ):
        last += 1
    return somewhere(scene, number, first, last)


@rule
def unlisted_site(scene: Scene, number: int) -> list[Area] | None:
    """Is this a site or small area that no list has: "the Halan forest", "the Mellitah gas plant"?"""
    article = scene.key(number) in scene.cues.definite
    first = last = number + article
    named = scene.at.get(first)
    if named and (named.place.listed or scene.about(named.place.country, first)):
        return None
    while (
        last < len(scene.words)
        and last - first < 4
        and scene.words[last].capital
        and (last == first or scene.tight(last))
    ):
        last += 1
    if last == first or (article and not scene.tight(first)) or scene.words[first].starts:
        return None
    if scene.key(first) in scene.cues.never or scene.key(first) in scene.cues.people:
        return None
    noun = last + (scene.key(last) in scene.cues.site_kinds)
    if last - first > 1 and scene.key(last - 1) in scene.cues.unlisted_sites and scene.ends(last):
        # "the Sewry District of Zabol": the noun has its capital too.
        return somewhere(scene, number, first, last)
    tight = scene.tight(last) and scene.tight(noun)
    if not tight or scene.key(noun) not in scene.cues.unlisted_sites or not scene.ends(noun + 1):
        return None
    return somewhere(scene, number, first, noun + 1)


@rule
def unlisted_name(scene: Scene, number: int) -> list[Area] | None:
    """Is this a name that no list has, where only a place can stand: "near Khampat"?"""
    word, before = scene.words[number], scene.key(number - 1)
    if (
        number == 0
        or word.starts
        or not word.tight
        or before not in scene.cues.locating
        or number in scene.at
    ):
        return None
    last = number
    while last < len(scene.words) and last - number < 3 and _nameless(scene, last, first=last == number):
        last += 1
    if last == number or (
        scene.tight(last) and (scene.words[last].capital or scene.words[last].key in scene.cues.bodies)
    ):
        return None
    return [replace(area, confidence=0.25) for area in somewhere(scene, number, number, last) or []]


def _nameless(scene: Scene, number: int, *, first: bool) -> bool:
    """Whether a word looks like a name and is none that we know."""
    word, people = scene.words[number], load_names()
    written = word.text[0].isupper() and len(word.key) > 3 and not word.upper and (first or word.tight)
    joins = not first and word.key in scene.cues.linking
    known = word.key in scene.cues.never or word.key in scene.cues.people or word.key in scene.cues.calendar
    plain = word.key in people.first or word.key in people.common or word.key in scene.cues.bodies
    return joins or (written and not known and not plain and number not in scene.at)


def _cut_short(scene: Scene, name: Named) -> int:
    """ "Ain Baal": where one more name follows right behind, of which no list knows, the name goes on."""
    last = name.last
    if scene.cues.glued or not (last < len(scene.words) and scene.tight(last)):
        return last
    return last + 1 if _nameless(scene, last, first=False) and scene.words[last].capital else last


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
        last = _cut_short(scene, name)
        if (
            (small or (last > name.last and place.kind != "country"))
            and not scene.about(place.country, name.first)
            and scene.country(name.first, but=place.country)
        ):
            found += somewhere(scene, name.first, name.first, last) or []
    return found
