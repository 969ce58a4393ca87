"""Names with an Arabic article: "Ahmed al-Dabbashi" is one name, and its last part is its head.

The parser cuts at the hyphen and may hang both halves from one word, so that a name ended with its article.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

ARTICLED = "hudna_articled"

_ARTICLES = frozenset("al el ul ad adh an ar as ash at ath az".split())
_HYPHEN = "HYPH"


@Language.component(ARTICLED)
def articled(doc: Doc) -> Doc:
    """The doc with such names whole."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc[:-2]:
        if token.lower_ in _ARTICLES and token.nbor(1).tag_ == _HYPHEN and token.nbor(2).text[:1].isupper():
            _join(token, token.nbor(2))
    return doc


def _join(article: Token, name: Token) -> None:
    """The name in the place of its article, and what hung from that under the name."""
    above, label = article.head, article.dep_
    if name.head == article:
        name.head, name.dep_ = (name if above == article else above), label
    elif name.head != above or above in (article, name):
        return
    for kid in [k for k in article.children if k != name]:
        kid.head = name
    article.head, article.dep_ = name, "compound"
