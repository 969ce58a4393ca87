"""How a language builds its sentences, for the shallow reader: one record for grammar.yml.

Order and agreement, helping verbs, which verbs have their subject behind them, what a
preposition means beside which verb, and what costs it how much that one kind of word
follows another.
"""

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from hudna.errors import KnowledgeError
from hudna.knowledge.files import language_folder, load_one
from hudna.knowledge.forms import Tag
from hudna.knowledge.function_words import known_names
from hudna.model.record import Record

Words = frozenset[str]
FILE = "grammar.yml"
# What a sense makes of a preposition that only marks whom the verb befalls: "mató a cinco civiles".
OBJECT = "object"


class Helping(Record):
    """Verbs that help other verbs, by what they do."""

    be: Words = frozenset()
    have: Words = frozenset()
    passive: Words = Field(default=frozenset(), description="make a passive and nothing else: venire")
    going_on: Words = Field(default=frozenset(), description="with a gerund: stare")
    staying: Words = Field(
        default=frozenset(), description="with a participle of `lasting`, how things stand: restare"
    )
    do: Words = Field(default=frozenset(), description="only carry a question or a negation")


class SetPhrase(Record):
    """The one verb that several words mean, as it is written alone and behind a helping verb."""

    form: str
    participle: str | None = Field(default=None, description="behind 'have': a fait savoir → a indiqué")


class Sense(Record):
    """What a preposition means beside certain verbs or nouns."""

    word: str
    becomes: str = Field(description="canonical name, or 'object' where it marks whom the verb befalls")
    verbs: Words = frozenset()
    unless_verbs: Words = frozenset()
    nouns: Words = Field(default=frozenset(), description="heads behind it, or @classes")
    name: bool = Field(default=False, description="also before a name without an article")
    written: tuple[str, ...] = Field(default=(), description="how the preposition begins, as written")
    not_written: tuple[str, ...] = Field(default=(), description="how it must not begin")
    passive: bool | None = None
    of_noun: bool | None = Field(default=None, description="hangs from a noun, not from a verb")


class Grammar(Record):
    """All of grammar.yml."""

    order: Literal["svo", "vso"] = "svo"
    left_out: bool = Field(default=False, description="subjects may be left out")
    inverted: bool = Field(default=False, description="a subject may stand behind any verb")
    hearsay: bool = Field(default=False, description="conditional and participle: others say so")
    helping: Helping = Helping()
    copulas: Words = frozenset()
    lasting: Words = Field(default=frozenset(), description="verbs whose result lasts: closed, blocked, held")
    there: Words = Field(default=frozenset(), description="small words that make 'be' an existence")
    to_words: Words = Field(default=frozenset(), description="words that only mark an infinitive")
    being: Words = Field(default=frozenset(), description="verbs whose past has 'be' though they are active")
    going: Words = Field(
        default=frozenset(), description="the same of verbs that may have an object as well: passer"
    )
    hundreds: Words = Field(
        default=frozenset(), description="numbers that parsers take for nouns: cent, mille"
    )
    undergoing: Words = Field(
        default=frozenset(), description="verbs that make a passive with a reflexive: s'est fait enlever"
    )
    own_doing: Words = Field(default=frozenset(), description="verbs behind them that are no passives")
    by_object: Words = Field(
        default=frozenset(), description="verbs whose object is to do, or did, what follows: accuser X de"
    )
    letting: Words = Field(
        default=frozenset(), description="verbs behind whose infinitive its subject may stand: voir passer X"
    )
    coming: Words = Field(default=frozenset(), description="infinitives that have it there")
    apart_before_verb: tuple[str, ...] = Field(
        default=(),
        description='the same, where a helping verb follows the second comma: ", dont son chef, ont …"',
    )
    apart: Words = Field(
        default=frozenset(), description="words that open an aside which only counts: dont, parmi lesquels"
    )
    clefts: Words = Field(
        default=frozenset(), description="words that open 'it is X who does it', as written"
    )
    with_of: Words = Field(
        default=frozenset(), description="verbs that take 'of': behind others it only means 'some'"
    )
    subject_behind: Words = Field(default=frozenset(), description="verbs whose subject stands behind")
    mutual: Words = Field(default=frozenset(), description="reflexive verbs that are no passives")
    impersonal: Words = Field(default=frozenset(), description="verbs without anybody who does it")
    bare_relative: bool = Field(
        default=False, description="a relative word may be left out: the town they took"
    )
    by_dative: Words = Field(default=frozenset(), description="verbs whose 'to him' is to do what follows")
    giving: Words = Field(default=frozenset(), description="verbs to whom a 'to' behind their object belongs")
    by_subject: Words = Field(default=frozenset(), description="verbs whose subject itself is to do it")
    bare_complement: Words = Field(default=frozenset(), description="verbs that need no 'that'")
    reciprocals: Words = Field(
        default=frozenset(),
        description="words for what each of several does to the others, as written: each other",
    )
    to_account: Words = Field(
        default=frozenset(),
        description="verbs whose object did what 'for' tells behind them: arrested X for killing Y",
    )
    foretelling: Words = Field(default=frozenset(), description="verbs after which a conditional is to come")
    to_nouns: Words = Field(default=frozenset(), description="prepositions, canonical, that hang from a noun")
    agreement: dict[str, Literal["m", "f", "p"]] = Field(
        default={}, description="relative words → gender or number of the noun they go back to"
    )
    content_marks: dict[str, Words] = Field(
        default={},
        description="preposition, canonical → verbs whose content stands behind it; '*' is every verb of saying",
    )
    addressing: Words = Field(
        default=frozenset(), description="verbs of calling on somebody, who stands right behind them"
    )
    accusative: Words = Field(
        default=frozenset(), description="endings that a noun has where it suffers, and not where it acts"
    )
    nominative: Words = Field(
        default=frozenset(), description="endings that a noun has where it acts, and not where it suffers"
    )
    nominative_owned: Words = Field(
        default=frozenset(), description="the same, of a noun whose owner stands right behind it"
    )
    passive_sign: str = Field(
        default="", description="a vowel, where one is written, that makes a verb a passive"
    )
    active_longer: Words = Field(
        default=frozenset(),
        description="how long base forms begin whose present has that vowel in the active too",
    )
    quarter_endings: Words = Field(
        default=frozenset(), description="endings that make an adjective of a quarter of the compass"
    )
    sons: Words = Field(default=frozenset(), description="between a name and the father's name")
    only_objects: Words = Field(
        default=frozenset(), description="nouns that with an article own nobody: what is opened, borne, taken"
    )
    describing: Words = Field(
        default=frozenset(), description="how participles begin that describe a noun where no list has them"
    )
    resuming: Words = Field(
        default=frozenset(), description="joints before the verb of a subject named before a clause between"
    )
    object_places: Words = Field(
        default=frozenset(),
        description="nouns for a place around, read as prepositions, that a verb may have as object",
    )
    reaching: Words = Field(
        default=frozenset(),
        description="verbs with a place or thing as object, which are no passives without one",
    )
    emphatic: Words = Field(
        default=frozenset(), description="words behind a noun with its pronoun: themselves"
    )
    emphatic_alone: Words = Field(default=frozenset(), description="those of them that need no pronoun")
    negated_helpers: Words = Field(
        default=frozenset(), description="helping verbs whose negation means that it goes on"
    )
    bare_places: Words = Field(
        default=frozenset(), description="nouns that tell where without a preposition: north, east"
    )
    partitives: Words = Field(
        default=frozenset(),
        description="prepositions, canonical, that say whose people are, behind an indefinite noun",
    )
    bodies: Words = Field(
        default=frozenset(),
        description="nouns behind 'with' that say at whose side somebody with a title serves",
    )
    backed: Words = Field(
        default=frozenset(),
        description="how words begin that take the 'from' right behind them: whose money, whose arms",
    )
    undergone: Words = Field(
        default=frozenset(),
        description="nouns of deeds whose owner never does them: whoever they name has died",
    )
    taking: Words = Field(
        default=frozenset(),
        description="nouns of deeds behind which a bare word for somebody is whom they befall, and no adjective",
    )
    called: Words = Field(
        default=frozenset(), description="nouns of asking, whose owner is whom somebody asks"
    )
    serving: Words = Field(
        default=frozenset(),
        description="titles of people behind whom 'in' as well says at whose side they serve",
    )
    before_nouns: Words = Field(
        default=frozenset(),
        description="nouns that only the noun of a deed follows, never its verb: the lack of",
    )
    of_one_man: Words = Field(
        default=frozenset(),
        description="pronouns, as written, of one man or thing, where their name says no number",
    )
    resumed: Words = Field(
        default=frozenset(), description="small words before a past, written like a verb: 'so it had'"
    )
    voicing: dict[str, str] = Field(
        default={}, description="a preposition that is a verb where it opens a clause → what then follows"
    )
    times: Words = Field(default=frozenset(), description="nouns of time")
    months_too: Words = Field(
        default=frozenset(), description="words that are a month only beside one, or behind a word of times"
    )
    seats: Words = Field(
        default=frozenset(),
        description="nouns with an article right behind which their name stands: the capital",
    )
    several_things: Words = Field(
        default=frozenset(), description="endings of several things, which no adjective of one has"
    )
    behind_times: Words = Field(
        default=frozenset(), description="words behind a noun of time that belong to it"
    )
    particles: Words = Field(default=frozenset(), description="words behind a verb that change what it says")
    together: dict[str, str] = Field(
        default={}, description="a verb with the words behind it → the one verb that they mean"
    )
    purposes: Words = Field(default=frozenset(), description="prepositions before an infinitive of purpose")
    pitting: Words = Field(
        default=frozenset(), description="verbs whose object is one side and whose 'to' the other: pit"
    )
    naming: Words = Field(
        default=frozenset(),
        description="behind a comma and before a name: how somebody is called; as written",
    )
    we_endings: tuple[str, ...] = Field(default=(), description="how the verb of 'we' ends")
    between: tuple[str, ...] = Field(
        default=(), description="words between a helping verb and its participle that only say when or how"
    )
    asides: tuple[str, ...] = Field(
        default=(), description="'for its part': words that only set speakers apart"
    )
    participles: dict[str, str] = Field(
        default={}, description="participles that look like nouns → base form"
    )
    easier: dict[str, str] = Field(
        default={}, description="forms that parsers misread → a form of a verb that means the same"
    )
    capitals: dict[str, str] = Field(
        default={}, description="capitals that many write without the accent that they have"
    )
    latter: dict[str, str] = Field(
        default={}, description="'these last', of who was named last, before a verb or a comma → the pronoun"
    )
    participle_endings: dict[str, tuple[str, ...]] = Field(
        default={}, description="ending of a verb → endings of what befell somebody: tirer, tirés"
    )
    masses: Words = Field(
        default=frozenset(), description="nouns that are taken by the portion: de l'artillerie"
    )
    some: str | None = Field(default=None, description="the article of several: des tirs")
    infinitive_endings: tuple[str, ...] = Field(default=(), description="how only an infinitive ends")
    gerund_endings: tuple[str, ...] = Field(default=(), description="how a verb ends that says by doing what")
    gerund_behind: Words = Field(default=frozenset(), description="the word before such a verb")
    set_phrases: dict[str, SetPhrase] = Field(
        default={}, description="several words that parsers misread → one verb that means the same"
    )
    on_base: dict[str, tuple[str, ...]] = Field(
        default={}, description="mood or tense → endings that stand on a verb's base form"
    )
    cleft: Words = Field(
        default=frozenset(), description="prepositions of 'it is X that did it': a sparare è stato X"
    )
    pointing_on: Words = Field(
        default=frozenset(), description="words before a noun that describes the one before"
    )
    preverbal: dict[str, dict[Literal["past", "present"], str]] = Field(
        default={}, description="small words before a verb → time of the verb → the modal they make"
    )
    inner: Words = Field(
        default=frozenset(), description="adjectives that a noun with an article follows: 'مجهول الهوية'"
    )
    shortening: Words = Field(
        default=frozenset(), description="words behind which a verb loses its long vowel: 'لم يقم'"
    )
    foretelling_negations: Words = Field(default=frozenset(), description="negations of what is to come")
    answering: Words = Field(default=frozenset(), description="verbs that answer a charge: rejects, disputes")
    transitive: Words = Field(
        default=frozenset(),
        description="verbs that are passives where no object is named, if vowels are not written",
    )
    feminine: Words = Field(
        default=frozenset(), description="feminine nouns that do not look it, where verbs agree in gender"
    )
    stating: tuple[str, ...] = Field(
        default=(), description="endings of participles that say in which state somebody acts: 'مدعوما ب'"
    )
    negating_helpers: Words = Field(
        default=frozenset(),
        description="words that are negations before the helpers of `negated_helpers`: 'ما زال'",
    )
    voiced: tuple[str, ...] = Field(
        default=(),
        description="patterns of verbs, a form in the past and its base form, whose passives are written otherwise",
    )
    through: dict[str, Words] = Field(
        default={}, description="verbs → the prepositions, canonical, behind which whom they befall stands"
    )
    undertaking: dict[str, Words] = Field(
        default={},
        description="nouns whose owner does the deed behind them → the prepositions, canonical, before it",
    )
    patient_marks: Words = Field(
        default=frozenset(),
        description="prepositions, canonical, of whom a deed befalls, beside which the owner of its noun is who acts",
    )
    indefinite_relative: bool = Field(
        default=False, description="a verb right behind an indefinite noun describes it"
    )
    if_before_verbs: Words = Field(
        default=frozenset(),
        description="words for 'that' which right before a verb are 'if', signs apart from letters",
    )
    as_before_saying: Words = Field(
        default=frozenset(),
        description="joints that mean 'as' behind a comma, before a verb of saying and who says it",
    )
    subjunctive_that: bool = Field(
        default=False,
        description="'that' with a present right behind it is what others have an infinitive for",
    )
    to_come: Words = Field(default=frozenset(), description="prepositions before a verb that is to come")
    one_side: Words = Field(
        default=frozenset(),
        description="'on one side': such a noun alone behind 'from' only sets sides apart",
    )
    senses: tuple[Sense, ...] = ()
    costs: dict[Tag, dict[Tag, float]] = Field(description="kind of a word → kind of the next → how unlikely")
    usual: float = Field(default=1.0, description="cost of a pair that costs do not name")

    @model_validator(mode="after")
    def _names_are_known(self) -> "Grammar":
        known = known_names("prepositions") | {OBJECT}
        unknown = sorted({*(s.becomes for s in self.senses), *self.to_nouns} - known)
        if unknown:
            raise ValueError(f"unknown prepositions: {', '.join(unknown)}; known: {', '.join(sorted(known))}")
        return self


@cache
def load_grammar(language: str) -> Grammar:
    """How a language builds sentences; KnowledgeError where nobody has written it."""
    path = language_folder(language) / FILE
    if not path.is_file():
        raise KnowledgeError(f"languages/{language}/{FILE} is missing; the shallow reader needs it")
    return load_one(path, Grammar)
