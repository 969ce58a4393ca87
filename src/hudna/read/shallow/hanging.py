"""Phrases behind prepositions: what they hang from."""

from hudna.knowledge.listed_names import is_place
from hudna.read.shallow.awaited import awaiting, goes_on_behind_aside
from hudna.read.shallow.chains import chain, doer_of, end_of, is_doer
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ACCORDING, BY, CONTENT, OF, TO
from hudna.read.shallow.lookahead import FAR
from hudna.read.shallow.marks import BETWEEN
from hudna.read.shallow.resuming import ON
from hudna.read.shallow.titled import IN, WITH, Titled
from hudna.read.shallow.verbfirst import is_definite

PLACING = frozenset({"to", "at", "in", "near"})


class Hanging(Titled):
    """Hangs phrases from phrases."""

    def _hang(self, group: Group) -> None:
        assert self._preposition is not None
        relation, at = self._preposition
        group.relation, group.word_at, group.word = relation, at, self._words.low[at]
        self._agree_with_article(group)
        if (asking := self._asking_above(group, relation)) is not None:
            self._frame, self._last = asking, None
        if self._is_partitive(group, relation, at):
            group.relation, group.word_at, group.word = None, -1, ""
            self._frame.put(group)
            return
        host = self._host(group, relation, at)
        if host is None:
            (self._told_whole(group) if relation == ACCORDING else self._frame).put(group)
            return
        if relation == BY and self._says_for_what(host, group):
            group.relation = OF
            if host.lemma not in self._nominal and group in self.groups:
                self.groups.remove(group)  # a vehicle for fighting tells of no fight
        counts = host.tag == "number" or self._counts(host)
        if self._known.construct and relation == "from" and counts:
            group.relation = OF
        if relation == TO and self._is_thing_of(host, group):
            group.relation = OF
        group.above, group.slot, group.frame = host, "oblique", host.frame
        host.obliques.append(group)

    def _told_whole(self, group: Group) -> Frame:
        """ "hanno ucciso tre uomini mentre cercavano di fuggire, secondo il sindaco": at the end he tells all of it."""
        frame, behind = self._frame, self._words.forms[group.last + 1 :]
        if any(form.tag in {"verb", "opener"} for form in behind) or "," in self._words.low[group.last + 1 :]:
            return frame
        while self._edge == "," and frame.verb is not None and frame.parent is not None:
            bare = frame.link == "complement" and frame.verb.form == "infinitive"
            if not (bare or frame.link in {"adverbial", "relative", "purpose"}) or frame.parent.verb is None:
                break
            frame = frame.parent
        return frame

    def _is_partitive(self, group: Group, relation: str, at: int) -> bool:
        """ "dei sicari hanno sparato", "ha ucciso dei civili": "of the" before several people, of nothing: some of them."""
        frame, verb = self._frame, self._frame.verb
        fused = relation == OF and self._words.with_article[at] is not None and group.number == "p"
        if not fused or group.lemma not in self._known.people or self._known.grammar.order != "svo":
            return False
        if verb is not None:
            told = verb.lemma in self._known.saying or verb.passive or verb.reflexive
            return verb.perfect and verb.have and not told and verb.last + 1 == at
        apart = self._last is None or self._edge == ","
        acts = self._ahead.after(group.last) == "verb" and self._joint is None
        return apart and acts and frame.antecedent is None and self._lacks_subject()

    def _awaited(self, group: Group) -> Frame | None:
        """Behind a comma, the clause that still lacks whom it tells of."""
        if self._edge != "," or self._joint is not None or self._ahead.after(group.last) == "verb":
            return None
        return awaiting(self._frame, group, self._words, self._known)

    def _heads_clause(self, last: Group, group: Group, ahead: str) -> bool:
        """ "a Tsafe, militari e vigilantes avevano arrestato": behind a place and a comma, whoever acts."""
        joined = ahead == "joint" and last.relation is not None and self._edge == ","
        aside = ahead == "mark" and goes_on_behind_aside(self._words, last, group, self._known)
        return ahead == "verb" or aside or (joined and self._ahead.joint_before_verb(group.last))

    def _is_where(self, last: Group) -> bool:
        """ "Suwayda, le tribù si ritirano": a name that opens a line and stands beside nobody says where."""
        opens = last.tag == "name" and last.article is None and self._words.opens(last.first)
        return opens and self._edge == "," and not self._known.verb_first

    def _says_for_what(self, last: Group, group: Group) -> bool:
        """ "veicoli da combattimento", "colpi da mortaio": a bare noun behind "da" says of what kind a thing is."""
        plain = group.article is None and group.count is None and not group.members and group.number != "p"
        people = self._known.people - self._known.crafts
        thing = last.tag == "noun" and group.tag == "noun" and last.lemma not in people
        somebody = group.lemma in people or group.lemma in self._known.times
        fused = self._words.with_article[group.word_at] is not None
        near = self._is_next(last, group.word_at) and self._joint is None
        return self._known.head_first and plain and thing and near and not somebody and not fused

    def _first_side(self, last: Group, group: Group) -> Group | None:
        """ "tra uomini del battaglione di supporto e un gruppo armato": between whom, where only one side is named so far."""
        hit = last.lemma in self._known.targets | self._known.people or last.lemma not in self._nominal
        deed = last.above if last.relation == OF and hit else None
        if deed is not None and group.article is not None and {deed.lemma, group.lemma} <= self._nominal:
            return deed  # "la distruzione di un convoglio e la cattura di due soldati"
        if group.article is None and (group.tag == "name" or group.lemma not in self._known.people):
            return None
        return next((g for g in chain(last) if g.relation == BETWEEN and not g.members), None)

    def _agree_with_article(self, group: Group) -> None:
        """ "agli Houthi": the article in the preposition before them tells how many they are."""
        told = self._known.articles.get(self._words.with_article[group.word_at] or "", "")
        number = told[-1:].strip("mf")
        if number and group.article is None and group.count is None and not group.members:
            group.number = number

    def _host(self, group: Group, relation: str, at: int) -> Group | None:
        """The phrase that a preposition hangs from; None where it belongs to the verb."""
        last = self._last
        agent = relation == BY and (
            self._is_agent_of_headline(group, at) or self._is_agent_behind(group, last)
        )
        if last is None or agent:
            return None
        deed = self._undertaken(last, group, relation, at)
        deed = deed or (self._deed_before_day(last, at) if relation != OF else None)
        deed = deed or (self._deed_before_aside(at) if relation == ON else None)
        alike = self._alike(last, relation) if self._joint is not None else None
        alike = alike or (self._titled(last) if self._serves_at(last, group, at) else None)
        if deed is not None or alike is not None:
            return deed or alike
        if (
            not self._is_next(last, at)
            or self._joint is not None
            or (last.tag == "number" and relation != OF and not self._is_part_of(group, relation))
        ):
            return None
        part = last.tag == "number" and self._is_part_of(group, relation)
        part = part or (relation in {"from", WITH} and self._is_backed(last, at))
        if relation == OF or part or (relation == BY and self._says_for_what(last, group)):
            return last
        suffered = self._deed_suffered(last) if relation == TO else None
        if suffered is not None:
            return last if self._is_owner_of(last, at) else suffered
        if relation == TO and self._takes_to(last):
            return last if self._is_owner_of(last, at) else None
        if self._is_of_verb(last, relation):
            return None
        owned = relation == TO and self._is_thing_of(last, group)
        return last if owned else self._host_of(last, group, relation)

    def _undertaken(self, last: Group, group: Group, relation: str, at: int) -> Group | None:
        """ "قيام المسلحين بقصف البلدة": the deed hangs from the noun that says whose doing it was."""
        deed = self._is_told(group) and self._joint is None and self._is_next(last, at)
        asking = self._known.grammar.undertaking
        fitting = (g for g in chain(last) if relation in asking.get(g.lemma, ())) if deed else ()
        return next((g for g in fitting if doer_of(g) is not None), None)

    def _tells_where(self, group: Group) -> bool:
        """ "شمال المدينة", "جنوب لبنان": a quarter without an article, of what no state is called."""
        low = self._words.low[group.first]
        part = " " in low and low not in self._known.long_countries
        return group.lemma in self._known.grammar.bare_places and (group.article is None or part)

    def _is_backed(self, last: Group, at: int) -> bool:
        """ "الجماعة المدعومة من رواندا": who stands behind somebody, not where an attack comes from."""
        low = self._words.low[at - 1].removeprefix(self._words.with_article[at - 1] or "")
        return self._is_next(last, at) and low.startswith(tuple(self._known.grammar.backed))

    def _serves_at(self, last: Group, group: Group, at: int) -> bool:
        """ "وزير الدفاع بحكومة الوحدة", "عضو بالمجلس الرئاسي": behind a title, where he serves, unless the verb asks for that."""
        known, verb, title = self._known, self._frame.verb, self._titled(last)
        # "عنصرين بحزب الله": a name that is no place's is a body's.
        low = self._words.low[group.head]
        named = low in known.called or (group.tag == "name" and not is_place(low))
        titled = title is not None and (group.lemma in known.grammar.bodies or named)
        served = title is not None and title.lemma in known.grammar.serving
        serves = group.relation == WITH or (group.relation == IN and served)
        beside = serves and self._joint is None and self._is_next(last, at)
        if not titled or not beside or not (named or is_definite(self._words, group)):
            return False
        asked = group.relation == WITH and verb is not None and verb.lemma in known.with_them
        return not asked or self._follows_again(group)

    def _follows_again(self, group: Group) -> bool:
        """Does the same preposition stand once more before anything else begins?"""
        forms = self._words.forms
        for place in range(group.last + 1, min(len(forms), group.last + FAR)):
            if forms[place].tag in {"verb", "opener", "mark", "joint"}:
                return False
            if forms[place].tag == "preposition" and forms[place].lemma == group.relation:
                return True
        return False

    def _alike(self, last: Group, relation: str) -> Group | None:
        """ "un raid sul porto di Hodeida e sull'aeroporto": what the first phrase behind the same preposition hangs from."""
        above = [last] if relation == OF or self._known.verb_first else chain(last)
        return next((g.above for g in above if g.relation == relation and g.slot == "oblique"), None)

    def _is_agent_of_headline(self, group: Group, at: int) -> bool:
        """ "Organizzato un sit-in davanti al tribunale dai ribelli": who a participle that opens it is done by."""
        verb = self._frame.verb
        if verb is None or verb.form != "participle" or not verb.passive or " " in self._words.low[at]:
            return False
        lacks = all(g.relation != BY for g in self._frame.after)
        return lacks and group.lemma in self._known.people and self._words.opens(verb.first)

    def _is_agent_behind(self, group: Group, last: Group | None) -> bool:
        """ "compiuto con droni dai ribelli": behind what a passive is done with, whoever does it."""
        verb = self._frame.verb
        if last is None or verb is None or not verb.passive or self._known.verb_first:
            return False
        top, known = chain(last)[-1], self._known
        means = top.relation == WITH and (top.lemma in known.weapons or top.lemma in known.crafts)
        lacks = all(g.relation != BY for g in self._frame.after)
        return means and lacks and (group.tag == "name" or group.lemma in known.people)

    def _deed_done(self, above: list[Group], at: int) -> Group | None:
        """ "l'imboscata contro un convoglio da parte dei ribelli": who does it stands with the deed, not with what it befalls."""
        if " " not in self._words.low[at]:
            return None
        deeds = (g for g in reversed(above) if g.lemma in self._nominal)
        told = self._known.contents | self._known.counting | self._known.people
        return next((g for g in deeds if g.lemma not in told), None)

    def _deed_before_day(self, last: Group, at: int) -> Group | None:
        """ "un attacco lunedì contro il villaggio": a bare day between a deed and what belongs to it."""
        frame = last.frame
        if last.lemma not in self._known.times or last.relation is not None or frame is not self._frame:
            return None
        side = self._frame.before if last in self._frame.before else self._frame.after
        place = side.index(last) if last in side else 0
        before = side[place - 1] if place > 0 else None
        deed = before is not None and before.lemma in self._nominal and before.relation is None
        near = before is not None and end_of(before) + 1 == last.first and self._is_next(last, at)
        return before if deed and near and self._joint is None else None

    def _is_part_of(self, group: Group, relation: str) -> bool:
        """ "ستة من رجال الشرطة": so many of such people."""
        return self._known.construct and relation == "from" and group.lemma in self._known.people

    def _is_of_verb(self, last: Group, relation: str) -> bool:
        """ "أسفرت المواجهات عن قتلى": the preposition that the verb itself asks for, once."""
        verb, frame = self._frame.verb, self._frame
        if verb is None or not self._known.construct or chain(last)[-1].relation is not None:
            return False
        asked = self._known.grammar.through.get(verb.lemma, frozenset())
        top = chain(last)[-1].lemma
        speaker = verb.lemma in self._known.saying and relation in self._known.telling
        if speaker and top not in self._nominal and top not in self._known.contents:
            # "تحدثت وزارة الصحة عن قتلى": what any verb of saying has its content behind.
            asked = asked | self._known.telling
        return relation in asked and all(g.relation != relation for g in frame.after)

    def _host_of(self, last: Group, group: Group, relation: str) -> Group | None:
        """What happens takes what follows, else some prepositions hang from any noun."""
        above = chain(last)
        charged = relation in CONTENT or relation == "from"
        if self._known.construct and charged and self._is_charged(last, group):
            return last  # "القبض على متهم باغتيال ناشط", "مخاوف من هجوم"
        some, deeds = self._known.naming, self._nominal | self._known.weapons
        happening = (g for g in above if g.lemma in self._nominal - self._known.weapons)
        event = next((g for g in happening if not is_doer(g, some, deeds)), None)
        if relation == BY and event is not None and not self._known.construct:
            event = self._deed_done(above, group.word_at) or event
        if event is not None and self._only_describes(event, last):
            event = None
        if self._known.construct and relation == "from" and self._counts_time(last):
            return last  # "بعد ساعات من ضربات"
        if event is not None and last.lemma in self._known.times and last.relation == OF:
            return event  # "gli scontri di lunedì fra le guardie"
        if (
            self._known.construct
            and relation == "from"
            and self._says_whose(last, group)
            and not self._is_town(group)
        ):
            return last  # "على يد عناصر من التنظيم", "مقتل جنود من الجيش"
        if event is not None and last.lemma not in self._known.times:
            owned = relation == TO and last is not event and not is_definite(self._words, last)
            return last if owned and self._known.construct else event  # "على معسكر للجيش"
        if self._known.construct and relation in CONTENT and self._is_told(group):
            named = next(
                (g for g in above if g.lemma in self._known.contents and g.frame is self._frame), None
            )
            if named is not None:
                return named  # "مقترح بفتح طريق", "دعوة إلى وقف القتال"
        return self._host_by_relation(last, above, group, relation)

    def _host_by_relation(self, last: Group, above: list[Group], group: Group, relation: str) -> Group | None:
        """What some prepositions ask for: "between" no town, "of" the noun before."""
        grammar = self._known.grammar
        placed = last.tag == "name" and last.relation in PLACING
        if relation == BETWEEN and placed and self._frame.verb is not None:
            return None  # "sono scoppiati a Goma tra i ribelli e l'esercito"
        if relation in grammar.to_nouns or (relation in grammar.partitives and self._says_whose(last, group)):
            return last
        return self._host_without_verb(last, above)

    def _is_thing_of(self, last: Group, group: Group) -> bool:
        """ "حاجزا للجيش", "موقع للحوثيين": of a thing not yet known that may be hit, the "to" written on the next word says whose."""
        known = self._known
        if not known.construct or last.tag != "noun" or group.word not in known.grammar.to_come:
            return False
        things = (known.places, known.crafts, known.targets)
        hit = any(last.lemma in those for those in things) and last.lemma not in self._nominal
        # "وفق بيان لقيادة الجيش": of a statement it says who made it.
        hit = hit or (last.relation is not None and last.lemma in known.mouthpieces)
        # "مسيرة للاحتلال": who is named by a word for a deed is somebody.
        somebody = group.tag == "name" or group.lemma in known.people or group.lemma in known.naming
        owner = somebody and (group.lemma not in self._nominal or group.lemma in known.naming)
        return hit and owner and not is_definite(self._words, last) and self._is_next(last, group.word_at)

    def _is_charged(self, last: Group, group: Group) -> bool:
        """ "متهم باغتيال", "قرار بوقف": a noun of content that takes the deed right behind it."""
        return (
            last.lemma in self._known.contents
            and last.lemma not in self._nominal
            and last.owner is None
            and self._is_told(group)
        )

    def _is_told(self, group: Group) -> bool:
        """A deed, or what only carries one out: "لشن هجوم"."""
        return group.lemma in self._nominal or group.lemma in self._known.counting

    def _only_describes(self, event: Group, last: Group) -> bool:
        """ "أصيب عامل إغاثة بجروح": an indefinite deed that says which people takes nothing of what befalls them."""
        above = event.above
        if not self._known.construct or event is not last or event.relation != OF or above is None:
            return False
        bare = event.article is None and event.owner is None and not event.obliques
        told = any(
            above.lemma in those for those in (self._known.people, self._known.crafts, self._known.targets)
        )
        return bare and told and above.lemma not in self._nominal

    def _object_of_owned(self, last: Group, group: Group) -> bool:
        """ "اقتحامها مخيما", "قصفه المدينة": behind a deed and its doer's pronoun, whom it befalls."""
        plain = self._known.construct and self._joint is None and not self._edge and not last.obliques
        deed = (
            last.owner is not None and last.lemma in self._nominal and last.lemma not in self._known.results
        )
        bare = group.tag in {"noun", "name"} and group.lemma not in self._nominal
        return plain and deed and bare and self._is_next(last, group.first)

    def _counts_time(self, last: Group) -> bool:
        return last.lemma in self._known.times and last.relation in {"after", "before", "since"}

    def _host_without_verb(self, last: Group, above: list[Group]) -> Group | None:
        if self._frame.verb is not None:
            return None
        if last.lemma not in self._known.times and last.relation is None:
            return last
        if last.relation is not None and last.above is not None:
            return above[-1] if above[-1].relation is None else None
        return None

    def _takes_to(self, last: Group) -> bool:
        """ "sent missiles to the army": the verb's own "to", not that of its object."""
        verb = self._frame.verb
        top = chain(last)[-1] if self._known.construct else last  # "أدى انفجار لغم إلى …"
        return verb is not None and verb.lemma in self._known.giving and top.relation is None

    def _deed_suffered(self, last: Group) -> Group | None:
        """ "تعرض قافلة للصليب لقصف": the noun of a verb that takes "to" takes it as well."""
        if not self._known.construct:
            return None
        return next(
            (g for g in chain(last) if g.lemma in self._known.giving and g.lemma in self._nominal), None
        )

    def _is_owner_of(self, last: Group, at: int) -> bool:
        """ "تعرضت دورية للجيش لإطلاق نار": of two with "to" behind a verb that takes one, the first says whose."""
        if not self._known.construct or is_definite(self._words, last):
            return False
        forms = self._words.forms
        for place in range(at + 1, min(len(forms), at + FAR)):
            if forms[place].tag in {"verb", "opener", "mark", "joint"}:
                return False
            if forms[place].tag == "preposition" and forms[place].lemma == TO:
                return True
        return False

    def _counts(self, group: Group) -> bool:
        """ "مئات من رجال الشرطة": so many of them, by its base form or as written."""
        return not {group.lemma, self._words.low[group.head]}.isdisjoint(self._known.counters)

    def _says_whose(self, last: Group, group: Group) -> bool:
        """ "وحدات من الجيش", "قيادي في الحركة": people, not yet known, and no place behind."""
        if self._counts(last):
            return True
        return (
            last.lemma in self._known.people
            and not is_definite(self._words, last)
            and group.lemma not in self._known.places
            and group.lemma not in self._nominal
            and group.lemma not in self._known.times
        )
