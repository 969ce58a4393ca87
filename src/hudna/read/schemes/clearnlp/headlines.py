"""The verb of a headline, where the parser takes it for a noun: "The M23 storms a police station in Harun".

Only where no other word of the sentence is a verb with a subject, and no full stop ends it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

HEADLINES = "hudna_headlines"

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_LOOSE = frozenset("compound nmod nsubj ROOT dep".split())
# What may begin what it is done to.
_OPENING = frozenset("DT CD PRP$ JJ NN NNS NNP IN TO RP RB".split())


@Language.component(HEADLINES)
def headlines(doc: Doc) -> Doc:
    """The doc with such a verb above its subject and its object."""
    if len(doc) > 3 and doc[-1].tag_ != "." and not any(_is_verb(t) for t in doc):
        found = next((t for t in doc[1:-1] if _is_meant(t)), None)
        if found is not None:
            _mend(found)
    return doc


def _is_verb(token: Token) -> bool:
    return token.tag_ in _FINITE and any(k.dep_ in ("nsubj", "nsubjpass", "expl") for k in token.children)


def _is_meant(token: Token) -> bool:
    """A form in -s behind a singular noun, one without behind a plural: "the army storms a", "gunmen storm a"."""
    before, behind = token.nbor(-1), token.nbor(1)
    several = before.tag_ in _PLURAL
    form = "NN" if several else "NNS"
    if token.tag_ not in (form, "VBZ") or not token.text.islower() or behind.tag_ not in _OPENING:
        return False
    if not several and (not token.text.endswith("s") or before.tag_ not in _SINGULAR or _is_joined(before)):
        return False
    heads = token.head == token and before.head == token
    beside = token.dep_ == "compound" and token.head.head == token.head and token.head.i > token.i
    if several:
        # "Gunmen fire rockets at the airport": a noun before a noun, though somebody acts.
        return beside and (before.dep_ in _LOOSE or before.head == token)
    return before.dep_ == "compound" and (heads or beside)


def _is_joined(noun: Token) -> bool:
    """ "fighters pound positions": a singular right behind a plural is the verb itself."""
    return noun.i > 0 and noun.nbor(-1).tag_ in _PLURAL


def _mend(verb: Token) -> None:
    """Subject before, object behind."""
    done = verb.head if verb.head != verb else next((k for k in verb.rights if k.dep_ == "appos"), None)
    names = [k for k in (*verb.lefts, *(verb.head.lefts if verb.head != verb else ())) if k.i < verb.i]
    subject = verb.nbor(-1)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBP" if subject.tag_ in _PLURAL else "VBZ"
    subject.head, subject.dep_ = verb, "nsubj"
    for name in names:
        if name != subject:
            name.head = subject
    if done is not None:
        done.head, done.dep_ = verb, "dobj"
