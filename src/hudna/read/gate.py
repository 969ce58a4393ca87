"""Which sentences are worth parsing? Those with words of an event and, for weak words, someone to act."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from hudna.model.clause import Passage
from hudna.model.mention import ActorMention

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class GateWords:
    """Lemmas by how much they say: `strong` alone, `weak` only beside an actor."""

    strong: frozenset[str]
    weak: frozenset[str]
    agents: frozenset[str]


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The word itself and its base form, in lower case."""
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    parts = {lower, *(p for p in lower.split("-") if len(p) > 3)}
    return frozenset(parts | {simplemma.lemmatize(p, lang=language).lower() for p in parts})


def wanted(passages: Iterable[Passage], actors: tuple[ActorMention, ...], words: GateWords, language: str) -> frozenset[int]:
    """Indexes of the sentences to parse."""
    named = _named_in(actors)
    return frozenset(p.index for p in passages if _wants(p, named(p), words, language))


def _named_in(actors: tuple[ActorMention, ...]) -> Callable[[Passage], bool]:
    starts = [m.start for m in actors if m.kind != "media"]
    return lambda passage: any(passage.start <= s < passage.end for s in starts)


def _wants(passage: Passage, named: bool, words: GateWords, language: str) -> bool:
    found: set[str] = set()
    for match in _WORD.finditer(passage.text):
        found |= lemmas(match.group(), language)
    if found & words.strong:
        return True
    return bool(found & words.weak) and (named or bool(found & words.agents))
