"""Puts relative clauses, asides and clefts back where they belong when a parser took them for the sentence.

"Kiev, qui nie toute implication, dénonce une provocation": Kiev denounces, and what stands
between the commas describes it. "C'est l'armée qui a tiré": the army shot. A noun that
stands before its verb and has an article which looks like a preposition ("de violents
combats ont éclaté") is the subject all the same.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import (
    NOMINAL,
    base,
    child,
    children,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    is_participle,
)

_NOUNS = frozenset({"NOUN", "PROPN"})
# An aside between a subject and its verb has no more words.
MAX_ASIDE = 40
MAX_CLIMB = 8
_SMALL = frozenset({"aux", "cop", "expl", "advmod", "iobj", "obj"})


def realign(doc: Doc, small: FunctionWords, grammar: Grammar) -> None:
    """Every verb of a sentence in its own clause."""
    for token in doc:
        if base(token) == "nsubj":
            _article(token, small)
    _both(doc)
    for token in doc:
        if _is_relative_word(token, small):
            _from_noun(token)
            _aside(token)
    for token in doc:
        if token.pos_ == "VERB":
            _describing(token)
            _at_once(token)
            _seen(token, grammar)
            _past_adjective(token)
            _agree(token)
            _charged(token, grammar)
        if child(token, "cop") is not None:
            _cleft(token, small, grammar)


def _tag(token: Token) -> str:
    return "nsubj:pass" if any(c.dep_ == "aux:pass" for c in token.children) else "nsubj"


def _article(noun: Token, small: FunctionWords) -> None:
    """ "De violents combats ont éclaté": what opens a subject is an article."""
    word = child(noun, "case")
    if word is None or noun.head.pos_ not in ("VERB", "AUX") or noun.i > noun.head.i:
        return
    if small.determiners.get(word.lower_) == "a":
        word.dep_, word.pos_ = "det", "DET"
    elif any(base(k) == "nsubj" and noun.i < k.i < noun.head.i and not has_case(k) for k in noun.head.lefts):
        noun.dep_ = "obl"  # "Selon Morel, chef du port, dix hommes sont morts": who tells it does nothing


def _both(doc: Doc) -> None:
    """ "Paris et Berlin ont salué …": the first of two subjects is no sentence of its own."""
    for joint in doc:
        if base(joint) != "cc" or joint.i == 0 or joint.i + 1 >= len(doc):
            continue
        second = joint.head if base(joint.head) == "nsubj" else child(joint.head, "nsubj")
        if second is None or second.i < joint.i or second.left_edge.i not in (joint.i, joint.i + 1):
            continue
        verb, first = second.head, joint.nbor(-1)
        while first.head != first and first.head.i < joint.i and first.head.pos_ in _NOUNS:
            first = first.head
        alone = first.head in (first, verb)
        if not alone or first.pos_ not in _NOUNS or base(first) not in ("ROOT", "obl", "dep", "advmod"):
            continue
        if verb.i < joint.i or has_case(first) or has_case(second) or child(first, "cop", "aux") is not None:
            continue
        if first in verb.ancestors:
            verb.head, verb.dep_ = verb, "ROOT"
        first.head, first.dep_ = verb, second.dep_
        second.head, second.dep_, joint.head = first, "conj", second


def _is_relative_word(token: Token, small: FunctionWords) -> bool:
    return token.lower_ in small.relatives and (
        feature(token, "PronType") == "Rel" or token.pos_ in ("PRON", "ADV")
    )


def _from_noun(word: Token) -> None:
    """ "s'indigne le maire, qui accuse …": a relative clause hangs from the noun before it, not from a verb."""
    verb = word.head
    # "incrimine l'armée, qui aurait tiré": nor does it go on with the sentence.
    hung = base(verb) == "acl" or (base(verb) == "conj" and child(verb, "cc") is None)
    if base(word) != "nsubj" or not hung or verb.head.pos_ not in ("VERB", "AUX", "ADJ") or word.i < 2:
        return
    noun = _before(word)
    if noun is not None and verb not in noun.ancestors:
        verb.head, verb.dep_ = noun, "acl:relcl"


def _before(word: Token) -> Token | None:
    """The noun whose phrase ends before a relative word."""
    last = word.nbor(-1)
    if last.is_punct and word.i > 1:
        last = last.nbor(-1)
    noun = last
    for _ in range(MAX_CLIMB):
        above = noun.head
        inside = base(noun) in ("nmod", "amod", "flat", "appos", "acl", "obl", "det", "nummod")
        if noun.pos_ not in NOMINAL or (inside and above.pos_ in _NOUNS and above.i < noun.i):
            if above == noun or above.i > word.i or above.pos_ not in NOMINAL:
                break
            noun = above
        else:
            break
    return noun if noun.pos_ in _NOUNS and noun.i < word.i else None


def _aside(word: Token) -> None:
    """ "Kiev, qui nie …, dénonce …", "l'armée, dont les positions avaient été visées, a riposté"."""
    if word.i < 2 or word.nbor(-1).text != ",":
        return
    verb = _verb_of(word)
    if verb is not None and base(verb) == "acl" and base(verb.head) == "ROOT":
        _sentence_behind(word, verb, verb.head)
    if verb is None or base(verb) == "acl":
        return
    noun = _owner(word, verb)
    main = _main(word, verb)
    if noun is None or main is None:
        return
    for kid in [c for c in main.lefts if base(c) == "nsubj"]:
        # "qui nie toute implication, dénonce …": what stands inside the aside is its object.
        if kid.i < verb.i:
            return
        kid.head, kid.dep_ = verb, "obj"
    if base(verb) == "ROOT" or verb.head == main:
        root = verb.head != main
        above, label = (main, "ROOT") if root else (main.head, main.dep_)
        main.head, main.dep_ = above, label
    elif main.head == verb:
        main.head, main.dep_ = verb.head, verb.dep_
    for kid in [c for c in verb.lefts if c.i < word.i and c != noun]:
        kid.head = main
    later = [c for c in verb.rights if c.i > main.i and c != main]
    for kid in later:
        kid.head = main
    noun.head, noun.dep_ = main, _tag(main)
    verb.head, verb.dep_ = noun, "acl:relcl"


def _sentence_behind(word: Token, verb: Token, noun: Token) -> None:
    """ "Le mouvement, qui dit avoir perdu deux hommes, affirme …": the noun is no sentence, it is who affirms."""
    main = _main(word, verb)
    if (
        main is None
        or noun.pos_ not in _NOUNS
        or main.head not in (verb, noun)
        or child(noun, "cop") is not None
    ):
        return
    main.head, main.dep_ = main, "ROOT"
    noun.head, noun.dep_ = main, _tag(main)
    for kid in [c for c in (*verb.children, *noun.children) if c.i > main.i]:
        kid.head = main


def _verb_of(word: Token) -> Token | None:
    """The predicate of the clause that a relative word opens."""
    current = word.head
    for _ in range(MAX_CLIMB):
        if current.i > word.i and (current.pos_ == "VERB" or child(current, "cop") is not None):
            return current if is_finite(current) else None
        if current.head == current:
            return None
        current = current.head
    return None


def _owner(word: Token, verb: Token) -> Token | None:
    """The noun before the comma, which hangs from the verb of the aside as if it were its own."""
    noun = _before(word)
    if noun is None or noun.head != verb or has_case(noun):
        return None
    return noun if base(noun) in ("nsubj", "obl", "dislocated", "dep", "advmod", "vocative") else None


def _main(word: Token, verb: Token) -> Token | None:
    """The finite verb behind the comma that ends the aside."""
    beside = {verb.head, *verb.rights, *(t for t in verb.doc if base(t) == "ROOT")}
    later = sorted((t for t in beside if verb.i < t.i <= word.i + MAX_ASIDE), key=lambda t: t.i)
    return next((t for t in later if _goes_on(t)), None)


def _goes_on(other: Token) -> bool:
    """A finite verb right behind a comma, with its small words and without a subject of its own."""
    if not is_finite(other) or (other.pos_ != "VERB" and child(other, "cop") is None):
        return False
    if child(other, "cc", "mark") is not None or base(other) == "acl":
        return False
    small = [c for c in other.lefts if base(c) in _SMALL and c.pos_ in ("AUX", "PRON", "ADV")]
    first = min([other, *small], key=lambda t: t.i)
    own = any(base(c) == "nsubj" and c.i > first.i for c in other.lefts)
    return first.nbor(-1).text == "," and not own


def _describing(verb: Token) -> None:
    """ "les assaillants, venus à moto, avaient mis le feu": a participle between commas leaves the subject to the verb."""
    subject, main = child(verb, "nsubj"), verb.head
    if base(verb) != "advcl" or not is_participle(verb) or child(verb, "aux", "cop") is not None:
        return
    if subject is None or main.pos_ != "VERB" or not is_finite(main) or main.i < verb.i:
        return
    if child(main, "nsubj") is not None or verb.nbor(-1).text != ",":
        return
    mark = child(verb, "mark")
    subject.head, subject.dep_ = main, _tag(main)
    if mark is not None and mark.i < subject.i:
        mark.head = main
        if base(main) in ("dep", "parataxis", "conj") and main.head.pos_ == "VERB":
            main.dep_ = "ccomp"
    verb.head, verb.dep_ = subject, "acl"


def _at_once(verb: Token) -> None:
    """ "ont manifesté leur colère en barrant la route": who does the one does the other."""
    if not is_gerund(verb) or base(verb) != "acl" or child(verb, "mark") is None:
        return
    above = verb.head
    for _ in range(MAX_CLIMB):
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    if above.pos_ == "VERB" and above.i < verb.i:
        verb.head, verb.dep_ = above, "advcl"


def _seen(verb: Token, grammar: Grammar) -> None:
    """ "Nous avons vu passer une colonne": who passes stands behind."""
    if not is_infinitive(verb) or base(verb) != "xcomp" or verb.lemma_.lower() not in grammar.coming:
        return
    noun = child(verb, "obj")
    if noun is not None and noun.i > verb.i and verb.head.lemma_.lower() in grammar.letting:
        noun.dep_ = "nsubj"


def _past_adjective(verb: Token) -> None:
    """ "accuse l'armée rwandaise d'avoir tué": what the army is charged with does not hang from its adjective."""
    word = verb.head
    if is_infinitive(verb) and word.pos_ == "ADJ" and base(word) == "amod" and word.head.pos_ in _NOUNS:
        verb.head, verb.dep_ = word.head, "acl"


def _agree(verb: Token) -> None:
    """ "la mort de deux soldats, tombés à X": a participle describes the noun that it agrees with."""
    noun = verb.head
    if base(verb) != "acl" or not is_participle(verb) or noun.pos_ not in _NOUNS or noun.i > verb.i:
        return
    if child(verb, "aux", "cop") is not None or _fits(noun, verb):
        return
    nearer = [t for t in noun.subtree if noun.i < t.i < verb.left_edge.i and t.pos_ in _NOUNS]
    found = next((t for t in reversed(nearer) if _fits(t, verb, strictly=True)), None)
    if found is not None and verb not in found.ancestors:
        verb.head = found


def _fits(noun: Token, verb: Token, *, strictly: bool = False) -> bool:
    """Does nothing speak against it in gender and number?"""
    for name in ("Gender", "Number"):
        one, two = feature(noun, name), feature(verb, name)
        if name == "Number" and verb.lower_.endswith(("és", "ées", "us", "ues")):
            two = "Plur"  # parsers know the ending less well than the letters show it
        if one and two and one != two:
            return False
        if strictly and name == "Number" and not (one and two):
            return False
    return True


def _charged(verb: Token, grammar: Grammar) -> None:
    """ "accuse Alger de soutenir …": a name right behind such a verb is whom it charges."""
    if verb.lemma_.lower() not in grammar.by_object:
        return
    for name in children(verb, "xcomp"):
        if name.pos_ in _NOUNS and not has_case(name) and child(name, "cop", "mark") is None:
            name.dep_ = "obj"


def _cleft(noun: Token, small: FunctionWords, grammar: Grammar) -> None:
    """ "C'est l'armée qui a tiré", "ce n'est pas l'armée qui …": the clause behind is the sentence."""
    subject, copula = child(noun, "nsubj"), child(noun, "cop")
    if subject is None or copula is None or subject.lower_ not in grammar.clefts or noun.pos_ not in _NOUNS:
        return
    verb = next((c for c in noun.rights if c.dep_ == "acl:relcl" and is_finite(c)), None)
    word = next((c for c in verb.lefts if c.lower_ in small.relatives), None) if verb is not None else None
    if verb is None or word is None or word.nbor(-1).text == ",":
        return
    if noun.head == noun:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = noun.head, noun.dep_
    for kid in list(noun.children):
        before = kid.i < noun.i and base(kid) in ("cop", "nsubj", "advmod", "mark", "cc", "expl")
        if before or kid.i > verb.i or (kid.is_punct and kid.i != noun.i + 1):
            kid.head = verb
    for kid in (copula, subject, word):
        kid.head, kid.dep_, kid.pos_ = verb, "fixed", "PART"
    who = small.relatives[word.lower_] == "who"
    noun.head, noun.dep_ = verb, "obl" if has_case(noun) else _tag(verb) if who else "obj"
