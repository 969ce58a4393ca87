"""Nominal events: the clause, the noun and the preposition that each hangs from."""

from hudna.knowledge.function_words import SUBJECT
from hudna.model.clause import Link
from hudna.read.shallow.chains import doer_of
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.phrases import PhraseMaker
from hudna.read.shallow.verbs import Verb

PATIENTS = frozenset({"subject", "patient"})
CARRYING = frozenset({"of", "with"})
TO, ANY = "to", "*"


class DeedPlacer(PhraseMaker):
    """Finds where the deeds of a sentence hang."""

    _index: dict[int, int]

    def _above(self, frame: Frame) -> Frame | None:
        parent = frame.parent
        for _ in range(40):
            if parent is None or id(parent) in self._index:
                return parent
            parent = parent.parent
        return None

    def _place(self, group: Group) -> tuple[Frame | None, Link, str | None, Group | None]:
        """The verb above a nominal event, and the noun and preposition on the way."""
        current, link, marker, noun = self._climb(group)
        if current.slot in PATIENTS:
            marker = marker or SUBJECT
        frame = current.frame if isinstance(current.frame, Frame) else None
        if frame is not None and frame.verb is None and frame.link == "complement" and link == "argument":
            # "said that its deployment is routine", where no verb says "is".
            link, marker = "complement", frame.marker
        parent = None if frame is None else frame if id(frame) in self._index else self._above(frame)
        if link == "modifier" and self._is_aim(group, noun, parent):
            return parent, "purpose" if parent is not None else "modifier", marker, noun
        if parent is None:
            return None, "root" if noun is None else link, marker, noun
        if frame is parent and parent.verb is not None and self._is_content(current, parent.verb):
            link, marker = "argument", None
        return parent, link, marker, noun

    def _climb(self, group: Group) -> tuple[Group, Link, str | None, Group | None]:
        """The topmost phrase that a deed hangs from, and what is met on the way: link, marker, noun."""
        link: Link = "argument"
        marker: str | None = None
        noun: Group | None = None
        current = group
        for _ in range(40):
            above = current.above
            if current.relation is not None and current.slot != "agent":
                link, marker = "modifier", marker or self._relation_of(current)
            elif current.slot == "agent":
                marker = "by"
            if above is None:
                break
            if self._is_carried(current, above):
                if noun is None:
                    # "توقيع اتفاق لوقف القتال": what hangs from a noun inside stays there.
                    link, marker = "argument", None
                current = above
                continue
            if current.slot != "member" and noun is None:
                noun = above
            if current.slot == "member" and above.relation is not None and current.relation is None:
                link = "modifier"
            current = above
        return current, link, marker, noun

    def _is_carried(self, group: Group, above: Group) -> bool:
        """ "خطط لشن ضربات", "القيام باختطاف": the noun above only carries the deed out or counts it."""
        asked = CARRYING | self._grammar.undertaking.get(above.lemma, frozenset())
        owned = group.relation in asked and group.slot == "oblique"
        return self._construct and owned and above.lemma in self._counting

    def _undertaker(self, group: Group) -> Group | None:
        """ "قيام المسلحين بقصف البلدة": whoever the noun above says that the deed was done by."""
        above = group.above
        if above is None or group.slot != "oblique":
            return None
        asked = self._grammar.undertaking.get(above.lemma, frozenset())
        doer = doer_of(above) if group.relation in asked else None
        return None if doer is group else doer

    def _is_aim(self, group: Group, noun: Group | None, parent: Frame | None) -> bool:
        """ "نصبوا قواعد لإطلاق قذائف": behind "to", written on it, a deed is what something is for."""
        written = group.word in self._grammar.to_come and group.word_at >= 0 and bool(group.word)
        if not written or group.lemma not in self._nominal or group.article is not None:
            return False
        verb = parent.verb if parent is not None else None
        if noun is not None:
            deed = noun.lemma in self._nominal or noun.lemma in self._contents
            return not deed and noun.tag == "noun" and noun.lemma in self._means
        if verb is None or verb.passive or group.above is not None:
            return False
        taken = self._grammar.giving | self._grammar.by_dative | self._saying
        return verb.lemma not in taken and TO not in self._grammar.through.get(verb.lemma, frozenset())

    def _is_content(self, group: Group, verb: Verb) -> bool:
        """ "أقر بمقتل …", "كشف عن تحركات", "دعا إلى وقف …": what is said, behind the preposition of its verb."""
        verbs = self._grammar.content_marks.get(group.relation or "", frozenset())
        return group.above is None and (verb.lemma in verbs or (ANY in verbs and verb.lemma in self._saying))

    def _relation_of(self, group: Group) -> str:
        frame = group.frame
        verb = frame.verb if isinstance(frame, Frame) and group.above is None else None
        return self._senses.relation(group, verb)
