"""Phrases without a preposition: members, appositions, participants."""

from hudna.read.shallow.chains import chain, first_member, with_owners
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import APART, BUT, BY, OF, QUOTE
from hudna.read.shallow.hanging import Hanging
from hudna.read.shallow.lookahead import FAR
from hudna.read.shallow.names import ends_in_subject
from hudna.read.shallow.verbfirst import is_apart, is_definite, is_formed_as_object, is_how, joined_to


class Placing(Hanging):
    """Places phrases."""

    def _phrase(self, at: int) -> int:
        if self._known.verb_first and self._words.forms[at].lemma == "who" and self._points_back(at):
            return at + 1
        group = self._known.chunker.group(self._words, at)
        if group is None:
            return at + 1
        at = self._owned(group)
        if (
            self._preposition is not None
            and self._lacks_subject()
            and ends_in_subject(self._words, group, self._known)
        ):
            # "con un raid Israele ha ucciso": the name behind the noun is who acts.
            at = group.last + 1
        self.groups.extend(with_owners(group))
        if self._preposition is None and self._joint is None and self._tells_where(group):
            self._preposition = ("in", group.first)
        if self._is_further_adjective(group):
            self.groups.pop()
            return at
        if self._preposition is not None:
            self._hang(group)
        elif self._is_said_of_subject(group):
            self._frame.predicates.append(group.head)
            self.groups.pop()
        else:
            self._place(group)
        self._last = with_owners(group)[-1]
        self._clear()
        return at

    def _is_further_adjective(self, group: Group) -> bool:
        """ "تل أحمر الغربي": with an article and right behind a name, an adjective only says which one."""
        last = self._last
        if not self._known.construct or last is None or group.article is None:
            return False
        if group.tag != "adjective" and not self._is_of_people(group):
            return False
        plain = self._preposition is None and self._joint is None and not self._edge and not group.obliques
        alone = group.count is None and self._is_next(last, group.first)
        # "المجلس الرئاسي الليبي", not "اتهمت الأمم المتحدة المتمردين".
        several = " " in self._words.low[last.head] and (last.article is None or self._is_of_people(group))
        if not plain or not alone or not (several or (last.tag == "name" and last.article is None)):
            return False
        last.modifiers.append(group.head)
        last.last = group.last
        return True

    def _owned(self, group: Group) -> int:
        """ "the army's brigade": the phrase before the mark of an owner belongs to the one behind it."""
        words = self._words
        at = group.last + 1
        if at < len(words.low) and words.forms[at].tag == "owner":
            inner = self._known.chunker.group(words, at + 1) if at + 1 < len(words.low) else None
            if inner is None:
                return at + 1
            owner = Group(group.first, group.last, group.head, words.forms[group.head])
            for name in (
                "determiner",
                "article",
                "count",
                "modifiers",
                "number",
                "gender",
                "pronoun",
                "owner",
            ):
                setattr(owner, name, getattr(group, name))
            owner.above, owner.slot = group, "owner"
            self.groups.append(owner)
            for name in ("last", "head", "tag", "lemma", "number", "gender", "modifiers", "count"):
                setattr(group, name, getattr(inner, name))
            group.owner, group.determiner, group.article, group.pronoun = owner, None, None, None
            return self._owned(group)
        return at

    def _is_said_of_subject(self, group: Group) -> bool:
        """ "is empty", "è deserta": an adjective alone behind a copula; "giudica inaccettabili le minacce", "si dice pronta"."""
        verb = self._frame.verb
        if group.tag != "adjective" or group.determiner is not None or verb is None or self._frame.after:
            return False
        if verb.lemma in self._known.grammar.copulas:
            return True
        bare = group.first == group.last == group.head == verb.last + 1 and self._known.grammar.order == "svo"
        return bare and self._known.grammar.inverted and group.lemma not in self._known.people

    def _place(self, group: Group) -> None:
        """A phrase without a preposition: a member, an apposition, or a participant of its own."""
        last, frame = self._last, self._frame
        adjacent = last is not None and last.frame is not None and self._touches(last, group)
        adjacent = adjacent and not self._is_bare_relative(group)
        beside_time = self._known.verb_first and last is not None and last.lemma in self._known.times
        awaited = self._awaited(group)
        if awaited is not None:
            self._frame = awaited
            awaited.put(group)
            return
        if adjacent and last is not None and is_how(self._words, last, group, self._known):
            self._beside(last, group)
            return
        if not adjacent or group.lemma in self._known.times or beside_time:
            self._own(group)
            return
        assert last is not None
        if self._is_content_of(last, group) or self._object_of_owned(last, group):
            holder = (self._content_holder(last) if self._is_content_of(last, group) else None) or last
            group.relation, group.above, group.slot, group.frame = OF, holder, "oblique", holder.frame
            holder.obliques.append(group)
            return
        title = self._title_of(last, group)
        if title is not None:
            group.above, group.slot, group.frame = title, "beside", title.frame
            title.beside.append(group)
            return
        deed = self._deed_with_doer(last, group)
        if deed is not None:
            self._give_object(deed, group)
            return
        ahead = self._ahead.after(group.last)
        if self._joint is not None:
            self._place_joined(last, group, ahead)
        elif self._is_called(last, group):
            self._beside(last, group)
        elif not self._edge or (
            self._known.verb_first and (self._edge == QUOTE or self._is_what_is_said(group))
        ):
            self._own(group)
        elif (
            (frame.verb is None and not self._has_subject(frame) and self._heads_clause(last, group, ahead))
            or (frame.verb is None and ahead == "verb" and self._is_where(last))
            or self._is_object_apart(frame, group, ahead)
        ):
            frame.put(group)
        elif (ahead == "verb" and frame.verb is not None) or self._edge == ":":
            self._own(group)
        else:
            self._beside(last, group)

    def _is_object_apart(self, frame: Frame, group: Group, ahead: str) -> bool:
        """ "hanno attaccato, nelle prime ore di venerdì, un convoglio": what a verb still lacks behind an aside."""
        verb, low, known = frame.verb, self._words.low, self._known
        told = ahead == "verb" and (not known.verb_first or is_definite(self._words, group))
        if verb is None or self._edge != "," or told:
            return False
        if known.verb_first:
            return is_apart(frame, verb, self._words, known.grammar)
        apart = verb.last + 1 < len(low) and low[verb.last + 1] == ","
        lacks = all(g.relation is not None or g.lemma in known.times for g in frame.after)
        return apart and lacks and verb.form == "verb" and not frame.content and self._takes_deed(verb, group)

    def _deed_with_doer(self, last: Group, group: Group) -> Group | None:
        """ "استعادة الجيش السيطرة": the noun of a deed whose owner acts, with whom it befalls right behind."""
        if not self._known.construct or self._joint is not None or self._edge:
            return None
        owners = [g for g in chain(last) if g.relation == OF and g.word_at < 0]
        # "إطلاق طائرة مسيرة النار": of a craft of some kind the first word owns the deed.
        owner = next((g for g in owners if g.above and g.above.lemma in self._nominal), None)
        owner = owner if owner in owners[:1] or (owner and owner.lemma in self._known.crafts) else None
        deed, known = owner.above if owner is not None else None, self._known
        if owner is None or deed is None or deed.slot == "member":
            return None
        formed = last.relation == OF and is_formed_as_object(self._words, group, known.grammar)
        craft = owner.lemma in known.crafts and (formed or group.lemma in known.targets | known.weapons)
        acts = owner.tag == "name" or owner.lemma in known.people | known.naming or craft
        if group.tag == "adjective" and not formed:
            return None
        whole = (craft or formed or is_definite(self._words, owner)) and self._is_next(last, group.first)
        frame, bare = self._frame, deed.relation is None and deed.above is None
        others = [g for g in (*frame.before, *frame.after) if g.relation is None and g is not deed]
        told = formed or craft or group.lemma in self._nominal | self._known.targets
        # Where the verb has who acts, or none waits, nobody else is left to be named here.
        told = told or is_definite(self._words, group) or (not bare and (frame.verb is None or bool(others)))
        # "أدى خطف الجيش ثلاثة عمال إلى": a verb that takes no object leaves it to its subject.
        lacks = frame.verb is not None and frame.verb.lemma not in self._known.grammar.through
        return deed if acts and whole and told and not (bare and lacks and not others) else None

    def _give_object(self, deed: Group, group: Group) -> None:
        if deed.lemma not in self._known.grammar.undergone:
            deed.obliques[0].relation = BY
        group.relation, group.above, group.slot, group.frame = OF, deed, "oblique", deed.frame
        deed.obliques.append(group)

    def _place_joined(self, last: Group, group: Group, ahead: str) -> None:
        """Behind "and": the subject of a further clause, or another member."""
        frame, but = self._frame, self._joint == BUT
        if (
            self._known.verb_first
            and group.pronoun is not None
            and self._comma
            and self._is_bare_aside(group)
        ):
            self._open(frame, "adverbial", "while", group.first).aside = True
            self._frame.put(group)
            return
        if frame.verb is None and but:
            self._open(None, "root", None, group.first).put(group)
        elif frame.verb is not None and (ahead == "verb" or but) and not self._known.verb_first:
            self._coordinate(group.first)
            self._frame.put(group)
        elif frame.verb is not None and self._known.verb_first and self._acts_next(group):
            self._open(frame.top(), "coordinate", None, group.first).put(group)
        else:
            self._join(last, group)

    def _acts_next(self, group: Group) -> bool:
        """ "…، والجيش يرفض الانسحاب": somebody known behind a comma, and right behind him what he does."""
        words, at = self._words, max(g.last for g in with_owners(group)) + 1
        who = group.lemma in self._known.people or group.tag == "name"
        if self._edge != "," or not who or not is_definite(words, group) or at >= len(words.low):
            return False
        form = words.forms[at]
        agrees = group.tag == "name" or form.gender in {"", group.gender or "m", group.number == "p" and "f"}
        return form.tag == "verb" and not form.person and (agrees or form.number == "p")

    def _is_bare_aside(self, group: Group) -> bool:
        """ "المسلحون، وهم من الشمال، …": a pronoun and what is said of it, without a verb, between commas."""
        for at in range(group.last + 1, min(len(self._words.low), group.last + FAR)):
            if self._words.low[at] == ",":
                return True
            if self._words.forms[at].tag in {"verb", "opener", "mark"}:
                return False
        return False

    def _points_back(self, at: int) -> bool:
        """ "الجيش هو من أسقط": "it is X who did it" says that X did it."""
        last, frame = self._last, self._frame
        if (
            last is None
            or last.pronoun is None
            or not self._ahead.verb_at(at + 1)
            or last not in frame.before
        ):
            return False
        if len(frame.before) > 1:
            frame.before.remove(last)
        return True

    def _is_what_is_said(self, group: Group) -> bool:
        """ "أعلنت الوزارة، في حصيلة محدثة، استشهاد …": a deed behind an aside is the object of the saying."""
        frame = self._frame
        plain = [g for g in frame.after if g.relation is None and g.lemma not in self._known.times]
        return (
            self._edge == ","
            and self._joint is None
            and frame.verb is not None
            and (self._is_saying(frame.verb) or frame.verb.lemma in self._known.carrying)
            and not frame.content
            and group.lemma in self._nominal
            and len(plain) <= 1
        )

    def _own(self, group: Group) -> None:
        """A participant of the clause; behind a verb of saying perhaps the subject of what is said."""
        frame = self._frame
        if self._is_bare_relative(group):
            found = self._open(frame, "relative", None, group.first)
            found.antecedent, found.relative_word = self._last, True
            found.put(group)
            return
        if self._is_carried(group) or self._is_of_verb_above():
            self._frame.put(group)
            return
        kind, verb_at = self._ahead.beyond(group.last)
        if self._edge == ":" and frame.verb is not None and not self._takes_content(frame):
            self._open(None, "root", None, group.first).put(group)
            return
        if frame.verb is not None and kind == "verb" and group.lemma not in self._known.times:
            if self._edge and self._is_aside(verb_at):
                self._parenthesis(frame, group.first)
            elif self._edge and self._edge != QUOTE:
                self._go_on(group.first)
            elif self._known.verb_first and self._edge == QUOTE and self._is_named(frame, group, verb_at):
                pass
            elif self._joint is not None and not self._edge and not self._known.verb_first:
                # "il ponte è stato distrutto e le truppe hanno attraversato": right behind the verb, too.
                self._coordinate(group.first)
            elif self._takes_content(frame):
                self._complement(frame, None, group.first)
            elif self._edge:
                self._go_on(group.first)
        self._frame.put(group)

    def _is_named(self, frame: Frame, group: Group, verb_at: int) -> bool:
        """ "بثت «الجبهة» مقطعا قالت إنه", "متهما «أطرافا لا تريد»": a phrase in quotation marks that is no clause."""
        forms, described = self._words.forms, max(g.last for g in with_owners(group)) + 1
        while described < verb_at and forms[described].tag == "negation":
            described += 1
        bare = described == verb_at and not is_definite(self._words, group)
        verb = frame.verb
        behind = verb is not None and verb.last + 2 == group.first and not self._has_subject(frame)
        return bare or (behind and self._words.low[group.last + 1 : group.last + 2] == [QUOTE])

    def _is_carried(self, group: Group) -> bool:
        """ "شنت المقاتلات، مساء السبت، غارات على …": what a verb only carries out stands behind an aside."""
        frame = self._frame
        if not self._known.verb_first or self._edge != "," or self._joint is not None or frame.verb is None:
            return False
        plain = [g for g in frame.after if g.relation is None and g.lemma not in self._known.times]
        lacks = len(plain) <= (0 if self._has_subject(frame) else 1)
        deed = any(g.lemma in self._nominal for g in with_owners(group))
        return lacks and frame.verb.lemma in self._known.carrying and deed

    def _is_of_verb_above(self) -> bool:
        """ "sono stati rapiti da uomini armati sei pescatori": a participle behind its noun takes no object."""
        frame = self._frame
        verb, above = frame.verb, frame.parent
        if verb is None or above is None or above.verb is None or self._edge or self._joint is not None:
            return False
        bare = all(g.lemma in self._known.times and g.relation is None for g in frame.after)
        reduced = frame.link == "relative" and verb.form == "participle" and verb.passive and bare
        inside = frame.antecedent is not None and frame.antecedent.relation is not None
        found = reduced and inside and above.lacks_somebody()
        self._frame = above if found else frame
        return found

    def _is_aside(self, verb_at: int) -> bool:
        """ "…, he said, …": a verb of saying with nothing behind it."""
        return self._words.forms[verb_at].lemma in self._known.saying and self._ahead.ends_behind(verb_at)

    def _is_bare_relative(self, group: Group) -> bool:
        """ "the town they took is empty": a clause behind its antecedent without a word between."""
        last = self._last
        if not self._known.grammar.bare_relative or last is None or self._edge or self._joint is not None:
            return False
        return (
            group.pronoun is not None
            and self._is_next(last, group.first)
            and self._ahead.verb_at(group.last + 1)
            and last.pronoun is None
        )

    def _touches(self, last: Group, group: Group) -> bool:
        """Nothing but marks and a joint between the two."""
        between = [self._words.forms[i] for i in range(max(last.last, last.described) + 1, group.start)]
        small = all(form.tag in {"mark", "joint", "adverb"} for form in between)
        return small and len([form for form in between if form is not APART]) < 4

    def _join(self, last: Group, group: Group) -> None:
        """Another member: of the phrase just read, or of the one that phrase hangs from."""
        target = last
        if self._known.construct:
            head = self._second_side(group) or joined_to(
                self._words, last, group, self._nominal, self._known.people
            )
            if group.lemma in self._nominal and head.lemma not in self._nominal:
                head = self._deed_before(self._frame) or head
            self._enlist(first_member(head), group)
            return
        target = self._first_side(last, group) or last
        if target is last and last.relation is not None and group.relation is None:
            fused = self._words.with_article[last.word_at] is not None if last.word_at >= 0 else False
            above = last.above if fused and group.article is not None else None
            target = above if above is not None and above.relation is None else target
        target = first_member(target)
        if target.slot == "beside" and target.above is not None:
            # "A, B and C": what looked like an apposition was the second of three.
            head = target.above
            for further in [*head.beside]:
                self._enlist(head, further)
            head.beside.clear()
            target = head
        self._enlist(target, group)

    def _deed_before(self, frame: Frame) -> Group | None:
        """ "قصف أودى بحياة سبعة، واحتجاز خمسة": the deed that another is added to, past what is told of it."""
        plain = [g for g in (*frame.before, *frame.after) if g.relation is None]
        return next((g for g in reversed(plain) if g.lemma in self._nominal), None)

    def _enlist(self, head: Group, group: Group) -> None:
        group.above, group.slot, group.frame = head, "member", head.frame
        head.members.append(group)

    def _beside(self, last: Group, group: Group) -> None:
        target = last
        while target.above is not None and target.slot in {"member", "beside"}:
            target = target.above
        if (
            target.above is not None
            and target.relation == OF
            and target.above.relation is None
            and group.article
        ):
            target = last if last.tag == "name" else target.above
        group.above, group.slot, group.frame = target, "beside", target.frame
        target.beside.append(group)
