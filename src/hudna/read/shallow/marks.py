"""Commas, colons, dashes, quotation marks: what they end and what they open."""

from hudna.knowledge.folding import written
from hudna.knowledge.glued import is_place
from hudna.read.shallow.grammarian import ACCORDING, BARS, COLONS, DASHES, PARTS, QUOTE
from hudna.read.shallow.state import State


class Marks(State):
    """Reads marks."""

    def _mark(self, at: int) -> int:
        sign = self._words.low[at]
        if sign == ",":
            self._comma, self._edge = True, self._edge or ","
            self._close_aside()
        elif sign == QUOTE:
            self._edge = QUOTE
            self._quoted = not self._quoted
        elif sign in PARTS or (sign in DASHES and self._is_dateline()):
            self._open(None, "root", None, at + 1)
            self._last = None
            self._clear()
        elif sign in COLONS:
            self._edge = ":" if sign == ":" else self._edge or ","
            self._comma = True
            self._close_aside()
            if sign == ":":
                self._last = None
            if self._known.verb_first and sign in {":", "-"}:
                self._head(sign)
        elif sign in BARS and self._known.verb_first:
            self._head(sign)
        return at + 1

    def _is_dateline(self) -> bool:
        """ "Tripoli, 13 May -": where and when it was written, before the first verb."""
        frame = self._frame
        told = [g for g in self.groups if g.tag != "name" and g.lemma not in self._known.times]
        return (
            len(self.frames) == 1
            and frame.verb is None
            and bool(self.groups)
            and len(self.groups) < 5
            and all(g.tag == "number" and g.relation is None for g in told)
        )

    def _head(self, sign: str) -> None:
        """ "مقديشو: …", "الجيش: …": a place heads what follows; anybody else says it."""
        frame = self._frame
        if sign == "|" and frame.verb is None:
            # The hour, or a word like "urgent", before a bar.
            frame.before.clear()
            self._last = None
            return
        plain = [g for g in frame.before if g.relation is None]
        if frame.verb is not None or frame.parent is not None or len(plain) != 1 or len(frame.before) > 2:
            return
        head = plain[0]
        if head.lemma in self._nominal or head.lemma in self._known.times:
            return
        named = [
            self._words.low[i] for i in range(head.first, head.last + 1) if self._words.forms[i].tag == "name"
        ]
        whole = written(self._words.text(head.first, head.last))
        known = named and (head.tag == "name" or head.lemma in self._known.places)
        if (known and any(map(is_place, named))) or (" " in whole and is_place(whole)):
            frame.before.remove(head)
        elif sign == ":":
            head.relation, head.word_at, head.word = ACCORDING, head.first, ""
            frame.before.remove(head)
            self._headed = head
            head.frame = None

    def _close_aside(self) -> None:
        """A comma ends a clause below one that still lacks its verb."""
        frame = self._frame
        opened = frame
        while opened.goes_on and opened.parent is not None and not opened.between:
            opened = opened.parent
        if frame.aside and frame.verb is None and frame.parent is not None:
            self._frame, self._last = frame.parent, None
        elif opened.between and frame.verb is not None and opened.parent is not None:
            # "نشرت أوغندا، التي تنفي المشاركة، كتيبة": behind the aside the clause goes on.
            self._frame, self._last = opened.parent, None
        elif frame.verb is not None and frame.link in {"relative", "adverbial", "purpose", "parenthesis"}:
            waiting = frame.waiting()
            if waiting is not None:
                self._frame = waiting
