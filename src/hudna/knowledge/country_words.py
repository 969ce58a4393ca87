"""How a language names countries and peoples: its own countries.yml, else the words of actors/countries.yml."""

from functools import cache

from hudna.errors import KnowledgeError
from hudna.knowledge.actor_packs import Country, CountryNames, CountryWords, load_countries
from hudna.knowledge.files import language_folder, load_one
from hudna.knowledge.folding import letters
from hudna.knowledge.place_words import load_cues as load_place_words


@cache
def load_country_words(language: str) -> CountryWords:
    """How a language names countries; where it has no countries.yml, the words of `actors/countries.yml`."""
    path = language_folder(language) / "countries.yml"
    if path.is_file():
        words = load_one(path, CountryWords)
        if unknown := sorted(
            words.countries.keys() - {country.code for country in load_countries().countries}
        ):
            raise KnowledgeError(
                f"languages/{language}/countries.yml: no country has the code {', '.join(unknown)}; "
                "an ISO 3166 alpha-3 code of actors/countries.yml would be right"
            )
        return _with_demonyms(words, language)
    pack = load_countries()
    return CountryWords(
        about=pack.about,
        countries={country.code: _names(country) for country in pack.countries},
        peoples={form: homes for people, homes in pack.peoples.items() for form in (people, people + "s")},
        blocs=pack.blocs,
        not_countries=pack.not_countries,
    )


@cache
def names_of_countries(language: str) -> frozenset[str]:
    """Countries and capitals of one word, in one spelling: names even where a common word is written alike."""
    words = load_country_words(language).countries.values()
    names = {letters(name.lower()) for country in words for name in (*country.names, *country.capitals)}
    return frozenset(name for name in names if " " not in name)


@cache
def areas_of_countries(language: str) -> frozenset[str]:
    """Their provinces and towns of one word that tell of which country a report is, in one spelling."""
    words = load_country_words(language).countries.values()
    areas = {letters(area.lower()) for country in words for area in country.areas}
    return frozenset(area for area in areas if " " not in area)


@cache
def capitals_of_countries(language: str) -> frozenset[str]:
    """Every capital, in small letters and one spelling."""
    words = load_country_words(language).countries.values()
    return frozenset(letters(name.lower()) for country in words for name in country.capitals)


@cache
def adjectives_of_all_countries(language: str) -> frozenset[str]:
    """Every adjective of a country, in small letters: "ucraini", "iranian"."""
    countries = load_country_words(language).countries.values()
    return frozenset(letters(word.lower()) for country in countries for word in country.adjectives)


@cache
def long_names_of_countries(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Countries of several words, in small letters, by their first word: "stati" → ("stati", "uniti")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for country in load_country_words(language).countries.values():
        for name in country.names:
            words = tuple(name.lower().split())
            if len(words) > 1:
                found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _names(country: Country) -> CountryNames:
    return CountryNames(
        names=(country.name, *country.aliases),
        adjectives=country.adjectives,
        people=country.people,
        capitals=country.capitals,
        areas=country.areas,
        shared=country.shared,
    )


def _with_demonyms(words: CountryWords, language: str) -> CountryWords:
    """With the adjectives that the language's words for places already list."""
    listed = load_place_words(language).demonyms
    countries = dict(words.countries)
    for code, adjectives in listed.items():
        own = countries.get(code, CountryNames())
        more = tuple(word for word in adjectives if word not in own.adjectives)
        countries[code] = own.model_copy(update={"adjectives": (*own.adjectives, *more)})
    return words.model_copy(update={"countries": countries})
