"""A distance to a town that readers know says where a place lies, and is no second place; alone it is the place."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def places(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    (claim,) = [c for c in found.claims if c.event is not None and c.event.root.value == "ASSAULT"]
    return [p.name for p in claim.event.places]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Gunmen attacked a checkpoint in Mizda, some 160 kilometres from Tripoli.", "Mizda"),
        ("en", "Militants attacked Dargol, roughly 90 miles from the capital Niamey.", "Dargol"),
        ("fr", "Des hommes armés ont attaqué Mizda, à moins de deux cents kilomètres de Tripoli.", "Mizda"),
        ("fr", "Un drone a visé un dépôt à Gharyan, à une centaine de kilomètres de Tripoli.", "Gharyan"),
        ("it", "Uomini armati hanno attaccato un posto di blocco a Mizda, a circa 160 chilometri da Tripoli.", "Mizda"),
        ("it", "Un drone ha colpito un deposito a Gharyan, a un centinaio di chilometri dalla capitale Tripoli.", "Gharyan"),
        ("ar", "هاجم مسلحون نقطة تفتيش في مزدة، على بعد نحو 160 كيلومترا من طرابلس.", "Mizda"),
        ("ar", "قصفت طائرة مسيرة مستودعا في غريان على بعد مئة كيلومتر جنوب طرابلس.", "Gharyan"),
    ],
)  # fmt: skip
def test_how_far_it_lies_from_a_known_town_is_no_second_place(language, text, place):
    assert places(language, text) == [place]


def test_a_distance_is_the_place_where_nothing_nearer_is_named():
    (found,) = places("en", "Gunmen attacked a convoy 20 km south of Sirte.")
    assert found.startswith("20 km")
