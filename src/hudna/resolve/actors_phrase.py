"""A noun phrase taken apart: head, what stands before it, what follows, the names inside."""

from dataclasses import dataclass

from hudna.knowledge.phrase_words import PhraseWords
from hudna.model.making import maker
from hudna.model.mention import ActorMention
from hudna.resolve.actors_agents import Agent, Agents
from hudna.resolve.actors_names import Hit, Setting
from hudna.resolve.actors_order import noun_first
from hudna.resolve.actors_text import Word, words_of

# "members of forces of groups of …": nobody writes deeper than this.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's name inside the phrase."""

    start: int
    end: int
    mention: ActorMention
    person: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """The phrase with everything the rules ask about it."""

    text: str
    words: tuple[Word, ...]
    first: int  # first word after the determiner
    head: int
    last: int  # last word of the core before adjectives that follow it
    agent: Agent | None
    found: "Found"
    definite: bool  # speaks of something known: "the army"
    depth: int = 0
    after: int = 0  # words of the core that follow `last`, where descriptions follow their noun

    @property
    def names(self) -> tuple[Named, ...]:
        """The listed names inside."""
        return self.found.names

    @property
    def countries(self) -> tuple[Hit, ...]:
        """The words for countries and peoples inside."""
        return self.found.countries

    @property
    def setting(self) -> Setting:
        """What the report is about."""
        return self.found.setting

    @property
    def nearby(self) -> tuple[ActorMention, ...]:
        """Actors named before, the nearest last."""
        return self.found.nearby

    @property
    def core_start(self) -> int:
        """Where the core begins, determiner left out."""
        return self.words[self.first].start

    @property
    def core_end(self) -> int:
        """Where the core ends."""
        return self.words[self.last + self.after].end

    def modifiers(self, agent: Agent) -> tuple[Word, ...]:
        """The words of the core that describe an agent noun, the nearest first."""
        before = self.words[self.first : agent.first]
        return (*self.words[self.last + 1 : self.last + self.after + 1], *reversed(before))

    @property
    def tail(self) -> str:
        """What follows the core."""
        return self.text[self.core_end :]


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a text before it is taken apart."""

    names: tuple[Named, ...]
    countries: tuple[Hit, ...]
    setting: Setting
    nearby: tuple[ActorMention, ...] = ()

    def after(self, start: int) -> "Found":
        """The same for the text from there on."""
        names = [
            Named(n.start - start, n.end - start, n.mention, n.person) for n in self.names if n.start >= start
        ]
        hits = [
            Hit(h.start - start, h.end - start, h.candidates, h.shared)
            for h in self.countries
            if h.start >= start
        ]
        return MAKE_FOUND(tuple(names), tuple(hits), self.setting, self.nearby)


MAKE_NOUN, MAKE_FOUND = maker(Noun), maker(Found)


def take_apart(text: str, head: str, found: Found, agents: Agents, *, depth: int = 0) -> Noun | None:
    """The phrase with its head found; the head given is trusted where the words hold it."""
    words = words_of(text)
    if not words:
        return None
    first = _first_word(words, agents.phrases)
    definite = _is_definite(words, first, agents)
    if agents.language.modifiers == "after":
        core = noun_first(words, first, head, text, found.countries, agents)
        if core is not None:
            place = core.head, core.last, core.agent
            return MAKE_NOUN(text, words, first, *place, found, definite, depth, core.end - core.last)
    last = _last_of_core(words, first, found, text, agents)
    if agents.language.construct_state:
        # The head stands first; whoever is named behind it only owns it.
        return MAKE_NOUN(text, words, first, first, last, None, found, definite, depth)
    at = _head_at(words, first, last, head, agents)
    agent = agents.ending_at(words, at, first)
    if agent is None and (agents.language.modifiers == "before" or not head):
        # Where descriptions follow, what stands behind the head only describes it: "conferenza stampa".
        agent = agents.ending_at(words, last, first)
    if agent and any(h.start < words[agent.first].start < h.end for h in found.countries):
        agent = None  # "West Bank" is no bank
    return MAKE_NOUN(text, words, first, at, last, agent, found, definite, depth)


def _is_definite(words: tuple[Word, ...], first: int, agents: Agents) -> bool:
    """Whether the phrase points to something known, by a word before it or by an article written on it."""
    glued = words[first].low.startswith(agents.language.glued_articles)
    if agents.language.construct_state and first + 1 < len(words):
        # "طرفا النزاع": what a known one owns is known.
        glued = glued or words[first + 1].low.startswith(agents.language.glued_articles)
    return glued or words[0].low in agents.phrases.definite


def rest_of(noun: Noun, start: int, agents: Agents) -> Noun | None:
    """The phrase that begins there: what follows "of" or "loyal to"."""
    if noun.depth >= _DEEPEST:
        return None
    return take_apart(noun.text[start:], "", noun.found.after(start), agents, depth=noun.depth + 1)


def _first_word(words: tuple[Word, ...], phrases: PhraseWords) -> int:
    at = 0
    while at < len(words) - 1:
        if f"{words[at].low} {words[at + 1].low}" in phrases.bounds and at + 2 < len(words):
            at += 2
        elif words[at].low in phrases.determiners or (
            words[at].text[0].isdigit() and words[at].text[-1].isdigit()
        ):
            at += 1
        else:
            break
    return at


def _last_of_core(words: tuple[Word, ...], first: int, found: Found, text: str, agents: Agents) -> int:
    for at in range(first + 1, len(words)):
        if any(name.start < words[at].start < name.end for name in found.names):
            continue
        between = text[words[at - 1].end : words[at].start]
        if any(mark in between for mark in ',;:()[]–—"“”'):
            return at - 1
        if _is_participle(words, at, first, agents):
            return at - 1
        if words[at].low in agents.phrases.boundaries and not _runs_through(words, first, at, found, agents):
            return at - 1
    return len(words) - 1


def _runs_through(words: tuple[Word, ...], first: int, at: int, found: Found, agents: Agents) -> bool:
    """Whether the core goes on over this word: "chief of staff", "Polish and Lithuanian troops", "armed men"."""
    low, phrases = words[at].low, agents.phrases
    if low in phrases.ambiguous:
        return _goes_on(words, at, phrases)
    if low in phrases.and_:
        pair = [h for h in found.countries if h.start <= words[first].start and h.end == words[at - 1].end]
        return bool(pair) and not agents.ending_at(words, at - 1, first) and _is_adjective(pair[0])
    if low in phrases.running:
        spans = [agents.ending_at(words, end, first) for end in range(at + 1, min(at + 4, len(words)))]
        return any(agent is not None and agent.first < at for agent in spans)
    return False


def _is_participle(words: tuple[Word, ...], at: int, first: int, agents: Agents) -> bool:
    """Whether the word begins what befell them: "residents contacted by phone"."""
    phrases = agents.phrases
    if not words[at].low.endswith(phrases.participle_endings) or at + 1 >= len(words):
        return False
    if words[at + 1].low not in phrases.boundaries:
        return False
    return agents.ending_at(words, at - 1, first) is not None


def _is_adjective(hit: Hit) -> bool:
    return any(c.role in ("adjective", "ethnic", "bloc") for c in hit.candidates)


def _goes_on(words: tuple[Word, ...], at: int, phrases: PhraseWords) -> bool:
    following = words[at + 1].low if at + 1 < len(words) else ""
    return bool(following) and following not in phrases.boundaries


def _head_at(words: tuple[Word, ...], first: int, last: int, head: str, agents: Agents) -> int:
    wanted, singular = head.lower(), agents.singular
    for at in range(last, first - 1, -1):
        if (
            words[at].low == wanted
            or singular(words[at].low) == wanted
            or singular(wanted) == singular(words[at].low)
        ):
            return at
    return last


def owner_name(noun: Noun, agents: Agents) -> Named | None:
    """The name that owns the core: Haftar in "Haftar's LNA"."""
    inside = [n for n in noun.names if n.end < noun.core_end]
    return inside[-1] if inside and agents.owns(noun.text, inside[-1].end) else None


def is_behind(noun: Noun, start: int, prefixes: frozenset[str]) -> bool:
    """Does a name stand right behind a noun, or behind whom it leans to: "il partito filo-iraniano Hezbollah"?"""
    between = noun.text[noun.core_end : start] if start > noun.core_end else ""
    leaning = between.strip()
    leans = leaning.startswith(tuple(prefixes)) and leaning.replace("-", "").isalpha() and leaning.islower()
    return between[:1] == between[-1:] == " " and (not leaning or leans)
