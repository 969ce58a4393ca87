"""Words with their kinds → frames: what belongs to which verb, and what hangs from what.

One pass from left to right. A frame without a verb waits for one; whoever comes next
goes to the nearest frame that can take it. Rules look a little ahead, never back.
"""

from hudna.read.shallow.chunks import BEGIN, Group
from hudna.read.shallow.grammarian import ACCORDING, APART, TIMING
from hudna.read.shallow.openers import Openers


class Builder(Openers):
    """Makes the frames of one sentence."""

    def build(self) -> None:
        """Reads the sentence to its end."""
        at, size, forms = 0, len(self._words.low), self._words.forms
        while at < size:
            tag = forms[at].tag
            if tag in {"mark", "owner"}:
                at = self._mark(at)
            elif tag == "preposition":
                at = self._prepose(at)
            elif tag in BEGIN:
                at = self._phrase(at)
            elif tag == "joint" and self._is_as_said(at):
                at = self._as_said(at)
            elif tag == "joint":
                self._joint = forms[at].lemma
                at += 1
            elif tag == "opener":
                at = self._opener(at)
            else:
                at = self._verbal(at)
        self._give_headed()

    def _give_headed(self) -> None:
        """Who stands before a colon, or in brackets behind a headline, says it: hung from its first verb, else its first deed."""
        head = self._headed or self._told_in_brackets()
        if head is None:
            return
        frame = next((f for f in self.frames if f.verb is not None), None)
        deed = next((g for g in self.groups if g.lemma in self._nominal), None)
        if frame is not None:
            head.frame = frame
            frame.after.append(head)
        elif deed is not None:
            head.above, head.slot = deed, "oblique"
            deed.obliques.append(head)

    def _told_in_brackets(self) -> Group | None:
        sources = (g for f in self.frames if f.verb is None for g in f.before if g.relation == ACCORDING)
        return next((g for g in sources if self._words.low[g.word_at] == "("), None)

    def _prepose(self, at: int) -> int:
        words, form = self._words, self._words.forms[at]
        conjunction = self._known.small.conjunctions.get(words.low[at])
        if conjunction in TIMING and self._ahead.after(at) == "verb" and not self._ahead.verb_at(at + 1):
            return self._opener(at)
        if words.low[at] in self._known.grammar.to_come and self._is_present(at + 1):
            self._sum_up(self._frame, at, to_come=True)
            self._last = None
            self._clear()
            return at + 1
        if self._known.verb_first and form.lemma == "from" and self._points_back(at):
            return at + 1
        if form.lemma == "from" and self._sets_apart(at + 1):
            words.forms[at] = words.forms[at + 1] = APART
            return at + 2
        self._preposition = (form.lemma, at)
        return at + 1

    def _sets_apart(self, at: int) -> bool:
        """ "بين الجيش من جهة، والمسلحين": a bare noun with nothing behind it that belongs to it."""
        forms, low = self._words.forms, self._words.low
        if at >= len(low) or low[at] not in self._known.grammar.one_side:
            return False
        return at + 1 == len(low) or forms[at + 1].tag in {"mark", "joint"}

    def _is_present(self, at: int) -> bool:
        forms = self._words.forms
        return at < len(forms) and forms[at].tag == "verb" and forms[at].tense == "present"
