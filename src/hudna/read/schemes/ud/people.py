"""Names and words for people that a parser takes for adjectives, and adjectives before them that it takes for people.

"a tué 31 civils": what is counted is no adjective. "par des présumés jihadistes": who is held to be one is
the jihadist.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.cues import load_cues
from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.lemmas import lemmas
from hudna.knowledge.people import people
from hudna.read.schemes.ud.words import base, child, feature, is_finite, is_participle


def mend_people(doc: Doc, small: FunctionWords, language: str) -> None:
    """People are nouns, what only says how sure one is of them is none."""
    for token in doc:
        if " " in token.text and token.text[0].isupper() and token.text.rpartition(" ")[2][0].isupper():
            _called(token)
        elif token.pos_ == "NOUN" and token.text[0].isupper():
            _first_name(token)
        if token.pos_ == "DET" and base(token) == "obj" and token.head.pos_ == "VERB":
            token.pos_ = "PRON"  # "l'accusant de": what a verb has as object is no article
        if token.pos_ == "VERB" and base(token) == "advcl" and token.i > 1:
            _described(token)
        if token.pos_ == "ADJ" and token.i and token.nbor(-1).pos_ == "NUM":
            _counted(token, language)
        elif token.pos_ == "NOUN" and token.i + 1 < len(doc):
            _doubted(token, language)
            if token.i > 1:
                _beside(token)
        if token.pos_ in ("NOUN", "ADJ") and base(token) == "obl":
            _some(token, small)


def _counted(word: Token, language: str) -> None:
    """ "31 civils": the noun, and the number hangs from it, where no noun follows that it describes."""
    number = word.nbor(-1)
    behind = word.nbor(1) if word.i + 1 < len(word.doc) else None
    described = behind is not None and behind.pos_ in ("NOUN", "PROPN") and behind.head == word.head
    noun = next(iter(sorted(lemmas(word.lower_, language) & people(language))), None)
    if described or noun is None or child(word, "det", "cop") is not None:
        return
    word.pos_, word.lemma_ = "NOUN", noun
    if word.head == number:
        _take_place(word, number)
        number.dep_ = "nummod"
    if base(word) in ("punct", "dep", "amod") and word.head.pos_ == "VERB":
        # A number that hangs from nothing: it stands where an object stands, or a subject.
        word.dep_ = "obj" if word.head.i < word.i else "nsubj"


def _doubted(word: Token, language: str) -> None:
    """ "des présumés jihadistes": the noun right behind is who they are."""
    noun = word.nbor(1)
    bare = noun.head == word and noun.pos_ in ("NOUN", "ADJ") and base(noun) in ("nmod", "amod", "appos")
    doubts = lemmas(word.lower_, language) & load_cues(language).adjectives.keys()
    if not bare or not doubts or child(noun, "case", "det") is not None:
        return
    noun.pos_, word.pos_ = "NOUN", "ADJ"
    _take_place(noun, word)
    word.dep_ = "amod"


def _called(name: Token) -> None:
    """ "ont enlevé Jan Roe lundi": several words written as a name are one, and stand behind a verb as its object."""
    if child(name, "aux", "cop", "det") is None:
        name.pos_ = "PROPN"
    verb = name.head
    bare = child(name, "case") is None and base(name) in ("advmod", "amod", "dep", "obl", "xcomp")
    right_behind = name.i == verb.i + 1 and verb.pos_ == "VERB"
    if (
        name.pos_ == "PROPN"
        and bare
        and right_behind
        and child(verb, "obj") is None
        and not _is_passive(verb)
    ):
        name.dep_ = "obj"


def _first_name(word: Token) -> None:
    """ "Oscar Roe a été tué": a noun with a capital, right before a name that goes with it, begins that name."""
    behind = next((c for c in word.rights if base(c) == "flat" and c.i == word.i + 1), None)
    if behind is not None and behind.text[0].isupper() and child(word, "det", "nummod", "amod") is None:
        word.pos_ = "PROPN"


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass", "expl:pass") for c in verb.children)


def _described(verb: Token) -> None:
    """ "une vidéo de trois otages récemment capturés": a participle of several describes those right before it, not one who acts."""
    before = verb.nbor(-1)
    noun = before.nbor(-1) if before.pos_ == "ADV" and before.head == verb else before
    subject = child(verb.head, "nsubj")
    bare = is_participle(verb) and child(verb, "aux", "cop", "nsubj", "mark") is None
    if not bare or noun.pos_ != "NOUN" or subject is None or verb in noun.ancestors:
        return
    several = verb.lower_.endswith("s") and feature(noun, "Number") == "Plur"
    if several and feature(subject, "Number") != "Plur" and child(subject, "conj") is None:
        verb.head, verb.dep_ = noun, "acl"


def _beside(word: Token) -> None:
    """ "L'armée et ses supplétifs dozos, confrérie de chasseurs, ont tué": a bare noun right behind one of several is its own."""
    one, verb = word.nbor(-1), word.head
    first = one.head
    bare = child(word, "det", "case", "nummod") is None and base(word) == "nsubj" and verb.i > word.i
    joined = base(one) == "conj" and one.pos_ == "NOUN" and first.i < one.i and child(one, "det") is not None
    if not bare or not joined or first.pos_ not in ("NOUN", "PROPN"):
        return
    label = word.dep_
    word.head, word.dep_ = one, "nmod"
    if first.head in (first, verb):
        first.head, first.dep_ = verb, label


def _some(noun: Token, small: FunctionWords) -> None:
    """ "De violents tirs ont visé …": "of" before an adjective and a noun of several is an article, and they act."""
    verb, article = noun.head, child(noun, "case")
    before = noun.i < verb.i and verb.pos_ == "VERB" and child(verb, "nsubj", "expl") is None
    if not before or article is None or small.prepositions.get(article.lower_) != "of" or not is_finite(verb):
        return
    opens = article.i == noun.i - 2 and (
        not article.i or article.nbor(-1).pos_ in ("PUNCT", "CCONJ", "SCONJ")
    )
    if opens and base(noun.nbor(-1)) == "amod" and noun.lower_ != noun.lemma_.lower():
        noun.pos_, article.pos_, article.dep_ = "NOUN", "DET", "det"
        noun.dep_ = "nsubj:pass" if _is_passive(verb) else "nsubj"


def _take_place(word: Token, above: Token) -> None:
    """A word where the one above it stood, with all that hung from that one; that one hangs from it."""
    label, over = above.dep_, above.head
    kids = [c for c in above.children if c != word]
    word.head, word.dep_ = (word, label) if over == above else (over, label)
    for kid in (above, *kids):
        kid.head = word
