"""Names with an Arabic article: "Ahmed al-Dabbashi" is one name, and its last part is its head.

The parser cuts at the hyphen and may hang both halves from one word, so that a name ended with its article.
"""

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

ARTICLED = "hudna_articled"

# By their numbers, as a document holds them: a look at each of its words would take longer than what is looked for.
_ARTICLES = frozenset(map(get_string_id, "al el ul ad adh an ar as ash at ath az".split()))
_HYPHEN = "HYPH"


@Language.component(ARTICLED)
def articled(doc: Doc) -> Doc:
    """The doc with such names whole."""
    if not doc.has_annotation("DEP"):
        return doc
    for place, number in enumerate(doc.to_array(LOWER).tolist()[:-2]):
        if number in _ARTICLES and doc[place + 1].tag_ == _HYPHEN and doc[place + 2].text[:1].isupper():
            _join(doc[place], doc[place + 2])
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
