"""Agent nouns of one language: which words make people who act, and of which sector."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hudna.knowledge.actor_packs import AgentClass, AgentPack, load_agents
from hudna.knowledge.folding import lowered
from hudna.knowledge.language import Language, load_language
from hudna.knowledge.listed import listed_peoples
from hudna.knowledge.phrase_words import PhraseWords, load_phrase_words
from hudna.model.making import maker
from hudna.resolve.actors_text import Word, words_of

_LONGEST_NOUN = 6


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent noun found in a phrase: words[first:last + 1]."""

    first: int
    last: int
    noun: str
    kind: AgentClass


MAKE_AGENT = maker(Agent)


class Agents:
    """The agent nouns of a language, ready for looking up."""

    def __init__(
        self, pack: AgentPack, phrases: PhraseWords, language: Language, peoples: frozenset[str]
    ) -> None:
        self.pack = pack
        self.phrases = phrases
        self.language = language
        self.singular = lru_cache(maxsize=50_000)(phrases.singular)
        # What may part two words of one name.
        self.gaps = "".join(sorted({" ", "'", "’", *"".join(language.possessive)}))
        self.bare = lru_cache(maxsize=50_000)(self._without_article)
        self.nouns = {self._key(noun): c for c in reversed(pack.classes) for noun in c.nouns}
        self._last_words = frozenset(noun.rsplit(" ", 1)[-1] for noun in self.nouns)
        self.modifiers = {
            lowered(m): sector for sector, words in reversed(pack.modifiers.items()) for m in words
        }
        self.tails = [(lowered(t), sector) for sector, words in pack.tails.items() for t in words]
        self.titles = {
            lowered(t).replace(".", ""): sector or None
            for sector, words in pack.titles.items()
            for t in words
        }
        self.first_of_titles = frozenset(title.split(" ", 1)[0] for title in self.titles)
        self.bodies = {lowered(b): sector for sector, words in reversed(pack.bodies.items()) for b in words}
        self._peoples = peoples
        self.openers = {lowered(o): sector for o, sector in pack.openers.items()}
        self.founders = {lowered(f): sector for f, sector in pack.founders.items()}
        self.owners = tuple(sorted(map(lowered, pack.owners), key=len, reverse=True))
        # Each with the blank behind it; "d'" has none, nor has a small word that is written on the next: "تابع ل".
        written = tuple(f" {p}" for p in self.language.proclitics)
        self.owner_leads = [(o, o if o.endswith(("'", *written)) else f"{o} ") for o in self.owners]
        self.leads = tuple(lead for _, lead in self.owner_leads)
        self.loose = tuple(map(lowered, pack.loose))
        self.beside = tuple(map(lowered, pack.beside))
        self.links = frozenset(map(lowered, pack.links))
        self.unnamed = tuple(map(lowered, pack.unnamed))
        self._nobody = {lowered(noun): lowered(start) for noun, start in pack.nobody.items()}

    def ending_at(self, words: tuple[Word, ...], last: int, first: int = 0) -> Agent | None:
        """The longest agent noun whose last word is words[last]; None past the end."""
        if last >= len(words) or not self._may_end(words[last].low):
            return None
        for start in range(max(first, last - _LONGEST_NOUN + 1), last + 1):
            form = self._form(words, start, last)
            if form is not None:
                return MAKE_AGENT(start, last, form, self.nouns[form])
        return None

    def _may_end(self, word: str) -> bool:
        """Is it the last word of any agent noun? Where articles or endings vary more, that is not asked."""
        if self.language.glued_articles or self.language.modifiers == "after":
            return True
        return word in self._last_words or self.singular(word).rsplit(" ", 1)[-1] in self._last_words

    def starting_at(self, words: tuple[Word, ...], first: int) -> Agent | None:
        """The longest agent noun whose first word is words[first]."""
        for last in range(min(first + _LONGEST_NOUN, len(words)) - 1, first - 1, -1):
            form = self._form(words, first, last)
            if form is not None:
                return MAKE_AGENT(first, last, form, self.nouns[form])
        return None

    def _is_nobody(self, words: tuple[Word, ...], last: int) -> bool:
        """ "قضاء صور", "مرشحة للارتفاع": the word behind shows that the noun means no people."""
        start = self._nobody.get(words[last].low)
        if start is None or last + 1 >= len(words):
            return False
        behind = words[last + 1].low
        return behind.startswith(start) and not self.is_modifier(behind) and behind not in self._peoples

    def _form(self, words: tuple[Word, ...], first: int, last: int) -> str | None:
        """These words as an agent noun is listed: as they stand, or in the singular, without glued articles."""
        if self._nobody and self._is_nobody(words, last):
            return None
        plain = " ".join(w.low for w in words[first : last + 1])
        noun = " ".join([*(w.low for w in words[first:last]), self.singular(words[last].low)])
        forms = [plain, noun]
        if self.language.glued_articles or self.language.modifiers == "after":
            bare = [self.bare(w.low) for w in words[first : last + 1]]
            # The noun comes first and its adjectives agree with it.
            forms += [
                " ".join(bare),
                " ".join([self.singular(bare[0]), *bare[1:]]),
                " ".join(map(self.singular, bare)),
            ]
        return next((form for form in forms if form in self.nouns), None)

    def _key(self, noun: str) -> str:
        """A listed noun as its words stand in a text, without glued articles."""
        if self.language.modifiers == "before":
            return lowered(noun)
        return " ".join(self.bare(word.low) for word in words_of(noun))

    def _without_article(self, word: str) -> str:
        """A word without the article that is written on it."""
        article = next((a for a in self.language.glued_articles if word.startswith(a)), "")
        return word.removeprefix(article) if len(word) > len(article) + 1 else word

    def modifier(self, word: str) -> str | None:
        """The sector that an adjective shows, in whatever number and with whatever article it stands."""
        found = self.modifiers.get(word)
        if found is not None or self.language.modifiers == "before":
            return found
        bare = self.bare(word)
        return self.modifiers.get(bare) or self.modifiers.get(self.singular(bare))

    def is_modifier(self, word: str) -> bool:
        """Whether a word only describes a noun."""
        bare = self.bare(word)
        leading = self.phrases.leading
        return (
            self.modifier(word) is not None
            or word in leading
            or bare in leading
            or self.singular(bare) in leading
        )

    def is_noun(self, words: tuple[Word, ...], first: int, last: int) -> bool:
        """Whether the words from first to last make one agent noun: "General Staff" is no general."""
        return " ".join(w.low for w in words[first : last + 1]) in self.nouns

    def sector(self, agent: Agent, modifiers: tuple[Word, ...], tail: str) -> str | None:
        """The sector that the noun, its modifiers (the nearest first) and what follows it show."""
        if agent.kind.neutral or agent.kind.anonymous:
            # "des miliciens locaux": whoever bears arms is no civilian for being from there.
            armed = agent.kind.sector == "UAF"
            told = (sector for w in modifiers if (sector := self.modifier(w.low)))
            named = next((sector for sector in told if not (armed and sector == "CVL")), None)
            if named:
                return _tailed(self.tails, tail, named)
        if not agent.kind.neutral:
            return agent.kind.sector
        # "un convoi de camions-citernes": what it is made of says that it is no force.
        made_of = _FIGURES.sub("", tail).lstrip()
        trade = next((s for cue, s in self.tails if s == TRADE and made_of.startswith(cue)), None)
        return trade or _tailed(self.tails, tail, agent.kind.sector)

    def owns(self, text: str, end: int) -> bool:
        """Whether the word ending here owns what follows: "Haftar's", "the rebels'"."""
        for mark in self.language.possessive:
            if text[end : end + len(mark)].lower() == mark:
                return not text[end + len(mark) : end + len(mark) + 1].isalnum()
        bare = text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "
        return bare and text.endswith(self.language.bare_possessive, 0, end)

    def may_name(self, word: Word) -> bool:
        """Whether a word may be part of a name: by its capital, or where there are none, unless it ends names."""
        if self.language.has_case:
            return word.capital
        return word.low not in self.phrases.name_stops and word.low not in self.phrases.boundaries

    def goes_on(self, word: Word) -> bool:
        """ "Esercito di liberazione nazionale": words in small letters with which names of bodies go on."""
        return word.low in self.phrases.inside or (bool(self.phrases.inside) and word.low in self._peoples)

    def keeps_name_back(self, tail: str) -> bool:
        """Whether the words after the noun say that the name is withheld."""
        return any(cue in tail for cue in self.unnamed)


# "un convoi de 80 camions".
_FIGURES = re.compile(r"(?<= )\d[\d.,]* ")
# The sector of those who carry goods and travellers.
TRADE = "BUS"


def _tailed(tails: list[tuple[str, str]], tail: str, sector: str | None) -> str | None:
    if sector not in (None, "UAF"):
        return sector
    return next((found for cue, found in tails if cue in tail), sector)


@cache
def load_agent_nouns(language: str) -> Agents | None:
    """The agent nouns of a language, or None where nobody has written them."""
    pack = load_agents(language)
    return (
        Agents(pack, load_phrase_words(language), load_language(language), listed_peoples(language))
        if pack
        else None
    )
