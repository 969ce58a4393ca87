"""Small facts of a spaCy token, in our own terms.

Everything that knows the parser's labels (ClearNLP dependencies, Penn tags) is in
this module, `phrases.py` and `clauses.py`; rules never see a token.
"""

from typing import TypeAlias

from hudna.knowledge.lemmas import mended
from hudna.model.clause import Tense
from hudna.read.schemes.clearnlp.tree import Word

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
NOUN_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
# Adjectives in form that name who acts: "a rebel attack".
GROUPS = frozenset(
    "rebel insurgent jihadist separatist guerrilla paramilitary militant islamist extremist".split()
)
Offset: TypeAlias = int

# The tagger's lemmatiser is wrong on these forms, measured on news text.
LEMMAS = {
    "hopes": "hope",
    "hoped": "hope",
    "hoping": "hope",
    "troops": "troop",
    "wounded": "wound",
    "data": "data",
    "forces": "force",
    "shelled": "shell",
    "shelling": "shelling",
    "shellings": "shelling",
    "felled": "fell",
    "bases": "base",
    "graves": "grave",
    "taxes": "tax",
    "gendarmeries": "gendarmerie",
    "bombings": "bombing",
    "killings": "killing",
    "lay": "lay",
    "bound": "bind",
    "raped": "rape",
    "raping": "rape",
}

# Base forms of verbs that the lemma list gets wrong ("guarde" of "guarded"): all that differ among the regular and irregular
# forms of the verbs in triggers and speech.yml, and a few more met in news text.
VERBS = {
    "annexe": "annex",
    "assaile": "assail",
    "attache": "attach",
    "cancell": "cancel",
    "crosse": "cross",
    # "nine dead in a raid", where it is read as a verb (telegraphic.py)
    "dead": "kill",
    "deposite": "deposit",
    "develope": "develop",
    "extoll": "extol",
    "fixe": "fix",
    "growe": "grow",
    "guarde": "guard",
    "interne": "intern",
    "labell": "label",
    "masse": "mass",
    "patrole": "patrol",
    "preferr": "prefer",
    "proclaime": "proclaim",
    "repell": "repel",
    "signall": "signal",
    "sweare": "swear",
    "thanke": "thank",
    "travell": "travel",
}

# Base forms of helping verbs, which the lemmatiser leaves to the attribute ruler.
HELPING = {
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "am": "be",
    "'s": "be",
    "'re": "be",
    "'m": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "'ve": "have",
    "does": "do",
    "did": "do",
    "done": "do",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "'d": "would",
}


def lemma(token: Word) -> str:
    """The lemma in lower case, with the tagger's known slips put right."""
    lower = token.lower_
    if token.pos_ in ("VERB", "AUX") and lower in ("wounded", "shelling"):
        return "wound" if lower == "wounded" else "shell"
    if token.pos_ == "AUX":
        return HELPING.get(lower, lower)
    known = LEMMAS.get(lower)
    if known is None and token.pos_ == "VERB":
        found = mended(token.lemma_.lower(), lower, "en")
        return VERBS.get(found, found)
    return known or token.lemma_.lower()


def child(token: Word, *labels: str) -> Word | None:
    """The first child with one of these dependency labels."""
    for kid in token.children:
        if kid.dep_ in labels:
            return kid
    return None


def preposition(token: Word) -> tuple[str, Word | None]:
    """The preposition's words and its object: `according to X`, `out of X`."""
    name = token.lower_
    inner = child(token, "prep")
    target = child(token, "pobj", "pcomp")
    if target is None and inner is not None and inner.i == token.i + 1:
        return f"{name} {inner.lower_}", child(inner, "pobj", "pcomp")
    return name, target


def is_verb(token: Word) -> bool:
    """Can this token head a clause of its own?"""
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass", "amod", "compound", "prep", "case", "nmod")
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


# What fighting does by itself.
_HAPPENING = frozenset(
    "flare erupt rage resume continue break intensify subside spread persist start begin escalate".split()
)


def verb_behind(token: Word) -> Word | None:
    """ "after fighting flared", "as shelling continued": the finite verb whose subject the gerund before it is."""
    if (
        token.tag_ != "VBG"
        or token.i + 1 >= len(token.doc)
        or child(token, "aux", "nsubj", "dobj") is not None
    ):
        return None
    verb = token.nbor(1)
    happens = verb.tag_ == "VBN" and verb.lemma_ in _HAPPENING and child(verb, "aux", "auxpass") is None
    if (verb.tag_ not in ("VBD", "VBZ") and not happens) or verb.pos_ != "VERB":
        return None
    own = child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    return verb if own is None or own.i == token.i else None


def _goes_on(token: Word) -> bool:
    """ "saying fighting there was continuing": what goes on by itself, where the parser finds who does it, or the one thing said."""
    above, after = token.head, list(token.doc[token.i + 1 : token.i + 3])
    alone = child(token, "aux", "dobj", "nsubj", "prt", "xcomp", "ccomp", "mark") is None
    heads = token.dep_ == "csubj" and above.i > token.i and above.dep_ in ("ccomp", "ROOT")
    placed = [t.lower_ for t in after[:1]] in (["there"], ["here"])
    return alone and (heads or (placed and after[-1].tag_ in ("VBD", "VBZ", "VBP")))


def is_gerund_noun(token: Word) -> bool:
    """ "Shelling of a market …": a gerund with "of" is a noun, whatever the tagger thinks."""
    if verb_behind(token) is not None:
        return True
    above = token.head
    if token.tag_ == "VBG" and _goes_on(token):
        return True
    # "killed in shelling", "by bombing"
    means = token.dep_ == "pcomp" and above.lower_ in ("by", "in", "during", "amid", "from")
    if means and child(token, "aux", "dobj", "nsubj", "prt", "advmod", "xcomp") is None:
        return token.tag_ == "VBG" and is_verb(above.head)
    return (
        token.tag_ == "VBG"
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ == "of"
        and child(token, "aux", "dobj") is None
    )


def tense(token: Word) -> Tense:
    """The tense of a verb with its helping verbs."""
    auxiliaries = {t.lower_: t for t in token.children if t.dep_ in ("aux", "auxpass")}
    if any(lemma(t) == "will" or t.lower_ == "shall" for t in auxiliaries.values()):
        return "future"
    bare = "be" in auxiliaries and not any(t.tag_ == "MD" for t in auxiliaries.values())
    if bare or any(t.tag_ == "TO" for t in auxiliaries.values()):
        return "infinitive"  # "to be moved", "stipulates that fighters be moved"
    if "have" in {lemma(t) for t in auxiliaries.values()} or any(
        t.tag_ == "VBD" for t in auxiliaries.values()
    ):
        return "past"
    if token.tag_ == "VBD" or (token.tag_ == "VBN" and not auxiliaries):
        return "past"
    if token.tag_ == "VBG" and not auxiliaries:
        return "participle"
    return "present" if token.tag_ in ("VBZ", "VBP", "VBG", "VBN", "VB") else "none"


def particle(token: Word) -> str | None:
    """ "drove out", and in the passive what is left of "set upon them": "was set upon near the ford"."""
    found = child(token, "prt")
    if found is None and child(token, "auxpass") is not None:
        bare = (k for k in token.children if k.dep_ == "prep" and k.i == token.i + 1 and not list(k.children))
        found = next(bare, None)
    return found.lower_ if found is not None else None
