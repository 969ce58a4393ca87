"""Gives a verb the pronoun that is written on it: "a-t-il ajouté", "dit-elle", "indique-t-on".

Parsers call such pronouns anything, and then nobody has spoken. A pronoun with a hyphen before
it is the subject of the verb it is written on, or of the participle that goes with it.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import lemmas, verb_base
from hudna.read.schemes.ud.behind_quotes import tell_quoted
from hudna.read.schemes.ud.words import base, child, is_participle

HYPHEN = "-"
# "a-t-il une nouvelle fois déclaré": so many words may stand between.
MAX_BETWEEN = 4
_LOOSE = frozenset(
    {"dep", "advmod", "obl", "nmod", "amod", "appos", "xcomp", "advcl", "acl", "conj", "ccomp"}
)
_PRESENT = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"


def invert(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every pronoun that is written on a verb is its subject, and so is whoever tells behind a quotation."""
    for token in doc:
        tell_quoted(token, language)
        if not _is_written_on(token, small) or _is_filler(token) or token.i == 0:
            continue
        bearer = next((t for t in reversed(doc[: token.i]) if not t.text.startswith(HYPHEN)), None)
        if bearer is not None and bearer.i >= token.i - 2:
            _give(token, bearer, grammar, language)


def _is_written_on(token: Token, small: FunctionWords) -> bool:
    return token.text.startswith(HYPHEN) and token.lower_ in small.pronouns


def _is_filler(token: Token) -> bool:
    """The "-t" of "a-t-il"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text.startswith(HYPHEN)


def _give(pronoun: Token, bearer: Token, grammar: Grammar, language: str) -> None:
    verb = _participle(pronoun, bearer, grammar, language) or bearer
    if verb == bearer and not _is_a_verb(bearer, language):
        return
    _head(verb, {bearer, pronoun})
    if verb != bearer:
        bearer.head, bearer.dep_, bearer.pos_ = verb, "aux:tense", "AUX"
    for word in verb.doc[bearer.i + 1 : pronoun.i + 1]:
        word.head, word.dep_, word.pos_ = verb, "fixed", "PART"
    pronoun.dep_, pronoun.pos_ = "nsubj", "PRON"
    for other in verb.children:
        # "a-t-il appris": who else stands as subject behind it is none.
        if base(other) in ("nsubj", "expl") and other != pronoun and bearer.i < other.i < pronoun.i:
            other.dep_ = "dep"


def _participle(pronoun: Token, bearer: Token, grammar: Grammar, language: str) -> Token | None:
    helping = grammar.helping.have | grammar.helping.be
    if not helping & (lemmas(bearer.lower_, language) | {bearer.lemma_.lower()}):
        return None
    near = pronoun.doc[pronoun.i + 1 : pronoun.i + 1 + MAX_BETWEEN]
    found = next((t for t in near if t.pos_ in ("VERB", "ADJ", "NOUN")), None)
    if found is None or (found.pos_ == "VERB" and not is_participle(found)):
        return None
    verb = verb_base(found.lower_, found.lower_, language)
    if found.pos_ != "VERB":
        if verb == found.lower_ or child(found, "det", "case") is not None:
            return None
        # "a-t-il juré": what goes with a helping verb is no adjective.
        found.pos_, found.lemma_ = "VERB", verb
        found.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]
    return found


def _is_a_verb(word: Token, language: str) -> bool:
    """Is it one to the parser, or only to the list of lemmas: "sanglote-t-elle"?"""
    if word.pos_ in ("VERB", "AUX"):
        return True
    base_form = verb_base(word.lower_, word.lower_, language)
    if base_form == word.lower_ or child(word, "det", "case") is not None:
        return False
    word.pos_, word.lemma_ = "VERB", base_form
    word.set_morph(_PRESENT)  # type: ignore[attr-defined]
    return True


def _head(verb: Token, own: set[Token]) -> None:
    """It hangs from a word of the sentence, and beside what is said."""
    if verb.head in own:
        bearer = verb.head
        root = bearer.head == bearer
        verb.head, verb.dep_ = (verb, "ROOT") if root else (bearer.head, bearer.dep_)
    above = verb.head
    for _ in range(MAX_BETWEEN):
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    if above != verb and verb not in above.ancestors and _is_parted(verb):
        main = _main_of(above, verb)
        if base(verb) in _LOOSE or main != above:
            verb.head, verb.dep_ = main, "parataxis"


def _main_of(above: Token, verb: Token) -> Token:
    """ "… une vingtaine d'hommes qui tentaient de fuir, a-t-on appris": what is learnt is the sentence, not the relative."""
    inside = next((t for t in (above, *above.ancestors) if base(t) == "acl"), None)
    main = next((t for t in inside.ancestors if t.pos_ == "VERB"), None) if inside is not None else None
    return main if main is not None and main.i < verb.i else above


def _is_parted(verb: Token) -> bool:
    first = min([verb, *(c for c in verb.children if c.i < verb.i and c.pos_ == "AUX")], key=lambda t: t.i)
    return first.i > 0 and first.nbor(-1).is_punct
