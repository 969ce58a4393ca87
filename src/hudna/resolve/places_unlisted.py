"""Places that no list has: a wide circle round what is named in the same breath, and no identifier.

Better vague and right than a namesake on another continent.
"""

from collections.abc import Sequence
from dataclasses import replace

from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import KnownPlace
from hudna.knowledge.place_words import load_names
from hudna.resolve.places_alike import town_alike
from hudna.resolve.places_areas import TOWNS, rule
from hudna.resolve.places_compass import Circle
from hudna.resolve.places_scene import Area, Named, Scene, circled
from hudna.resolve.places_text import goes_on_behind

# An unlisted village is somewhere round the place that the passage speaks of.
UNLISTED_RADIUS_KM = 60.0
QUARTER_RADIUS_KM = 10.0
# From the middle of such a country no part of it is farther than the distance at which places are judged.
SMALL_COUNTRY_KM = 150.0
# So many words apart two places are named in one breath; tried by hand on gold/ar/dev.
SAME_BREATH = 5
# So many words behind a village the town may stand near which it lies.
ONE_BREATH = 8
_TOO_WIDE = frozenset({"country", "continent"})
# How a place is found that no list has, and nothing says round what it lies.
UNLOCATED = "unlocated"
# A town of this size, as sure as this, needs no other word on its country.
WELL_KNOWN, SURE = 300_000, 0.6
# So many words before its name somebody may be said to speak to an outlet.
HEARD = 4
# So many surnames are commoner as such than as names of villages.
COMMON_SURNAMES = 5_000
# Capitals alone, so many or more, are who holds a camp and not what it is called.
ACRONYM = 3


def somewhere(scene: Scene, number: int, first: int, last: int) -> list[Area] | None:
    """A place without coordinates of its own, round what is named in the same breath, or nowhere on the map."""
    told = _told_best(scene, first, last)
    here = first if first in scene.at else number
    where = context_place(scene, here if told is None else told)
    title = " ".join(word.text for word in scene.words[first:last])
    if where is None or is_far(scene, number, where):
        return [unlocated(number, last, title, where.country if where else None)]
    circle = Circle(where.lat, where.lon, max(UNLISTED_RADIUS_KM, where.radius_km))
    return [Area(number, last, circled(where, circle, title, "area"), "unlisted", 0.3)]


def _told_best(scene: Scene, first: int, last: int) -> int | None:
    """Where else the report has the name in one sentence with a place near it, if it has not here: "Ocua, Mazeze and Chiure"."""
    keys = [word.key for word in scene.words[first:last]]
    others = [
        at
        for at in range(len(scene.words) - len(keys) + 1)
        if at != first and [scene.key(at + ahead) for ahead in range(len(keys))] == keys
    ]
    if not others or _has_town_beside(scene, first):
        return None
    return next((at for at in others if _has_town_beside(scene, at)), None)


def _has_town_beside(scene: Scene, number: int) -> bool:
    """Whether its sentence names another town, no seat of news, in the country spoken of."""
    spoken_of, senders = scene.country(number), _senders(scene)
    return any(
        name.first != number
        and name.located
        and name.place.kind in TOWNS
        and name.place.id not in senders
        and _is_of(name, spoken_of)
        and _is_in_one_sentence(scene, name.first, number)
        for name in scene.named_near(number, 30)
    )


def is_far(scene: Scene, number: int, where: KnownPlace) -> bool:
    """Whether the middle of what is named may be far from it: of a wide country, of the town that the news comes from."""
    if where.kind in _TOO_WIDE:
        return where.radius_km > SMALL_COUNTRY_KM
    near = scene.named_near(number, SAME_BREATH)
    return where.id in _senders(scene) and all(name.place.id != where.id for name in near)


def _senders(scene: Scene) -> frozenset[str]:
    """Capitals, and the town that stands in front of the report: news of a whole country comes from them."""
    first = scene.named[0] if scene.named else None
    ahead = {first.place.id} if first and first.first == 0 and scene.words[0].upper else set()
    return scene.gazetteer.capitals | ahead


def unlocated(first: int, last: int, title: str, country: str | None) -> Area:
    """A place in words only: the middle of a country would be a guess."""
    place = KnownPlace("", title, "area", 0.0, 0.0, 0.0, "area", country, None)
    return Area(first, last, place, UNLOCATED, 0.3)


def context_place(scene: Scene, number: int) -> KnownPlace | None:
    """The place named nearest before or after, else the last one, else the country."""
    close = [
        name for name in scene.named_near(number, 30)
        if name.first != number and name.located and name.place.kind != "continent"
        and not is_across(scene, name)
        and (scene.about(name.place.country, name.first) or _is_known_well(name) or _is_in_one_breath(name, number))
    ]  # fmt: skip
    spoken_of = scene.country(number)
    here = [
        name for name in close if _is_of(name, spoken_of) or _is_in_one_sentence(scene, name.first, number)
    ]
    # "Orakzai. Qatar e Arabia Saudita hanno chiesto": a country near by says less than a town named before.
    exact = [name for name in here if name.place.kind != "country"]
    kinds = frozenset({"town", "admin1", "admin2", "region", "area"})
    before = None if exact else scene.last_named(number, kinds)
    if before is not None or not here:
        return before or scene.country(number)
    return min(exact or here, key=lambda name: (abs(name.first - number), name.first)).place


def _is_in_one_breath(name: Named, number: int) -> bool:
    """ "nel villaggio di Dheisha, a sud di Nablus": a sure town that is named right beside."""
    return 0 < name.first - number <= ONE_BREATH and name.place.kind == "town" and name.likelihood >= SURE


def is_across(scene: Scene, name: Named) -> bool:
    """ "at the border with Mali": what lies beyond is not where."""
    at, cues = name.first - 1, scene.cues
    small = cues.articles | cues.with_words | cues.of
    while scene.key(at) in small and scene.tight(at + 1):
        at -= 1
    return scene.key(at) in cues.borders


def _is_of(name: Named, country: KnownPlace | None) -> bool:
    """Whether it lies in the country that is spoken of: where mediators sit and speeches are made is another's."""
    return country is None or name.place.country == country.country


def _is_in_one_sentence(scene: Scene, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return not any(scene.words[at].starts for at in range(first + 1, last + 1))


def _is_known_well(name: Named) -> bool:
    """A large town says by itself where a report is, though nothing else names its country."""
    return name.place.population >= WELL_KNOWN and name.likelihood >= SURE


@rule
def unlisted(scene: Scene, number: int) -> list[Area] | None:
    """Is this a village that no list has: "the village of X"?"""
    article = scene.key(number) in scene.cues.articles
    noun = number + article
    link = link_of(scene, noun) if scene.key(noun) in scene.cues.unlisted_kinds else None
    if link is None:
        return None
    first = link + 1
    whole = noun in scene.at and scene.at[noun].last > first  # "nella Valle del Cauca": a list has all of it
    if whole or not begins_name(scene, first) or _is_known_here(scene, noun, first):
        return None
    last = first + 1
    while (
        last < len(scene.words) and scene.tight(last) and scene.words[last].capital and last not in scene.at
    ):
        last += 1
    if goes_on_behind(scene.words, last, scene.cues) and last + 1 not in scene.at:
        last += 2
    own = scene.at.get(first)
    last = max(last, own.last) if own else last
    if scene.key(noun) in scene.cues.quarters and (town := _town_of(scene, number)):
        title = " ".join(word.text for word in scene.words[first:last])
        circle = Circle(town.lat, town.lon, max(QUARTER_RADIUS_KM, town.radius_km))
        return [Area(number, last, circled(town, circle, title, "area"), "unlisted", 0.3)]
    town = _alike(scene, noun, first, last)
    if town is not None:
        return [Area(number, last, town, "unlisted", 0.4)]
    # "piazza dei Martiri" is no place called "Martiri".
    return somewhere(scene, number, noun if scene.key(noun) in scene.cues.squares else first, last)


def _alike(scene: Scene, noun: int, first: int, last: int) -> KnownPlace | None:
    """ "la città di Zawara": a town of the country spoken of, written in another way."""
    if scene.key(noun) not in scene.cues.this_town or first in scene.at:
        return None
    country = scene.country(first)
    title = " ".join(word.text for word in scene.words[first:last])
    return town_alike(scene.gazetteer, country.country if country else None, title)


def link_of(scene: Scene, noun: int) -> int | None:
    """The word for "of" behind a noun, or behind what describes it: "villaggio palestinese di X"."""
    if scene.key(noun + 1) in scene.cues.of:
        return noun + 1
    described = scene.cues.trailing and scene.tight(noun + 1) and scene.tight(noun + 2)
    small = described and not scene.words[noun + 1].capital and scene.key(noun + 1) not in scene.cues.closed
    return noun + 2 if small and scene.key(noun + 2) in scene.cues.of else None


def _town_of(scene: Scene, number: int) -> KnownPlace | None:
    """The town that a quarter is in: one named in the same sentence, else the last one."""
    here = [
        name
        for name in scene.named_near(number, 30)
        if name.located and name.place.kind == "town" and _is_in_one_sentence(scene, name.first, number)
    ]
    near = min(here, key=lambda name: (abs(name.first - number), name.first), default=None)
    return near.place if near else scene.last_town(number, "")


def begins_name(scene: Scene, first: int) -> bool:
    """Whether a name may stand here: with a capital, or "al-Sabbagh"."""
    return scene.tight(first) and may_be_name(scene, first)


def may_be_name(scene: Scene, first: int) -> bool:
    """Whether a word may begin the name of a place that no list has."""
    if first >= len(scene.words):
        return False
    joined = first + 1 < len(scene.words) and scene.words[first + 1].gap in {"-", "–", "‑"}
    if joined and scene.key(first) in scene.cues.linking and first + 1 not in scene.at:
        return scene.words[first + 1].capital
    # "una base della Brigata 444", "un camp des ADF"
    word = scene.words[first]
    # "le camp des FAMa": one small letter behind three capitals makes no name of a camp.
    acronym = sum(letter.isupper() for letter in word.text) >= ACRONYM
    return word.capital and not acronym and scene.key(first) not in scene.cues.never


def _is_known_here(scene: Scene, noun: int, first: int) -> bool:
    """Whether a list has the name, other than as a larger town abroad: a village in Syria is no city in Egypt."""
    named = scene.at.get(first)
    if named is None:
        return False
    place, cues = named.place, scene.cues
    # "le village de Bali": of a report on another country, no island or province is meant by a village's name.
    away = place.kind != "town" or (not place.listed and place.id not in scene.gazetteer.capitals)
    village = scene.key(noun) in cues.this_town - cues.capital_nouns and not scene.about(place.country, first)
    return not (away and village and scene.country(first, but=place.country))


def is_meant(scene: Scene, place: KnownPlace, at: int) -> bool:
    """Listed by people, of the country spoken of, or a capital where none is: no village is called Khartoum."""
    if place.listed or scene.about(place.country, at):
        return True
    return place.id in scene.gazetteer.capitals and not scene.country(at, but=place.country)


@rule
def unlisted_site(scene: Scene, number: int) -> list[Area] | None:
    """Is this a site or small area that no list has: "the Halan forest", "the Mellitah gas plant"?"""
    article = scene.key(number) in scene.cues.definite
    first = last = number + article
    if first >= len(scene.words) or not scene.words[first].capital or scene.words[first].starts:
        return None
    named = scene.at.get(first)
    if named and is_meant(scene, named.place, first):
        return None
    if any(name.first < first < name.last for name in scene.named):
        return None  # "Ain Zara suburb": the end of a name that a list has
    while (
        last < len(scene.words)
        and last - first < 4
        and scene.words[last].capital
        and (last == first or scene.tight(last))
    ):
        last += 1
    if article and not scene.tight(first):
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
    word = scene.words[number]
    if number == 0 or word.starts or not word.tight or number in scene.at or not _says_where(scene, number):
        return None
    if any(name.first < number < name.last for name in scene.named_before(number, 1)):
        return None
    last = number
    while last < len(scene.words) and last - number < 3 and is_nameless(scene, last, first=last == number):
        last += 1
    while last > number and not scene.words[last - 1].capital:
        last -= 1  # "near Amedi in the north", "in Titigi and": what joins two names ends none
    if last == number or _goes_on(scene, last) or _is_a_persons(scene, number, last):
        return None
    return [replace(area, confidence=0.25) for area in somewhere(scene, number, number, last) or []]


def _says_where(scene: Scene, number: int) -> bool:
    """Whether the words before a name say that it is a place: "near", or "the market of"."""
    before, noun = scene.key(number - 1), scene.key(number - 2)
    if before in scene.cues.locating:
        # "a-t-il déclaré à Scirocco": who is told something is an outlet.
        return not any(scene.key(at) in scene.cues.hearing for at in range(number - HEARD, number - 1))
    if _is_site_there(scene, number):
        return True
    cues = scene.cues
    kinds = (
        cues.belonging,
        cues.unlisted_sites,
        cues.unlisted_kinds,
        cues.outskirts,
        cues.of_kind,
        cues.within,
    )
    return before in cues.of and scene.tight(number - 1) and any(noun in some for some in kinds)


def _goes_on(scene: Scene, last: int) -> bool:
    """Whether the name is longer than it seems, or that of a body."""
    return scene.tight(last) and (scene.words[last].capital or scene.key(last) in scene.cues.bodies)


def _is_a_persons(scene: Scene, first: int, last: int) -> bool:
    """Whether the report has the name behind a title or another name somewhere: "General Haftar", "to Haftar"."""
    keys = [word.key for word in scene.words[first:last]]
    return any(
        scene.key(at) == keys[0] and at != first and scene.tight(at) and _names_people(scene, at - 1)
        for at in range(1, len(scene.words) - len(keys) + 1)
    )


def _names_people(scene: Scene, number: int) -> bool:
    word, people = scene.words[number], load_names()
    named = word.capital and not word.starts and number not in scene.at
    return word.key in scene.cues.titles or word.key in people.first or named


def _is_site_there(scene: Scene, number: int) -> bool:
    """ "un camp de déplacés à X": what stands somewhere, its word for where, and the name."""
    if number < 2 or scene.key(number - 1) not in scene.cues.locating_sites:
        return False
    return any(scene.key(at) in scene.cues.sited for at in range(max(0, number - 4), number - 1))


def is_nameless(scene: Scene, number: int, *, first: bool) -> bool:
    """Whether a word looks like a name and is none that we know."""
    word, people = scene.words[number], load_names()
    written = word.text[0].isupper() and len(word.key) > 3 and not word.upper and (first or word.tight)
    # "at Wunaliet and Rejaf": two places
    links = word.key in scene.cues.linking and word.key not in scene.cues.and_words
    joins = not first and word.tight and not word.capital and links
    known = word.key in scene.cues.never or word.key in scene.cues.people or word.key in scene.cues.calendar
    plain = word.key in people.first or word.key in people.common or word.key in scene.cues.bodies
    plain = plain or people.surnames.get(word.key, COMMON_SURNAMES) < COMMON_SURNAMES
    return joins or (written and not known and not plain and number not in scene.at)


def echoes(scene: Scene, areas: Sequence[Area]) -> list[Area]:
    """What was told to be a place once is one wherever the report names it: "in Agok … Agok was burnt"."""
    covered = {number for area in areas for number in range(area.first, area.last)}
    told: dict[tuple[str, ...], Area] = {}
    for area in areas:
        if area.rule in {"unlisted", UNLOCATED}:
            told.setdefault(tuple(fold(area.place.name).split()), area)
    found = []
    for keys, area in told.items():
        for first in range(len(scene.words) - len(keys) + 1):
            last = first + len(keys)
            if _echoes(scene, first, keys) and covered.isdisjoint(range(first, last)):
                found.append(replace(area, first=first, last=last))
                covered.update(range(first, last))
    return found


def _echoes(scene: Scene, first: int, keys: tuple[str, ...]) -> bool:
    last, cues = first + len(keys), scene.cues
    if any(scene.key(first + ahead) != key for ahead, key in enumerate(keys)) or first in scene.at:
        return False
    if not cues.glued and (not scene.words[first].capital or _goes_on(scene, last)):
        return False
    return not (scene.tight(first) and (scene.key(first - 1) in cues.titles | cues.bodies))
