"""Titles with what they are of, and the name of whoever holds them behind it."""

from hudna.read.shallow.chains import chain
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.grammarian import OF
from hudna.read.shallow.resuming import Resuming
from hudna.read.shallow.verbfirst import is_definite

WITH, IN = "with", "in"


class Titled(Resuming):
    """Finds the title that a phrase or a name belongs to."""

    def _titled(self, last: Group) -> Group | None:
        """ "مقتل رئيس جهاز الأمن": the title of which the last word is a part; "بمشاركة وزير" is behind a preposition of its own."""
        found = None
        for group in chain(last):
            # "عنصر بالحشد": somebody not yet known serves there as well.
            bare = group.lemma in self._known.people and not is_definite(self._words, group)
            title = (group.lemma in self._known.titles or bare) and group.tag == "noun"
            found = group if title and group.relation in {None, OF} else found
            serves = group.relation in {WITH, IN} and group.lemma in self._known.grammar.bodies
            if group.relation not in {None, OF} and not serves:
                break
        return found

    def _title_of(self, last: Group, group: Group) -> Group | None:
        """ "مقتل قائد اللواء 444 سالم فرج": behind a title with what it is of, the name of whoever holds it."""
        if not self._known.construct or group.tag != "name" or self._joint is not None or self._edge:
            return None
        title = self._titled(last)
        plain = title is not None and title is not last and not title.beside
        if title is None or not plain or not self._is_next(last, group.first):
            return None
        served = any(g.relation in {WITH, IN} for g in chain(last))
        return title if title.relation == OF or served or self._is_befallen(title) else None

    def _is_befallen(self, title: Group) -> bool:
        """ "قتل قائد الكتيبة سالم فرج": of one office holder right behind such a verb the name is his own, and no object."""
        verb, grammar = self._frame.verb, self._known.grammar
        behind = title.frame is self._frame and title in self._frame.after
        if verb is None or not behind or not is_definite(self._words, title):
            return False
        return verb.passive or verb.lemma in grammar.transitive - grammar.addressing
