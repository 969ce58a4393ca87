"""Who answers? In an interview with questions and answers, what an answer tells is told by whoever is interviewed.

An answer begins with a word of the language that marks one ("Réponse :", "Risposta:") and goes on to the next
question. Who answers is named behind "entretien avec", "intervista a"; where nobody is named so, nobody is guessed.
"""

import re

from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice
from hudna.knowledge.folding import written
from hudna.model.clause import Passage
from hudna.model.mention import ActorMention

# So many letters of a line may name who is interviewed.
NAMED = 90
_LABEL = re.compile(r"\s*[-–—>«\"]?\s*([^\W\d_]+)\s*[:.–—-]")
_NAME_ENDS = re.compile(r"[.:;,!?\n]")


def answered(at: At, thread: Thread) -> tuple[Voice, ...]:
    """Who gives the answer that the sentence belongs to; nobody outside an answer."""
    if thread.answers is None:
        thread.answers = _answers(at.scene)
        thread.interviewed = _interviewed(at.scene) if thread.answers else None
    if thread.interviewed is None or at.passage.index not in thread.answers:
        return ()
    return (Voice(thread.interviewed, None),)


def _answers(scene: Scene) -> frozenset[int]:
    """The sentences from each answer's first to the next question."""
    found, speech, inside = set(), scene.words.speech, False
    for passage in scene.reading.passages:
        label = _label(scene, passage)
        if label in speech.answers or label in speech.questions:
            inside = label in speech.answers
        if inside:
            found.add(passage.index)
    return frozenset(found)


def _label(scene: Scene, passage: Passage) -> str:
    """The word before the colon with which a line begins."""
    before = scene.report.text[max(0, passage.start - 3) : passage.start].rstrip(" \t")
    begins = passage.start == 0 or before.endswith("\n")
    found = _LABEL.match(passage.text) if begins else None
    return written(found[1]) if found is not None else ""


def _interviewed(scene: Scene) -> Who | None:
    """Whoever is named behind "intervista a": somebody listed, else by the words that stand there."""
    text = scene.report.text
    low = written(text)
    if len(low) != len(text):
        return None
    openings = [f"{words} " for words in scene.words.speech.interviews]
    places = [low.find(words) + len(words) for words in openings if words in low]
    if not places:
        return None
    start = min(places)
    ends = _NAME_ENDS.search(text, start)
    end = min(ends.start() if ends is not None else len(text), start + NAMED)
    listed = next((m for m in scene.actors_in(start, end) if m.kind != "media" and m.id is not None), None)
    if listed is not None:
        return Who(listed.start, listed.end, listed.text, listed)
    words = text[start:end].strip()
    actor = ActorMention(
        start, start + len(words), words, None, words, None, None, "official", rule="who_answers"
    )
    return Who(start, start + len(words), words, actor)
