"""Which sentences are worth parsing? Those with words of an event and, for weak words, someone to act."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from hudna.knowledge.classes import FLASH, known_class
from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.folding import plain, written
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.language import load_language
from hudna.knowledge.lemmas import lemmas
from hudna.model.clause import Passage
from hudna.model.mention import ActorMention

# Reports so short are read whole where a state is named: a headline has no context.
SHORT = 3
# Who acted in the sentence before, by the pronoun that opens this one.
_SUBJECTS = frozenset({"he", "she", "it", "he or it", "they"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class GateWords:
    """Lemmas by how much they say: `strong` alone, `force` in twos, `weak` only beside an actor (`agents`, of a word or more, `states`)."""

    strong: frozenset[str]
    force: frozenset[str]
    weak: frozenset[str]
    agents: frozenset[str]
    states: frozenset[str]


def wanted(
    passages: Iterable[Passage], actors: tuple[ActorMention, ...], words: GateWords, language: str
) -> frozenset[int]:
    """Indexes of the sentences to parse."""
    passages = tuple(passages)
    named = _named_in(actors)
    together = _by_first(words.agents | words.strong | words.force)
    found = {p.index: _lemmas_of(p, language, together) for p in passages}
    strong = {index for index, lemmas_ in found.items() if not lemmas_.isdisjoint(words.strong)}
    force = frozenset().union(*(lemmas_ & words.force for lemmas_ in found.values()))
    # In a report that speaks of conflict, "the Mission welcomes the step" counts though nobody is named in it.
    acting = {index for index, lemmas_ in found.items() if not lemmas_.isdisjoint(words.agents)}
    agents = bool(acting)
    listed = any(m.id is not None and m.kind != "media" for m in actors)
    # "gunmen shelled the town", "the army and the rebels fought": a word of force beside somebody who acts.
    beside = any(
        not found[i].isdisjoint(words.force)
        or (len(found[i] & words.agents) > 1 and not found[i].isdisjoint(words.weak))
        for i in acting
    )
    about = (
        bool(strong)
        or listed
        or beside
        or (bool(force) and len(passages) <= SHORT)
        or len(force) > (1 if agents else 2)
        or any(m.kind == "party" for m in actors)
    )
    strong |= {index for index, lemmas_ in found.items() if len(lemmas_ & words.force) > 1}
    short = len(passages) <= SHORT or bool(force)
    # Sentences with a word of either strength: all others are left unread.
    telling = tuple(
        p
        for p in passages
        if not (found[p.index].isdisjoint(words.force) and found[p.index].isdisjoint(words.weak))
    )
    strong |= _flashes(passages, language)
    others = {
        p.index
        for p in telling
        if about or p.index in acting or (short and not found[p.index].isdisjoint(words.states)) or named(p)
    }
    # "The army is there. It closed the crossing": the pronoun that opens a sentence stands for who acts in the one before.
    others |= {p.index for p in telling if p.index - 1 in acting and _opens_with_pronoun(p, language)}
    found_here = strong | others
    if load_language(language).parser is None:
        # Reading costs little without a parser, and the sentence behind may say who tells this one.
        says = speech_verbs(language).keys()
        found_here |= {i + 1 for i in found_here if i + 1 in found and found[i + 1] & says}
    return frozenset(found_here)


def _flashes(passages: tuple[Passage, ...], language: str) -> frozenset[int]:
    """ "Gunfire was heard near the airport": in a few lines a sentence with such a word may be all that there is."""
    if len(passages) > SHORT:
        return frozenset()
    flash = known_class(language, FLASH)
    return frozenset(p.index for p in passages if not flash.isdisjoint(_WORD.findall(written(p.text))))


def _opens_with_pronoun(passage: Passage, language: str) -> bool:
    first = _WORD.search(passage.text)
    pronouns = load_function_words(language).pronouns
    return first is not None and pronouns.get(first.group().lower()) in _SUBJECTS


def _named_in(actors: tuple[ActorMention, ...]) -> Callable[[Passage], bool]:
    starts = [m.start for m in actors if m.kind != "media"]
    return lambda passage: any(passage.start <= s < passage.end for s in starts)


def _lemmas_of(
    passage: Passage, language: str, together: dict[str, tuple[tuple[str, ...], ...]]
) -> frozenset[str]:
    words = [lemmas(m.group(), language) for m in _WORD.finditer(plain(passage.text).text)]
    found = set().union(*words)
    for first in sorted(found & together.keys()):
        found |= {
            " ".join(phrase)
            for phrase in together[first]
            if found.issuperset(phrase) and _stands(phrase, words)
        }
    return frozenset(found)


@cache
def _by_first(known: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Those of several words, by their first: "homme armé" under "homme"."""
    phrases = sorted(tuple(each.split()) for each in known if " " in each)
    return {first: tuple(group) for first, group in groupby(phrases, key=itemgetter(0))}


def _stands(phrase: tuple[str, ...], words: list[frozenset[str]]) -> bool:
    """Do these words stand side by side, in whatever form?"""
    starts = range(len(words) - len(phrase) + 1)
    return any(all(word in words[i + n] for n, word in enumerate(phrase)) for i in starts)
