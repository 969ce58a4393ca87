"""Who says it, where he stands behind the verb: "The army shelled Goma, claimed two residents".

Behind a comma the parser takes him for what is claimed, or the verb for one more deed of who acts.
"""

from spacy.tokens import Token

# Who tells what happened; what else stands there may be claimed: "…, claimed responsibility".
_TELLERS = frozenset(
    """source sources resident residents witness witnesses official officials police policeman spokesman spokeswoman spokesperson
    minister ministry governor mayor chief elder elders agency media radio newspaper outlet outlets commander commanders officer officers
    doctor doctors medic medics nurse activist activists monitor monitors observer observers survivor survivors villager villagers
    lawmaker lawmakers general colonel analyst analysts farmer farmers teacher priest rescuer rescuers""".split()
)
_NAMES = frozenset({"NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def turn(said: Token) -> None:
    """Whoever stands right behind a verb of saying, and ends the sentence or an aside, says what stands before it."""
    teller = next((k for k in said.rights if k.dep_ == "dobj" and k.left_edge.i == said.i + 1), None)
    told = _told_before(said)
    if teller is None or told is None or not _is_teller(teller) or not _ends(teller):
        return
    if told == said.head:
        told_of, label = told.head, told.dep_
        said.head, said.dep_ = (said if told_of == told else told_of), label
        told.head, told.dep_ = said, "ccomp"
    teller.dep_ = "nsubj"


def _told_before(said: Token) -> Token | None:
    """The verb of what is told, before a comma: below the verb of saying, or above it without an "and" between."""
    if said.i == 0 or said.nbor(-1).text not in (",", '"', "”"):
        return None
    if any(k.dep_ in (*_SUBJECTS, "cc", "aux", "mark") for k in said.lefts):
        return None
    below = next((k for k in said.lefts if k.dep_ == "ccomp"), None)
    above = said.head if said.dep_ == "conj" and said.head.i < said.i else None
    joined = above is not None and any(k.dep_ == "cc" for k in above.rights)
    return below or (None if joined else above)


def _is_teller(noun: Token) -> bool:
    return noun.lower_ in _TELLERS or noun.tag_ in _NAMES


def _ends(noun: Token) -> bool:
    """Nothing but a mark stands behind whoever says it."""
    behind = noun.right_edge.i + 1
    return behind >= len(noun.doc) or noun.doc[behind].is_punct
