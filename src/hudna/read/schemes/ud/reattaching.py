"""Gives people and things back to the deed that befell them, where a parser made them do it.

"Annonce sept civils tués": the civilians were killed, not whoever announces it. "Dit avoir abattu Ali
Kadri, un chef rebelle": he was shot. "Tuant dix soldats, s'emparant du dépôt": the dead took nothing.
"Les rebelles, soutenus par Kadra, qui ont ouvert le feu": a verb in the plural tells of the rebels.
"""

from collections.abc import Collection

from spacy.tokens import Doc, Token

from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.times import tells_time
from hudna.read.schemes.ud.words import (
    base,
    child,
    children,
    feature,
    first_verb,
    is_finite,
    is_gerund,
    is_infinitive,
    is_participle,
)

_NOUNS = frozenset({"NOUN", "PROPN"})
_GERUND = "Tense=Pres|VerbForm=Part"
_WHO = "who"
_BESIDE = frozenset({"obj", "obl", "dep", "appos", "nmod"})


def reattach(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every deed with whom it befell and who did it."""
    for token in doc:
        if token.pos_ in _NOUNS:
            _number_apart(token)
            _opening(token, language)
            _beside_name(token, language)
            _source(token, small)
        if token.pos_ == "ADJ":
            _loyal(token, load_coding_words(language).people.loyal)
        if token.pos_ != "VERB":
            continue
        _called(token)
        _undergone(token)
        _done_to(token)
        _took_it(token, grammar)
        _meanwhile(token, grammar)
        _other_side(token, small)
        _right_behind(token)
        _told_of(token, small)


def _number_apart(noun: Token) -> None:
    """ "a porté à 214 le nombre de morts": a figure before an article is no number of the noun behind it."""
    number, article = child(noun, "nummod"), child(noun, "det")
    if number is None or article is None or not number.i < article.i < noun.i or not number.text.isdigit():
        return
    word = next((c for c in noun.lefts if base(c) == "case" and c.i < number.i), None)
    if word is None or noun.head.pos_ != "VERB" or base(noun) not in ("obl", "obj", "xcomp"):
        return
    number.head, number.dep_, word.head = noun.head, "obl", number
    noun.dep_ = "obj"


def _opening(noun: Token, language: str) -> None:
    """ "La veille, deux bergers, dont un enfant, ont été tués": a day or a place that opens a sentence undergoes nothing."""
    if base(noun) != "nsubj" or noun.left_edge.i != 0 or noun.i > noun.head.i:
        return
    whom = next((c for c in noun.rights if base(c) in ("appos", "conj") and c.pos_ in _NOUNS), None)
    if (
        whom is None
        or not (tells_time(noun, language) or has_case(noun))
        or has_case(whom)
        or child(whom, "cc") is not None
    ):
        return
    if whom.doc[whom.left_edge.i - 1].text != "," or child(whom, "det", "nummod") is None:
        return
    whom.head, whom.dep_, noun.dep_ = noun.head, noun.dep_, "obl"


def _beside_name(noun: Token, language: str) -> None:
    """ "Selon Ali Kadri, préfet du département, …": between commas behind a name stands who he is."""
    first, last = noun.left_edge.i, noun.right_edge.i
    parted = first > 1 and noun.doc[first - 1].text == "," and last + 1 < len(noun.doc)
    if base(noun) != "obl" or noun.pos_ != "NOUN" or not parted or noun.doc[last + 1].text != ",":
        return
    name = noun.doc[first - 2]
    source = name.pos_ == "PROPN" and base(name) == "obl" and has_case(name) and name.head == noun.head
    if source and not has_case(noun) and not tells_time(noun, language):
        noun.head, noun.dep_ = name, "appos"


def _source(noun: Token, small: FunctionWords) -> None:
    """ "Selon des témoins, des miliciens, venus à moto, ont …": who tells it tells the sentence, not how they came."""
    verb = noun.head
    told = any(base(c) == "case" and small.prepositions.get(c.lower_) == "according to" for c in noun.lefts)
    if not told or base(noun) != "obl" or base(verb) != "acl" or verb.i < noun.i:
        return
    main = next((t for t in verb.ancestors if t.pos_ == "VERB" and is_finite(t)), None)
    if main is not None:
        noun.head = main


def _loyal(word: Token, loyal: Collection[str]) -> None:
    """ "des éléments loyaux au Front": whose side they are on belongs to who they are."""
    noun = word.head
    if base(word) != "amod" or word.lower_ not in loyal or noun.pos_ not in _NOUNS or noun.i > word.i:
        return
    for whom in [c for c in word.rights if base(c) == "obl" and c.left_edge.i == word.i + 1 and has_case(c)]:
        whom.head, whom.dep_ = noun, "nmod"


def _called(verb: Token) -> None:
    """ "…, a précisé Ali Kadri, un habitant de X": behind the comma of who tells it stands who he is."""
    name = next((c for c in verb.rights if base(c) in ("nsubj", "obj") and c.pos_ == "PROPN"), None)
    if name is None or any(base(c) == "nsubj" for c in verb.lefts):
        return
    for aside in [c for c in verb.rights if base(c) in _BESIDE and c.pos_ == "NOUN"]:
        if aside.left_edge.i == name.right_edge.i + 2 and aside.left_edge.nbor(-1).text == ",":
            if not has_case(aside):
                aside.head, aside.dep_ = name, "appos"
            return


def _undergone(verb: Token) -> None:
    """ "annonce neuf bergers tués et trente blessés": a participle right behind the object is what befell that."""
    above = verb.head
    bare = child(verb, "aux", "cop", "nsubj", "obj", "mark") is None
    if base(verb) != "xcomp" or not is_participle(verb) or not bare or above.pos_ != "VERB":
        return
    noun = next((c for c in above.rights if base(c) == "obj" and above.i < c.i < verb.i), None)
    if noun is None or noun.pos_ not in _NOUNS or noun.right_edge.i + 1 != verb.left_edge.i:
        return
    verb.head, verb.dep_ = noun, "acl"
    for other in [c for c in verb.rights if base(c) == "conj" and c.pos_ in _NOUNS]:
        other.head = noun


def _done_to(verb: Token) -> None:
    """ "annonce avoir tué Ali Kadri, un chef du Front": behind "have" and its participle stands whom it befell."""
    helper = child(verb, "aux")
    if helper is None or not is_infinitive(helper) or base(verb) not in ("xcomp", "ccomp", "acl", "advcl"):
        return
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return
    whom = next((c for c in verb.rights if base(c) == "nsubj" and c.pos_ in _NOUNS), None)
    if whom is not None and whom.left_edge.i == verb.i + 1:
        whom.dep_ = "obj"
    whom = next((c for c in verb.rights if base(c) == "obj" and c.pos_ in _NOUNS), None)
    for aside in [c for c in verb.rights if base(c) in ("obj", "obl") and c != whom]:
        named = whom is not None and whom.pos_ == "PROPN" and aside.left_edge.i == whom.right_edge.i + 2
        if whom is not None and named and not has_case(aside) and child(aside, "det") is not None:
            aside.head, aside.dep_ = whom, "appos"


def _took_it(verb: Token, grammar: Grammar) -> None:
    """ "tuant dix soldats, s'emparant du dépôt": who killed took it; the dead are whom the first deed befell."""
    first, own = verb.head, child(verb, "expl")
    if own is None or own.i < 2 or own.nbor(-1).text != "," or own.i > verb.i:
        return
    if not verb.lower_.endswith(grammar.gerund_endings) or base(verb) not in ("ccomp", "advcl", "acl"):
        return
    dead = child(verb, "nsubj")
    if not is_gerund(first) or first.pos_ != "VERB" or first.i > verb.i:
        return
    if dead is not None and first.i < dead.i < own.i:
        dead.head, dead.dep_ = first, "obj"
    verb.dep_ = "conj"
    verb.set_morph(_GERUND)  # type: ignore[attr-defined]


def _meanwhile(verb: Token, grammar: Grammar) -> None:
    """ "ont trouvé refuge à X, fuyant les combats": a gerund behind a comma is done at once, and not what they were to do."""
    gerund = is_gerund(verb) or verb.lower_.endswith(grammar.gerund_endings)
    behind = base(verb) == "xcomp" and verb.i > 0 and verb.nbor(-1).text == ","
    bare = child(verb, "mark", "nsubj", "aux") is None
    if gerund and behind and bare and verb.head.pos_ == "VERB":
        verb.dep_ = "advcl"
        verb.set_morph(_GERUND)  # type: ignore[attr-defined]


def _other_side(verb: Token, small: FunctionWords) -> None:
    """ "des combats entre la milice A (AA) et l'armée (BB), appuyée par C, ont éclaté": both stand behind "between"."""
    subjects = [c for c in verb.lefts if base(c) == "nsubj" and c.pos_ in _NOUNS]
    if len(subjects) != 2 or child(subjects[1], "cc") is None or has_case(subjects[1]):
        return
    for side in (c for c in subjects[0].rights if base(c) in ("nmod", "obl") and c.pos_ in _NOUNS):
        between = any(small.prepositions.get(c.lower_) == "between" for c in side.lefts)
        if between and child(side, "conj") is None and side.i < subjects[1].i:
            subjects[1].head, subjects[1].dep_ = side, "conj"
            return


def _right_behind(verb: Token) -> None:
    """ "a dit qu'ils avaient repris Meswa, au nord": a name right behind the verb that is told is no part of the telling."""
    above = verb.head
    perfect = is_participle(verb) and any(c.dep_ == "aux:tense" for c in verb.children)
    if not perfect or base(verb) != "ccomp" or verb.i + 1 >= len(verb.doc):
        return
    if child(verb, "obj", "xcomp", "ccomp", "expl") is not None:
        return
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return
    name = verb.nbor(1)
    loose = name.head == above and base(name) in (*_BESIDE, "flat")
    if name.pos_ == "PROPN" and loose and not has_case(name):
        name.head, name.dep_ = verb, "obj"


def _told_of(verb: Token, small: FunctionWords) -> None:
    """ "les rebelles, soutenus par Kadra, qui ont tiré": a relative clause tells of a noun that agrees with its verb."""
    noun, word = verb.head, child(verb, "nsubj")
    if verb.dep_ != "acl:relcl" or word is None or small.relatives.get(word.lower_) != _WHO:
        return
    number = feature(first_verb(verb), "Number")
    if not is_finite(verb) or noun.pos_ not in _NOUNS or number is None or _number(noun) in (None, number):
        return
    aside = noun.head
    if noun.dep_ != "obl:agent" or not is_participle(aside) or child(aside, "aux") is not None:
        return
    described = aside.head if base(aside) == "acl" else _before_aside(aside)
    while described is not None and _number(described) != number and described.head.pos_ in _NOUNS:
        # "les rebelles du M23, soutenus par Kadra, qui ont tiré": a name has no number, whose it is has one.
        described = described.head if described.head.i < described.i else None
    if described is not None and described.pos_ in _NOUNS and _number(described) == number:
        verb.head = described
        aside.head, aside.dep_ = described, "acl"


def _before_aside(aside: Token) -> Token | None:
    """The noun whose phrase ends at the comma before a participle."""
    comma = aside.left_edge.i - 1
    if comma < 1 or aside.doc[comma].text != ",":
        return None
    noun = aside.doc[comma - 1]
    while noun.head.i < noun.i and noun.head.pos_ in _NOUNS and noun.pos_ in (*_NOUNS, "ADJ"):
        noun = noun.head
    return noun if aside not in noun.ancestors else None


def _number(noun: Token) -> str | None:
    return "Plur" if children(noun, "conj") else feature(noun, "Number")


def second_subject(verb: Token) -> None:
    """ "ont été blessés et un nombre inconnu de rebelles ont été tués": who stands behind "and", before a verb with its helper, is its subject."""
    first = verb.head
    if base(verb) not in ("advcl", "conj", "parataxis") or child(verb, "aux") is None or first.i > verb.i:
        return
    if child(verb, "nsubj", "mark", "csubj") is not None or first.pos_ != "VERB":
        return
    told = (n for n in first.rights if base(n) == "conj" and n.pos_ in _NOUNS and n.i < verb.i)
    noun = next((n for n in told if child(n, "cc") is not None and not has_case(n)), None)
    if noun is None or any(t.is_punct for t in verb.doc[noun.left_edge.i : _last_before(verb)]):
        return
    for joint in [c for c in noun.children if base(c) == "cc"]:
        joint.head = verb
    noun.head = verb
    noun.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"
    verb.dep_ = "conj"


def _last_before(verb: Token) -> int:
    """ "…, mais le parti, X, a déclaré que …": where an aside was kept out, a comma is left before the verb."""
    first = first_verb(verb).i
    tells = child(verb, "ccomp") is not None and verb.doc[first - 1].text == ","
    return first - 1 if tells else verb.i
