"""Is it left open whether it happened?

"It was not clear whether …", "asked whether …", "Did the army …?", "there is no evidence that …" tell nothing as
having happened.
"""

import re
from functools import cache

from hudna.extract.relations import ASKING
from hudna.extract.scene import At
from hudna.extract.telling import Held
from hudna.knowledge.function_words import load_function_words
from hudna.model.claim import Status

# So many words of a question may hold the one that asks for more than yes or no: "In which town did …?"
_FIRST = 3
_MARK = re.compile(r"[?؟!;؛]|\.(?!\d)|$")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = " \"«“'¿-–—"
_OPEN = frozenset(
    {"who", "whom", "what", "which", "where", "when", "why", "how", "because", "of", "with", "by"}
)
_CLOSING = " \u00a0\u202f\"\u00bb\u201d')"


def left_open(at: At) -> list[Held]:
    """ "asked whether the army had left", "no evidence that it left", "Did the army leave?"."""
    found = []
    if at.clause.link == "complement" and at.clause.marker in ASKING:
        found.append(Held(Status.HYPOTHETICAL, f"after {at.clause.marker}"))
    if _asks_how_many(at):
        found.append(Held(Status.HYPOTHETICAL, "how many is asked"))
    if _lacks_evidence(at):
        found.append(Held(Status.HYPOTHETICAL, "without evidence"))
    if at.clause.link in ("root", "coordinate", "complement") and _is_question(at):
        found.append(Held(Status.HYPOTHETICAL, "a question"))
    likely = _likeliness(at)
    if likely is not None:
        found.append(Held(likely, "how likely it is"))
    if _is_called_untrue(at):
        found.append(Held(Status.DENIED, "said to be untrue"))
    return found


def _asks_how_many(at: At) -> bool:
    """ "no word on how many had been killed": whoever knows no figure says nothing of anybody killed."""
    if at.clause.kind != "verb" or at.clause.link not in ("complement", "adverbial", "relative"):
        return False
    phrases = (*at.clause.objects[:1], *((at.clause.subject,) if at.clause.subject is not None else ()))
    asked = tuple(f"{words} " for words in at.scene.cues.counts_asked)
    told = (f"{at.scene.report.text[p.start : p.end].lower()} " for p in phrases)
    return bool(asked) and any(words.startswith(asked) for words in told)


def _lacks_evidence(at: At) -> bool:
    noun, parent = at.clause.noun, at.parent
    if noun is None or noun.head not in at.scene.cues.evidence or at.clause.link == "relative":
        return False
    return noun.determiner in ("no", "neither") or (parent is not None and parent.clause.negation is not None)


def _likeliness(at: At) -> Status | None:
    """ "an attack was unlikely", "strikes are imminent": what is said of a deed by an adjective behind "be"."""
    parent = at.parent
    if parent is None or at.clause.kind != "noun" or at.clause.marker != "subject":
        return None
    if parent.clause.kind != "copula" or at.clause.noun is not None:
        return None
    adjectives = at.scene.cues.adjectives
    return next((s for a in parent.clause.adverbs if (s := adjectives.get(a.lemma)) is not None), None)


def _is_called_untrue(at: At) -> bool:
    """ "reports of air strikes are false", "called the claim that it fired a lie": is the telling of it called untrue?"""
    noun, parent, untrue = at.clause.noun, at.parent, at.scene.cues.untrue_words
    if noun is None or parent is None or noun.head not in at.scene.nouns_of_speech:
        return False
    clause = parent.clause
    words = {clause.lemma, *(a.lemma for a in clause.adverbs), *(p.head for p in clause.objects)}
    return clause.negation is None and not untrue.isdisjoint(
        words | {m for p in clause.objects for m in p.modifiers}
    )


def _is_question(at: At) -> bool:
    """Is the first mark behind the verb a question mark, and the question one of yes or no?"""
    text, start = at.scene.report.text, at.clause.end
    mark = _MARK.search(text, start, at.passage.end)
    if mark is None or mark.group() not in ("?", "؟"):
        return False
    before = text[at.passage.start : at.clause.start]
    asked = _WORD.findall(re.split(r"[\"“«]", before)[-1].lower())[:_FIRST]
    words = at.scene.cues.asking_words
    return bool(words) and words.isdisjoint(asked)


def is_asked(at: At) -> bool:
    """ "whether they carried out an attack", "La ville est-elle tombée ?": asked in a language that lists no words for who, where, why."""
    at = _carried_by(at)
    clause = at.clause
    if clause.link == "complement" and clause.marker in ASKING:
        return True
    # What a question takes for granted in a noun stands.
    heads = at.parent is None or (clause.link == "coordinate" and at.parent.parent is None)
    if not heads or clause.kind == "noun" or at.scene.cues.asking_words:
        return False
    text = at.passage.text.rstrip(_CLOSING)
    first = text.lstrip(_OPENING).split(" ", 1)[0].casefold()
    return text.endswith(("?", "\u061f")) and first not in _asking(at.scene.reading.language)


@cache
def _asking(language: str) -> frozenset[str]:
    """The words that ask for more than yes or no, and so take the deed for granted."""
    small = load_function_words(language)
    named = (small.relatives, small.conjunctions, small.prepositions)
    return frozenset(word for words in named for word, name in words.items() if name in _OPEN)


def _carried_by(at: At) -> At:
    """ "whether they carried out an attack": the verb that only carries the noun out."""
    parent, clause = at.parent, at.clause
    carried = clause.kind == "noun" and clause.link == "argument" and clause.marker is None
    light = parent is not None and parent.clause.lemma in at.scene.cues.light_verbs
    return parent if carried and light and parent is not None else at
