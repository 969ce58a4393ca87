"""Who answers? In an interview with questions and answers, what an answer tells is told by whoever is interviewed.

An answer begins with a word of the language that marks one ("Réponse :", "Risposta:") and goes on to the next
question. Who answers is named behind "entretien avec", "intervista a", or by the name that opens an answer's line
("Getachew: Yes."), where a line of another's is a question; where nobody is named so, nobody is guessed.
"""

import re

from hudna.extract.scene import At, Scene, Thread, Who
from hudna.extract.sources import Voice
from hudna.knowledge.folding import written
from hudna.knowledge.people import people
from hudna.model.clause import Passage
from hudna.model.mention import ActorMention

# So many letters of a line may name who is interviewed.
NAMED = 90
_LABEL = re.compile(r"\s*[-–—>«\"]?\s*([^\W\d_]+)\s*[:.–—-]")
_NAME_LABEL = re.compile(r"\s*([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,3})\s?:\s")
_NAME_ENDS = re.compile(r"[.:;,!?\n]")


def answered(at: At, thread: Thread) -> tuple[Voice, ...]:
    """Who gives the answer that the sentence belongs to; nobody outside an answer."""
    if thread.answers is None:
        name = _named_label(at.scene)
        thread.answers = _answers(at.scene, name)
        thread.interviewed = (_interviewed(at.scene) or _by_label(at.scene, name)) if thread.answers else None
    if thread.interviewed is None or at.passage.index not in thread.answers:
        return ()
    return (Voice(thread.interviewed, None),)


def _answers(scene: Scene, name: str) -> frozenset[int]:
    """The sentences from each answer's first to the next question."""
    found, speech, inside = set(), scene.words.speech, False
    for passage in scene.reading.passages:
        label = _label(scene, passage)
        if label in speech.answers or label in speech.questions:
            inside = label in speech.answers
        elif (opened := _NAME_LABEL.match(passage.text)) is not None and name and _opens(scene, passage):
            inside = opened[1] == name
        if inside:
            found.add(passage.index)
    return frozenset(found)


def _label(scene: Scene, passage: Passage) -> str:
    """The word before the colon with which a line begins."""
    found = _LABEL.match(passage.text) if _opens(scene, passage) else None
    return written(found[1]) if found is not None else ""


def _opens(scene: Scene, passage: Passage) -> bool:
    """Does a line begin with the sentence?"""
    before = scene.report.text[max(0, passage.start - 3) : passage.start].rstrip(" \t")
    return passage.start == 0 or before.endswith("\n")


def _named_label(scene: Scene) -> str:
    """The name that opens a line behind somebody else's question, and that the report gave before."""
    asked, asker = False, ""
    for line in scene.report.text.split("\n"):
        found = _NAME_LABEL.match(line)
        if found is None:
            continue
        speech, label = scene.words.speech, written(found[1])
        plain = (
            label in speech.answers | speech.questions | people(scene.reading.language) or found[1].isupper()
        )
        if asked and found[1] != asker and not (plain or line.rstrip().endswith("?")):
            return found[1] if _first_named(scene, found[1]) is not None else ""
        asked, asker = line.rstrip().endswith("?"), found[1]
    return ""


def _first_named(scene: Scene, name: str) -> re.Match[str] | None:
    """Where the report gives the name, with what belongs to it, before it opens a line."""
    whole = re.compile(rf"\b{re.escape(name)}\b(?: [^\W\d_a-z][\w'’-]+){{0,3}}(?!\\s?:)")
    return whole.search(scene.report.text)


def _by_label(scene: Scene, name: str) -> Who | None:
    found = _first_named(scene, name) if name else None
    if found is None:
        return None
    start, end = found.span()
    listed = next((m for m in scene.actors_in(start, end) if m.kind != "media" and m.id is not None), None)
    known = listed or ActorMention(
        start, end, found[0], None, found[0], None, None, "anonymous", rule="who_answers"
    )
    return Who(start, end, found[0], known)


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
