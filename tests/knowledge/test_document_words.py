"""Words that people read keep their spelling."""

from hudna.knowledge.document_words import load_document_words


def test_arabic_of_documents_keeps_hamza_and_ta_marbuta():
    words = load_document_words("ar")
    assert words.parts["feared"] == "خشية من"
    assert words.roles["to"] == "إلى"
    assert words.join[0] == "، "
