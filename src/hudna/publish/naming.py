"""Names of actors, places and countries in a language, as far as the packs and the base map know them.

English keeps the words of the reports for actors, so that a reader finds them again. In
another language a listed name is said in that language; what has none stays as it was written.
"""

import re
from dataclasses import dataclass
from functools import cache

from hudna.knowledge.actor_packs import ActorEntry, load_agents
from hudna.knowledge.base_map import country_names, division_names, town_names, towns, world_names
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.document_words import load_document_words
from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.handful import counts_people
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.knowledge.scripts import is_written_in
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.model.incident import Where
from hudna.publish.occurrence import cast

COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre"}
)


# "A convoy of some forty vehicles of the National Army": beyond so many words the name itself is plainer.
_WORDS = 8
# So many letters of a name tell whom it means, unless many are called so.
_TELLING = 3
_OWNED = re.compile(r"['’]s ")
_OF_STATE = {"mil": "army_of", "gov": "government_of", "cop": "police_of"}
_STATE = re.compile(r"(?P<country>[a-z]{3})-(?P<kind>mil|gov|cop)")
_BESIDE = re.compile(
    rf"(?:(?P<km>\d+) (?:km|kilometres|kilometers) )?(?P<point>{'|'.join(sorted(COMPASS, key=len, reverse=True))}) of (?P<town>.+)"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Names in one language."""

    language: str

    def actor(self, actor: str | None, text: str = "") -> str | None:
        """The listed name in the language; None: say it as the report does."""
        entry = cast().entries.get(actor or "")
        if entry is None:
            return self._of_a_state(actor or "") if not text else None
        if self.language == "en":
            # Reports in another language: their words would be no help to the reader.
            told = is_written_in(text[:1], "en") and not _is_foreign(text) and not _is_owned(text)
            ours = not text or (told and len(text.split()) <= _WORDS and _names_him(text, entry))
            return None if ours else entry.name.split(" / ")[0]
        given = entry.names.get(self.language, ())
        return given[0] if given else None

    def _of_a_state(self, actor: str) -> str | None:
        """ "yem-mil": the forces of a state whose own nobody has listed, by the name of the state."""
        found = _STATE.fullmatch(actor)
        country = self.country(found["country"].upper()) if found else ""
        if found is None or country == found["country"].upper():
            return None
        return load_document_words(self.language).parts[_OF_STATE[found["kind"]]].format(country=country)

    def listed(self, actor: str) -> str:
        """The name of a listed actor where no report's words are at hand, such as a party of an agreement."""
        known = self.actor(actor)
        return known or cast().name(actor).split(" / ")[0]

    def place(self, place: Where) -> str:
        """The place's name in the language, else as it is."""
        if self.language == "en":
            return _in_english(place)
        if place.precision == "country":
            return self.country(place.country) or place.name
        return (
            _places(self.language).get(place.id or "")
            or self._part(place)
            or self._by_name(place)
            or self._beside(place.name)
            or place.name
        )

    def _beside(self, name: str) -> str | None:
        """ "north of Goma", "20 km south of Misrata": the direction and the town in the language."""
        found = _BESIDE.fullmatch(name)
        town = towns_by_english(self.language).get(fold(found["town"])) if found else None
        if found is None or town is None:
            return None
        words = load_document_words(self.language)
        form = words.parts["beside_km" if found["km"] else "beside"]
        return form.format(direction=words.value(found["point"]), name=town, km=found["km"])

    def _by_name(self, place: Where) -> str | None:
        where = (place.country or "", place.name)
        return self._division(*where) or _towns(self.language).get((where[0], fold(where[1])))

    def _part(self, place: Where) -> str | None:
        """ "El Obeid (west)" and "Northern Niger" by the whole and the direction."""
        part_of, point = _parts().get(place.id or "") or _whole(place.id or "")
        if not point:
            return None
        usual = place.name.removesuffix(f" ({point})")
        whole = self.country(part_of) if part_of in country_names(self.language) else None
        whole = whole or self.place(place.model_copy(update={"id": part_of, "name": usual}))
        words = load_document_words(self.language)
        return words.parts["part_of"].format(direction=words.value(point), name=whole)

    def division(self, country: str | None, name: str) -> str:
        """A first-level division's name."""
        return self._division(country or "", name) or name

    def _division(self, country: str, name: str) -> str | None:
        found = division_names(self.language).get((country, name))
        return found or world_names(self.language)["divisions"].get(f"{country}/{name}")

    def area(self, area: str | None, name: str | None) -> str | None:
        """A part of a theatre by its name in the language, where the theatre gives one."""
        if area is None or self.language == "en":
            return self._whose(area, in_latin(name), in_latin(name)) if name else area
        country, _, division = area.partition("/")
        if division and self._division(country, division):
            return self._whose(area, division, self.division(country, division))
        known = (load_warning_rules(theatre).area(area) for theatre in theatre_names())
        given = (one.names[self.language] for one in known if one and self.language in one.names)
        return next(given, None) or self._beside(name or "") or name or area

    def _whose(self, area: str | None, english: str, name: str) -> str:
        """ "South (Lebanon)": a division that is called by nothing but a point of the compass."""
        country = self.country((area or "").partition("/")[0]) if "/" in (area or "") else ""
        return f"{name} ({country})" if country and english.casefold() in COMPASS | {"central"} else name

    def country(self, code: str | None) -> str:
        """A country's name; a code that names none is given back."""
        return country_names(self.language).get(code or "", code or "")


def _names_him(text: str, entry: ActorEntry) -> bool:
    """Do the words say who it is by themselves: "the Libyan National Army", not "the guerrilla group", "Kyiv" or "an Israeli raid"?"""
    words = _words_of(text)
    names = (entry.name, *entry.aliases, *entry.local)
    if counts_people(text) or (words and words[0] in load_casualty_words("en").numbers):
        return True  # "five soldiers", "two of them" are not the army
    if not words or words[-1] in nominal_nouns("en") or _owns_a_deed(text):
        return False
    return not frozenset(words).isdisjoint(
        word for name in names for word in _words_of(name) if len(word) >= _TELLING and word not in _plain()
    )


@cache
def _plain() -> frozenset[str]:
    """Words that many are called by: nouns for forces and governments, articles and small words inside names."""
    agents, small = load_agents("en"), load_phrase_words("en")
    nouns = (noun for kind in agents.classes for noun in kind.nouns) if agents is not None else ()
    words = (word for noun in nouns for word in _words_of(noun))
    return frozenset({*words, *small.determiners, *small.joiners, *small.inside})


def _words_of(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if word != "s"]


def _is_foreign(text: str) -> bool:
    return load_document_words("en").is_foreign(text)


def _owns_a_deed(text: str) -> bool:
    """ "The army’s troop movements in the south": what somebody does is not what he is called."""
    behind = _words_of(_OWNED.split(text, maxsplit=1)[-1]) if _OWNED.search(text) else ()
    return any(
        word in nominal_nouns("en") or word.removesuffix("s") in nominal_nouns("en") for word in behind
    )


def _is_owned(text: str) -> bool:
    """ "Its units": whose they are stood in another sentence of the report."""
    return text.split(" ", 1)[0].lower() in load_document_words("en").owners


def _in_english(place: Where) -> str:
    """ "Khartoum (مطار الخرطوم)": a site that only a report in another script names, by the town it belongs to."""
    name = in_latin(place.name)
    town = None if is_written_in(name[:1], "en") else _english_by_id().get(place.id or "")
    return f"{town} ({name})" if town else name


@cache
def _english_by_id() -> dict[str, str]:
    """Place id → its English name, of what people listed and of the towns of the base map."""
    found = {f"geonames:{town['g']}": town["n"] for town in towns() if "g" in town}
    listed = listed_places(theatre_names())
    return (
        found
        | {f"geonames:{one.geonames}": one.name for one in listed}
        | {one.id: one.name for one in listed}
    )


def in_latin(name: str) -> str:
    """A place's name in Latin letters, where a list knows it; else as it was written."""
    return name if is_written_in(name[:1], "en") else _english().get(fold(name), name)


@cache
def _english() -> dict[str, str]:
    """The name that a place has in another script, folded → its English one: a report in Arabic says only the former."""
    places, arabic = listed_places(theatre_names()), world_names("ar")["towns"]
    listed = [(name, place.name) for place in places for name in place.names]
    listed += [(arabic.get(str(place.geonames), ""), place.name) for place in places]
    mapped = ((name, town["n"]) for town in towns() for language, name in town.items() if language == "ar")
    found: dict[str, str] = {}
    for name, english in (*listed, *mapped):
        if not is_written_in(name[:1], "en") and is_written_in(english[:1], "en"):
            found.setdefault(fold(name), english)
    return found


@cache
def towns_by_english(language: str) -> dict[str, str]:
    """English name of a town, folded → its name in the language; of two of one name what people listed, then the larger."""
    found: dict[str, str] = {}
    for place in listed_places(theatre_names()):
        written = next((one for one in place.names if is_written_in(one, language)), None)
        if written:
            found.setdefault(fold(place.name), written)
    for town in towns():
        if language in town:
            found.setdefault(fold(town["n"]), town[language])
    return found


@cache
def _towns(language: str) -> dict[tuple[str, str], str]:
    """Country and folded name → name in the language; of two towns of one name the larger."""
    found: dict[tuple[str, str], str] = {}
    for town in towns():
        if language in town:
            found.setdefault((town["c"], fold(town["n"])), town[language])
    return found


@cache
def _places(language: str) -> dict[str, str]:
    """Place id → its name in the language: towns of the base map, and above them what people have checked."""
    world = world_names(language)["towns"]
    found = {f"geonames:{number}": name for number, name in world.items()}
    found |= {f"geonames:{number}": name for number, name in town_names(language).items()}
    for place in listed_places(theatre_names()):
        written = next((one for one in place.names if is_written_in(one, language)), None)
        name = written or found.get(f"geonames:{place.geonames}")
        if name:
            found[place.id] = name
    return found


@cache
def _parts() -> dict[str, tuple[str, str]]:
    """Place id → what it is a part of and where in it, as people have listed it."""
    return {
        place.id: (place.part_of, place.direction)
        for place in listed_places(theatre_names())
        if place.part_of and place.direction
    }


def _whole(place: str) -> tuple[str, str]:
    """The whole and the direction of a part that a text told of: 'el-obeid-sdn/west'."""
    whole, _, point = place.rpartition("/")
    return (whole, point) if whole and point in COMPASS else ("", "")
