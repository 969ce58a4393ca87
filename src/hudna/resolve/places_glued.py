"""Places told by a kind where names have no capitals: "قرية تل السطيح", "مطار كنانة", "المخيم".

A kind without article governs the word behind it, which names the village, camp or bridge unless it is an
adjective that agrees with the kind, or a plain word. Where no list has the name, the place is a wide circle
round what is named in the same breath. A kind with article goes back to what was named before.
"""

from dataclasses import replace

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_scene import Area, Scene, circled
from hudna.resolve.places_sounds import heard, known_town
from hudna.resolve.places_unlisted import (
    SMALL_COUNTRY_KM,
    context_place,
    is_far,
    is_meant,
    somewhere,
    unlocated,
)

SITE_RADIUS_KM = 15.0
# A town of this size goes before an adjective that is written like its name.
WELL_KNOWN = 20_000
# What "the area" or "the camp" goes back to: not a country, which would be too wide to say so.
_LOCAL = frozenset({"town", "admin1", "admin2", "area", "point", "region"})


def governed(scene: Scene, number: int) -> list[Area] | None:
    """Is this a village, camp or bridge whose name follows its kind?"""
    kind, first = _bare(scene, number) if scene.cues.glued else "", number + 1
    if kind not in scene.cues.unlisted_kinds or not scene.tight(first) or _is_led(scene, first):
        return None
    whole = scene.at.get(number)
    if whole is not None and whole.last > first:
        return None  # "قاعدة الجفرة": the kind belongs to the name that a list has
    named = scene.at.get(first)
    if named is not None and is_meant(scene, named.place, first):
        return (
            _site(scene, number, named.place, named.last, named.likelihood)
            if kind in scene.cues.sites
            else None
        )
    if named is None and _no_word(scene, first) and (known := heard(scene, number, first, first + 1)):
        return known
    if _plain(scene, kind, first):
        return None
    last = first + 1
    while scene.key(last - 1) in scene.cues.linking and last - first < 3 and _goes_on(scene, last):
        last += 1
    if known := heard(scene, number, first, last):
        return known
    # Where nothing smaller than a country is named, the middle of the country would be a guess.
    where = context_place(scene, number)
    local = where is not None and _is_near(where) and not is_far(scene, number, where)
    if local or not scene.strange(scene.key(last - 1)):
        return somewhere(scene, number, first, last) if local else None
    title = " ".join(word.text for word in scene.words[first:last])
    country = scene.country(number)
    return [unlocated(number, last, title, country.country if country else None)]


def strange_name(scene: Scene, number: int) -> list[Area] | None:
    """Is this a name that no list has, where only a place can stand: "قرب دوحان"?"""
    cues, before = scene.cues, scene.key(number - 1)
    if not cues.glued or not scene.tight(number) or number in scene.at:
        return None
    says_where = before in cues.within or before in cues.compass or before in cues.outskirts | cues.belonging
    if not says_where and before not in cues.locating:
        return None
    last = number
    while last - number < 2 and scene.key(last) in cues.linking and _goes_on(scene, last + 1):
        last += 1
    key, other = scene.key(last), scene.at.get(last)
    # "قرب بصر الحرير" in Syria is not the Harir of another country.
    elsewhere = other is not None and last > number and not scene.about(other.place.country, last)
    if len(key) < 4 or not key.isalpha() or not (elsewhere or (other is None and scene.strange(key))):
        return None
    if key in cues.never or key in cues.people or key in cues.calendar or key in cues.bodies:
        return None
    if (known := heard(scene, number, number, last + 1)) or not says_where:
        return known
    where = context_place(scene, number)
    local = where is not None and _is_near(where) and not is_far(scene, number, where)
    found = somewhere(scene, number, number, last + 1) if local else None
    return [replace(area, confidence=0.25) for area in found] if found else None


def _no_word(scene: Scene, number: int) -> bool:
    """Whether it can only be a name: no word of the language, or that of a town in the country spoken of."""
    country = scene.country(number)
    town = known_town(scene, scene.key(number), country.country) if country and country.country else None
    return scene.strange(scene.key(number)) or (town is not None and town.population >= WELL_KNOWN)


def _goes_on(scene: Scene, number: int) -> bool:
    """May the word belong to a name: right behind, and no word of time and the like?"""
    key, cues = scene.key(number), scene.cues
    return scene.tight(number) and key not in cues.never | cues.closed | cues.calendar | cues.unnamed


def _is_near(where: KnownPlace) -> bool:
    """Smaller than a country, or a country so small that its middle is near all of it."""
    return where.kind in _LOCAL or (where.kind == "country" and where.radius_km <= SMALL_COUNTRY_KM)


def governing_again(scene: Scene, number: int) -> list[Area] | None:
    """Is this "the area" or "the camp", which goes back to a place named before?"""
    if not scene.cues.glued or not scene.ends(number + 1):
        return None
    if not {scene.key(number), _bare(scene, number)} & scene.cues.this_area:
        return None
    place = _again(scene, number) or scene.last_named(number, _LOCAL)
    return [Area(number, number + 1, place, "anaphor", 0.35)] if place else None


def _again(scene: Scene, number: int) -> KnownPlace | None:
    """ "المخيم" behind "مخيم جنين": the place of that kind which was named last."""
    known = {scene.key(number), _bare(scene, number)} & scene.cues.this_area
    kinds = (key.removeprefix(a) for key in known for a in scene.cues.glued_articles)
    return next((place for kind in kinds if (place := scene.last_of_kind(number, kind)) is not None), None)


def _bare(scene: Scene, number: int) -> str:
    """A kind without the small words written on it."""
    key, cues = scene.key(number), scene.cues
    kinds = cues.unlisted_kinds | cues.this_area
    cuts = (key[len(p) :] for p in sorted(cues.prefixes) if key.startswith(p))
    return key if key in kinds else next((cut for cut in cuts if cut in kinds), key)


def _is_led(scene: Scene, number: int) -> bool:
    """ "منطقة بالقرب من", "مستشفى بالفاشر": a small word and the article begin no name."""
    key, cues = scene.key(number), scene.cues
    return any(key.startswith(p + a) for p in cues.placing for a in cues.glued_articles)


def _plain(scene: Scene, kind: str, number: int) -> bool:
    """Whether the word behind a kind says how it is, not what it is called."""
    key, cues = scene.key(number), scene.cues
    defined = any(key.startswith(article) for article in cues.glued_articles)
    if kind in cues.squares and defined:
        # "ميدان الشهداء", "ساحة التحرير": called after people and ideas.
        return key in cues.unnamed | cues.calendar | cues.regions or key in cues.compass
    known = (
        cues.never | cues.closed | cues.regions | cues.of_kind | cues.calendar | cues.bodies | cues.unnamed
        | cues.this_town | cues.this_area | cues.this_country | cues.this_capital
    )  # fmt: skip
    # "ثكنة للجيش": the preposition and the article are written as one.
    bare = next((a + key.removeprefix(p) for p, a in cues.contracted.items() if key.startswith(p)), key)
    known |= {key} if bare in known else set()
    short = len(key) < 3 and key not in cues.linking
    if key in known or key in cues.people or key in cues.compass or short or key[0].isdigit():
        return True
    if scene.led(key):
        return True  # "مصادر محلية بسقوط قتلى", "قاعدة وميناء"
    # An adjective agrees: "منطقة حدودية", "مطار دولي"; so does the ending of a feminine kind.
    agreeing = next((ends for kinds, ends in cues.agreeing.items() if kind.endswith(kinds)), None)
    return agreeing is not None and not defined and key.endswith(agreeing)


def _site(scene: Scene, number: int, place: KnownPlace, last: int, likelihood: float) -> list[Area] | None:
    """A site of a place that is known: "مطار صنعاء"."""
    if place.kind not in {"town", "point", "area"}:
        return None
    if place.kind == "point":
        return [Area(number, last, place, "site", likelihood)]  # "مطار معيتيقة": the airport that is listed
    title = " ".join(word.text for word in scene.words[number:last])
    site = circled(place, Circle(place.lat, place.lon, SITE_RADIUS_KM), title, "point", place.id)
    return [Area(number, last, site, "site", round(0.8 * likelihood, 3))]
