"""Who and what is named in three languages, on invented resolutions."""

import pytest

from hudna.errors import InputError
from hudna.evaluate.un_resolutions import evaluate

TEXTS = {
    "en": "SPAIN\n24-00001 (E)\nThe Libyan authorities and the African Union met in Geneva.",
    "fr": "SPAIN\n24-00001 (F)\nLes autorités libyennes et l'Union africaine se sont réunis à Genève.",
    "ar": "SPAIN\n24-00001 (A)\nاجتمعت السلطات الليبية والاتحاد الأفريقي في جنيف.",
}


def _write(tmp_path, texts):
    for language, text in texts.items():
        (tmp_path / "un" / language).mkdir(parents=True)
        (tmp_path / "un" / language / "S_RES_1_2024.txt").write_text(text, encoding="utf-8")


def test_the_same_names_in_three_languages_agree(tmp_path):
    _write(tmp_path, TEXTS)
    found = {figure.name: figure.value for figure in evaluate(tmp_path).figures}
    assert found == dict.fromkeys(
        [
            "actors, en-fr",
            "actors, en-ar",
            "actors, fr-ar",
            "places, en-fr",
            "places, en-ar",
            "places, fr-ar",
        ],
        1.0,
    )


def test_a_name_in_one_language_alone_lowers_the_agreement(tmp_path):
    _write(tmp_path, {**TEXTS, "fr": "24-00001 (F)\nLes autorités libyennes se sont réunies à Genève."})
    score = evaluate(tmp_path)
    found = {figure.name: figure.value for figure in score.figures}
    assert found["actors, en-fr"] < 1.0
    assert any("in en, not in fr" in line for line in score.lines)


def test_a_data_folder_without_resolutions_is_said(tmp_path):
    with pytest.raises(InputError, match="no folder un"):
        evaluate(tmp_path)
