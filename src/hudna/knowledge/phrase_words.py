"""How a language builds the phrases that name actors: small words, plurals, order.

The rules of resolve/ ask by concept; a language's phrases.yml gives the words, as
written, in small letters. Agent nouns, titles and names of bodies lie in agents.yml.
"""

from functools import cache

from pydantic import Field

from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record

Words = frozenset[str]
# So far back stand the words that say where a thing was made.
MADE_REACH = 24


class Plural(Record):
    """An ending of plurals and what stands in its place in the singular."""

    ending: str
    becomes: str
    longer: int = 0
    unless: tuple[str, ...] = ()
    again: bool = False  # "جنودا": an object by its ending, and without it a plural of another kind

    def singular(self, word: str) -> str | None:
        """The singular, where this ending applies."""
        fits = word.endswith(self.ending) and len(word) > self.longer and not word.endswith(self.unless)
        return word.removesuffix(self.ending) + self.becomes if fits else None


class PhraseWords(Record):
    """All of phrases.yml."""

    pronouns: Words
    determiners: Words = Field(description="what may stand before the noun and is no part of its name")
    bounds: Words = Field(default=frozenset(), description="pairs of words that only bound a number")
    definite: Words = Field(description="words that point to something known")
    article: Words = frozenset()
    contracted: Words = Field(
        default=frozenset(), description="prepositions that hold the article: dall', della"
    )
    boundaries: Words = Field(description="words that begin a description of the noun")
    ambiguous: Words = Field(default=frozenset(), description="boundaries only where nothing follows")
    participle_endings: tuple[str, ...] = ()
    and_: Words = Field(alias="and", description="joins two adjectives of one noun")
    running: Words = Field(default=frozenset(), description="words over which an agent noun goes on")
    of: Words = Field(description="between a quantity and what is counted")
    quantities: Words
    gatherings: Words = frozenset()
    crowds: Words = Field(default=frozenset(), description="numbers that stand for people by themselves")
    members: Words = Field(default=frozenset(), description="nouns for parts of a body, which are the body")
    placing: Words = Field(default=frozenset(), description="owner words that tell where, not whose")
    serving: Words = Field(
        default=frozenset(),
        description="small words written on a body: so whoever stands before it serves there",
    )
    composed: Words = Field(
        default=frozenset(), description="what a force is made of follows, and behind that whose it is"
    )
    of_country: Words = frozenset()
    in_country: Words = frozenset()
    # Words before a country that is named in passing ("the border with"), and what may stand between.
    beside_country: Words = frozenset()
    small_beside: Words = frozenset()
    single: Words = Field(default=frozenset(), description="first words that leave somebody unnamed")
    unnamed_persons: Words = frozenset()
    unnamed_officials: Words = frozenset()
    counterparts: Words = Field(
        default=frozenset(), description="nouns for one of another side, whatever pronoun"
    )
    forces_again: Words = Field(
        default=frozenset(),
        description="with the article and alone they go back to the one force named before",
    )
    branches: Words = Field(
        default=frozenset(),
        description="arms of a state's forces: they go back to the one state whose forces were just named",
    )
    groups_again: Words = frozenset()
    leaders_again: Words = frozenset()
    bodies_again: Words = frozenset()
    of_a_person: Words = frozenset()
    of_a_body: Words = frozenset()
    leading: Words = frozenset()
    joiners: Words = Field(default=frozenset(), description="small words inside names")
    inside: Words = Field(
        default=frozenset(), description="words in small letters that names of bodies go on with"
    )
    name_ands: Words = Field(default=frozenset(), description="words that join two names")
    article_after: Words = Field(
        default=frozenset(), description="after these a name goes on over an article"
    )
    particles: Words = Field(default=frozenset(), description="small words inside names of people")
    openers: Words = Field(default=frozenset(), description="first words of sentences, no parts of names")
    name_stops: Words = Field(
        default=frozenset(), description="where a name ends in a language without capitals"
    )
    before_short: Words = frozenset()
    beside_states: Words = Field(
        default=frozenset(), description="before a state's name, which they leave as it is"
    )
    former: Words = Field(default=frozenset(), description="who was somebody once and is no more")
    ordinal_endings: Words = Field(
        default=frozenset(), description="written on the number of a unit: the 444th Brigade"
    )
    shouted: Words = frozenset()
    prefixes: Words = frozenset()
    made: tuple[str, ...] = Field(
        default=(),
        description="words behind a country's adjective: it says where a thing was made, not whose it is",
    )
    made_before: tuple[str, ...] = Field(
        default=(),
        description="the same, where they stand before it, or say who backs: de fabrication chinoise",
    )
    irregular: dict[str, str] = {}
    plurals: tuple[Plural, ...] = ()

    def say_where_made(self, text: str, start: int, end: int) -> bool:
        """ "un drone de fabrication chinoise", "مسيرة إيرانية الصنع": do the words around say that something was made there?"""
        if self.made and text[end : end + MADE_REACH].lower().strip().startswith(self.made):
            return True
        before = text[max(0, start - MADE_REACH) : start] if self.made_before else ""
        return bool(before) and before.lower().rstrip().endswith(self.made_before)

    def singular(self, word: str) -> str:
        """A lower-case noun's singular, as far as endings tell."""
        if word in self.irregular:
            return self.irregular[word]
        for plural in self.plurals:
            form = plural.singular(word)
            if form is not None:
                return self.irregular.get(form, form) if plural.again else form
        return word


@cache
def load_phrase_words(language: str) -> PhraseWords:
    """How a language builds phrases."""
    return load_one(language_folder(language) / "phrases.yml", PhraseWords)
