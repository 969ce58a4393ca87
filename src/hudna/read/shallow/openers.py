"""Words that open clauses: relatives, conjunctions, 'that'."""

from unicodedata import normalize

from hudna.model.clause import Link
from hudna.read.shallow.chains import chain, with_owners
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ADVERBIAL, BARE_ASIDE, FREE, OF, THAT, TO
from hudna.read.shallow.predicates import Predicates
from hudna.read.shallow.telegraphic import is_answered

# What is answered, feared or spoken of stands behind these; what merely tells when does not.
ANSWERED = frozenset({"to", "for", "of", "on", "about", "over"})


class Openers(Predicates):
    """Opens clauses."""

    def _opener(self, at: int) -> int:
        words, small = self._words, self._known.small
        low = words.low[at]
        relative, conjunction = small.relatives.get(low), self._conjunction(at)
        above, last = self._frame, self._last
        if relative in BARE_ASIDE and last is not None and self._touches_opener(last, at):
            end = self._ahead.bare_aside(at)
            if end is not None:
                # "cento uomini, alcuni dei quali minorenni, hanno fatto irruzione": nothing is told between the commas.
                self._clear()
                return end
        if relative in FREE and low in small.pronouns and not (last is not None and self._is_next(last, at)):
            return self._free_relative(at, relative)
        sums_up = (
            self._known.verb_first and relative == "what" and (self._edge == "," or self._brings(at + 1))
        )
        if last is not None and relative is not None and not sums_up and self._is_relative(at, conjunction):
            answered = self._is_answered(last, at, conjunction)
            found = self._open(above.top() if answered else above, "relative", relative, at)
            found.antecedent = self._meant(last, low) if self._known.construct else self._doer(last, at)
            found.between = self._known.verb_first and self._comma
            found.relative_word = (self._preposition is None and conjunction is not None) or relative in {
                "who",
                "which",
                "that",
                "whom",
            }
            if self._preposition is not None:
                found.relative_word = False
                found.word = words.low[self._preposition[1]]
        elif conjunction in THAT and self._known.verb_first and self._hangs_adverbially():
            assert self._preposition is not None
            found = self._open(above, "adverbial", self._preposition[0], at)
            found.to_come = True
        elif conjunction in THAT:
            self._that(above, last, at)
            self._foretell(at)
        elif conjunction == TO or (
            self._known.verb_first and relative == "what" and conjunction is None
            and (sums_up or not self._leads(above))
        ):  # fmt: skip
            self._sum_up(above, at, to_come=conjunction == TO)
        else:
            self._adverbial(above, conjunction or relative, at)
            self._frame.sums_up = self._known.verb_first and relative == "what" and conjunction is not None
        self._last = None
        self._clear()
        return at + 1

    def _conjunction(self, at: int) -> str | None:
        """ "إن هاجمونا رددنا": right before a verb a word for "that" may be one for "if", unless a verb of saying asks for it."""
        name, grammar = self._known.small.conjunctions.get(self._words.low[at]), self._known.grammar
        written = normalize("NFD", self._words.text(at, at)) if name in THAT else ""
        alone = written in grammar.if_before_verbs and self._ahead.verb_at(at + 1)
        above = self._frame
        waits = above.verb is not None and self._leads(above) and not above.content
        waits = waits and all(g.relation is None for g in above.after)
        return "if" if alone and not waits else name

    def _is_as_said(self, at: int) -> bool:
        """ "…، كما أعلن الجيش.": behind a comma such a word and a verb of saying, with nothing but who says it."""
        words, grammar, verb = self._words, self._known.grammar, at + 1
        if words.low[at] not in grammar.as_before_saying or self._edge != "," or verb + 1 >= len(words):
            return False
        lemma = words.forms[verb].lemma if words.forms[verb].tag == "verb" else ""
        group = self._known.chunker.group(words, verb + 1) if lemma in self._known.saying else None
        if group is None:
            return False
        end = max(g.last for g in (group, *with_owners(group))) + 1
        form = words.forms[end] if end < len(words) else None
        if form is None or form.tag == "mark" or form.lemma in grammar.times:
            return True
        told = grammar.content_marks.get(form.lemma, frozenset())
        return form.tag == "preposition" and "*" not in told and lemma not in told

    def _as_said(self, at: int) -> int:
        self._adverbial(self._frame, "as", at)
        self._last = None
        self._clear()
        return at + 1

    def _brings(self, at: int) -> bool:
        """ "سقطت مسيرة ما أدى إلى مقتل": a verb that tells what came of something."""
        form = self._words.forms[at] if at < len(self._words.low) else None
        return form is not None and form.tag == "verb" and form.lemma in self._known.outcomes

    def _meant(self, last: Group, low: str) -> Group:
        """Of a noun and its owners the one a relative word goes back to: by gender, rather deeds and people."""
        owners = [last]
        while owners[-1].above is not None and owners[-1].slot == "oblique" and owners[-1].word_at < 0:
            owners.append(owners[-1].above)
        told = self._known.agreement.get(low, "")
        fitting = [g for g in owners if not told or _is_of(g, told)]
        known = [g for g in fitting if g.lemma in self._nominal or g.lemma in self._known.people]
        return next(reversed(known), next(iter(fitting), last))

    def _doer(self, last: Group, at: int) -> Group:
        """ "il direttore dell'Organizzazione della sanità, che chiede": behind a comma rather whoever can do it."""
        if not self._comma or self._preposition is not None or last.lemma in self._known.people:
            return last
        verb = next((f for f in self._words.forms[at + 1 : at + 5] if f.tag == "verb"), None)
        # "una rete per i diritti umani, che accusa": the rights accuse nobody.
        differs = verb is not None and bool(last.number and verb.number) and last.number != verb.number
        owners = chain(last)[1:] if last.relation == OF or differs else []
        known = (g for g in owners if g.lemma in self._known.people and g.relation != OF)
        meant = next(known, None)
        if meant is None or verb is None or (meant.number and verb.number and meant.number != verb.number):
            return last
        return meant

    def _hangs_adverbially(self) -> bool:
        """ "من دون أن يعرف": a preposition that tells when or how, before "that"."""
        return self._preposition is not None and self._preposition[0] in ADVERBIAL

    def _free_relative(self, at: int, relative: str | None) -> int:
        """ "contro chi si era avvicinato": one word that is a phrase and opens its clause."""
        group = Group(at, at, at, self._words.forms[at])
        group.tag, group.pronoun, group.lemma = "pronoun", relative, self._words.low[at]
        self.groups.append(group)
        if self._preposition is not None:
            self._hang(group)
        else:
            self._own(group)
        found = self._open(self._frame, "relative", relative, at)
        found.antecedent, found.relative_word = group, True
        self._last = None
        self._clear()
        return at + 1

    def _is_relative(self, at: int, conjunction: str | None) -> bool:
        last = self._last
        if last is None or not self._touches_opener(last, at):
            return False
        if conjunction is None:
            return True
        frame = self._frame
        if self._is_answered(last, at, conjunction):
            return True
        if conjunction not in THAT or last.head in frame.predicates:
            return False  # "è possibile che": behind what a copula says stands a clause of its own
        if (
            frame.verb is not None
            and frame.verb.lemma in self._known.saying
            and not frame.content
            and not self._comma
        ):
            return self._ahead.verb_at(at + 1) and (last.relation is None or self._is_a_deed(last))
        if self._ahead.verb_at(at + 1) or self._comma:
            return True
        return last.lemma not in self._known.contents and not self._leads(frame)

    def _is_a_deed(self, last: Group) -> bool:
        """ "ha risposto all'attacco che ha ucciso", not "ha detto ai giornalisti che": nobody is told anything in it."""
        known, group = self._known, last
        if group.relation == OF and group.above is not None and group.slot == "oblique":
            group = group.above  # "per gli attacchi di droni che hanno colpito"
        someone = group.lemma in known.people or group.lemma in known.contents
        behind = group.relation in ANSWERED and group.lemma in self._nominal
        return not known.verb_first and behind and not someone

    def _is_answered(self, last: Group, at: int, conjunction: str | None) -> bool:
        """ "…, accuse che Kabul respinge": a charge, and who answers it."""
        answering = self._known.grammar.answering
        return conjunction in THAT and last.lemma in self._nominal and is_answered(self._words, at, answering)

    def _touches_opener(self, last: Group, at: int) -> bool:
        end = max(last.last, last.described)
        return all(self._words.forms[i].tag in {"mark", "preposition", "joint"} for i in range(end + 1, at))

    def _that(self, above: Frame, last: Group | None, at: int) -> None:
        if self._joint is not None:
            above = self._same_kind(above, "that")
        elif self._known.verb_first and (not self._leads(above) or self._has_its_object(above)):
            above = self._speaks_above(above)
        if (
            last is not None
            and (above.verb is None or last.lemma in self._known.contents)
            and not self._comma
        ):
            found = self._open(above, "complement", "that", at)
            found.antecedent = last
            return
        above.content = True
        self._open(above, "complement", "that", at)

    def _foretell(self, at: int) -> None:
        """ "أن ينسحب": a present right behind is to come, as an infinitive is elsewhere."""
        words = self._words
        after = at + 1
        while after < len(words.low) and words.forms[after].tag in {"negation", "adverb"}:
            after += 1
        present = (
            after < len(words.low)
            and words.forms[after].tag == "verb"
            and words.forms[after].tense == "present"
        )
        if self._known.grammar.subjunctive_that and present:
            self._frame.marker, self._frame.to_come = TO, True

    def _sum_up(self, above: Frame, at: int, *, to_come: bool) -> None:
        """ "كي يغادروا": what it is for; "ما أدى إلى …": what came of it."""
        found = self._open(above, "purpose" if to_come else "adverbial", TO if to_come else None, at)
        found.to_come, found.sums_up = to_come, not to_come

    def _speaks_above(self, above: Frame) -> Frame:
        """Behind a relative clause, "that" goes back to the verb of saying that still lacks what is said."""
        frame: Frame | None = above
        for _ in range(20):
            if frame is None or frame.verb is None or frame.link not in {"relative", "adverbial", "purpose"}:
                break
            if self._leads(frame) and not frame.content and not self._has_its_object(frame):
                return frame
            frame = frame.parent
        if frame is not None and frame is not above and self._leads(frame) and not frame.content:
            return frame
        return above

    def _has_its_object(self, frame: Frame) -> bool:
        """ "مقاطع بثتها الشبكات، أنها …": a relative clause whose verb has its object written on it says nothing more."""
        verb, forms = frame.verb, self._words.forms
        if verb is None or frame.link != "relative" or verb.lemma in self._known.grammar.addressing:
            return False
        # "شبكة من السكان يتابعون القتال، في بيان أن …": whoever follows a deed says nothing by it.
        deeds = (g for g in frame.after if g.relation is None and g.lemma in self._nominal)
        if verb.number == "p" and any(deeds):
            return True
        return any(form.tag == "clitic" for form in forms[verb.last : verb.last + 2])

    def _same_kind(self, above: Frame, marker: str) -> Frame:
        """ "che … e che …": the second hangs where the first does."""
        frame: Frame | None = above
        for _ in range(20):
            if frame is None:
                break
            if frame.marker == marker and frame.parent is not None:
                return frame.parent
            frame = frame.parent
        return above

    def _adverbial(self, above: Frame, marker: str | None, at: int) -> None:
        link: Link = "adverbial"
        if (
            marker in {"if", "whether", "what", "how", "why", "who", "which", "where"}
            and above.verb is not None
            and not self._edge
        ):
            link = "complement" if self._leads(above) or marker not in {"if", "where"} else "adverbial"
            if marker == "if" and self._known.verb_first:
                link = "adverbial"  # "هدد بالرد إذا تعرض لهجوم"; what is asked has a word of its own
        self._open(above, link, marker, at)


def _is_of(group: Group, told: str) -> bool:
    """Whether gender and number of a noun are those that a word tells; a plural of things is feminine."""
    if group.tag == "name" or group.count is not None:
        return True
    if told == "p":
        return group.number == "p"
    return (group.gender == "f" or group.number == "p") == (told == "f")
