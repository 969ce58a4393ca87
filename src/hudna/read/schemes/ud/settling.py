"""Gives a verb back what a parser hung elsewhere: its object behind an aside, who acts in a passive, who opens its sentence.

"L'armée a désamorcé à Tame, dimanche, deux voitures piégées" has an object though words
stand between; "décapités à la machette par des combattants" is no machete's. What a verb
takes with "de" stands in the language's grammar.yml.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.times import tells_time
from hudna.read.schemes.ud.words import MARKS, base, child, children, feature, is_finite, is_participle, lemma

_NOUNS = frozenset({"NOUN", "PROPN"})
# A sentence opens with no longer a phrase than this before its subject.
MAX_OPENING = 40


def settle(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every verb of a sentence with its own participants."""
    for token in doc:
        if token.pos_ != "VERB":
            continue
        _arrive(token, grammar, language)
        if not _has_object(token):
            _take_some(token, small, grammar, language)
        if not _has_object(token):
            _take_back(token)
        _name_agent(token, small)
        if is_finite(token):
            _tell_apart(token, language)
        if is_finite(token) and child(token, "nsubj", "csubj") is None and not _is_impersonal(token):
            _take_opening(token, small)
            _take_described(token)


def _is_impersonal(verb: Token) -> bool:
    return any(c.dep_ == "expl:subj" for c in verb.children)


def _has_object(verb: Token) -> bool:
    # "infligé de lourdes pertes": what looks as if it had a preposition is none yet.
    own = [c for c in verb.children if not (base(c) == "obj" and c.i > verb.i and has_case(c))]
    return any(base(c) in ("obj", "iobj", "ccomp", "xcomp", "cop") for c in own) or any(
        c.dep_ == "aux:pass" for c in verb.children
    )


def _arrive(verb: Token, grammar: Grammar, language: str) -> None:
    """ "La ville est passée sous le contrôle du Front": with "is" alone it is active; "a été passée" is not."""
    if lemma(verb, language) not in grammar.going:
        return
    helping = [c for c in verb.children if base(c) == "aux"]
    if len(helping) == 1 and helping[0].dep_ == "aux:pass":
        helping[0].dep_ = "aux:tense"
        for kid in verb.children:
            if kid.dep_ == "nsubj:pass":
                kid.dep_ = "nsubj"


def _take_some(verb: Token, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """ "ont creusé des tranchées", "n'a pas remis d'armes": some of them, unless the verb takes "de"."""
    reflexive = any(base(c) == "expl" for c in verb.children)
    if reflexive or not grammar.with_of or lemma(verb, language) in grammar.with_of:
        return
    for noun in children(verb, "obl", "obj", "nmod"):
        word = next((c for c in noun.lefts if base(c) == "case"), None)
        plain = noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and noun.text.islower())
        if word is None or noun.i < verb.i or not plain:
            continue
        of = small.prepositions.get(word.lower_) == "of"
        negated = any(feature(c, "Polarity") == "Neg" for c in verb.children)
        negated = negated or _is_without(verb, small)
        # "« de lourdes pertes »": before an adjective "de" is the article of several.
        before = (
            word.i + 1 < noun.i and feature(noun, "Number") == "Plur" and verb.doc[word.i + 1].pos_ == "ADJ"
        )
        negated = negated and feature(word, "Definite") is None and not _counts(verb, word)
        some = (
            feature(word, "Number") == "Plur"
            or before
            or negated
            or _is_portion(noun, word, grammar, language)
        )
        if of and some and _stands_right_behind(verb, word):
            noun.dep_, word.dep_, word.pos_ = "obj", "det", "DET"
            return


def _is_portion(noun: Token, word: Token, grammar: Grammar, language: str) -> bool:
    """ "a acheminé du matériel", "de l'artillerie": with an article and by the portion."""
    article = feature(word, "Definite") is not None or child(noun, "det") is not None
    return article and lemma(noun, language) in grammar.masses


def _counts(verb: Token, word: Token) -> bool:
    """ "n'avons perdu autant d'hommes": a word that counts them says that there were some."""
    between = verb.doc[verb.i + 1 : word.i]
    return any(t.pos_ == "ADV" and feature(t, "Polarity") != "Neg" for t in between)


def _is_without(verb: Token, small: FunctionWords) -> bool:
    """ "sans rencontrer de résistance"."""
    return any(small.prepositions.get(c.lower_) == "without" for c in verb.lefts if base(c) == "mark")


def _stands_right_behind(verb: Token, word: Token) -> bool:
    """Nothing but adverbs and marks of quotation between them?"""
    return all(t.pos_ == "ADV" or t.text in MARKS for t in verb.doc[verb.i + 1 : word.i])


def _take_back(verb: Token) -> None:
    """ "a désamorcé à Tame, dimanche, deux voitures": a noun with its article or number and no preposition."""
    if is_participle(verb) and not any(base(c) == "aux" for c in verb.children):
        return
    own = [c for c in verb.rights if base(c) in ("obl", "dep", "nmod") and _is_told(c)]
    lent = [
        grandkid
        for kid in verb.rights
        if base(kid) in ("obl", "nmod", "advmod")
        for grandkid in kid.rights
        # "impute à l'armée la mort de trois soldats": with no preposition it is no army's.
        if base(grandkid) in ("obj", "nmod", "appos")
        and _is_told(grandkid)
        and not verb.doc[grandkid.left_edge.i - 1].is_punct
    ]
    for noun in (*own[:1], *lent[:1]):
        noun.head, noun.dep_ = verb, "obj"
        return


def _is_told(noun: Token) -> bool:
    counted = child(noun, "det", "nummod") is not None
    return noun.pos_ == "NOUN" and counted and not has_case(noun) and child(noun, "cop", "mark") is None


def _name_agent(verb: Token, small: FunctionWords) -> None:
    """ "décapités à la machette par des combattants": who acts hangs from the verb, not from what it is done with."""
    # "Chassés de la ville par l'armée, …": what opens a sentence needs no helping verb.
    opens = base(verb) == "advcl" and is_participle(verb) and verb.i == 0
    if not opens and not any(c.dep_ == "aux:pass" for c in verb.children):
        return
    if any(_is_by(c, small) for c in verb.rights):
        return
    means = [c for c in verb.rights if base(c) == "obl" and c.pos_ in _NOUNS]
    for kid in means:
        found = next((g for g in kid.rights if base(g) == "nmod" and _is_by(g, small)), None)
        if found is not None and child(kid, "acl") is None and not _is_deed(kid, small):
            found.head, found.dep_ = verb, "obl:agent"
            return
        found = found or _behind_aside(kid, small)
        if found is not None:
            found.head, found.dep_ = verb, "obl:agent"
            return


def _behind_aside(noun: Token, small: FunctionWords) -> Token | None:
    """ "enlevés à Mora, située dans le nord, par des hommes armés": who acts stands behind both commas of an aside."""
    for aside in (t for t in noun.subtree if base(t) == "acl" and is_participle(t)):
        first = aside.left_edge.i
        opened = first > 0 and aside.doc[first - 1].text == ","
        behind = (c for c in aside.subtree if _is_by(c, small) and aside.doc[c.left_edge.i - 1].text == ",")
        found = next(behind, None) if opened else None
        if found is not None:
            return found
    return None


def _is_by(noun: Token, small: FunctionWords) -> bool:
    return any(base(c) == "case" and small.prepositions.get(c.lower_) == "by" for c in noun.lefts)


def _is_deed(noun: Token, small: FunctionWords) -> bool:
    """ "dans le bombardement du marché par l'armée": what has whom it befalls beside it may have who acts as well."""
    return any(base(c) == "nmod" and not _is_by(c, small) for c in noun.rights)


def _tell_apart(verb: Token, language: str) -> None:
    """ "L'armée du maréchal, l'homme fort de l'Est, a …": who opens the sentence acts, what stands between commas says who he is."""
    beside = child(verb, "nsubj")
    opens = next((c for c in verb.lefts if base(c) == "obl" and c.left_edge.i == 0), None)
    if (
        beside is None
        or beside.pos_ != "NOUN"
        or opens is None
        or has_case(opens)
        or opens.pos_ not in _NOUNS
    ):
        return
    first, behind = beside.left_edge.i, beside.right_edge.i + 1
    if tells_time(opens, language):
        return  # "Ce matin, l'armée, appuyée par …, a", "La veille, deux bergers, dont un enfant, ont"
    parted = (
        verb.doc[first - 1].text == "," and verb.doc[behind].text == "," and opens.right_edge.i == first - 2
    )
    if parted and child(opens, "det") is not None and opens.i < beside.i:
        opens.dep_ = beside.dep_
        beside.head, beside.dep_ = opens, "appos"


def _take_opening(verb: Token, small: FunctionWords) -> None:
    """ "À Riyad, Américains et Ukrainiens étaient convenus …": behind the comma stands who acts, not a part of the place."""
    for kid in verb.lefts:
        if base(kid) not in ("obl", "nmod", "advmod") or not has_case(kid) or kid.i > MAX_OPENING:
            continue
        found = next((n for n in kid.subtree if n.i > kid.i and _opens(n, verb, small)), None)
        if found is None:
            continue
        for word in [c for c in found.lefts if base(c) == "case"]:
            word.dep_, word.pos_ = "det", "DET"
        # "Dans le quartier de Malbé, des habitants ont …": the parser hangs them from the last word of the place.
        for other in list(found.head.rights):
            if base(other) in ("conj", "cc", "punct") and other.i > found.i:
                other.head = found
        found.head, found.pos_ = verb, "PROPN" if found.pos_ == "PROPN" else "NOUN"
        found.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"
        return


def _take_described(verb: Token) -> None:
    """ "Appuyés par l'aviation, des djihadistes ont …": behind the comma stands who is described, with his article."""
    opening = verb.doc[0] if len(verb.doc) else verb
    if opening.pos_ != "VERB" or not is_participle(opening) or child(verb, "nsubj") is not None:
        return
    for noun in opening.rights:
        first = noun.left_edge
        behind = first.i > 0 and first.nbor(-1).text == "," and noun.i < verb.i
        if noun.pos_ not in _NOUNS or base(noun) not in ("nmod", "obl", "obj") or not behind:
            continue
        if opening.head == opening and verb.head == opening:
            verb.head, verb.dep_ = verb, "ROOT"
            opening.head, opening.dep_ = verb, "advcl"
        for word in [c for c in noun.lefts if base(c) == "case"]:
            word.dep_, word.pos_ = "det", "DET"
        noun.head = verb
        noun.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"
        return


def _opens(noun: Token, verb: Token, small: FunctionWords) -> bool:
    """A noun without a preposition behind a comma, from which words lead up to the verb."""
    # "Selon un élu, des rebelles ont …": what opens it may be an article, behind a comma no preposition.
    article = small.determiners.get(noun.left_edge.lower_) == "a" and noun.left_edge.head == noun
    named = noun.pos_ in _NOUNS or (noun.pos_ == "ADJ" and article and base(noun) == "nmod")
    if not named or base(noun) not in ("conj", "appos", "nmod"):
        return False
    if (has_case(noun) and not article) or (base(noun) == "nmod" and not article):
        return False
    if child(noun, "cc") is not None or noun.left_edge.i == 0:
        return False
    return noun.doc[noun.left_edge.i - 1].text == "," and noun.i < verb.i
