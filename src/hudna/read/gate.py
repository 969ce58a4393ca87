"""Which sentences are worth parsing? Those with words of an event and, for weak words, someone to act."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from hudna.knowledge.reading import load_sentence_words
from hudna.model.clause import Passage
from hudna.model.mention import ActorMention

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class GateWords:
    """Lemmas by how much they say: `strong` alone, `force` in twos, `weak` only beside an actor."""

    strong: frozenset[str]
    force: frozenset[str]
    weak: frozenset[str]
    agents: frozenset[str]


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The word itself and its base form, in lower case."""
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    irregular = load_sentence_words(language).irregular.get(lower)
    parts = {lower, *(p for p in lower.split("-") if len(p) > 3)}
    return frozenset(parts | ({irregular} if irregular else set()) | {simplemma.lemmatize(p, lang=language).lower() for p in parts})


def wanted(passages: Iterable[Passage], actors: tuple[ActorMention, ...], words: GateWords, language: str) -> frozenset[int]:
    """Indexes of the sentences to parse."""
    passages = tuple(passages)
    named = _named_in(actors)
    found = {p.index: _lemmas_of(p, language) for p in passages}
    strong = {index for index, lemmas_ in found.items() if lemmas_ & words.strong}
    force = frozenset().union(*found.values()) & words.force if found else frozenset()
    # In a report that speaks of conflict, "the Mission welcomes the step" counts though nobody is named in it.
    about = bool(strong) or len(force) > 2 or any(m.kind == "party" for m in actors)
    told = words.force | words.weak
    others = {p.index for p in passages if found[p.index] & told and (about or named(p) or found[p.index] & words.agents)}
    return frozenset(strong | others)


def _named_in(actors: tuple[ActorMention, ...]) -> Callable[[Passage], bool]:
    starts = [m.start for m in actors if m.kind != "media"]
    return lambda passage: any(passage.start <= s < passage.end for s in starts)


def _lemmas_of(passage: Passage, language: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _WORD.finditer(passage.text):
        found |= lemmas(match.group(), language)
    return frozenset(found)
