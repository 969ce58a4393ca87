"""The lemmas that make a sentence worth reading, drawn from triggers and cues."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from hudna.knowledge.classes import known_class
from hudna.knowledge.cues import load_cues
from hudna.knowledge.files import ROOT, language_folder, read_yaml
from hudna.knowledge.folding import letters
from hudna.knowledge.language import load_language
from hudna.knowledge.lexicon import Trigger, load_triggers
from hudna.model.claim import Root

# Words of these kinds speak of conflict by themselves; the others need someone to act.
_STRONG = frozenset({Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.THREATEN})


# Sectors of people who may take up arms.
_PEOPLE = frozenset({"CVL", "AGR"})
# Sectors whose people make a weak word worth reading.
_ACTING = frozenset({"MIL", "UAF", "REB", "PRM", "COP", "SPY", "CRM", "IMG"})


@cache
def gate_lemmas(
    language: str,
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Strong lemmas, those of force with other senses beside, weak lemmas, nouns of people who act (of one word or more), names of states."""
    triggers = load_triggers(language)
    # Where no parser has to be spared, words that say enough only beside others are read as well.
    cheap = load_language(language).parser is None
    force = [t for t in triggers if t.root in _STRONG and not (t.weak or (t.needs and not cheap))]
    # "hit back", which rules nothing out, is said of riders and of critics as well.
    force = [t for t in force if t.unless or not t.particle]
    ambiguous = _phrases(t for t in force if t.unless or t.needs)
    strong = _phrases(force) - ambiguous
    cues = load_cues(language)
    weak = (
        _lemmas(triggers)
        | frozenset(cues.control.verbs)
        | frozenset(cues.control.nouns)
        | cues.purpose.nouns
        | cues.composition.passives
    )
    return strong, ambiguous, weak - strong, _agents(language), _states(language)


def _lemmas(triggers: Iterable[Trigger]) -> frozenset[str]:
    return frozenset(lemma.lower() for t in triggers for lemma in t.lemma)


def _phrases(triggers: Iterable[Trigger]) -> frozenset[str]:
    """ "closed" is not "closed off": with a particle a word says more than it does alone."""
    return frozenset(
        f"{lemma.lower()} {t.particle}" if t.particle else lemma.lower()
        for t in triggers
        for lemma in t.lemma
    )


@cache
def _agents(language: str) -> frozenset[str]:
    path = language_folder(language) / "agents.yml"
    classes = read_yaml(path).get("classes", []) if path.exists() else []
    armed = [g for g in classes if g.get("sector") in _ACTING]
    nouns = frozenset(letters(str(noun)) for group in armed for noun in group.get("nouns", []))
    words = frozenset(noun for noun in nouns if " " not in noun) | _fighting_people(language, classes)
    # "armed men", "Blue Helmets": where no word of them acts by itself, they act together.
    return words | frozenset(noun for noun in nouns - words if words.isdisjoint(noun.split()))


def _fighting_people(language: str, classes: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Settlers, herders: people of no force of whom the lexicon says that they take up arms."""
    plain = [g for g in classes if g.get("sector") in _PEOPLE and not g.get("neutral")]
    nouns = frozenset(letters(str(noun)) for group in plain for noun in group.get("nouns", []))
    return nouns & known_class(language, "armed")


@cache
def _states(language: str) -> frozenset[str]:
    """Names of states and their capitals, in lower case, where they are one word."""
    path = language_folder(language) / "countries.yml"
    entries = read_yaml(path if path.is_file() else ROOT / "actors" / "countries.yml")
    cased = load_language(language).has_case
    found: set[str] = set()
    for value in _strings(entries):
        # A code has three letters, and so have short forms that are words as well.
        if (not cased or value[:1].isupper()) and " " not in value and len(value) > 3:
            found.add(letters(value.lower()))
    return frozenset(found)


def _strings(node: object) -> Iterator[str]:
    """Every string in a tree of lists and mappings, keys left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif isinstance(node, dict):
        for item in node.values():
            yield from _strings(item)
