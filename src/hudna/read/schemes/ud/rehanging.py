"""Hangs single words where they belong, when a parser hung them from what merely stands nearer.

"Sommés de partir par les miliciens": the militiamen summon. "A condamné le putsch et exigé la
libération": the release is demanded. "Le retrait, entamé lundi, de deux compagnies": the companies
withdraw. Which verbs are meant stands in the language's grammar.yml.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import known_word, verb_base
from hudna.read.schemes.ud.enlisting import enlist
from hudna.read.schemes.ud.reattaching import reattach, second_subject
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.times import time_words
from hudna.read.schemes.ud.words import (
    base,
    child,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    is_participle,
    lemma,
)

_NOUNS = frozenset({"NOUN", "PROPN"})
_REFLEXIVE = "Tense=Past|VerbForm=Part"


def rehang(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """Every word of a sentence below the word that it belongs to."""
    _second_root(doc)
    for token in doc:
        if token.pos_ in _NOUNS:
            _past_time(token, small, language)
        if token.pos_ == "NOUN":
            _done_too(token)
    for token in doc:
        if token.pos_ == "ADJ":
            _own_verb(token, language)
        _two_words(token, small)
        if token.pos_ == "NOUN":
            _part_of(token, small)
        if token.pos_ != "VERB":
            continue
        _while(token, small)
        second_subject(token)
        _says_which(token)
        _of_country(token, language)
        _people(token)
        _described(token)
        _placed(token)
        _whom(token, small)
        if is_gerund(token):
            _by_doing(token, grammar)
            _object_of(token)
            _goes_with_sentence(token)
        if is_infinitive(token):
            _agent_above(token, small, grammar, language)
            _charge(token, small, grammar, language)
            _seen(token, grammar, language)
        _own_object(token)
        _within_noun(token, small)
    reattach(doc, small, grammar, language)
    enlist(doc, small)


def _second_root(doc: Doc) -> None:
    """ "Bilan : six morts, selon une source": what has a preposition is no sentence of its own."""
    roots = [t for t in doc if base(t) == "ROOT" and not t.is_punct]
    for root in roots[1:]:
        if root.pos_ in _NOUNS and has_case(root) and roots[0].pos_ in (*_NOUNS, "VERB"):
            root.head, root.dep_ = roots[0], "nmod" if roots[0].pos_ in _NOUNS else "obl"


def _past_time(noun: Token, small: FunctionWords, language: str) -> None:
    """ "ont éclaté à la mi-journée entre deux factions", "tenu depuis le début de la semaine par le Front": no time lies between people."""
    between = any(
        base(c) == "case" and small.prepositions.get(c.lower_) in ("between", "by", "against")
        for c in noun.lefts
    )
    if base(noun) != "nmod" or not between:
        return
    time = noun.head
    while base(time) == "nmod" and time.head.i < time.i and _is_time(time, language):
        time = time.head
    if time.head.pos_ == "VERB" and base(time) == "obl" and _is_time(time, language):
        noun.head, noun.dep_ = time.head, "obl"


def _is_time(noun: Token, language: str) -> bool:
    return noun.pos_ in _NOUNS and time_words(language).is_time(noun.lemma_.lower(), noun.lower_)


def _done_too(noun: Token) -> None:
    """ "Le moulin a été brûlé et son gardien enlevé": the second deed shares the helping verbs of the first."""
    verb = noun.head
    passive = verb.pos_ == "VERB" and any(c.dep_ == "aux:pass" for c in verb.children)
    # "a été attaqué, des étals incendiés": behind a comma the passive has no second subject.
    beside = base(noun) == "conj" or (base(noun) in ("nsubj", "obj") and _opens_behind_comma(noun))
    if not beside or not passive or noun.i < verb.i or has_case(noun):
        return
    done = next((c for c in noun.rights if base(c) == "acl" and is_participle(c)), None)
    if done is None or done.pos_ != "VERB" or child(done, "aux", "obj") is not None or done.i - noun.i > 2:
        return
    for joint in [c for c in noun.children if base(c) == "cc"]:
        joint.head = done
    done.head, done.dep_ = verb, "conj"
    noun.head, noun.dep_ = done, "nsubj:pass"


def _opens_behind_comma(noun: Token) -> bool:
    return noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","


def _says_which(verb: Token) -> None:
    """ "accuse les rebelles, qui démentent": a verb that a relative pronoun begins says something of the noun before it."""
    who = next((c for c in verb.lefts if base(c) == "nsubj" and feature(c, "PronType") == "Rel"), None)
    within = any(a.dep_ == "acl:relcl" for a in verb.ancestors)
    if (
        who is None
        or base(verb) not in ("conj", "parataxis", "advcl")
        or within
        or child(verb, "cc") is not None
    ):
        return
    before = [t for t in verb.doc[: who.i] if not t.is_punct]
    noun = before[-1] if before else None
    while noun is not None and noun.pos_ not in _NOUNS and noun.head.i < noun.i and noun.head.i != noun.i:
        noun = noun.head
    while noun is not None and base(noun) in ("nmod", "flat", "amod") and noun.head.pos_ in _NOUNS:
        noun = noun.head
    if noun is None or noun.pos_ not in _NOUNS or verb in noun.ancestors:
        return
    verb.head, verb.dep_ = noun, "acl:relcl"


def _own_verb(word: Token, language: str) -> None:
    """ "Le bilan s'est alourdi": with a helping verb and its own pronoun it is no adjective."""
    helped, own = child(word, "aux", "cop"), child(word, "expl")
    verb = verb_base(word.lower_, word.lower_, language)
    if helped is None or own is None or own.i > word.i or verb == word.lower_:
        return
    word.pos_, word.lemma_ = "VERB", verb
    word.set_morph(_REFLEXIVE)  # type: ignore[attr-defined]
    helped.dep_, helped.pos_ = "aux:tense", "AUX"


def _people(word: Token) -> None:
    """ "un camp de déplacés", "un convoi de blessés": behind a noun and its preposition stands a noun."""
    behind = base(word) in ("nmod", "obl") and word.head.pos_ in _NOUNS and word.head.i < word.i
    plain = is_participle(word) and child(word, "aux", "cop", "nsubj", "obj", "mark") is None
    if behind and plain and has_case(word):
        word.pos_ = "NOUN"


def _part_of(noun: Token, small: FunctionWords) -> None:
    """ "le chef et deux de ses fils": the number is who is told of, the sons are the whole."""
    number, of = child(noun, "nummod"), child(noun, "case")
    if number is None or of is None or of.i != number.i + 1 or small.prepositions.get(of.lower_) != "of":
        return
    above, label = noun.head, noun.dep_
    for kid in [c for c in noun.children if c.i < number.i]:
        kid.head = number
    number.head, number.dep_ = (number, "ROOT") if above == noun else (above, label)
    noun.head, noun.dep_ = number, "nmod"


def _described(verb: Token) -> None:
    """ "les assaillants, arrivés à moto, ont …", "un bilan établi par X évoque …": a participle leaves the subject to the verb."""
    subject, main = child(verb, "nsubj"), verb.head
    describes = is_participle(verb) or is_gerund(verb)
    plain = describes and child(verb, "aux", "cop", "cc", "mark") is None
    if subject is None or not plain or subject.i > verb.i or subject.pos_ not in _NOUNS:
        return
    behind = next((t for t in _later(verb) if _wants_subject(t)), None)
    if base(verb) not in ("ROOT", "conj", "parataxis", "advcl", "dep") or behind is None:
        return
    if behind.head == verb or verb in behind.head.ancestors:
        behind.head, behind.dep_ = (behind, "ROOT") if main == verb else (main, verb.dep_)
        for kid in [c for c in verb.children if c.i > behind.i and c != behind]:
            kid.head = behind
    subject.head = behind
    subject.dep_ = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in behind.children) else "nsubj"
    verb.head, verb.dep_ = subject, "acl"


def _settled(noun: Token, adverb: Token) -> None:
    """ "les combats autour de Sake": a preposition of two words stands before its noun."""
    noun.head, noun.dep_ = adverb.head, "nmod" if adverb.head.pos_ in _NOUNS else "obl"
    adverb.head, adverb.dep_ = noun, "case"


def _two_words(adverb: Token, small: FunctionWords) -> None:
    if adverb.pos_ != "ADV" or adverb.i + 1 >= len(adverb.doc):
        return
    of = adverb.nbor(1)
    noun = of.head
    if base(of) == "case" and noun.head == adverb and f"{adverb.lower_} {of.lower_}" in small.prepositions:
        _settled(noun, adverb)


def _later(verb: Token) -> list[Token]:
    beside = [verb.head, *verb.head.children, *verb.children, *(t for t in verb.doc if base(t) == "ROOT")]
    # "des hommes se présentant comme des policiers ont enlevé …": no relative word, and yet it hangs from the nearest.
    beside += [t for t in verb.subtree if base(t) == "acl" and t.dep_ != "acl:relcl" and t.head != verb]
    return sorted({t for t in beside if t.i > verb.i and t.pos_ == "VERB"}, key=lambda t: t.i)


def _wants_subject(verb: Token) -> bool:
    bare = child(verb, "nsubj", "csubj", "mark", "cc") is None
    return is_finite(verb) and bare and all(c.dep_ != "expl:subj" for c in verb.children)


def _object_of(verb: Token) -> None:
    """ "citant des sources locales": what stands behind a gerund is its object."""
    noun = child(verb, "nsubj")
    if noun is not None and noun.i > verb.i and child(verb, "obj") is None and child(verb, "aux") is None:
        noun.dep_ = "obj"
    if base(verb) == "acl" and verb.head.pos_ == "VERB":
        verb.dep_ = "advcl"


def _by_doing(verb: Token, grammar: Grammar) -> None:
    """ "a confirmé le repli, tout en démentant la perte": who confirms denies, and not the withdrawal."""
    noun = verb.head
    behind = verb.i > 0 and verb.nbor(-1).lower_ in grammar.gerund_behind
    if not behind or noun.pos_ not in _NOUNS:
        return
    main = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if main is not None and main.i < verb.i:
        verb.head, verb.dep_ = main, "advcl"


def _whom(verb: Token, small: FunctionWords) -> None:
    """ "Kigali, que Kinshasa accuse de …, n'a pas réagi": between commas behind its noun it is a relative clause."""
    that, main = child(verb, "mark"), verb.head
    if base(verb) != "advcl" or that is None or that.i < 2 or small.conjunctions.get(that.lower_) != "that":
        return
    noun = that.nbor(-2)
    if that.nbor(-1).text == "," and noun.head == main and base(noun) == "nsubj" and verb.i < main.i:
        verb.head, verb.dep_ = noun, "acl:relcl"
        that.dep_, that.pos_ = "obj", "PRON"
        that.set_morph("PronType=Rel")  # type: ignore[attr-defined]


def _goes_with_sentence(verb: Token) -> None:
    """ "a rejeté la trêve proposée par X, exigeant …": behind a comma it tells of who heads the sentence."""
    above = verb.head
    described = is_participle(above) and base(above) == "acl"
    inside = above.pos_ == "VERB" and (described or (is_infinitive(above) and base(above) == "xcomp"))
    if (
        not inside
        or base(verb) not in ("advcl", "conj", "acl", "advmod")
        or verb.i == 0
        or verb.nbor(-1).text != ","
    ):
        return
    main = next((t for t in above.ancestors if t.pos_ == "VERB" and is_finite(t)), None)
    if main is not None and main.i < above.i and child(above, "aux") is None:
        verb.head, verb.dep_ = main, "advcl"


def _placed(word: Token) -> None:
    """ "ont placé en résidence surveillée le vice-président": whom they placed is no object of the adjective."""
    verb, noun = word.head, word.nbor(-1) if word.i else word
    if base(word) != "xcomp" or not is_participle(word) or verb.pos_ != "VERB" or child(word, "aux", "mark"):
        return
    if noun.pos_ != "NOUN" or not has_case(noun) or noun.head != verb or child(verb, "obj") is not None:
        return
    for kid in [c for c in word.children if base(c) == "obj" and c.i > word.i]:
        kid.head = verb
    word.head, word.dep_, word.pos_ = noun, "amod", "ADJ"


def _of_country(word: Token, language: str) -> None:
    """ "les autorités sud-soudanaises": a word with a hyphen that no list knows is no verb."""
    alone = base(word) in ("acl", "amod") and child(word, "aux", "obj", "nsubj", "mark") is None
    made_up = "-" in word.text.strip("-") and not known_word(lemma(word, language), language)
    if alone and made_up and word.i and word.head == word.nbor(-1):
        word.pos_, word.dep_ = "ADJ", "amod"


def _agent_above(verb: Token, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """ "ont été sommés de quitter le camp par les miliciens": nobody does in an infinitive what others are told."""
    above = verb.head
    passive = above.pos_ == "VERB" and any(c.dep_ == "aux:pass" for c in above.children)
    if not passive or lemma(verb, language) in grammar.coming | grammar.going:
        return
    if any(c.dep_ == "obl:agent" for c in above.children):
        return
    agent = next((c for c in verb.rights if base(c) == "obl" and _is_by(c, small)), None)
    if agent is not None and child(agent, "det") is not None:
        agent.head, agent.dep_ = above, "obl:agent"


def _charge(verb: Token, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """ "ont été accusés par le gouvernement d'avoir tué": the charge hangs from the verb, not from who brings it.

    Nor from whom it is brought against: "a reproché aux rebelles d'avoir tué".
    """
    by = verb.head
    if base(verb) != "acl" or by.pos_ not in _NOUNS:
        return
    above = by.head
    if above.pos_ != "VERB" or above.i > by.i:
        return
    brings = _is_by(by, small) and lemma(above, language) in grammar.by_object
    if brings or (_is_by(by, small, "to") and lemma(above, language) in grammar.by_dative):
        verb.head, verb.dep_ = above, "xcomp"


def _seen(verb: Token, grammar: Grammar, language: str) -> None:
    """ "ont vu l'armée couper l'accès": a bare infinitive behind whom somebody saw is what he did."""
    noun = verb.head
    if (
        base(verb) not in ("acl", "xcomp")
        or noun.pos_ not in _NOUNS
        or child(verb, "mark", "case", "nsubj") is not None
    ):
        return
    above = noun.head
    if (
        base(noun) == "obj"
        and above.pos_ == "VERB"
        and lemma(above, language) in grammar.letting
        and above.i < noun.i
    ):
        verb.head, verb.dep_ = above, "ccomp"
        noun.head, noun.dep_ = verb, "nsubj"


def _is_by(noun: Token, small: FunctionWords, relation: str = "by") -> bool:
    return any(base(c) == "case" and small.prepositions.get(c.lower_) == relation for c in noun.lefts)


def _while(verb: Token, small: FunctionWords) -> None:
    """ "alors que les rebelles bombardent": the adverb and its "que" open one clause beside the sentence."""
    that = child(verb, "mark")
    if base(verb) != "ccomp" or that is None or that.i == 0:
        return
    adverb = that.nbor(-1)
    above = verb.head if verb.head != adverb else adverb.head
    joined = f"{adverb.lower_} {that.lower_}" in small.conjunctions and adverb.pos_ == "ADV"
    if not joined or adverb.head not in (above, verb) or above.i > adverb.i:
        return
    verb.head, verb.dep_ = above, "advcl"
    adverb.head, adverb.dep_, adverb.pos_ = verb, "mark", "SCONJ"
    that.head, that.dep_ = adverb, "fixed"


def _own_object(verb: Token) -> None:
    """ "a condamné le putsch et exigé la libération": what stands right behind the second verb is its object."""
    above = (t for t in (verb.head, *verb.head.ancestors) if t.pos_ == "VERB")
    first = next((t for t in above if is_finite(t)), verb)
    joined = base(verb) == "conj" and first.i < verb.i
    if not joined or child(verb, "obj", "xcomp", "ccomp", "nsubj") is not None:
        return
    found = [c for c in first.rights if c.i > verb.i and base(c) in ("obj", "obl", "nmod")]
    noun = found[0] if found else None
    near = noun is not None and noun.left_edge.i == verb.i + 1 and not has_case(noun)
    if noun is not None and near and child(noun, "det", "nummod") is not None:
        noun.head, noun.dep_ = verb, "obj"
        verb.head = first


def _within_noun(verb: Token, small: FunctionWords) -> None:
    """ "le retrait, entamé lundi, de deux compagnies": an aside inside a noun's own words."""
    noun = verb.doc[verb.i - 2] if verb.i > 1 and verb.nbor(-1).text == "," else None
    if noun is None or noun.pos_ not in _NOUNS or not is_participle(verb):
        return
    if child(verb, "aux", "cop", "nsubj", "obj") is not None or not _fits(noun, verb):
        return
    comma = next((t for t in verb.doc[verb.i + 1 : verb.i + 9] if t.text == ","), None)
    if comma is None or comma.i + 1 >= len(verb.doc) or small.prepositions.get(comma.nbor(1).lower_) != "of":
        return
    of = comma.nbor(1).head
    if of.pos_ not in (*_NOUNS, "NUM") or of in noun.ancestors or verb in noun.ancestors:
        return
    of.head, of.dep_ = noun, "nmod"
    verb.head, verb.dep_ = noun, "acl"


def _fits(noun: Token, verb: Token) -> bool:
    return all(
        (one := feature(noun, name)) is None or (other := feature(verb, name)) is None or one == other
        for name in ("Gender", "Number")
    )
