"""Actors in a report: every name found in it, and who a noun phrase means.

Comes in: a text, or the words of one phrase with the names inside it. Goes out:
ActorMentions whose offsets slice those words. Nothing is decided here about what
was done, and an actor without a name keeps its words instead of an id.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from hudna.errors import KnowledgeError
from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.folding import lowered
from hudna.model.mention import ActorMention
from hudna.resolve.actors_agents import load_agent_nouns
from hudna.resolve.actors_find import find_mentions
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_identify import RULE_NAMES, explain
from hudna.resolve.actors_names import Hit, Identity, Setting, load_names
from hudna.resolve.actors_namesakes import is_namesake_in
from hudna.resolve.actors_phrase import MAKE_FOUND, Found, Named, take_apart

# The word that a phrase follows, without the mark of an elision.
_LAST_WORD = re.compile(r"(?:^|\W)(\w+)[’'\s]*$")


class ActorFinder:
    """The actors of the world and of some theatres, ready to be found."""

    def __init__(self, theatres: tuple[str, ...]) -> None:
        self._theatres = theatres
        self._grounds: dict[str, Ground | None] = {}

    @staticmethod
    @cache
    def load(theatres: tuple[str, ...] = ("libya",)) -> "ActorFinder":
        """The finder for these theatres; made once."""
        return ActorFinder(theatres)

    def find(
        self, text: str, *, language: str = "en", when: date | None = None, countries: tuple[str, ...] = ()
    ) -> tuple[ActorMention, ...]:
        """Every actor named in the text, sorted by start.

        A leader with his force ("Haftar's forces") is a mention that holds another;
        apart from that, mentions do not overlap. `countries` are those the report is
        known to be about, if any.
        """
        return find_mentions(text, self._ground(language), when=when, countries=countries)

    def identify(
        self,
        words: str,
        *,
        head: str = "",
        mentions: tuple[ActorMention, ...] = (),
        language: str = "en",
        when: date | None = None,
        countries: tuple[str, ...] = (),
        nearby: tuple[ActorMention, ...] = (),
        known: bool = False,
    ) -> ActorMention | None:
        """Who the whole phrase means, or None where it means no actor.

        `mentions` lie inside the words, with offsets into them; names they leave out
        are looked up here. `nearby` are actors named earlier, the nearest last; they
        serve "his forces", "the rebels" and the army of a divided country.
        `known`: an article before the words says that it is somebody known.
        """
        ground = self._ground(language)
        if _is_pronoun(words.strip(), ground.agents.phrases.pronouns):
            return None
        found = _inside(words, ground, mentions, when, countries, nearby)
        noun = take_apart(words, head, found, ground.agents)
        if noun is not None and known and noun.agent is not None and not noun.definite:
            noun = replace(noun, definite=True)
        answer = explain(noun, ground) if noun else None
        if answer is None:
            return None
        identity, rule = answer
        armed = [m.country for m in nearby if is_armed(m.sector)]
        if identity.id is None and identity.country is None:
            identity = replace(identity, country=_country_found(mentions))
        return ground.names.spoken(identity, found.setting, armed).at(0, len(words), words, rule)

    def is_known(self, before: str, language: str) -> bool:
        """Whether the word before a phrase is an article that its preposition holds: "dall'esercito"."""
        phrases = self._ground(language).agents.phrases
        word = _LAST_WORD.search(lowered(before))
        return word is not None and word.group(1) in phrases.contracted

    def organ(self, owner: str, noun: str, *, when: date | None = None) -> str | None:
        """The id of whom "the army of <owner>" means, where the packs say it."""
        found = self._ground("en").organ(owner, noun, when)
        return found.id if found else None

    def _ground(self, language: str) -> Ground:
        if language not in self._grounds:
            # Without agent nouns of its own, a language still has the names; English nouns do no harm there.
            agents = load_agent_nouns(language) or load_agent_nouns("en")
            self._grounds[language] = Ground(load_names(self._theatres, language), agents) if agents else None
        ground = self._grounds[language]
        if ground is None:
            raise KnowledgeError("languages/en/agents.yml is missing; without it no actor can be described")
        return ground


def _is_pronoun(words: str, pronouns: frozenset[str]) -> bool:
    """ "It", "they"; not "US", which is a country."""
    return words in pronouns or (words == words.capitalize() and words.lower() in pronouns)


def _country_found(mentions: tuple[ActorMention, ...]) -> str | None:
    """The country that the whole report gave to a described actor inside the words."""
    return next((m.country for m in mentions if m.id is None and m.country and m.rule in RULE_NAMES), None)


def _inside(
    words: str,
    ground: Ground,
    mentions: tuple[ActorMention, ...],
    when: date | None,
    countries: tuple[str, ...],
    nearby: tuple[ActorMention, ...],
) -> Found:
    hits = ground.names.hits(words)
    setting = ground.names.setting(words, hits, when, countries)
    # A described mention ("Russian mercenaries") is described again here, with the whole phrase in view.
    given = [m for m in mentions if words[m.start : m.end] == m.text and m.rule not in RULE_NAMES]
    named = [Named(m.start, m.end, m, ground.is_person(m.id)) for m in given]
    for hit in hits:
        own = _own_name(words, hit, ground, setting)
        if own and not any(n.start < own.end and own.start < n.end for n in named):
            named.append(own)
    named.sort(key=lambda n: (n.start, n.end))
    plain = tuple(
        h for h in hits if h.country and not ground.names.qualifies(words, h) and not _covered(h, named)
    )
    return MAKE_FOUND(tuple(named), plain, setting, nearby)


def _covered(hit: Hit, named: list[Named]) -> bool:
    return any(n.start <= hit.start and hit.end <= n.end for n in named)


def _own_name(words: str, hit: Hit, ground: Ground, setting: Setting) -> Named | None:
    entry = None if ground.names.qualifies(words, hit) else ground.names.choose(hit, setting)
    if entry is None or (entry.person and is_namesake_in(words, hit.start, ground)):
        return None
    identity: Identity = ground.names.identity(entry, setting.when)
    return Named(
        hit.start, hit.end, identity.at(hit.start, hit.end, words[hit.start : hit.end], "name"), entry.person
    )
