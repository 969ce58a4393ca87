"""Actors in languages unlike English: descriptions that follow their noun, no capitals, words written together."""

from pathlib import Path

import pytest
import yaml

from hudna.knowledge.files import read_yaml
from hudna.knowledge.folding import letters
from hudna.resolve.actors import ActorFinder

FOLDER = Path(__file__).parent / "languages"


@pytest.fixture
def finder(language):
    """The finder, with the languages of this folder laid over a copy of English."""
    for path in sorted(FOLDER.glob("*.yml")):
        parts = dict(read_yaml(path))
        folder = language(path.stem, **parts.pop("language"))
        for name, content in parts.items():
            (folder / f"{name}.yml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return ActorFinder(("libya",))


# words, id, country, sector
FRENCH = {
    "an adjective of a country": ("les troupes rwandaises", "rwa-mil", "RWA", "MIL"),
    "an adjective that tells the sector": ("des hommes armés inconnus", None, None, "UAF"),
    "a plural noun": ("les combattants rebelles", None, None, "REB"),
    "a country behind of": ("le gouvernement du Rwanda", "rwa-gov", "RWA", "GOV"),
    "a force of a leader": ("les forces de Haftar", "lna", "LBY", "MIL"),
    "a force of a group": ("les combattants du M23", "m23", "COD", "REB"),
    "a name behind its noun": ("le groupe M23", "m23", "COD", "REB"),
    "a title before a name": ("le général Haftar", "khalifa-haftar", "LBY", "MIL"),
    "whoever speaks for an army": ("le porte-parole de l'armée rwandaise", "rwa-mil", "RWA", "MIL"),
    "a noun of several words": ("le chef d'état-major rwandais", "rwa-mil", "RWA", "MIL"),
    "a word before the noun": ("les nouvelles troupes rwandaises", "rwa-mil", "RWA", "MIL"),
    "a count": ("des dizaines de combattants rebelles", None, None, "REB"),
    "a group without a name": ("un groupe armé", None, None, "UAF"),
}
ARABIC = {
    "an adjective of a country": ("القوات السودانية", "sdn-mil", "SDN", "MIL"),
    "a country right behind its army": ("جيش السودان", "sdn-mil", "SDN", "MIL"),
    "a government": ("الحكومة السودانية", "sdn-gov", "SDN", "GOV"),
    "a force of a leader": ("قوات خليفة حفتر", "lna", "LBY", "MIL"),
    "a group without a name": ("جماعة مسلحة", None, None, "UAF"),
    "an article on noun and adjective": ("الجماعة المسلحة", None, None, "UAF"),
    "whoever speaks for an army": ("متحدث باسم الجيش السوداني", "sdn-mil", "SDN", "MIL"),
    "armed men": ("المسلحون", None, None, "UAF"),
}


@pytest.mark.parametrize(("words", "id_", "country", "sector"), FRENCH.values(), ids=FRENCH)
def test_who_is_meant_where_descriptions_follow_the_noun(finder, words, id_, country, sector):
    found = finder.identify(words, language="zf")
    assert (found.id, found.country, found.sector) == (id_, country, sector)


@pytest.mark.parametrize(("words", "id_", "country", "sector"), ARABIC.values(), ids=ARABIC)
def test_who_is_meant_where_nothing_has_a_capital(finder, words, id_, country, sector):
    found = finder.identify(words, language="za")
    assert (found.id, found.country, found.sector) == (id_, country, sector)


NAMELESS = {
    "sources": ("zf", "des sources militaires"),
    "sources without capitals": ("za", "مصادر عسكرية"),
}


@pytest.mark.parametrize(("language_", "words"), NAMELESS.values(), ids=NAMELESS)
def test_sources_stay_without_a_name(finder, language_, words):
    found = finder.identify(words, language=language_)
    assert (found.id, found.anonymous) == (None, True)


NOBODY = {
    "a deed": ("zf", "l'attaque"),
    "a pronoun": ("zf", "elles"),
    "a deed without capitals": ("za", "الهجوم"),
    "a pronoun without capitals": ("za", "هم"),
}


@pytest.mark.parametrize(("language_", "words"), NOBODY.values(), ids=NOBODY)
def test_what_is_nobody_stays_nobody(finder, language_, words):
    assert finder.identify(words, language=language_) is None


# text, (words, id) that must be among the mentions
TEXTS = {
    "a country's troops": (
        "zf",
        "Lundi, les troupes rwandaises ont quitté Goma.",
        ("troupes rwandaises", "rwa-mil"),
    ),
    "a leader with his force": ("zf", "Les forces de Haftar ont avancé.", ("forces de Haftar", "lna")),
    "a country's army": ("za", "انسحب الجيش السوداني من المدينة.", ("الجيش السوداني", "sdn-mil")),
    "written on the word before": (
        "za",
        "اشتباكات بين قوات الدعم السريع والجيش السوداني.",
        ("الجيش السوداني", "sdn-mil"),
    ),
    "a leader with his force, without capitals": (
        "za",
        "تقدمت قوات خليفة حفتر نحو المدينة.",
        ("قوات خليفة حفتر", "lna"),
    ),
    "a body by what opens its name": (
        "za",
        "هاجمت كتيبة ثوار سيلين المدينة.",
        ("كتيبة ثوار سيلين المدينة", None),
    ),
    "a person by a title": ("za", "وصل اللواء سالم كدرة إلى المدينة.", ("سالم كدره", None)),
}


@pytest.mark.parametrize(("language_", "text", "expected"), TEXTS.values(), ids=TEXTS)
def test_mentions_in_a_text(finder, language_, text, expected):
    found = finder.find(letters(text), language=language_)
    assert (letters(expected[0]), expected[1]) in [(m.text, m.id) for m in found]
