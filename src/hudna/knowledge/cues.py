"""Speech verbs and small cue words of one language, as records."""

from functools import cache

from pydantic import Field

from hudna.knowledge.files import language_folder, load_list, load_one
from hudna.model.claim import SpeechAct, Status
from hudna.model.record import Record


class SpeechWords(Record):
    """The words of one speech act; `holds` is the status they give to what is said."""

    act: SpeechAct
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    holds: Status | None = None


class ControlWords(Record):
    """Words by which a report says who holds a place."""

    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    losing: frozenset[str] = frozenset()
    keeping: frozenset[str] = frozenset()
    nominal: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()


class PurposeWords(Record):
    """Words by which a report says what an act is for."""

    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    kinds: dict[str, frozenset[str]] = {}


class CompositionWords(Record):
    """Words by which a report says what a force is made of."""

    verbs: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()


class Cues(Record):
    """How a language marks what is possible, planned, denied, demanded or past."""

    adverbs: dict[str, Status | None]
    nearly: frozenset[str] = Field(
        default=frozenset(),
        description="of the adverbs those that may belong to a whole as well: almost all of the town",
    )
    adjectives: dict[str, Status | None]
    holders: dict[Status, frozenset[str]]
    nouns: dict[Status, frozenset[str]]
    # Whether an article stands before what is only demanded or planned, too.
    articles_needed: bool = False
    definite_survives: frozenset[str]
    light_verbs: frozenset[str]
    implicative_verbs: frozenset[str]
    implicative_objects: frozenset[str] = Field(
        default=frozenset(),
        description="what is taken or seized to do what is then done: advantage, the opportunity",
    )
    little: frozenset[str] = Field(
        default=frozenset(), description='as good as nothing: "did little to stop them", "fait peu pour"'
    )
    doing_directly: frozenset[str] = Field(
        default=frozenset(),
        description="verbs of planning that do what is their object: commit a crime, but commit to a truce",
    )
    doing: frozenset[str] = Field(default=frozenset(), description="verbs that have it beside them: do, make")
    suffering_verbs: frozenset[str]
    happening_verbs: frozenset[str]
    beginning_verbs: frozenset[str] = Field(
        default=frozenset(), description="verbs of coming about: begin, break out, resume"
    )
    naming_verbs: frozenset[str]
    perceiving_verbs: frozenset[str]
    circulating: frozenset[str] = frozenset()
    # "reports of strikes are false": the words that call a telling untrue.
    untrue_words: frozenset[str] = frozenset()
    # "no evidence that …": where these are lacking it is left open whether it happened.
    evidence: frozenset[str] = frozenset()
    # What questions begin with that take for granted what they ask about; without them no question is told from a statement.
    asking_words: frozenset[str] = frozenset()
    # Before what is counted these ask for the figure: "no word on how many were killed".
    counts_asked: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()
    anonymity_words: frozenset[str]
    carries_fragment: frozenset[str]
    control: ControlWords
    purpose: PurposeWords
    composition: CompositionWords


@cache
def load_cues(language: str) -> Cues:
    """The cue words of a language."""
    return load_one(language_folder(language) / "cues.yml", Cues)


@cache
def load_speech(language: str) -> tuple[SpeechWords, ...]:
    """The speech words of a language, act by act."""
    return tuple(load_list(language_folder(language) / "speech.yml", SpeechWords))


@cache
def speech_verbs(language: str) -> dict[str, SpeechWords]:
    """Verb lemma → its act; the first act that lists a verb keeps it."""
    found: dict[str, SpeechWords] = {}
    for words in load_speech(language):
        for verb in words.verbs:
            found.setdefault(verb, words)
    return found


@cache
def speech_nouns(language: str) -> dict[str, SpeechWords]:
    """Noun lemma → its act."""
    found: dict[str, SpeechWords] = {}
    for words in load_speech(language):
        for noun in words.nouns:
            found.setdefault(noun, words)
    return found
