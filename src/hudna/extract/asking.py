"""Is it asked whether it happened, judged possible or untrue, or told of a day that is only remembered?"""

from functools import cache

from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.knowledge.function_words import load_function_words
from hudna.model.claim import Status
from hudna.model.clause import Phrase

# What is asked with these is taken for granted: "Why did the army attack?"
_OPEN = frozenset(
    {"who", "whom", "what", "which", "where", "when", "why", "how", "because", "of", "with", "by"}
)
_ASKED, OF = "?", "of"


def is_asked(at: At) -> bool:
    """ "Has the army really shelled the town?": is it asked whether, in the clause that heads the sentence?"""
    clause, text = at.clause, at.passage.text.rstrip(" \n\"»”'")
    if clause.link != "root" or clause.marker is not None or not text.endswith(_ASKED):
        return False
    if clause.kind == "noun" and clause.parent is not None:
        return False
    first = text.lstrip(" \"«“'¿-–—").split(" ", 1)[0].casefold()
    return first not in _asking(at.scene.reading.language)


def is_remembered(at: At, noun: Phrase) -> bool:
    """ "the anniversary of the day on which …": is the day one of which only the memory is told?"""
    past = at.scene.cues.nouns.get(Status.HISTORICAL, frozenset())
    phrases = (
        p
        for c in at.passage.clauses
        for p in (c.subject, c.phrase, *c.objects, *(o.phrase for o in c.obliques))
        if p is not None and p.head in past
    )
    return any(
        o.preposition == OF and o.phrase.head_start == noun.head_start for p in phrases for o in p.obliques
    )


def judged(at: At, parent: At) -> list[Held]:
    """ "it is possible that …", "it is untrue that …": what a copula says of the clause behind it."""
    if parent.clause.kind != "copula" or at.clause.link != "complement" or at.clause.kind == "noun":
        return []
    said = [s for a in parent.clause.adverbs if (s := at.scene.cues.adjectives.get(a.lemma)) is not None]
    weak = Status.HYPOTHETICAL if parent.clause.negation is not None else None
    return [Held(weak or status, f"{parent.clause.lemma} so") for status in said]


@cache
def _asking(language: str) -> frozenset[str]:
    """The words that ask for more than yes or no."""
    small = load_function_words(language)
    named = (small.relatives, small.conjunctions, small.prepositions)
    return frozenset(word for words in named for word, name in words.items() if name in _OPEN)
