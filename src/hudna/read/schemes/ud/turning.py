"""Gives verbs the subject that a parser did not see: behind them, before an aside, or a name that opens the sentence.

"Comme l'en accuse le mouvement": whose object is a pronoun before it has its subject behind it.
"Washington, par la voix de son ambassadrice, reproche …": Washington reproaches. "Kiev presse
ses alliés": behind a name that opens a sentence and before an article stands a verb. A number
that hangs from its noun as if it were one of its qualities ("l'envoi de 200 militaires") gives
its preposition back.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import known_word, lemmas, verb_base
from hudna.knowledge.people import people
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, feature, first_verb, is_finite, is_infinitive

_NOUNS = frozenset({"NOUN", "PROPN"})
_MOODS = {
    "conditional": "Mood=Cnd|Person=3|Tense=Pres|VerbForm=Fin",
    "future": "Mood=Ind|Person=3|Tense=Fut|VerbForm=Fin",
}
_FINITE = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"


def turn(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every verb with its subject, every counted noun with its preposition."""
    _behind_name(doc, small, grammar, language)
    _behind_aside(doc)
    for token in doc:
        lacks = token.pos_ == "VERB" and child(token, "nsubj", "csubj") is None and _is_told(token)
        if lacks and not _bare_before(token, language):
            _who_behind(token, small)
        if token.pos_ == "NOUN" and base(token) == "amod":
            _counted(token)


def _behind_name(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """ "Kiev presse ses alliés de …", "Londres avertit que …": a word that may be a verb, between a name and an article."""
    if len(doc) < 4 or doc[0].pos_ != "PROPN":
        return
    name, verb = doc[0], doc[1]
    lemma, form = _form(verb, grammar, language)
    lone = base(verb) == "ROOT" or verb.head == name
    if not lemma or not lone or not (_is_before_object(verb, small) or child(verb, "ccomp") is not None):
        return
    if any(is_finite(t) and t.pos_ == "VERB" and name in t.children for t in doc[2:]):
        return
    verb.pos_, verb.lemma_ = "VERB", lemma
    verb.set_morph(form)  # type: ignore[attr-defined]
    verb.head, verb.dep_ = verb, "ROOT"
    name.head, name.dep_ = verb, "nsubj"
    _take_rest(verb)


def _bare_before(verb: Token, language: str) -> bool:
    """ "À Goma, rebelles et soldats se sont affrontés": people without an article behind a comma, right before a verb."""
    at = first_verb(verb).i - 1
    while at > 1 and verb.doc[at].pos_ == "PRON" and verb.doc[at].head == verb:
        at -= 1
    last = verb.doc[at]
    joined = at > 2 and verb.doc[at - 1].pos_ == "CCONJ" and _is_bare(verb.doc[at - 2], language)
    first = verb.doc[at - 2] if joined else last
    if (
        first.i < 2
        or first.nbor(-1).text != ","
        or not (_is_bare(first, language) and _is_bare(last, language))
    ):
        return False
    if any(above in (first, last) for above in verb.ancestors):
        verb.head, verb.dep_ = verb, "ROOT"
    first.head, first.dep_, first.pos_ = verb, "nsubj", "NOUN"
    if joined:
        last.head, last.dep_, last.pos_ = first, "conj", "NOUN"
    return True


def _is_bare(word: Token, language: str) -> bool:
    """Several people, nothing before them that would make them more than named."""
    if word.pos_ not in ("NOUN", "ADJ") or child(word, "det", "case", "nummod") is not None:
        return False
    return bool(lemmas(word.lower_, language) & people(language)) and feature(word, "Number") == "Plur"


def _form(word: Token, grammar: Grammar, language: str) -> tuple[str, str]:
    """The base form and the form of what may be a verb; nothing where it is none."""
    if child(word, "det", "case", "nummod", "aux", "cop") is not None or not word.text.islower():
        return "", ""
    low = word.lower_
    for mood, form in _MOODS.items():
        stems = [low.removesuffix(e) for e in grammar.on_base.get(mood, ()) if low.endswith(e)]
        found = next((s for s in stems if s and s != low and known_word(s, language)), "")
        if found and word.pos_ == "PROPN":
            return found, form
    likely = word.pos_ in ("NOUN", "ADJ") or child(word, "ccomp") is not None
    found = word.lemma_.lower() if word.pos_ == "VERB" else verb_base(low, low, language)
    return (found, _FINITE) if likely and found != low else ("", "")


def _is_before_object(word: Token, small: FunctionWords) -> bool:
    behind = word.nbor(1)
    return behind.pos_ in ("DET", "PROPN", "NUM") or small.determiners.get(behind.lower_) == "a"


def _take_rest(verb: Token) -> None:
    """What a parser hung from nothing, or from the verb as a noun's own, is the verb's."""
    loose = [
        t for t in verb.doc[2:] if not t.is_punct and (base(t) == "ROOT" or t.head in (verb, verb.doc[0]))
    ]
    for word in loose:
        word.head = verb
        if word.pos_ in _NOUNS:
            word.dep_ = "obl" if has_case(word) else "obj"
        elif is_infinitive(word):
            word.dep_ = "xcomp"
    noun = child(verb, "obj")
    for word in (
        [c for c in noun.children if base(c) == "acl" and is_infinitive(c)] if noun is not None else []
    ):
        word.head, word.dep_ = verb, "xcomp"


def _behind_aside(doc: Doc) -> None:
    """ "Paris, par la voix de son ambassadeur, reproche …": behind the comma the verb is no clause of the ambassador's."""
    if not len(doc) or doc[0].sent.root.pos_ not in _NOUNS:
        return
    noun = next((t for t in doc if base(t) == "ROOT" and not t.is_punct), doc[0])
    found = (t for t in doc if t.i > noun.i + 2 and t.dep_ == "acl" and t.pos_ == "VERB" and is_finite(t))
    verb = next((t for t in found if t.nbor(-1).text == ","), None)
    alone = verb is not None and child(verb, "nsubj", "mark", "cc") is None and noun.nbor(1).text == ","
    if verb is None or not alone or has_case(noun) or child(noun, "cop", "aux") is not None:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"


def _is_told(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(c) for c in verb.children if base(c) == "aux")


def _who_behind(verb: Token, small: FunctionWords) -> None:
    """ "l'en accuse le mouvement": whose object is a pronoun that may be an article as well, has no second one."""
    before = [c for c in verb.lefts if base(c) in ("obj", "iobj") and _is_object(c, small)]
    noun = next((c for c in verb.rights if base(c) == "obj"), None)
    if not before or noun is None or noun.pos_ not in _NOUNS or has_case(noun):
        return
    if any(t.is_punct for t in verb.doc[verb.i + 1 : noun.left_edge.i]):
        return
    noun.dep_ = "nsubj"


def _is_object(word: Token, small: FunctionWords) -> bool:
    low = word.lower_
    return small.determiners.get(low) == "the" and low in small.pronouns


def _counted(noun: Token) -> None:
    """ "l'envoi de 200 militaires": the preposition of the number is the noun's."""
    number = child(noun, "nummod")
    of = child(number, "case") if number is not None else None
    if of is not None and noun.head.pos_ in _NOUNS and noun.head.i < of.i:
        of.head, noun.dep_ = noun, "nmod"
