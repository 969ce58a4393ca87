"""Which verbs and nouns a language's own lists name: the words its reader must not mistake for anything else."""

from functools import cache

from hudna.knowledge.actor_packs import load_agents
from hudna.knowledge.classes import RULE_CLASSES, known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import load_country_words
from hudna.knowledge.cues import load_cues, load_speech
from hudna.knowledge.folding import letters
from hudna.knowledge.lexicon import load_triggers


@cache
def listed_verbs(language: str) -> frozenset[str]:
    """Base forms of the verbs of triggers, speech, cues and coding words."""
    cues, words = load_cues(language), load_coding_words(language)
    found = {lemma for t in load_triggers(language) if t.pos == "verb" for lemma in t.lemma}
    found |= {verb for act in load_speech(language) for verb in act.verbs}
    found |= set().union(*cues.holders.values())
    found |= cues.light_verbs | cues.implicative_verbs | cues.suffering_verbs | cues.happening_verbs
    found |= cues.naming_verbs | cues.perceiving_verbs | set(cues.control.verbs) | cues.control.losing
    found |= cues.control.keeping | cues.purpose.verbs | cues.composition.verbs | cues.composition.passives
    found |= words.events.outcomes | words.events.dying | words.speech.citing | words.speech.telling
    found |= words.speech.figures | words.speech.promising | words.speech.blaming | words.aims.targeting
    return frozenset(found | words.places.heading_for | words.places.heading_to)


@cache
def listed_nouns(language: str) -> frozenset[str]:
    """Base forms of the nouns of triggers, agents, classes, speech and cues."""
    cues, words, agents = load_cues(language), load_coding_words(language), load_agents(language)
    found = {lemma for t in load_triggers(language) if t.pos == "noun" for lemma in t.lemma}
    found |= {noun for act in load_speech(language) for noun in act.nouns}
    found |= set().union(*cues.nouns.values())
    found |= {word for name in RULE_CLASSES for word in known_class(language, name)}
    found |= {noun for group in (agents.classes if agents else ()) for noun in group.nouns}
    found |= set(cues.control.nouns) | cues.purpose.nouns | cues.purpose.heads | words.events.counting
    found |= words.events.preludes | words.control.holding | words.people.counters | words.people.members
    return frozenset(word for word in found if " " not in word)


@cache
def listed_peoples(language: str) -> frozenset[str]:
    """Words for peoples, in every form, in small letters: nouns and adjectives at once."""
    countries = load_country_words(language).countries.values()
    words = {letters(word.lower()) for c in countries for word in (*c.adjectives, *c.people)}
    return frozenset(word for word in words if " " not in word)


@cache
def joined_nouns(language: str) -> frozenset[str]:
    """Nouns of several words that triggers name: "cessate il fuoco"."""
    found = {lemma for t in load_triggers(language) if t.pos == "noun" for lemma in t.lemma}
    return frozenset(lemma for lemma in found if " " in lemma)
