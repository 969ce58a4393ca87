"""Does the name of a country or capital stand for those who rule it: "Kigali denied", "Lebanon's army"?"""

from hudna.knowledge.gazetteer import KnownPlace
from hudna.resolve.places_weigh import Setting

# So many words after a possessive may name the body: "Ukraine's state emergency service".
REACH = 4


def stands_for_rulers(setting: Setting, place: KnownPlace) -> bool:
    """Whether the words mean a government; where in doubt, they mean the place."""
    ruling = place.kind in {"country", "admin1", "region"} or place.id in setting.name.seats
    if place.kind not in {"country", "town", "admin1", "region"}:
        return False
    if _has_body(setting) or (ruling and (_rules(setting) or _backs(setting))):
        return True
    left = setting.left()
    if left is not None and setting.words[setting.name.first].tight and left.key in setting.cues.within:
        return False
    if _is_owner(setting) or _is_where(setting):
        return False
    return _speaks(setting) or (ruling and (_acts(setting) or _is_addressed(setting)))


def _backs(setting: Setting) -> bool:
    """ "ribelli sostenuti da Ankara": whoever arms or backs somebody is a government."""
    first, words, cues = setting.name.first, setting.words, setting.cues
    behind = first >= 2 and words[first].tight and words[first - 1].tight
    return behind and words[first - 1].key in cues.from_words and words[first - 2].key in cues.backed


def _is_owner(setting: Setting) -> bool:
    """ "l'esplosione al mercato di Goma ha ucciso": behind "of" whatever it belongs to acts."""
    left = setting.left()
    return left is not None and setting.words[setting.name.first].tight and left.key in setting.cues.of


def _is_where(setting: Setting) -> bool:
    """ "Tripoli a connu des affrontements": a verb of what happens in a place follows."""
    after = setting.words[setting.name.last :][:2]
    return not setting.cues.befalling.isdisjoint(word.key for word in after)


def _has_body(setting: Setting) -> bool:
    """ "the Tripoli government", "Yemen's health ministry"."""
    right, words, cues = setting.right(), setting.words, setting.cues
    if right is None:
        return False
    if right.tight:
        return right.key in cues.governments
    if right.gap[:1] not in {"'", "’"}:
        return False
    after = words[setting.name.last : setting.name.last + REACH]
    for number, word in enumerate(after):
        if number and not word.tight:
            return False
        if word.key in cues.governments:
            return True
        if word.key in cues.closed:
            return False
    return False


def _rules(setting: Setting) -> bool:
    """ "il governo di Aden", "le ministère de la Défense de Moscou": behind "of" the seat of those who are meant."""
    first, words, cues = setting.name.first, setting.words, setting.cues
    if first < 2 or not words[first].tight or words[first - 1].key not in cues.of:
        return False
    for at in range(first - 2, max(-1, first - 2 - REACH), -1):
        if words[at].key in cues.governments:
            return True
        if words[at].key in cues.closed - cues.of or not words[at + 1].tight:
            return False
    return False


def _speaks(setting: Setting) -> bool:
    right = setting.right()
    return right is not None and right.tight and right.key in setting.cues.saying


def _acts(setting: Setting) -> bool:
    """The name opens a clause and a verb follows: "Baku has not answered"."""
    right, cues, first = setting.right(), setting.cues, setting.words[setting.name.first]
    left = setting.left()
    opens = first.starts or (left is not None and first.tight and left.key in cues.opening)
    return opens and right is not None and right.tight and (right.key in cues.acting or _act_too(setting))


def _act_too(setting: Setting) -> bool:
    """ "Moscou et Kiev ont échangé": another name stands between it and the verb."""
    last, words = setting.name.last, setting.words
    if last + 2 >= len(words) or words[last].key not in setting.cues.and_words:
        return False
    return words[last + 1].capital and words[last + 1].tight and words[last + 2].key in setting.cues.acting


def _is_addressed(setting: Setting) -> bool:
    """ "accused Israel", "an accord with Manila"."""
    left = setting.left()
    return (
        left is not None and setting.words[setting.name.first].tight and left.key in setting.cues.addressing
    )
