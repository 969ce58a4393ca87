"""Whom a participle befalls of whom it is only believed: "thirty fighters were believed killed in the raid".

The parser hangs the participle under the belief as if whoever it is believed of did it.
"""

from hudna.read.schemes.clearnlp.lent import thought_to
from hudna.read.schemes.clearnlp.tree import Word
from hudna.read.schemes.clearnlp.words import PASSIVE_SUBJECTS, child, is_verb

_HUNG = frozenset({"xcomp", "ccomp", "oprd", "acomp"})


def raised(token: Word) -> Word | None:
    """Of whom it is believed, reported or feared that the deed of this participle befell him."""
    above = token.head
    if token.tag_ != "VBN" or token.dep_ not in _HUNG or not is_verb(above) or above.i > token.i:
        return None
    if child(token, "nsubj", "dobj", *PASSIVE_SUBJECTS) is not None or not _is_passive_or_bare(token):
        return None
    if child(above, "auxpass") is not None:
        return child(above, *PASSIVE_SUBJECTS)
    told = thought_to(above)
    if told is not None:
        return told
    believed = above.dep_ == "acl" and above.tag_ == "VBN" and child(above, "aux", "dobj") is None
    return above.head if believed else None


def _is_passive_or_bare(token: Word) -> bool:
    """ "believed killed", "believed to have been killed", never "believed to have killed"."""
    return child(token, "auxpass") is not None or child(token, "aux") is None
