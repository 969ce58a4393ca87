"""Is the folder of a language whole? Every fault at once, so that whoever writes a language sees what is left.

A language that lacks anything its rules ask for is refused; it is never coded by half.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import get_args

from hudna.errors import KnowledgeError
from hudna.knowledge.actor_packs import RuleClass, load_agents
from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.classes import RULE_CLASSES, class_names, word_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.cues import load_cues, load_speech
from hudna.knowledge.dates import load_date_words
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.language import load_language
from hudna.knowledge.lexicon import load_triggers
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.knowledge.place_words import load_cues as load_place_words
from hudna.knowledge.reading import load_sentence_words
from hudna.model.claim import SpeechAct

Check = Callable[[str], Iterator[str]]
# Relations without which no clause can be coded.
NEEDED = {
    "prepositions": ("in", "at", "on", "to", "from", "of", "by", "with", "against", "according to"),
    "conjunctions": ("that", "if", "to"),
    "determiners": ("the",),
    "negations": ("not",),
    "pronouns": ("he", "they", "his", "their"),
}
# A language that does not tell persons from things has one word for both.
ALSO = {"he": "he or it", "his": "his or its"}
LOADERS: tuple[Callable[[str], object], ...] = (
    load_sentence_words,
    load_cues,
    load_coding_words,
    load_casualty_words,
    load_phrase_words,
    load_country_words,
    load_place_words,
    load_date_words,
)


def faults(code: str) -> tuple[str, ...]:
    """All that keeps a language from being coded, in words for who writes it."""
    return _found(code, (*_checks(), _forms))


@cache
def require_complete(code: str) -> None:
    """KnowledgeError with every fault of the language, if it has any.

    Forms are not tried one by one: that takes longer than coding a report, and one that cannot be read says so when it is needed.
    """
    found = _found(code, _checks())
    if found:
        raise KnowledgeError(f"language '{code}' is not complete: " + "; ".join(found))


def _checks() -> tuple[Check, ...]:
    return (_files, _small_words, _speech, _classes, _agents, _triggers)


def _found(code: str, checks: Iterable[Check]) -> tuple[str, ...]:
    try:
        load_language(code)
    except KnowledgeError as error:
        return (str(error),)
    return tuple(fault for check in checks for fault in _tried(check, code))


def _tried(check: Check, code: str) -> Iterator[str]:
    try:
        yield from check(code)
    except KnowledgeError as error:
        yield str(error)


def _files(code: str) -> Iterator[str]:
    """Files that cannot be read as what they should be."""
    for load in LOADERS:
        try:
            load(code)
        except KnowledgeError as error:
            yield str(error)


def _forms(code: str) -> Iterator[str]:
    """Forms of tolls that are no patterns."""
    for toll in (toll for _, patterns in load_casualty_words(code).kinds for toll in patterns):
        try:
            _ = toll.pattern
        except KnowledgeError as error:
            yield str(error)


def _small_words(code: str) -> Iterator[str]:
    words = load_function_words(code)
    for section, names in NEEDED.items():
        known = {*getattr(words, section).values(), *_written_on(code, section)}
        absent = [name for name in names if name not in known and ALSO.get(name) not in known]
        if absent:
            yield f"function_words.yml: {section}: no word for {', '.join(absent)}"


def _written_on(code: str, section: str) -> Iterator[str]:
    """Names that the language has no word for, because it writes them on another or leaves them out."""
    language = load_language(code)
    if section == "prepositions" and language.construct_state:
        yield "of"
    if section == "pronouns" and language.shallow:
        endings = load_forms(code).enclitics.values()
        yield from (name for names in endings for name in names)
        # One owner may be as good as another: what is written behind tells many apart, or none.
        yield from ("his",) if any(owner == "their" for _, owner in endings) else ()


def _speech(code: str) -> Iterator[str]:
    absent = sorted(set(SpeechAct) - {words.act for words in load_speech(code)})
    if absent:
        yield f"speech.yml: no words for {', '.join(absent)}"


def _classes(code: str) -> Iterator[str]:
    absent = sorted(RULE_CLASSES - class_names(code))
    if absent:
        yield f"classes.yml: rules ask for the classes {', '.join(absent)}"
    for trigger in load_triggers(code):
        conditions = (*trigger.needs.values(), *trigger.unless.values())
        for name in {
            w for words in conditions for w in words if w.startswith("@") and w not in ("@place", "@named")
        }:
            word_class(code, name[1:])


def _agents(code: str) -> Iterator[str]:
    pack = load_agents(code)
    absent = sorted(set(get_args(RuleClass)) - {group.id for group in pack.classes}) if pack else []
    if absent:
        yield f"agents.yml: rules ask for the classes {', '.join(absent)}"


def _triggers(code: str) -> Iterator[str]:
    triggers = load_triggers(code)
    if not any(trigger.pos == "noun" for trigger in triggers):
        yield "triggers: no noun tells of an event"
    silent = [trigger.id for trigger in triggers if not trigger.examples and not trigger.made]
    if silent:
        yield f"triggers without an example: {', '.join(silent)}"
