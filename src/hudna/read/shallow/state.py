"""Where the reading of a sentence stands: its frames, what has just been read, and how further clauses open."""

from hudna.model.clause import Link
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import QUOTE, load_grammarian
from hudna.read.shallow.lookahead import Lookahead
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words


class State:
    """Frames and phrases so far."""

    def __init__(self, language: str, words: Words, nominal: frozenset[str]) -> None:
        self._known = load_grammarian(language)
        self._words = words
        self._nominal = nominal
        self._ahead = Lookahead(words)
        self.frames: list[Frame] = []
        self.groups: list[Group] = []
        self._frame = self._open(None, "root", None, 0)
        self._last: Group | None = None  # the phrase just read, if nothing but a mark has followed it
        self._comma = False
        self._joint: str | None = None
        self._edge = ""  # the mark since the last verb or phrase: comma, colon, quotation
        self._preposition: tuple[str, int] | None = None
        self._adverbs: list[int] = []
        self._quoted = False
        self._quoting = self._frame  # the clause in which the last quotation opened
        self._headed: Group | None = None  # who says it, before a colon

    def _open(self, parent: Frame | None, link: Link, marker: str | None, at: int) -> Frame:
        frame = Frame(parent, link, marker, at)
        self.frames.append(frame)
        self._frame = frame
        return frame

    def _clear(self) -> None:
        self._joint, self._comma, self._edge, self._preposition = None, False, "", None

    def _is_saying(self, verb: Verb) -> bool:
        return verb.lemma in self._known.saying

    def _takes_deed(self, verb: Verb, group: Group) -> bool:
        """Has a verb its object behind an aside: one of saying only where that is a deed, "ha rivendicato, lunedì, l'attacco"?"""
        return not self._is_saying(verb) or (group.lemma in self._nominal and self._has_subject(self._frame))

    def _leads(self, frame: Frame) -> bool:
        verb = frame.verb
        return verb is not None and (verb.lemma in self._known.leading or verb.lemma in self._known.saying)

    def _takes_content(self, frame: Frame) -> bool:
        verb = frame.verb
        if verb is None or frame.content:
            return False
        if frame.link == "relative" and verb.lemma in self._known.blaming and self._known.verb_first:
            return False  # "هجوم بمسيرة نسبت إلى الجيش، استهدف السوق": the charge says nothing of its own
        return verb.lemma in self._known.saying and (
            bool(self._edge) or verb.lemma in self._known.grammar.bare_complement
        )

    def _has_subject(self, frame: Frame) -> bool:
        times = self._known.times
        return any(g.relation is None and g.lemma not in times for g in frame.before)

    def _lacks_subject(self) -> bool:
        """Is the clause still without a verb and without who could be its subject?"""
        return self._frame.verb is None and not self._has_subject(self._frame)

    def _is_next(self, last: Group, at: int) -> bool:
        end = max(last.last, last.described)
        return all(self._words.low[i] == QUOTE for i in range(end + 1, at))

    def _parenthesis(self, frame: Frame, at: int) -> Frame:
        found = self._open(frame.top(), "parenthesis", None, at)
        found.said_before = True
        return found

    def _coordinate(self, at: int) -> Frame:
        """ "e hanno risposto": goes on from the clause before."""
        above = self._frame
        found = self._open(above, "coordinate", above.marker if above.link != "root" else None, at)
        found.goes_on = True
        return found

    def _go_on(self, at: int) -> Frame:
        """Another clause behind a comma or a colon."""
        above = self._frame
        if self._takes_content(above) and self._edge in {":", QUOTE}:
            return self._complement(above, None, at)
        waiting = above.waiting()
        if waiting is not None:
            self._frame = waiting
            return waiting
        return self._coordinate(at)

    def _complement(self, above: Frame, marker: str | None, at: int) -> Frame:
        above.content = True
        return self._open(above, "complement", marker, at)
