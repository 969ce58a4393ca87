"""Words behind a whole noun phrase that the neighbours alone take for nouns, though nothing makes them so.

"Il portavoce militare accusa Kabul": behind a noun and what describes it, without an
article, stands the verb. "Un agente della polizia ucciso": a participle of a headline.
"""

from collections.abc import Callable, Iterator

from hudna.knowledge.inflection import Form
from hudna.read.shallow.lookahead import FAR, PHRASAL, Lookahead
from hudna.read.shallow.words import Words

OF = "of"
_ENDS = frozenset({"opener", "mark"})
_SOMEONE = frozenset({"noun", "name"})
_DESCRIBED = frozenset({"noun", "name", "adjective"})
# What may stand behind a verb that tells of something.
_GOES_ON = frozenset({"determiner", "name", "preposition", "opener", "number", "adverb", "mark", "pronoun"})
_PLACING = frozenset({"to", "at", "in", "from", "near", "of"})
_BETWEEN = frozenset({"adjective", "participle", "noun", "negation", "adverb", "clitic"})
_TOLD = frozenset({"present", "past"})


def take_bare_nouns_for_verbs(words: Words, readings: list[tuple[Form, ...]]) -> None:
    """In each part of the sentence without a finite verb, the first bare noun that may be one is."""
    for first, last in _parts(words):
        if any(words.forms[at].tag == "verb" for at in range(first, last)):
            continue
        for at in range(first + 1, last):
            verb = _finite(readings[at])
            if verb is not None and _is_bare(words, first, at) and _goes_on(words, at):
                words.forms[at] = verb
                break


def take_bare_nouns_for_participles(words: Words, readings: list[tuple[Form, ...]]) -> None:
    """A bare noun behind one that it agrees with is rather said of it: "tre assalitori morti"."""
    for at in range(1, len(words)):
        if words.forms[at].tag != "noun" or words.with_article[at] is not None:
            continue
        own = next((f for f in readings[at] if f.tag == "participle"), None)
        before = words.forms[at - 1]
        if own is not None and before.tag in _DESCRIBED and _agrees(words, at, own):
            words.forms[at] = own


def take_owned_openings_for_nouns(words: Words, readings: list[tuple[Form, ...]]) -> None:
    """ "Conquista della città da parte dei ribelli": a headline that opens with what may be a deed, and whose it is."""
    for at in range(len(words) - 1):
        if words.forms[at].tag not in {"verb", "participle"} or not words.opens(at):
            continue
        noun = next((f for f in readings[at] if f.tag == "noun" and not f.cost), None)
        owned = words.forms[at + 1].lemma == OF and words.with_article[at + 1] is not None
        if noun is not None and owned:
            words.forms[at] = noun


def take_participles_for_nouns(words: Words, readings: list[tuple[Form, ...]]) -> None:
    """ "Blindati della brigata pattugliano", "Caccia F-16 hanno colpito": with a finite verb to follow, a noun opens the sentence."""
    for first, last in _parts(words):
        if first + 1 >= last or not _may_be_noun(words, first):
            continue
        noun = next((f for f in readings[first] if f.tag == "noun"), None)
        if noun is not None and any(words.forms[at].tag == "verb" for at in range(first + 1, last)):
            words.forms[first] = noun


def take_described_verbs_for_nouns(words: Words, readings: list[tuple[Form, ...]]) -> None:
    """ "Nella notte caccia pachistani hanno colpito": what an adjective of several describes before their verb is a noun."""
    for at in range(1, len(words) - 2):
        form, after = words.forms[at], words.forms[at + 1]
        noun = next((f for f in readings[at] if f.tag == "noun"), None)
        if noun is None or form.tag != "verb" or form.number != "s" or after.tag != "adjective":
            continue
        if _several_act(words, at + 2):
            words.forms[at] = noun


def take_answered_charges_for_nouns(
    words: Words, readings: list[tuple[Form, ...]], answering: frozenset[str]
) -> None:
    """ "…, accusa che l'esercito respinge", "…, accusa respinta dai ribelli": behind a comma a charge that is answered is no verb."""
    for at in range(1, len(words) - 2):
        noun = next((f for f in readings[at] if f.tag == "noun"), None)
        if noun is None or words.forms[at].tag != "verb" or words.low[at - 1] != ",":
            continue
        after = words.forms[at + 1]
        answered = after.tag == "participle" and after.lemma in answering and after.gender == noun.gender
        if answered or (after.tag == "opener" and is_answered(words, at + 1, answering)):
            words.forms[at] = noun


def is_answered(words: Words, opener: int, answering: frozenset[str]) -> bool:
    """ "che Kabul respinge": behind such a word somebody says something of it, and nothing follows."""
    verb = opener + 1
    while verb < len(words) and words.forms[verb].tag in PHRASAL and verb < opener + FAR:
        verb += 1
    told = (
        opener + 1 < verb < len(words)
        and words.forms[verb].tag == "verb"
        and words.forms[verb].lemma in answering
    )
    return told and Lookahead(words).ends_behind(verb)


def _may_be_noun(words: Words, first: int) -> bool:
    """A participle before an owner, or a verb that opens the sentence with a name right behind."""
    after = words.forms[first + 1]
    if words.forms[first].tag == "participle":
        return after.lemma == OF
    return words.forms[first].tag == "verb" and words.opens(first) and after.tag == "name"


def take_people_behind_names_for_subjects(
    words: Words, readings: list[tuple[Form, ...]], people: frozenset[str]
) -> None:
    """ "A Goma ribelli hanno ucciso": behind a place, which is one, several people before a verb of several begin a phrase."""
    for at in range(2, len(words) - 1):
        named = words.forms[at - 1].tag == "name" and not words.caps[at]
        if not named or words.forms[_first_of_name(words, at - 1) - 1].lemma not in _PLACING:
            continue
        low = words.low[at]
        lemma = next((w for w in (low, *(f.lemma for f in readings[at])) if w in people), None)
        if lemma is not None and low != words.forms[at].lemma and _several_act(words, at + 1):
            words.forms[at] = Form("noun", lemma, number="p")


def take_participles_for_adverbs(words: Words, readings: Callable[[str], tuple[Form, ...]]) -> None:
    """ "Ha subito attaccato", not "ha subito un attacco": right before a participle what may be an adverb is one."""
    for at in range(1, len(words) - 1):
        if [f.tag for f in words.forms[at : at + 2]] == ["participle", "participle"]:
            forms = readings(words.low[at])
            words.forms[at] = next((f for f in forms if f.tag == "adverb"), words.forms[at])


def _first_of_name(words: Words, at: int) -> int:
    while at > 1 and words.forms[at - 1].tag == "name":
        at -= 1
    return at


def _several_act(words: Words, at: int) -> bool:
    """Does a verb of several follow, behind adjectives, or whose they are, at most: "miliziani di al Shabaab hanno"?"""
    while at < len(words) - 1 and (words.forms[at].tag in _BETWEEN or _owned(words, at)):
        at += 1
    return words.forms[at].tag == "verb" and words.forms[at].number == "p"


def _owned(words: Words, at: int) -> bool:
    return words.forms[at].lemma == OF or words.forms[at].tag == "name"


def _parts(words: Words) -> Iterator[tuple[int, int]]:
    """First and behind-last word of what stands between marks and words that open clauses."""
    first = 0
    for at, form in enumerate(words.forms):
        if form.tag in _ENDS:
            yield first, at
            first = at + 1
    yield first, len(words.forms)


def _finite(forms: tuple[Form, ...]) -> Form | None:
    return next((f for f in forms if f.tag == "verb" and f.tense in _TOLD and not f.person), None)


def _is_bare(words: Words, first: int, at: int) -> bool:
    """A noun without an article, behind somebody or something already named."""
    if words.forms[at].tag != "noun" or words.with_article[at] is not None or words.caps[at]:
        return False
    known = any(words.forms[i].tag in _SOMEONE for i in range(first, at))
    return known and words.forms[at - 1].tag in _DESCRIBED


def _goes_on(words: Words, at: int) -> bool:
    return at + 1 < len(words.forms) and words.forms[at + 1].tag in _GOES_ON


def _agrees(words: Words, at: int, own: Form) -> bool:
    """Is the nearest noun before, with nothing but what describes it between, of the participle's number and gender?"""
    for i in range(at - 1, -1, -1):
        form = words.forms[i]
        if form.tag == "noun":
            same_number = not form.number or not own.number or form.number == own.number
            same_gender = not form.gender or not own.gender or form.gender == own.gender
            return same_number and same_gender
        if form.tag != "adjective":
            return False
    return False
