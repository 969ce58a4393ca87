"""The lemmatiser's base forms, each asked for once: it keeps only some of them, and words come again and again."""

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

LEMMAS_KEPT = "hudna_lemmas"

_MOST_KEPT = 100_000


class KeptLemmas:
    """The lemmatiser with a table before it. Without morphology a base form rests on the word and its part of speech alone."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._kept: dict[tuple[int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The doc with a base form for each token."""
        kept = self._kept
        for token in doc:
            key = token.orth, token.pos
            lemma = kept.get(key)
            if lemma is None:
                lemma = kept[key] = doc.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
            token.lemma = lemma
        if len(kept) > _MOST_KEPT:
            kept.clear()
        return doc


@Language.factory(LEMMAS_KEPT)
def kept_lemmas(nlp: Language, name: str) -> KeptLemmas:  # noqa: ARG001  # spaCy asks for both by name
    """The lemmatiser of the pipeline, which itself no longer runs."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    nlp.disable_pipe("lemmatizer")
    return KeptLemmas(lemmatizer)  # type: ignore[arg-type]
