"""Is this name a place, and which one? Two tables of small named features with weights.

The weights lie in knowledge/places/weights.yml, learned by tools/train_places.py
on half of three public sets; docs/evaluation/places.md tells how.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from hudna.knowledge.gazetteer import KnownPlace
from hudna.knowledge.place_words import Names, PlaceCues
from hudna.resolve.places_context import CHOSEN, Context
from hudna.resolve.places_names import HOLDERS, Name, distance_km, holds
from hudna.resolve.places_text import Word

NEAR_KM = 120.0
# A country that so much of what a report names lies in is one that it is about; tried by hand on gold/ar/dev (0.5 finds as many there).
HOME = 0.3
# A town so large is spoken of far from its country.
KNOWN_EVERYWHERE = 2_000_000
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """A name with the words and names round it."""

    name: Name
    words: Sequence[Word]
    context: Context
    cues: PlaceCues
    people: Names
    after_comma: Name | None = None
    before_comma: Name | None = None

    def left(self) -> Word | None:
        """The word before, whatever parts it from the name."""
        return self.words[self.name.first - 1] if self.name.first else None

    def right(self) -> Word | None:
        """The word after."""
        return self.words[self.name.last] if self.name.last < len(self.words) else None


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; most features are zero and weigh nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items() if value)


def likelihood(total: float) -> float:
    """A score as a number between 0 and 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def meaning_features(place: KnownPlace, setting: Setting, others: Mapping[str, KnownPlace]) -> Features:
    """Does the report mean this place by the name?"""
    context, name = setting.context, setting.name
    holder = setting.after_comma
    held = holder is not None and any(holds(up, place) for up in holder.meanings)
    could_hold = holder is not None and any(up.kind in {"country", "admin1"} for up in holder.meanings[:3])
    near = sum(1 for key, other in others.items() if key != name.key and other.id != place.id and other.kind not in {"country", "continent"}
               and distance_km(place, other) < NEAR_KM)  # fmt: skip
    size = log10(place.population + 1) / 7
    features = {
        place.kind: 1.0,
        f"size_{'town' if place.kind == 'town' else 'unit'}": size,
        "own": float(place.own or place.listed),
        "listed": float(place.listed),
        "share": context.share(place.country, name.key),
        "hinted": float(place.country in context.hinted),
        "unit_named": float(context.names_unit(place.parents, name.key)),
        "held": float(held),
        "not_held": float(could_hold and not held),
        "near": min(near, 4) / 4,
        "near_one": float(near > 0),
        "sole": float(len(name.meanings) == 1),
        "short": float(name.short),
        "capital": float(place.id in name.seats),
        "seat_of": float(place.kind == "admin1" and bool(name.seats)),
        "towned": float(place.id in name.towned),
        "said_of": float(place.country in name.said_of),
        "listed_here": float(place.listed and context.share(place.country, name.key) >= 0.15),
    }
    features.update(_kind_words(place, setting))
    return features


def _kind_words(place: KnownPlace, setting: Setting) -> Features:
    right, left, cues = setting.right(), setting.left(), setting.cues
    after = right.key if right is not None and right.tight else ""
    before = left.key if left is not None else ""
    unit = after in cues.unit_after
    town = after in cues.town_after or before in cues.town_lead
    if before in cues.of and setting.name.first > 1:
        kind = setting.words[setting.name.first - 2].key
        unit = unit or kind in cues.unit_before
        town = town or kind in cues.town_before
    return {
        "unit_word": float(unit and place.kind in HOLDERS),
        "unit_word_town": float(unit and place.kind == "town"),
        "town_word": float(town and place.kind == "town"),
        "town_word_unit": float(town and place.kind in HOLDERS),
    }


def mention_features(setting: Setting, best: KnownPlace, margin: float) -> Features:
    """Is this name, here, the name of a place?"""
    name, context = setting.name, setting.context
    single = name.last - name.first == 1
    features = {
        "bias": 1.0,
        best.kind: 1.0,
        "size": log10(best.population + 1) / 7,
        **_spelling(best, context, name.key),
        "listed": float(best.listed),
        "several_words": float(not single),
        "of_rulers": float(best.id in name.seats),
        "short": float(name.short),
        "share": context.share(best.country, name.key),
        "hinted": float(best.country in context.hinted),
        **_foreign(best, context, name.key),
        "margin": margin,
        "many_meanings": log10(len(name.meanings)),
        "placed_elsewhere": float(context.placed[name.key] > 0),
        "person_elsewhere": float(single and setting.words[name.last - 1].key in context.people),
    }
    if single:
        features.update(_word_features(setting))
    if not setting.words[name.first].text[-1].isupper() and setting.cues.glued:
        features.update(_uncased_features(setting, best))
    features.update(_left_features(setting))
    features.update(_right_features(setting))
    return features


def is_other_spelling(place: KnownPlace, key: str) -> bool:
    """A further spelling of a place, in Latin letters; in others every name is one."""
    return key[:1] < "\u0250" and not place.own and not place.listed


def _spelling(place: KnownPlace, context: Context, key: str) -> Features:
    """Another spelling counts against a place, less so in a country that the report is about."""
    other = is_other_spelling(place, key)
    here = context.share(place.country, key) >= 0.15 or place.country in context.hinted
    return {"other_spelling": float(other and not here), "other_spelling_here": float(other and here)}


def _foreign(place: KnownPlace, context: Context, key: str) -> Features:
    """A small town of a country that the report never speaks of is seldom meant."""
    told = sum(context.countries.values()) - CHOSEN
    foreign = place.kind in {"town", "admin2"} and told > 0.6 and context.share(place.country, key) < 0.01
    return {
        "foreign_small": float(foreign and place.population < 50_000),
        "foreign_middling": float(foreign and 50_000 <= place.population < 500_000),
        "foreign_large": float(foreign and place.population >= 500_000),
    }


def _word_features(setting: Setting) -> Features:
    word, people, name = setting.words[setting.name.first], setting.people, setting.name
    common = people.common.get(name.key, 0)
    return {
        "common_word": float(common == 2),
        "known_word": float(common == 1),
        "first_name": float(name.key in people.first),
        "surname": float(name.key in people.surnames),
        "frequent_surname": float(people.surnames.get(name.key, 9999) < 700),
        "lower_elsewhere": float(name.key in setting.context.lower and len(name.key) > 2),
        "capitals": float(word.upper and not setting.context.mostly_upper and len(name.key) > 3),
        "very_short": float(len(name.key) < 4 and not name.short),
        "sentence_start": float(word.starts),
        "odd_start": float(word.starts and common > 0),
    }


def is_common_noun(setting: Setting, place: KnownPlace) -> bool:
    """ "داخل معسكر اللواء": a noun that some town is called by, where neither a word before it nor the report speaks of that town."""
    name, left, cues = setting.name, setting.left(), setting.cues
    if not name.noun or place.listed or place.kind == "country" or place.id in name.seats:
        return False
    if place.population >= KNOWN_EVERYWHERE or (
        left is not None and left.key in cues.of_kind and setting.words[name.first].tight
    ):
        return False
    told = bool(name.said_of) or setting.after_comma is not None or place.country in setting.context.hinted
    return name.owned or not (told or setting.context.share(place.country, name.key) > 0)


def _uncased_features(setting: Setting, best: KnownPlace) -> Features:
    """Arabic has no capitals: a name must be known well or be told to be a place."""
    left, name = setting.left(), setting.name
    kind = left is not None and left.key in setting.cues.of_kind
    compass = left is not None and left.key in setting.cues.compass
    return {
        "uncased": 1.0,
        "uncased_listed": float(best.listed or best.kind == "country"),
        "uncased_kind": float(kind or compass),
        "uncased_prefixed": float(bool(name.prefix) and name.prefix not in setting.cues.joining),
        "uncased_small": float(best.kind == "town" and best.population < 50_000 and not best.listed),
        "uncased_large": float(best.kind == "town" and best.population >= 300_000),
        "uncased_short": float(len(name.key) < 4),
        "uncased_home": float(_is_of_home(setting, best)),
    }


def _is_of_home(setting: Setting, best: KnownPlace) -> bool:
    """ "في جرابلس": behind a small word for places the one town so called in the country that the report is about."""
    left, name, cues = setting.left(), setting.name, setting.cues
    if left is None or not setting.words[name.first].tight or name.plain or best.kind != "town":
        return False
    told = left.key in cues.within | cues.of_kind | cues.placing or name.prefix in cues.placing
    told = told or left.key in cues.compass
    alone = sum(place.country == best.country for place in name.meanings) == 1
    return told and alone and setting.context.share(best.country, name.key) >= HOME


def _left_features(setting: Setting) -> Features:
    left, cues, first = setting.left(), setting.cues, setting.words[setting.name.first]
    holder = setting.before_comma
    features = {
        "after_comma_held": float(holder is not None and any(holds(up, place) for up in setting.name.meanings
                                                             for place in holder.meanings)),
        "after_comma": float(first.gap.strip() == ","),
        "in_brackets": float(first.gap.endswith("(")),
    }  # fmt: skip
    if left is None or first.starts:
        return features
    if not first.tight:
        return features
    hyphen = first.gap not in {" ", "\u00a0"}
    key = left.key
    further = setting.words[setting.name.first - 2] if setting.name.first > 1 else None
    capital = left.text[0].isupper() and not left.starts
    features |= {
        "within": float(key in cues.within and not hyphen),
        "beside": float(key in cues.beside and not left.capital),
        "of_kind": float(key in cues.of and further is not None and further.key in cues.of_kind),
        "of_body": float(key in cues.of and further is not None and further.capital and not further.starts),
        "the": float(key in cues.the),
        "a": float(key in cues.one_of),
        "left_first_name": float(left.capital and not hyphen and key in setting.people.first),
        "left_title": float(key in cues.titles),
        "left_capital": float(capital and key not in cues.calendar),
        "left_starts": float(left.capital and left.starts and key not in cues.within | cues.beside),
        "left_hyphen": float(hyphen),
        "left_number": float(left.text[0].isdigit()),
        "left_initial": float(len(key) == 1 and left.capital),
    }
    return features


def _right_features(setting: Setting) -> Features:
    right, cues = setting.right(), setting.cues
    holder = setting.after_comma
    features = {
        "held": float(
            holder is not None
            and any(holds(up, place) for up in holder.meanings for place in setting.name.meanings)
        ),
        "before_place": float(holder is not None and holder.meanings[0].kind in HOLDERS),
    }
    if right is None or not right.tight or right.starts:
        return features
    hyphen = right.gap not in {" ", "\u00a0"}
    key, capital = right.key, right.text[0].isupper()
    return features | {
        "right_body": float(capital and key in cues.bodies),
        "right_kind": float(key in cues.kind_after and not capital),
        "right_saying": float(key in cues.saying),
        "right_capital": float(
            capital and key not in cues.calendar and key not in cues.bodies and not right.text[0].isdigit()
        ),
        "right_number": float(right.text[0].isdigit()),
        "right_hyphen": float(hyphen and not capital),
        "right_hyphen_capital": float(hyphen and capital),
        "right_is": float(key in cues.going_on),
    }
