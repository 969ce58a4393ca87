"""Parts two participants of a deed when a parser hung the one from the other.

"Accuse les rebelles d'une attaque": the attack is no part of the rebels. "Reproche aux rebelles
du M23 des exactions": what stands behind whom it is put down to is the object. "Opposant l'armée
aux rebelles": no army is the rebels'. "Les heurts de mardi entre l'armée et la milice": the
militia is on the other side. Which verbs do so stands in the language's grammar.yml.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hudna.knowledge.country_words import adjectives_of_all_countries
from hudna.knowledge.folding import written
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.nouns import nominal_nouns
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.told_deeds import hang_told
from hudna.read.schemes.ud.words import base, child, feature, is_infinitive, lemma

_NOUNS = frozenset({"NOUN", "PROPN"})


def charge(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every verb of charging with the deed."""
    for verb in doc:
        if base(verb) == "conj" and verb.pos_ in _NOUNS:
            _between(verb, small)
        if verb.pos_ != "VERB":
            continue
        _fronted(verb, small)
        hang_told(verb, grammar, language)
        word = lemma(verb, language)
        if word in grammar.by_object:
            _called_upon(verb)
            _neighbour(verb, language)
        if word in grammar.pitting:
            _pit(verb, small)
        if word in grammar.by_object & grammar.with_of:
            _of_deed(verb, small, language)
        elif word in grammar.by_dative and child(verb, "obj", "xcomp", "ccomp") is None:
            _some_deeds(verb, small, language)


def _called_upon(verb: Token) -> None:
    """ "L'association …, sise à Bunia, a invité les soldats à garder": who stands between it and what he is to do is asked."""
    whom = child(verb, "nsubj")
    named = whom is not None and (whom.pos_ in _NOUNS or child(whom, "det") is not None)
    if whom is None or not named or whom.i < verb.i or child(verb, "obj", "ccomp") is not None:
        return
    if any(is_infinitive(c) and c.i > whom.i and base(c) in ("xcomp", "advcl", "obl") for c in verb.rights):
        whom.dep_ = "obj"


def _neighbour(verb: Token, language: str) -> None:
    """ "a accusé son voisin malien de": between an article and a country's adjective stands the noun."""
    word = child(verb, "obj")
    noun = word.nbor(-1) if word is not None and word.i > 1 else None
    if (
        word is None
        or noun is None
        or noun.head != word
        or base(noun) != "amod"
        or noun.nbor(-1).pos_ != "DET"
    ):
        return
    if written(word.text) not in adjectives_of_all_countries(language):
        return
    for kid in [k for k in word.children if k != noun]:
        kid.head = noun
    noun.head, noun.dep_, noun.pos_ = verb, word.dep_, "NOUN"
    word.head, word.dep_, word.pos_ = noun, "amod", "ADJ"


def _fronted(verb: Token, small: FunctionWords) -> None:
    """ "Sous la pression de l'ONU, le gouvernement et la milice ont signé": what opens with a preposition signs nothing."""
    first = child(verb, "nsubj")
    case = child(first, "case") if first is not None else None
    if first is None or case is None or small.prepositions.get(case.lower_) in (None, "of"):
        return
    joined = [c for c in first.rights if base(c) == "conj" and c.i < verb.i and c.pos_ in ("NOUN", "PROPN")]
    behind = joined[0] if joined else None
    if behind is None or child(behind, "case", "cc") is not None or child(behind, "punct") is None:
        return
    behind.head, behind.dep_, first.dep_ = verb, first.dep_, "obl"
    for other in joined[1:]:
        other.head = behind


def _between(second: Token, small: FunctionWords) -> None:
    """ "les heurts de mardi entre l'armée et la milice": who is joined stands with the first, not with the deed."""
    _also_some(second, small)
    firsts = [c for c in second.head.rights if c.i < second.i and _opens_with(c, small, "between")]
    if firsts and child(second, "cc") is not None and child(firsts[-1], "conj") is None:
        second.head = firsts[-1]
    if _opens_with(second.head, small, "between"):
        _some(second, small)


def _also_some(second: Token, small: FunctionWords) -> None:
    """ "contre des soldats et des policiers": as the first is some soldiers, the second is some officers, and nobody's."""
    articles = [c for c in second.head.lefts if base(c) == "det" and small.determiners.get(c.lower_) == "a"]
    cases = [c for c in second.lefts if base(c) == "case"]
    if articles and len(cases) == 1 and cases[0].lower_ in {c.lower_ for c in articles}:
        _some(second, small)


def _some(noun: Token, small: FunctionWords) -> None:
    """ "oppose des groupes armés": some groups, and no groups' anything."""
    for word in [c for c in noun.lefts if base(c) in ("case", "det")]:
        if small.determiners.get(word.lower_) == "a":
            word.dep_, word.pos_ = "det", "DET"


def _pit(verb: Token, small: FunctionWords) -> None:
    """ "opposant depuis mai l'armée aux rebelles": whom it pits is the object, against whom stands behind "to"."""
    first = child(verb, "obj") or _loose_object(verb)
    if first is None:
        return
    first.head, first.dep_ = verb, "obj"
    _some(first, small)
    # "des soldats maliens à des insurgés": parsers hang the rebels from the adjective.
    nouns = (first, *(c for c in first.rights if base(c) == "amod"))
    hung = [c for noun in nouns for c in noun.rights if base(c) in ("nmod", "obl")]
    for second in [c for c in hung if _opens_with(c, small, "to")]:
        second.head, second.dep_ = verb, "obl"


def _loose_object(verb: Token) -> Token | None:
    """What hangs without a preposition from a day beside the verb, or from the verb above as a second subject."""
    beside = [g for c in verb.rights if base(c) == "obl" for g in c.rights if base(g) in ("nmod", "appos")]
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    subjects = [c for c in above.lefts if base(c) == "nsubj"] if above is not None else []
    beside += [c for c in subjects if len(subjects) > 1 and c.i > verb.i]
    return next((t for t in beside if t.pos_ in _NOUNS and not has_case(t)), None)


def _of_deed(verb: Token, small: FunctionWords, language: str) -> None:
    """ "accuse les rebelles du Front d'une attaque": with a deed, where nothing else says with what."""
    noun = child(verb, "obj")
    others = [c for c in verb.subtree if is_infinitive(c) and (c.head == verb or base(c) == "acl")]
    if noun is None or noun.i < verb.i or others or _is_deed(noun, language):
        return
    deed = next(_deeds(noun, small, language), None)
    if deed is not None:
        deed.head, deed.dep_ = verb, "obl"


def _some_deeds(verb: Token, small: FunctionWords, language: str) -> None:
    """ "impute aux rebelles des tirs": some shots, and no shots' rebels."""
    for noun in [c for c in verb.rights if base(c) == "obl" and _opens_with(c, small, "to")]:
        for deed in _deeds(noun, small, language):
            word = next(c for c in deed.lefts if base(c) == "case")
            if feature(deed, "Number") == "Plur" and small.determiners.get(word.lower_) == "a":
                deed.head, deed.dep_, word.dep_, word.pos_ = verb, "obj", "det", "DET"
                return


def _deeds(noun: Token, small: FunctionWords, language: str) -> Iterator[Token]:
    """The nouns of deeds inside a phrase that are not its head."""
    for token in noun.subtree:
        inside = token.i > noun.i and base(token) == "nmod" and token.head.pos_ in _NOUNS
        if inside and has_case(token) and _opens_with(token, small, "of") and _is_deed(token, language):
            yield token


def _opens_with(noun: Token, small: FunctionWords, relation: str) -> bool:
    return any(base(c) == "case" and small.prepositions.get(c.lower_) == relation for c in noun.lefts)


def _is_deed(noun: Token, language: str) -> bool:
    return noun.pos_ == "NOUN" and lemma(noun, language) in nominal_nouns(language)
