"""Which language a report is in."""

import pytest

from hudna.read.language import SAMPLE, detect_language, known_languages

CASES = {
    "English": ("The army shelled the port on Monday and left the town.", "en"),
    "French": ("L'armée a bombardé le port lundi et a quitté la ville.", "fr"),
    "Italian": ("L'esercito ha bombardato il porto lunedì e ha lasciato la città.", "it"),
    "Arabic": ("قصف الجيش الميناء يوم الاثنين وغادر المدينة.", "ar"),
    "Spanish is not taken for Italian": (
        "El ejército bombardeó el puerto el lunes y abandonó la ciudad.",
        "es",
    ),
    "figures are no language": ("12 34 56", None),
    "nothing is no language": ("", None),
    "two letters are too few": ("ab", None),
}


@pytest.mark.parametrize(("text", "language"), CASES.values(), ids=CASES)
def test_language_is_found(text, language):
    assert detect_language(text) == language


def test_only_the_beginning_decides():
    english = "The army shelled the port on Monday and left the town. "
    text = english * (SAMPLE // len(english) + 1) + "L'armée a quitté la ville. " * 500
    assert detect_language(text) == "en"


def test_a_known_language_has_triggers():
    known = known_languages()
    assert "en" in known
    assert list(known) == sorted(known)
