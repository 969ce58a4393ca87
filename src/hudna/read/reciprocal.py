"""What people accuse each other of, each of them is said to have done.

"Moscow and Kyiv accused each other of shelling villages", "les deux camps s'accusent d'avoir bombardé": "each other" is nobody
besides the two, so whoever accuses acts in what he is accused of as well.
"""

from dataclasses import replace
from functools import cache

from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.folding import written
from hudna.knowledge.grammar import load_grammar
from hudna.model.claim import SpeechAct
from hudna.model.clause import Clause, Passage, Phrase


def with_each_other(passage: Passage, clauses: tuple[Clause, ...], language: str) -> tuple[Clause, ...]:
    """The clauses of a passage, those who do it to each other in the place of these words."""
    words, accusing = load_grammar(language).reciprocals, _accusing(language)
    told = {c.parent for c in clauses if _is_told(c)}
    mutual = {c.index: c for c in clauses if c.index in told and _is_mutual(c, passage, words, accusing)}
    if not mutual:
        return clauses
    return tuple(_alone(c, passage, words) if c.index in mutual else _lent(c, mutual) for c in clauses)


@cache
def _accusing(language: str) -> frozenset[str]:
    """The verbs of a language that accuse."""
    return frozenset(verb for verb, found in speech_verbs(language).items() if found.act is SpeechAct.ACCUSE)


def _is_mutual(clause: Clause, passage: Passage, words: frozenset[str], accusing: frozenset[str]) -> bool:
    if clause.kind != "verb" or clause.subject is None or clause.passive:
        return False
    if any(_says(phrase, passage, words) for phrase in clause.objects):
        return True
    several = bool(clause.subject.conjuncts) or clause.subject.plural or clause.subject.number is not None
    return clause.lemma in accusing and not clause.objects and several


def _says(phrase: Phrase, passage: Passage, words: frozenset[str]) -> bool:
    """ "each other", of whatever length the phrase was read."""
    text = written(passage.text[phrase.start - passage.start :][:24])
    return any(text.startswith(word) for word in words)


def _alone(clause: Clause, passage: Passage, words: frozenset[str]) -> Clause:
    return replace(clause, objects=tuple(p for p in clause.objects if not _says(p, passage, words)))


def _is_told(clause: Clause) -> bool:
    return clause.kind == "verb" and clause.link == "complement" and not clause.passive


def _lent(clause: Clause, mutual: dict[int, Clause]) -> Clause:
    """What they accuse each other of, done by both."""
    above = mutual.get(clause.parent) if clause.parent is not None else None
    if above is None or not _is_told(clause):
        return clause
    own = clause.subject
    theirs = own is None or any(own.head_start == p.head_start for p in above.objects)
    return replace(clause, subject=above.subject) if theirs else clause
