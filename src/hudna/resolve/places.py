"""Find the places a report names, and say which and how precisely.

`PlaceFinder.find` takes a whole report's text and gives place mentions with
offsets into it. A name that may well not be a place gives nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hudna.knowledge.country_words import adjectives_of_all_countries
from hudna.knowledge.files import ROOT, read_yaml
from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import KnownPlace, load_gazetteer
from hudna.knowledge.glued import load_glue
from hudna.knowledge.lemmas import known_word
from hudna.knowledge.place_words import PlaceCues, load_cues, load_names
from hudna.model.making import maker
from hudna.model.mention import PlaceMention
from hudna.resolve.places_abroad import is_abroad, is_facility
from hudna.resolve.places_confidence import Table, load_table
from hudna.resolve.places_context import Context, add_chosen, gather
from hudna.resolve.places_distant import distant
from hudna.resolve.places_elsewhere import strangers, without_namesakes
from hudna.resolve.places_metonym import stands_for_rulers
from hudna.resolve.places_names import Name, NameFinder, holds, named_countries
from hudna.resolve.places_phrases import ALL_RULES
from hudna.resolve.places_scene import Area, Named, Scene
from hudna.resolve.places_side_by_side import side_by_side
from hudna.resolve.places_text import HYPHENS, Word, goes_on_behind, is_in_a_title, words_of
from hudna.resolve.places_unlisted import UNLOCATED, echoes
from hudna.resolve.places_weigh import (
    Features,
    Setting,
    is_common_noun,
    likelihood,
    meaning_features,
    mention_features,
    score,
)

# What is so doubtful stands in words only, where so much of what the report names lies elsewhere.
DOUBTFUL, HOME_SHARE = 0.4, 0.5
_IN_WORDS_ONLY: dict[str, Any] = dict.fromkeys(("id", "lat", "lon", "radius_km", "country", "admin1"))
# An article in a name has so many letters at most.
ARTICLE = 3
# The name of a larger place ends where it does: "a Mogadiscio al Shabaab".
NAME_ENDS = 100_000
# A name is a place where this is likelier than not.
LEAST_LIKELIHOOD = 0.5
# So many words may stand between a town and the unit it is said to lie in: "nel nord del".
SMALL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A name with the place it most likely means."""

    name: Name
    setting: Setting
    place: KnownPlace
    margin: float
    likelihood: float

    def rule(self) -> str:
        """`metonym` where the name stands for a government, else `name`."""
        return "metonym" if stands_for_rulers(self.setting, self.place) else "name"


MAKE_CHOICE, MAKE_SETTING, MAKE_MENTION = maker(Choice), maker(Setting), maker(PlaceMention)


class PlaceFinder:
    """Finds places with one gazetteer; made by `load`."""

    def __init__(self, theatres: tuple[str, ...], *, shares: Table | None = None) -> None:
        """`shares`: what turns sureness into confidence; without it confidence is bare sureness."""
        self.gazetteer = load_gazetteer(theatres)
        self._shares = shares
        weights: dict[str, dict[str, float]] = read_yaml(ROOT / "places" / "weights.yml")
        self.mention_weights, self.meaning_weights = weights["mention"], weights["meaning"]
        self._finders: dict[str, NameFinder] = {}

    @staticmethod
    def load(theatres: tuple[str, ...] = ("libya",)) -> "PlaceFinder":
        """The finder of these theatres, made once."""
        return _finder(tuple(theatres))

    def find(
        self,
        text: str,
        *,
        language: str = "en",
        near_countries: tuple[str, ...] = (),
        taken: Sequence[tuple[int, int]] = (),
    ) -> tuple[PlaceMention, ...]:
        """Every place the text tells of, in order: names, and areas made of them."""
        words = words_of(text, load_cues(language))
        choices = self.choices(text, words, language, near_countries, taken)
        named = [
            Named(
                choice.name.first, choice.name.last, choice.place, choice.likelihood, choice.rule() == "name"
            )
            for choice in choices
        ]
        glue = load_glue(language) if load_cues(language).glued else None
        strange, led = (glue.is_strange, glue.is_led_noun) if glue is not None else (bool, bool)
        scene = Scene(self.gazetteer, load_cues(language), words, named, near_countries, strange, led)
        named, moved = without_namesakes(scene)
        scene = replace(scene, named=named) if moved else scene
        areas = find_areas(scene)
        covered = {number for area in areas for number in range(area.first, area.last)}
        for elsewhere in (moved, strangers(scene), distant(scene, areas), side_by_side(scene)):
            areas += [area for area in elsewhere if area.first not in covered]
            covered |= {number for area in areas for number in range(area.first, area.last)}
        areas += echoes(scene, areas)
        # "various areas of Libya" names the country as well.
        whole = (area for area in areas if area.rule != "some part")
        covered = {number for area in whole for number in range(area.first, area.last)}
        found = [self._mention(text, choice) for choice in choices if choice.name.first not in covered]
        found += [
            _area_mention(text, words, area, self._area_confidence(area))
            for area in areas
            if not _within(words, area, taken)
        ]
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))

    def find_names(
        self,
        text: str,
        *,
        language: str = "en",
        near_countries: tuple[str, ...] = (),
        taken: Sequence[tuple[int, int]] = (),
    ) -> tuple[PlaceMention, ...]:
        """Every name of a place as such; "northern Mali" gives "Mali"."""
        words = words_of(text, load_cues(language))
        return tuple(
            self._mention(text, choice)
            for choice in self.choices(text, words, language, near_countries, taken)
        )

    def choices(
        self,
        text: str,
        words: list[Word],
        language: str,
        near: tuple[str, ...],
        taken: Sequence[tuple[int, int]],
    ) -> list[Choice]:
        """The names that are places, in order, none within another."""
        kept: list[Choice] = []
        reached = 0
        groups = self.weighed(text, words, language, near, taken)
        starts = {choice.name.first for group in groups for choice in group}
        for group in groups:
            for choice in group:
                if _is_half_a_name(words, choice.name.last, language) or _goes_on(
                    words, choice, starts, taken
                ):
                    continue
                if is_in_a_title(text, choice.name.start, choice.name.end):
                    continue
                if choice.name.first >= reached and choice.likelihood >= LEAST_LIKELIHOOD:
                    kept.append(choice)
                    reached = choice.name.last
                    break
        return kept

    def weighed(
        self,
        text: str,
        words: list[Word],
        language: str,
        near: tuple[str, ...],
        taken: Sequence[tuple[int, int]],
    ) -> list[list[Choice]]:
        """Every name with its likeliest meaning and how likely it is a place at all."""
        finder = self._name_finder(language)
        groups = finder.names(text, words, taken)
        people = load_names()
        context = gather(words, groups, finder.cues, people, near)
        settings = _settings(groups, words, context, finder)
        first = self._choose_all(settings, {})
        sure = [choice for group in first for choice in group[:1] if choice.likelihood >= LEAST_LIKELIHOOD]
        chosen = {choice.name.key: choice.place for choice in sure}
        context = add_chosen(context, chosen)
        settings = _settings(groups, words, context, finder)
        return self._choose_all(settings, chosen)

    def _choose_all(
        self, settings: list[list[Setting]], others: Mapping[str, KnownPlace]
    ) -> list[list[Choice]]:
        return [[self.choose(setting, others) for setting in group] for group in settings]

    def choose(self, setting: Setting, others: Mapping[str, KnownPlace]) -> Choice:
        """The likeliest meaning of one name."""
        best, margin = self._likeliest(setting, others)
        features: Features = mention_features(setting, best, margin)
        sure = likelihood(score(features, self.mention_weights))
        none = is_common_noun(setting, best) or is_abroad(setting, best) or is_facility(setting)
        sure = 0.0 if none else sure
        return MAKE_CHOICE(setting.name, setting, best, margin, sure)

    def _likeliest(self, setting: Setting, others: Mapping[str, KnownPlace]) -> tuple[KnownPlace, float]:
        """What the name most likely means, and how much likelier that is than the next; of one there is no choice."""
        meanings = setting.name.meanings
        if len(meanings) == 1:
            return meanings[0], 1.0
        scored = [
            (score(meaning_features(place, setting, others), self.meaning_weights), -number)
            for number, place in enumerate(meanings)
        ]
        ranked = sorted(scored, reverse=True)
        return meanings[-ranked[0][1]], likelihood(ranked[0][0] - ranked[1][0])

    def _name_finder(self, language: str) -> NameFinder:
        if language not in self._finders:
            names, cues = named_countries(self.gazetteer, language), load_cues(language)
            glue = load_glue(language) if cues.glued else None
            peoples = adjectives_of_all_countries(language) if cues.glued else frozenset()
            folded = frozenset(map(fold, peoples))
            self._finders[language] = NameFinder(self.gazetteer, cues, names, glue, folded)
        return self._finders[language]

    def _area_confidence(self, area: Area) -> float:
        return self._shares.of_area(area.rule, area.confidence) if self._shares else area.confidence

    def _mention(self, text: str, choice: Choice) -> PlaceMention:
        place, name = choice.place, choice.name
        sureness = choice.likelihood * choice.margin
        confidence = round(self._shares.of_name(sureness) if self._shares else sureness, 3)
        found = MAKE_MENTION(
            start=name.start, end=name.end, text=text[name.start : name.end], id=place.id, name=place.name,
            lat=place.lat, lon=place.lon, radius_km=place.radius_km, precision=place.precision,
            country=place.country, admin1=place.admin1, confidence=confidence, rule=choice.rule(),
        )  # fmt: skip
        doubtful = confidence < DOUBTFUL and _is_out_of_the_way(choice)
        return replace(found, **_IN_WORDS_ONLY) if doubtful else found


def _is_out_of_the_way(choice: Choice) -> bool:
    """A small place in a country that nothing else of a report on another one speaks of: the Bellevue of Haiti is not that of America."""
    place, context = choice.place, choice.setting.context
    small = place.kind in ("town", "point") and not place.listed and place.id not in choice.name.seats
    elsewhere = max((context.share(code, choice.name.key) for code in context.countries), default=0.0)
    return small and elsewhere >= HOME_SHARE and context.share(place.country, choice.name.key) == 0.0


def find_areas(scene: Scene) -> list[Area]:
    """Every area of the report, from left to right, none within another."""
    number = 0
    while number < len(scene.words):
        if not scene.may_start(number):
            number += 1
            continue
        areas = next((found for rule in ALL_RULES if (found := rule(scene, number))), [])
        scene.areas.extend(areas)
        number = max([number + 1, *(area.last for area in areas)])
    return scene.areas


def _within(words: Sequence[Word], area: Area, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = words[area.first].start, words[area.last - 1].end
    return any(first <= start and end <= last for first, last in taken)


def _is_half_a_name(words: list[Word], last: int, language: str) -> bool:
    """ "Yunus-bek Omarov", not "Misrata-based": joined to what is no word of the language, it is part of somebody's name."""
    if (
        last + 1 < len(words)
        and words[last].tight
        and words[last].capital
        and len(words[last].key) <= ARTICLE
    ):
        # "Abu Al-Dhuhour": an article of another language, written on the name behind it.
        return words[last + 1].gap[:1] in HYPHENS and words[last + 1].tight and words[last + 1].capital
    if last >= len(words) or words[last].gap not in ("-", "‑"):
        return False
    behind = words[last]
    return behind.text.islower() and not known_word(behind.key, language)


def _goes_on(words: list[Word], choice: Choice, starts: set[int], taken: Sequence[tuple[int, int]]) -> bool:
    """ "Ain al Adisa", "Dar al-Arqam": a small place's name before an article and a name that no list has goes on there."""
    last, place = choice.name.last, choice.place
    if not goes_on_behind(words, last, choice.setting.cues) or not starts.isdisjoint((last, last + 1)):
        return False
    if any(start <= words[last].start < end for start, end in taken):
        return False
    large = place.kind == "town" and place.population >= NAME_ENDS
    return not (large or place.listed or place.kind == "country")


def _area_mention(text: str, words: Sequence[Word], area: Area, confidence: float) -> PlaceMention:
    start, end, place = words[area.first].start, words[area.last - 1].end, area.place
    lies = area.rule != UNLOCATED
    return PlaceMention(
        start=start, end=end, text=text[start:end], id=place.id or None, name=place.name,
        lat=place.lat if lies else None, lon=place.lon if lies else None, radius_km=place.radius_km if lies else None, precision=place.precision, country=place.country, admin1=place.admin1,
        confidence=round(confidence, 3), rule=area.rule,
    )  # fmt: skip


def _settings(
    groups: list[list[Name]], words: list[Word], context: Context, finder: NameFinder
) -> list[list[Setting]]:
    """Each name with its neighbours across commas."""
    starting = {group[0].first: group[0] for group in groups}
    ending = {group[0].last: group[0] for group in groups}
    people = load_names()
    found = []
    for group in groups:
        row = []
        for name in group:
            after = _holder(name, words, starting, finder.cues)
            before = ending.get(name.first) if words[name.first].gap == ", " else None
            row.append(MAKE_SETTING(name, words, context, finder.cues, people, after, before))
        found.append(row)
    return found


def _holder(name: Name, words: Sequence[Word], starting: Mapping[int, Name], cues: PlaceCues) -> Name | None:
    """The unit that a name is said to lie in: "Tripoli, Lebanon"; "Tripoli, nel nord del Libano", where it does."""
    at = name.last
    if at < len(words) and words[at].gap == ", " and at in starting:
        return starting[at]
    small = cues.within | cues.inside | cues.articles | cues.of | cues.compass.keys() | cues.unit_before
    comma = at < len(words) and words[at].gap == ", "
    if at >= len(words) or not (comma or words[at].tight) or words[at].key not in cues.within | cues.inside:
        return None
    while at < min(len(words), name.last + SMALL_WORDS) and words[at].key in small and at not in starting:
        at += 1
    holder = starting.get(at)
    held = holder is not None and any(holds(up, place) for up in holder.meanings for place in name.meanings)
    return holder if held else None


@cache
def _finder(theatres: tuple[str, ...]) -> PlaceFinder:
    return PlaceFinder(theatres, shares=load_table())
