"""`python -m hudna.knowledge.keeping`: keeps knowledge and lists of words in a form that is read quickly.

The installation does so once (`./run`); `kept.py` says what is done with it.
"""

from hudna.kept import keep, kept_of
from hudna.knowledge import language_model, model_words, sentence_encoder
from hudna.knowledge.files import ROOT, frozen, parsed
from hudna.knowledge.language import claimed_languages, load_language
from hudna.knowledge.word_lists import kept_list, list_source, packed


def keep_all() -> None:
    """Keep every file and every list of which that can be done."""
    keep(language_model.KEPT, language_model.source(), language_model.kept_form())
    keep(sentence_encoder.KEPT, sentence_encoder.SOURCE.read_bytes(), sentence_encoder.kept_form())
    for source in model_words.sources():
        keep(model_words.kept_words(source), source.read_bytes(), model_words.kept_form(source))
    for path in sorted(ROOT.rglob("*.yml")):
        content = frozen(parsed(path))
        if content is not None:
            keep(kept_of(path), path.read_bytes(), content)
    for code in sorted({load_language(name).lemmas or name for name in claimed_languages()}):
        source = list_source(code)
        if source.is_file():
            keep(kept_list(code), source.read_bytes(), packed(code))


if __name__ == "__main__":
    keep_all()
