"""Commas, colons, dashes, quotation marks: what they end and what they open."""

from hudna.knowledge.folding import written
from hudna.knowledge.listed_names import is_place
from hudna.read.shallow.chains import chain
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ACCORDING, APART, BARS, COLONS, DASHES, OF, PARTS, QUOTE
from hudna.read.shallow.state import State

BETWEEN = "between"
# So many words name at most who is said to have told a headline.
SOURCE_WORDS = 4


class Marks(State):
    """Reads marks."""

    def _mark(self, at: int) -> int:
        sign = self._words.low[at]
        if sign == ",":
            self._comma, self._edge = True, self._edge or ","
            self._close_aside(at)
        elif sign == QUOTE:
            self._edge = QUOTE
            self._quoted = not self._quoted
            if self._quoted:
                self._quoting = self._frame
            elif self._known.verb_first:
                self._close_quotation()
        elif sign == "(" and self._glossed(at):
            return self._words.low.index(")", at) + 1
        elif sign == ";" and self._brings_on(at + 1):
            self._edge, self._comma = ",", True
        elif sign in PARTS or (
            sign in (DASHES | BARS if self._known.verb_first else DASHES) and self._is_dateline()
        ):
            self._open(None, "root", None, at + 1)
            self._last = None
            self._clear()
        elif sign in COLONS:
            self._edge = ":" if sign == ":" else self._edge or ","
            self._comma = True
            self._close_aside(at)
            if sign == ":":
                self._last = None
            if self._known.verb_first and sign in {":", "-"}:
                self._head(sign)
        elif sign in BARS and self._known.verb_first:
            self._head(sign)
        return at + 1

    def _glossed(self, at: int) -> bool:
        """ "قوة معادية (إسرائيلية) أطلقت": a word in brackets that describes the noun before; the clause goes on behind it."""
        low, forms, last = self._words.low, self._words.forms, self._last
        closed = at + 2 < len(low) and low[at + 2] == ")"
        if not self._known.verb_first or not closed or last is None or not self._is_next(last, at):
            return False
        word = low[at + 1]
        form = next((f for f in self._known.readings(word) if f.tag == "adjective"), None)
        if last.tag != "noun" or form is None or forms[at + 1].tag in {"verb", "name"} or " " in word:
            return False
        if not (self._known.is_listed(word) or self._is_of_people_word(word)):
            return False
        forms[at + 1] = form
        last.modifiers.append(at + 1)
        last.last = at + 2
        return True

    def _name_source(self, at: int) -> None:
        """ "قتيل في غارة على الجنوب (وزارة الصحة)": at the end of a headline, in brackets, who says so."""
        low, forms = self._words.low, self._words.forms
        inner = range(at + 1, len(low) - 1)
        ends = self._known.verb_first and low[-1:] == [")"] and 0 < len(inner) <= SOURCE_WORDS
        plain = ends and all(forms[i].tag in {"noun", "name", "adjective"} for i in inner)
        if plain and forms[at + 1].lemma in self._known.people and not is_place(low[at + 1]):
            self._preposition, self._last = (ACCORDING, at), None

    def _is_of_people_word(self, word: str) -> bool:
        return any(f.lemma in self._known.peoples for f in self._known.readings(word))

    def _brings_on(self, at: int) -> bool:
        """ "هاجموا القرية؛ ما أدى إلى مقتل اثنين": behind such a mark what came of it."""
        words, small = self._words, self._known.small
        if not self._known.verb_first or at >= len(words.low) or self._frame.verb is None:
            return False
        low = words.low[at]
        return small.relatives.get(low) == "what" or small.conjunctions.get(low) == "so"

    def _is_dateline(self) -> bool:
        """ "Tripoli, 13 May -": where and when it was written, before the first verb."""
        frame = self._frame
        told = [g for g in self.groups if g.tag != "name" and g.lemma not in self._known.times]
        if self._known.verb_first and len(told) < len(self.groups) and told[:1] == self.groups[:1]:
            told = told[1:]  # "شندي، 3 مايو 2025 –": before a day, whatever stands first is where
        return (
            len(self.frames) == 1
            and frame.verb is None
            and bool(self.groups)
            and len(self.groups) < 5
            and all(g.tag == "number" and g.relation in {None, OF} for g in told)
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
        if (known and any(map(is_place, named))) or ((" " in whole or sign == "/") and is_place(whole)):
            frame.before.remove(head)
        elif sign == ":":
            head.relation, head.word_at, head.word = ACCORDING, head.first, ""
            frame.before.remove(head)
            self._headed = head
            head.frame = None

    def _close_aside(self, at: int) -> None:
        """A comma ends a clause below one that still lacks its verb."""
        if self._words.low[at] == "(":
            self._name_source(at)
        if at and self._words.forms[at - 1] is APART:
            return  # "بين الجيش من جهة، والمسلحين": the second side is still to come
        frame = self._frame
        opened = frame
        while opened.goes_on and opened.parent is not None and not opened.between:
            opened = opened.parent
        inserted = self._inserted(frame)
        if frame.aside and frame.verb is None and frame.parent is not None:
            self._frame, self._last = frame.parent, None
        elif inserted is not None:
            self._frame, self._last = inserted, None
        elif opened.between and (frame.verb is not None or frame.before) and opened.parent is not None:
            # "نشرت أوغندا، التي تنفي المشاركة، كتيبة", "الجماعة، التي مقرها كانو، …": behind the aside the clause goes on.
            self._frame, self._last = opened.parent, None
        elif self._ends_aside(frame) and frame.parent is not None:
            # "ينفي حفتر، في حديث نقلته صحيفة، أي نية": the aside began behind a comma as well.
            self._frame, self._last = frame.parent, None
        elif frame.verb is not None and frame.link in {"relative", "adverbial", "purpose", "parenthesis"}:
            waiting = frame.waiting()
            if waiting is not None:
                self._frame = waiting

    def _close_quotation(self) -> None:
        """ "متهما «أطرافا لا تريد السلام» بنصب كمين": what describes a noun ends with the quotation that holds both."""
        above, frame = self._quoting, self._frame
        for _ in range(6):
            if frame is above or frame.parent is None:
                return
            if frame.link == "relative" and frame.parent is above:
                self._frame, self._last = above, None
                return
            frame = frame.parent

    def _inserted(self, frame: Frame) -> Frame | None:
        """ "المهاجمون، ويعتقد أنهم من خلايا، زرعوا": the clause that waits above one put in between commas."""
        inner: Frame | None = frame
        for _ in range(4):
            if inner is None or inner.parent is None:
                return None
            if inner.link == "parenthesis" and inner.verb is not None and inner.parent.verb is None:
                return inner.parent
            inner = inner.parent
        return None

    def _ends_aside(self, frame: Frame) -> bool:
        """Does a comma stand before the phrase that a clause describes, so that this one ends both?"""
        noun, above = frame.antecedent, frame.parent
        if frame.link != "relative" or noun is None or frame.verb is None:
            return False
        noun = chain(noun)[-1]
        opens = noun.relation is not None and noun.start > 0 and self._words.low[noun.start - 1] == ","
        if not opens or above is None or above.verb is None or noun.frame is not above:
            return False
        # "ha rivendicato, in un comunicato diffuso lunedì, l'attacco": right behind the verb, which still lacks its object.
        lacks = above.verb.last == noun.start - 2 and len(above.after) == 1
        return self._known.verb_first or (self._known.grammar.order == "svo" and lacks)

    def _second_side(self, group: Group) -> Group | None:
        """ "بين قوات المجلس المدعومة من قبائل الجبل، وحلف الساحل": behind a comma, between whom, where one side is told so far."""
        if self._edge != "," or group.lemma in self._nominal:
            return None
        sides = (g for g in reversed(self.groups) if g.relation == BETWEEN and not g.members)
        return next((g for g in sides if g.frame is self._frame), None)

    def _is_content_of(self, last: Group, group: Group) -> bool:
        """ "محاولتهم إطلاق صواريخ", "عزمها شن هجوم": what somebody's attempt or intention is."""
        plain = self._known.construct and self._joint is None and not self._edge and not last.obliques
        bare = group.article is None and group.tag == "noun" and group.lemma in self._nominal
        return plain and bare and self._is_next(last, group.first) and self._content_holder(last) is not None

    def _content_holder(self, last: Group) -> Group | None:
        """The noun for what is said or meant that somebody owns: "محاولتهم", "إعلان القوات"."""
        if last.owner is not None:
            return last if last.lemma in self._known.contents else None
        behind = (g for g in chain(last)[1:] if g.relation != OF or g.lemma in self._known.contents)
        holder = next(behind, None)
        told = holder is not None and holder.lemma in self._known.contents and holder.article is None
        return holder if told and last.relation == OF and last.lemma not in self._nominal else None

    def _is_of_people(self, group: Group) -> bool:
        """ "الليبي": what is said of a country's people; "السعودية" is the country as well."""
        whole = self._words.low[group.head] in self._known.countries
        return group.lemma in self._known.peoples and not whole
