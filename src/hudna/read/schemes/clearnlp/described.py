"""What goes on describing a thing, taken for what befell somebody: "killed in a camp run by A and led by B".

The parser joins "led" to "killed", so that B would be who killed. Behind a participle that describes a noun and says by
whom, another one that says by whom and befalls nobody goes on from it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

DESCRIBED = "hudna_described"

# What befalls people rather than places and things: "held in a house owned by A and beaten by B".
_BEFALLING = frozenset(
    """abducted ambushed arrested assaulted attacked beaten beheaded burned burnt captured detained executed evacuated
    hanged hit hurt injured interrogated kidnapped killed massacred murdered questioned raped released rescued robbed seized
    sentenced shelled shot slain stabbed taken tortured treated whipped wounded""".split()
)
_HELPING = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})


@Language.component(DESCRIBED)
def described(doc: Doc) -> Doc:
    """The doc with each such participle beside the one that it goes on from."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.dep_ == "conj" and _describes(token) and token.lower_ not in _BEFALLING:
            first = _first_participle(token)
            if first is not None:
                _join(token, first)
    return doc


def _describes(token: Token) -> bool:
    """A participle that says by whom and has no helping verb and nobody of its own."""
    kids = {kid.dep_ for kid in token.children}
    return token.tag_ in ("VBN", "VBD") and "agent" in kids and kids.isdisjoint(_HELPING)


def _first_participle(token: Token) -> Token | None:
    """The participle under a noun before "and", where what was done to somebody names nobody who did it."""
    verb, before = token.head, token.nbor(-1)
    kids = {kid.dep_ for kid in verb.children if kid.i < token.i}
    if before.tag_ != "CC" or "auxpass" not in kids or "agent" in kids:
        return None
    between = (t for t in token.doc[verb.i + 1 : before.i] if t.dep_ == "acl" and _describes(t))
    return next((t for t in between if verb.is_ancestor(t)), None)


def _join(token: Token, first: Token) -> None:
    """The participle, with the "and" before it, under the first one."""
    before = token.nbor(-1)
    before.head, before.dep_ = first, "cc"
    token.head, token.dep_, token.tag_ = first, "conj", "VBN"
