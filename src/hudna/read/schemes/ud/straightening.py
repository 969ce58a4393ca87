"""Mends small misreadings around one verb: its form, its helping verb, its own pronoun, a name for its subject."""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.words import base, child, feature, is_finite, is_participle

_NO_SUBJECT = frozenset({"advmod", "amod", "dep", "vocative", "dislocated", "obl"})


def straighten(doc: Doc, small: FunctionWords) -> None:
    """Every verb of a sentence with its own words put right."""
    for token in doc:
        if token.pos_ == "AUX":
            _pass_on(token)
        elif token.pos_ == "VERB":
            _finite_form(token)
            _own_pronoun(token, small)
            _turn(token)
            _of_it(token, small)
            _to_them(token)
        elif " " in token.text:
            _name(token)
        elif token.pos_ == "ADJ":
            _noun(token)
        elif token.pos_ == "NOUN" and token.dep_ == "dep":
            _loose_subject(token)


def _pass_on(helper: Token) -> None:
    """ "après que des soldats eurent ouvert le feu": what hangs from a helping verb hangs from its verb."""
    verb = helper.head
    if base(helper) != "aux" or verb.pos_ != "VERB" or not is_participle(verb):
        return
    for kid in list(helper.children):
        if base(kid) not in ("nsubj", "mark", "advmod", "expl"):
            continue
        if base(kid) != "nsubj" or child(verb, "nsubj") is None:
            kid.head = verb


def _finite_form(verb: Token) -> None:
    """ "Le bilan s'alourdit": who has a subject and no infinitive's ending is no infinitive."""
    subject = child(verb, "nsubj")
    if feature(verb, "VerbForm") == "Inf" and verb.lower_.endswith(("é", "ée", "és", "ées")):
        # "une trêve, négociée par X": no infinitive ends so.
        verb.set_morph("Tense=Past|VerbForm=Part|Voice=Pass")  # type: ignore[attr-defined]
        if (
            base(verb) == "xcomp"
            and verb.i > 1
            and verb.nbor(-1).text == ","
            and verb.nbor(-2).pos_ in ("NOUN", "ADJ")
        ):
            noun = verb.nbor(-2) if verb.nbor(-2).pos_ == "NOUN" else verb.nbor(-2).head
            if noun.pos_ == "NOUN" and verb not in noun.ancestors and noun.i < verb.i:
                verb.head, verb.dep_ = noun, "acl"
        return
    if feature(verb, "VerbForm") != "Inf" or subject is None or verb.lower_ == verb.lemma_.lower():
        return
    if child(verb, "aux", "mark") is None and subject.i < verb.i:
        verb.set_morph("Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]


def _own_pronoun(verb: Token, small: FunctionWords) -> None:
    """ "Nous ne nous sommes pas retirés": the same pronoun twice is who acts and his own pronoun, and no passive."""
    subject = child(verb, "nsubj")
    if subject is None or subject.pos_ != "PRON" or subject.lower_ not in small.pronouns:
        return
    again = [c for c in verb.lefts if c.i > subject.i and c.lower_ == subject.lower_ and c.pos_ == "PRON"]
    for pronoun in again:
        pronoun.dep_ = "expl:comp"
        pronoun.set_morph("Reflex=Yes")  # type: ignore[attr-defined]
        subject.dep_ = "nsubj"
        for helper in verb.lefts:
            if helper.dep_ == "aux:pass":
                helper.dep_ = "aux:tense"


def _of_it(verb: Token, small: FunctionWords) -> None:
    """ "pourraient s'en prendre aux convois": a pronoun before an infinitive is no preposition."""
    for word in verb.lefts:
        if base(word) == "mark" and word.i + 1 == verb.i and feature(verb, "VerbForm") == "Inf":
            before = word.nbor(-1) if word.i else None
            if before is not None and before.head == verb and small.pronouns.get(before.lower_) == "self":
                word.dep_, before.pos_ = "iobj", "PRON"


def _to_them(verb: Token) -> None:
    """ "de leur avoir volé 300 bœufs": a pronoun before a verb that has its object behind it is to whom."""
    behind = [c for c in verb.rights if base(c) == "obj" and c.pos_ in ("NOUN", "PROPN")]
    for word in [c for c in verb.lefts if base(c) == "obj" and c.pos_ == "PRON"]:
        if behind and feature(word, "PronType") != "Rel":
            word.dep_ = "iobj"


def _turn(verb: Token) -> None:
    """ "Quatre soldats sont morts après que X a ouvert le feu": the verb with the conjunction is the lower one."""
    lower = verb.head
    if base(verb) != "nsubj" or not is_finite(verb) or lower.pos_ != "VERB" or base(lower) != "ROOT":
        return
    mark = child(lower, "mark")
    if mark is None or not verb.i < mark.i < lower.i:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    lower.head, lower.dep_ = verb, "advcl"


def _noun(word: Token) -> None:
    """ "a raconté un notable du village": what has an article of its own and no noun is one."""
    article = child(word, "det")
    own = article is not None and article.i == word.i - 1 and base(word) in ("obj", "nsubj", "obl", "nmod")
    if own and word.head.pos_ in ("VERB", "AUX") and child(word, "cop") is None:
        word.pos_ = "NOUN"


def _loose_subject(noun: Token) -> None:
    """ "Des insurgés ont fait sauter un pont": a noun with its article before a helped verb without a subject is that."""
    verb = noun.head
    helper = child(verb, "aux")
    bare = child(noun, "det") is not None and child(noun, "case") is None and noun.i < verb.i
    if bare and verb.pos_ == "VERB" and helper is not None and child(verb, "nsubj", "expl") is None:
        noun.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"


def _name(token: Token) -> None:
    """A name of several words before a verb without a subject is its subject, whatever the parser calls it."""
    verb = token.head
    bare = child(token, "case", "det") is None and base(token) in _NO_SUBJECT and token.i < verb.i
    if bare and verb.pos_ == "VERB" and is_finite(verb) and child(verb, "nsubj", "expl") is None:
        token.pos_ = "PROPN"
        token.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"
