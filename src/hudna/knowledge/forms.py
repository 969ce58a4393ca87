"""How the words of a language change, for the shallow reader: one record for forms.yml.

Everything here is data of a language's folder: endings of verbs by tense, irregular
stems, ways to make the singular of a noun, adjectives, adverbs, and what is written
together with another word. `inflection.py` reads words with it.
"""

from functools import cache
from typing import Literal

from pydantic import Field

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record

Words = frozenset[str]
FILE = "forms.yml"
# What a word is in its sentence.
Tag = Literal[
    "determiner",
    "number",
    "adjective",
    "noun",
    "name",
    "pronoun",
    "clitic",
    "preposition",
    "joint",
    "opener",
    "negation",
    "adverb",
    "verb",
    "infinitive",
    "gerund",
    "participle",
    "owner",
    "mark",
]
# Times and moods of verb forms; only the first six are finite.
VerbForm = Literal[
    "present",
    "past",
    "future",
    "conditional",
    "subjunctive",
    "imperative",
    "infinitive",
    "gerund",
    "participle",
    "passive",
    "passive present",
]
FINITE = frozenset({"present", "past", "future", "conditional", "subjunctive", "imperative"})
# Forms that are passive by themselves, and their time.
PASSIVE: dict[str, str] = {"passive": "past", "passive present": "present"}
# Who is meant by a form, in letters: m, f, s, p for gender and number of the third person; else a pronoun.
Agreement = Literal["", "s", "p", "m", "f", "ms", "fs", "mp", "fp", "i", "we", "you"]
Endings = dict[VerbForm, dict[Agreement, tuple[str, ...]]]


class Stems(Record):
    """The stems of a verb that its base form does not show; `like` are further verbs with the same change."""

    past: str | None = None
    participle: str | None = None
    present: str | None = None
    passive: str | None = None
    passive_present: str | None = None
    like: tuple[str, ...] = ()


class VerbForms(Record):
    """How verbs are conjugated.

    An ending is what stands behind the stem; `ي~ون` stands before and behind it. A verb
    of `strong` lends its stems to every verb that ends like it.
    """

    endings: dict[str, Endings] = Field(description="ending of the base form → its endings")
    spelling: tuple[tuple[str, str], ...] = Field(
        default=(), description="how a stem may end before an ending, and how it ends in the base form"
    )
    openings: tuple[tuple[str, str], ...] = Field(
        default=(), description="how a stem may begin behind an opening, and how it begins in the base form"
    )
    strong_endings: dict[str, Endings] = Field(
        default={}, description="name of a stem → endings on that stem"
    )
    strong: dict[str, Stems] = {}
    irregular: dict[str, Endings] = Field(default={}, description="base form → whole forms")
    lending: tuple[str, ...] = Field(
        default=(), description="irregular verbs whose forms hold behind every prefix"
    )
    known: Words = Field(default=frozenset(), description="verbs beside those of triggers and cues")
    sure_openings: tuple[str, ...] = Field(
        default=(), description="what begins no noun, where a listed verb has the form: 'يخطط'"
    )
    listed_only: bool = Field(
        default=False, description="whether only listed verbs are verbs, because nouns look like them"
    )


class NounForms(Record):
    """How nouns and adjectives change."""

    plurals: tuple[tuple[str, str], ...] = Field(
        default=(), description="ending of a plural, of its singular"
    )
    seldom: tuple[tuple[str, str], ...] = Field(
        default=(),
        description="of the plurals those that only listed nouns have, where a verb has the form too",
    )
    irregular: dict[str, str] = Field(default={}, description="form → base form")
    known: Words = Field(default=frozenset(), description="nouns that look like something else")
    endings: tuple[str, ...] = Field(default=(), description="endings of base forms that only nouns have")
    unchanged: tuple[str, ...] = Field(
        default=(), description="endings of nouns that have no plural of their own"
    )
    feminine: tuple[str, ...] = Field(default=(), description="endings of feminine nouns")
    masculine: tuple[str, ...] = Field(default=(), description="endings of masculine nouns")
    bound: tuple[tuple[str, str], ...] = Field(
        default=(), description="how a form ends before a pronoun, and how it ends alone"
    )
    closed: tuple[str, ...] = Field(
        default=(), description="endings of forms that no owner may follow, in a construct state"
    )
    ownerless: Words = Field(default=frozenset(), description="names that read as nouns, which nobody owns")
    titles: Words = Field(default=frozenset(), description="nouns that a person's name may follow")


class AdjectiveForms(Record):
    """Which words describe a noun."""

    known: Words = Field(default=frozenset(), description="base forms")
    endings: tuple[str, ...] = Field(
        default=(), description="endings of base forms that only adjectives have"
    )
    changes: tuple[tuple[str, str], ...] = Field(default=(), description="ending of a form, of its base form")
    before: Words = Field(default=frozenset(), description="adjectives that stand before their noun as well")


class Forms(Record):
    """All of forms.yml."""

    fused: dict[str, tuple[str, str]] = Field(default={}, description="preposition and article in one")
    cut: tuple[str, ...] = Field(default=(), description="endings that are words of their own: n't")
    clitics: dict[str, str] = Field(default={}, description="pronouns before a verb → their canonical name")
    attached: dict[str, str] = Field(default={}, description="pronouns written behind a verb form")
    attached_lost: tuple[str, ...] = Field(
        default=(), description="endings that a form loses before such a pronoun"
    )
    enclitics: dict[str, tuple[str, str]] = Field(
        default={}, description="pronouns written behind any word → canonical names as object and as owner"
    )
    openers_behind: Words = Field(
        default=frozenset(), description="openers with a small word before them and a pronoun behind: 'بأنه'"
    )
    dative: Words = Field(default=frozenset(), description="clitics that mean 'to him', as written")
    self_: Words = Field(default=frozenset(), alias="self", description="clitics of the subject once more")
    articles: dict[str, Agreement] = Field(default={}, description="determiner → gender and number")
    place_openers: Words = Field(
        default=frozenset(), description="common words with which names of places of two words begin"
    )
    joints: dict[str, str] = Field(description="words that join equals → and, or, but")
    adverbs: Words = frozenset()
    adverb_endings: tuple[str, ...] = ()
    exclusive: Words = Field(default=frozenset(), description="small words that are never anything else")
    verbs: VerbForms
    nouns: NounForms = NounForms()
    adjectives: AdjectiveForms = AdjectiveForms()


@cache
def load_forms(language: str) -> Forms:
    """How the words of a language change; KnowledgeError where nobody has written it."""
    path = language_folder(language) / FILE
    if not path.is_file():
        raise KnowledgeError(f"languages/{language}/{FILE} is missing; the shallow reader needs it")
    return load_one(path, Forms)
