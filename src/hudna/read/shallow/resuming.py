"""Back to the main clause: what its verb still asks for behind a relative clause that describes its subject."""

from hudna.knowledge.listed_names import is_place
from hudna.read.shallow.chains import chain, end_of
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ACCORDING, QUOTE
from hudna.read.shallow.marks import Marks

ON = "on"


class Resuming(Marks):
    """Finds the clause, or the deed, that a phrase goes back to."""

    def _asking_above(self, group: Group, relation: str) -> Frame | None:
        """ "أدت الغارة التي شنها الجيش على السوق إلى مقتل تسعة": what the main verb still asks for, behind what is told of its subject."""
        frame, asking, known = self._frame, self._frame.parent, self._known
        if not known.verb_first or frame.link != "relative" or frame.verb is None or self._joint is not None:
            return None
        through = known.grammar.through
        if asking is None or asking.verb is None or relation not in through.get(asking.verb.lemma, ()):
            return None
        taken = relation in through.get(frame.verb.lemma, ()) or frame.verb.lemma in known.giving
        if taken or any(g.relation == relation for g in asking.after):
            return None
        result = group.lemma in known.results or group.lemma in self._nominal or group.lemma in known.contents
        return asking if result else None

    def _deed_before_aside(self, at: int) -> Group | None:
        """ "أعلنت سيطرتها، اليوم الأربعاء، على المدينة": behind a day between commas goes on the deed of whoever tells it."""
        if not self._known.verb_first or self._joint is not None or self._edge != ",":
            return None
        side = [g for g in self._frame.after if g.relation is None]
        days = [g for g in side if g.lemma in self._known.times]
        deed = next((g for g in reversed(side) if g not in days), None)
        if deed is None or deed.owner is None or deed.lemma not in self._nominal or deed.obliques:
            return None
        within = {i for g in days for i in range(g.first, end_of(g) + 1)}
        between = set(range(end_of(deed) + 1, at)) - within
        return deed if within and all(self._words.low[i] == "," for i in between) else None

    def _is_town(self, group: Group) -> bool:
        """ "طرد مسلحين من حلب": out of a place by name, not some of its own."""
        return group.tag == "name" and is_place(self._words.low[group.head])

    def _is_called(self, last: Group, group: Group) -> bool:
        """ "وفقا لوكالة الأنباء الوطنية "وفا"، دخلت قوات": right behind somebody told of by a preposition, and before a comma, his name."""
        low, end = self._words.low, group.last + 1
        top = chain(last)[-1]
        known = (
            top.relation == ACCORDING and group.tag in {"name", "number"} and not is_place(low[group.head])
        )
        ends = low[end : end + 1] in ([QUOTE], [","])
        return self._known.verb_first and known and ends and self._is_next(last, group.first)
