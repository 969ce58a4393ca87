"""Which phrase and which verb belong together: by number, by gender, by where they stand."""

from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words


def agrees(group: Group, verb: Verb) -> bool:
    """In number, as far as both tell it."""
    if group.pronoun is not None and not group.number:
        return True
    number = "p" if group.members else group.number
    return (
        not number
        or not verb.number
        or number == verb.number
        or (verb.number == "p" and group.count is not None)
    )


def agrees_in_gender(group: Group, verb: Verb) -> bool:
    """Things in the plural are feminine; where the form tells nothing, anything agrees."""
    if group.count is not None or group.members or group.tag == "name" or not verb.gender:
        return True
    return verb.gender != "f" or group.gender == "f" or group.number == "p" or not group.gender


def may_be_left_out(
    group: Group,
    verb: Verb,
    people: frozenset[str],
    feminine: tuple[str, ...],
    verb_above: Verb | None = None,
) -> bool:
    """Does a verb that leaves its subject out have the form it would have of this one?

    Several men need a plural; bodies and things in the plural are feminine: "القوات ... وأحرقت".
    """
    if group.pronoun is not None:
        return True
    several = group.plural or group.count is not None
    body = group.lemma.endswith(feminine) or group.lemma not in people
    if several and not group.members and body and group.tag != "name":
        return verb.gender == "f" or verb.number == "p"
    if several:
        # "اقتحمت عناصر المقر وأجبرت": of people by a plural of its own, the verb may stay as it was before them.
        before = verb_above is not None and verb_above.gender == "f" and verb_above.number != "p"
        return verb.number == "p" or (before and verb.gender == "f" and not group.members)
    if group.tag == "name" or not verb.gender:
        return verb.number != "p"
    female = group.gender == "f" or group.lemma.endswith(feminine)
    return verb.number != "p" and (verb.gender == "f") == female


def of_absolute(frame: Frame, verb: Verb, saying: frozenset[str]) -> Group | None:
    """ "Conquistata la città, i ribelli hanno …": before its main clause, who acts there acts here."""
    above = frame.parent
    if frame.link != "adverbial" or above is None or above.verb is None or above.verb.passive:
        return None
    known = frame.objects[0].determiner == "the"
    # "Preso il villaggio, i ribelli hanno diffuso un video": a saying with a thing as its object is a deed as well.
    says = above.verb.lemma in saying and (above.content or not above.objects)
    ahead = verb.last < above.verb.first and not says
    return above.subject if known and ahead else None


def acts_last(frame: Frame, verb: Verb, after: list[Group], people: frozenset[str], words: Words) -> bool:
    """ "Hanno perso la vita due soldati", "ha preso il comando Haftar": behind a thing stands somebody who agrees with the verb."""
    if not people or verb.form != "verb" or verb.person or len(after) < 2 or frame.subject is not None:
        return False
    thing, somebody = after[0], after[1]
    is_thing = thing.pronoun is None and thing.tag != "name" and thing.lemma not in people
    acts = somebody.tag == "name" or somebody.lemma in people or somebody.count is not None
    apart = any(words.forms[at].tag == "mark" for at in range(thing.head, somebody.first))
    return is_thing and acts and not apart and agrees(somebody, verb)


def comes_to_be(frame: Frame, verb: Verb, being: frozenset[str]) -> bool:
    """ "Tornata sotto controllo la città": a headline's participle of a verb that tells nobody's deed, its subject behind."""
    alone = frame.parent is None and frame.antecedent is None
    return verb.form == "participle" and verb.lemma in being and alone
