"""Names that look like a place far from everything that the report tells of, and are none.

"Tuba" is no city of another country by one of its further spellings, and "the Centre of training" no region.
"""

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_context import CHOSEN
from hudna.resolve.places_text import HYPHENS
from hudna.resolve.places_weigh import KNOWN_EVERYWHERE, Setting, is_other_spelling

# So much must be told of countries, half of it of one, and so little of this one.
TOLD, HOME, NEVER = 0.6, 0.5, 0.01


def is_abroad(setting: Setting, place: KnownPlace) -> bool:
    """A further spelling of a name, or half of one, in a country that the report never speaks of."""
    context, name = setting.context, setting.name
    if place.kind in {"country", "continent"} or place.id in name.seats:
        return False
    if place.country in context.hinted or place.country in context.named:
        return False
    told = sum(context.countries.values()) - CHOSEN
    home = max((context.share(code, name.key) for code in context.countries), default=0.0)
    if told <= TOLD or home < HOME or context.share(place.country, name.key) >= NEVER:
        return False
    spelled = is_other_spelling(place, name.key) and place.population < KNOWN_EVERYWHERE
    return spelled or _is_half(setting)


def _is_half(setting: Setting) -> bool:
    """ "Mayo-Sava": joined by a hyphen to another word with a capital."""
    left, right = setting.left(), setting.right()
    before = left is not None and left.capital and setting.words[setting.name.first].gap in HYPHENS
    return before or (right is not None and right.capital and right.gap in HYPHENS)


def is_facility(setting: Setting) -> bool:
    """ "au Centre de formation": a direction's own word with a capital, before what is done there."""
    words, name, cues = setting.words, setting.name, setting.cues
    last = name.last
    if name.last - name.first != 1 or name.key not in cues.compass or last + 1 >= len(words):
        return False
    of, what = words[last], words[last + 1]
    return of.tight and of.key in cues.of and what.tight and what.text[:1].islower()
