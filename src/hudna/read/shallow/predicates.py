"""Finite verbs: the frame that each belongs to."""

from hudna.read.shallow.agreement import may_be_left_out
from hudna.read.shallow.chains import chain, end_of
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import BY, QUOTE
from hudna.read.shallow.lookahead import FAR
from hudna.read.shallow.nonfinite import Nonfinite
from hudna.read.shallow.verbfirst import described, take_over, takes_over
from hudna.read.shallow.verbs import Verb

SUBJUNCTIVE, WOULD = "subjunctive", "would"


class Predicates(Nonfinite):
    """Reads predicates."""

    def _verbal(self, at: int) -> int:
        """Adverbs, negation and pronouns with what follows them: a verb group, or nothing."""
        finder, words = self._known.verbs, self._words
        verb = finder.finite(words, at)
        if verb is not None:
            return self._finite(verb, at)
        verb = finder.other(words, at)
        if verb is not None:
            return self._other(verb, at)
        form = words.forms[at]
        if form.tag == "adverb":
            if (
                form.lemma in self._known.times
                and self._preposition is not None
                and self._preposition[1] == at - 1
            ):
                self._preposition = None  # "nella sera di ieri 15 persone": the day is all of it
            self._put_adverb(at)
        elif form.tag == "negation":
            self._adverbs.append(at)
        return at + 1

    def _finite(self, verb: Verb, at: int) -> int:
        if self._is_reduced(verb) or self._is_second_passive(verb):
            verb.form, verb.passive, verb.tense = "participle", True, "past"
            return self._other(verb, at)
        frame = self._frame_for(verb, at)
        frame.verb = verb
        self._tells_as_said(frame, verb)
        if frame.to_come and verb.mood == "present":
            verb.tense = "infinitive"
        self._give_adverbs(frame)
        return self._end_verb(verb)

    def _is_reduced(self, verb: Verb) -> bool:
        """ "the men killed in the attack were buried": a past that is a participle here."""
        if not verb.both or verb.helped or self._last is None:
            return False
        following = self._words.forms[verb.last + 1] if verb.last + 1 < len(self._words.low) else None
        agent = following is not None and following.tag == "preposition" and following.lemma == BY
        if self._frame.verb is None and self._frame.link in {"relative", "complement", "adverbial"}:
            return agent and not self._edge
        if self._frame.verb is not None and self._frame.waiting() is None:
            return not self._edge and self._joint is None and (agent or not self._takes_content(self._frame))
        return (agent and not self._edge) or self._ahead.verb_without_joint(verb.last)

    def _is_second_passive(self, verb: Verb) -> bool:
        """ "was taken and burned by the army"."""
        above = self._frame.verb
        shares = (
            verb.both and not verb.helped and self._joint is not None and above is not None and above.passive
        )
        return shares and self._last is None and not self._ahead.phrase_follows(verb.last)

    def _frame_for(self, verb: Verb, at: int) -> Frame:
        """The frame that a finite verb belongs to: one that waits, or a new one."""
        frame = self._frame
        if frame.verb is None:
            return self._first_verb(frame, verb, at)
        if self._known.verb_first:
            found = self._resumed(frame, at) or self._told_of_waiting(frame, verb, at)
            found = found or self._behind_subject(frame, verb, at)
            if found is not None:
                return found
        if self._joint is not None:
            self._climb(verb)
            return self._coordinate(at)
        # "وقال: «نستنكر القصف»": "we" of a quotation tell nothing beside it.
        told_by_us = self._known.verb_first and bool(verb.person)
        if (self._is_saying(verb) and self._edge and not told_by_us) or self._tells_who_said(verb):
            found = self._parenthesis(frame, at)
            found.behind_quote = not self._is_saying(verb)
            return found
        waiting = frame.waiting()
        if waiting is not None:
            self._frame = waiting
            return waiting
        if self._takes_content(frame):
            return self._complement(frame, None, at)
        return self._go_on(at)

    def _first_verb(self, frame: Frame, verb: Verb, at: int) -> Frame:
        """The frame of a verb where one waits: that one, or one put in before it."""
        if self._known.verb_first and self._is_inserted(frame, verb):
            return self._open(frame, "parenthesis", None, at)
        if self._known.verb_first and self._is_whole(frame, verb):
            self._frame = frame.top()
            return self._coordinate(at)
        if self._edge in {",", QUOTE}:
            return self._after_mark(frame, verb)
        return self._describing(frame, verb, at) or frame

    def _is_inserted(self, frame: Frame, verb: Verb) -> bool:
        """ "المهاجمون، ويعتقد أنهم من خلايا، زرعوا": between two commas an aside, and behind it the verb that waits."""
        if self._edge != "," or self._joint is None or not self._has_subject(frame):
            return False
        for place in range(verb.last + 1, min(len(self._words.low), verb.last + FAR)):
            if self._words.low[place] == "," and self._words.forms[place].tag == "mark":
                return self._ahead.verb_at(place + 1)
            if self._words.forms[place].tag in {"verb", "mark"}:
                return False
        return False

    def _is_whole(self, frame: Frame, verb: Verb) -> bool:
        """ "وصفته بأنه «مجزرة»، ودعت إلى التحقيق": what is said has no verb, and behind the comma the saying goes on."""
        told = frame.link == "complement" and frame.marker == "that" and len(frame.before) > 1
        above = frame.parent is not None and frame.parent.verb is not None
        return told and above and self._comma and self._joint is not None and self._is_saying(verb)

    def _climb(self, verb: Verb) -> None:
        """ "propone di riunire le parti e deplora …": a finite verb goes on from a finite one."""
        frame: Frame | None = self._frame
        for _ in range(20):
            if frame is None or frame.verb is None:
                break
            if frame.verb.form not in {"infinitive", "gerund"} and not self._says_which(frame):
                break
            frame = frame.parent
        if self._known.verb_first:
            self._leave_thing(verb)
            self._leave_described(verb)
        if self._known.verb_first or frame is None or frame.verb is None or verb.form != "verb":
            return
        self._frame = self._beside_indicative(frame, verb)

    def _says_which(self, frame: Frame) -> bool:
        """ "ha colpito un convoglio composto da tre camion e ha ucciso …": the convoy killed nobody."""
        reduced = frame.link == "relative" and frame.verb is not None and frame.verb.form == "participle"
        return reduced and not self._known.verb_first and frame.parent is not None

    def _beside_indicative(self, frame: Frame, verb: Verb) -> Frame:
        """ "nega che abbiano sparato e accusa …", "ha detto che non si ritireranno e ha chiesto …": on from the verb above."""
        above: Frame | None = frame
        for _ in range(6):
            told = above.verb if above is not None else None
            if (
                above is None
                or told is None
                or not (_moods_differ(told, verb) or _numbers_differ(above, verb))
            ):
                break
            above = above.parent
        finite = above is not None and above.verb is not None and above.verb.form == "verb"
        return above if above is not None and finite else frame

    def _leave_described(self, verb: Verb) -> None:
        """ "صدت القوات هجوما شنه مسلحون، وكبدتهم خسائر": behind a comma goes on who acts in the main clause, if the verb fits him."""
        frame, above = self._frame, self._frame.parent
        bare = frame.link == "relative" and frame.marker == "which" and frame.antecedent is not None
        behind = self._words.forms[verb.last + 1 : verb.last + 2]
        if behind and behind[0].lemma in self._nominal:
            return  # "…، وأدت الإصابة إلى": the deed behind the verb has it to itself
        if not bare or not self._comma or above is None or above.verb is None or above.verb.passive:
            return
        acting = next((g for g in (*above.after, *above.before) if self._may_act(g)), None)
        if acting is None or acting is frame.antecedent:
            return
        if may_be_left_out(acting, verb, self._known.people, self._known.feminine_endings):
            self._frame = above

    def _may_act(self, group: Group) -> bool:
        people = group.lemma in self._known.people or group.tag == "name"
        return people and group.relation is None and group.lemma not in self._known.times

    def _leave_thing(self, verb: Verb) -> None:
        """ "أطلقوا النار على حافلة تقل زوارا، فقتلوا تسعة": several men do not go on from what one thing does."""
        for _ in range(6):
            frame = self._frame
            noun, above = frame.antecedent, frame.parent
            thing = noun is not None and not noun.plural and noun.lemma not in self._known.people
            if (
                (verb.number != "p" and not self._is_saying(verb))
                or frame.link != "relative"
                or not thing
                or above is None
                or above.verb is None
            ):
                return
            self._frame = above

    def _resumed(self, frame: Frame, at: int) -> Frame | None:
        """ "أما الحلف، الذي دخل مسلحوه المنشآت، فوقع …": the verb of whom the sentence opened with."""
        forms, low, waiting = self._words.forms, self._words.low, frame.waiting()
        while at > 0 and forms[at - 1].tag in {"adverb", "negation"}:
            at -= 1
        resumes = self._joint is not None and at > 1 and low[at - 1] in self._known.grammar.resuming
        if not resumes or waiting is None or not waiting.before:
            return None
        self._frame = waiting
        return waiting

    def _told_of_waiting(self, frame: Frame, verb: Verb, at: int) -> Frame | None:
        """ "الجيش الذي قصف قرية ما زال …", "لو … لانهارت": such a verb describes no noun before it."""
        grammar = self._known.grammar
        if any(name == WOULD and self._words.low[i] in grammar.to_come for name, i in verb.modals):
            return self._open(None, "root", None, at)
        waiting = frame.waiting()
        if verb.lemma not in grammar.negated_helpers or waiting is None or not waiting.before:
            return None
        self._frame = waiting
        return waiting

    def _behind_subject(self, frame: Frame, verb: Verb, at: int) -> Frame | None:
        """The frame of a verb that describes the noun before, goes on with a helping verb, or speaks anew."""
        if self._joint is not None:
            deep = frame.link in {"complement", "relative", "purpose"} or frame.goes_on
            speaks = self._ahead.phrase_follows(verb.last) or self._ahead.after(verb.last) in {
                "opener",
                "preposition",
            }
            spoken = verb.tense == "past" or bool(verb.person)
            if not (deep and self._is_saying(verb) and spoken and speaks):
                return None
            self._frame = frame.top()
            return self._coordinate(at)
        if takes_over(frame, verb, self._known.grammar.helping.be):
            take_over(frame, verb, past=True, dropped=self._known.grammar.negated_helpers)
            return frame
        if self._edge:
            return None
        if verb.lemma in self._known.outcomes and self._tells_of_deed(frame):
            return self._of_deed_that_waits(frame) or self._coordinate(at)
        # "باتت القاعدة بيدهم بعد معارك دامت يومين": what goes on does so in the present.
        if takes_over(frame, verb, self._known.helping, past=not self._known.verb_first):
            assert frame.verb is not None
            be, dropped = self._known.grammar.helping.be, self._known.grammar.negated_helpers
            take_over(frame, verb, past=frame.verb.lemma in be, dropped=dropped)
            return frame
        noun = (
            described(self._words, self._last, verb.first, verb.gender)
            if self._known.grammar.indefinite_relative
            else None
        )
        if noun is not None and self._is_of_deed_above(frame, noun, verb):
            return self._opens_relative(frame.parent or frame, frame.antecedent or noun, at)
        return self._opens_relative(frame, noun, at) if noun is not None else None

    def _of_deed_that_waits(self, frame: Frame) -> Frame | None:
        """ "إن الغارة التي شنها الجيش أدت إلى": behind what is told of the deed stands the verb that it waits for."""
        waiting = frame.waiting() if frame.link == "relative" else None
        if waiting is None or frame.antecedent not in waiting.before:
            return None
        self._frame = waiting
        return waiting

    def _is_of_deed_above(self, frame: Frame, noun: Group, verb: Verb) -> bool:
        """ "قصف نفذته مسيرة استهدف مسجدا": of a deed and who did it, the verb of the deed's gender describes the deed."""
        deed = frame.antecedent
        told = frame.link == "relative" and deed is not None and deed.lemma in self._nominal
        other = noun.gender == "f" and noun.number != "p" and verb.gender == "m"
        return told and other and deed is not None and deed.gender != "f" and deed.number != "p"

    def _opens_relative(self, frame: Frame, noun: Group, at: int) -> Frame:
        found = self._open(frame, "relative", "which", at)
        found.antecedent, found.relative_word = noun, True
        return found

    def _describing(self, frame: Frame, verb: Verb, at: int) -> Frame | None:
        """ "مقتل قائد في غارة نفذتها طائرة": a verb with a pronoun behind it describes the deed before, in a headline too."""
        bare = self._known.verb_first and self._known.grammar.indefinite_relative
        if not bare or not self._words.has_pronoun_behind(verb.head):
            return None
        noun = described(self._words, self._last, verb.first)
        if noun is None or noun.lemma not in self._nominal:
            return None
        return self._opens_relative(frame, noun, at)

    def _tells_of_deed(self, frame: Frame) -> bool:
        """ "إن هجوما استهدف قاعدة أسفر عن مقتل …": the first verb described the deed, the second tells what came of it."""
        deed = next(
            (g for g in (*frame.before, frame.antecedent) if g is not None and g.relation is None), None
        )
        near = self._last is not None and any(g.lemma in self._nominal for g in chain(self._last))
        return deed is not None and deed.lemma in self._nominal and not near

    def _after_mark(self, frame: Frame, verb: Verb) -> Frame:
        """ "112 morti, denuncia il ministero": what stands before a verb of saying and a mark is what is said."""
        named = self._has_subject(frame)
        dated = all(g.lemma in self._known.times for g in frame.before)  # "Lo stesso giorno, inoltre, …"
        if dated and self._known.grammar.order == "svo":
            return frame
        if self._is_saying(verb) and frame.before and self._ahead.aside_ends(verb.last, subject=not named):
            found = self._parenthesis(frame, verb.first)
            found.parent = frame
            return found
        told = (
            self._edge == QUOTE
            or not self._known.verb_first
            or any(g.lemma in self._nominal for g in frame.before)
        )
        if self._is_saying(verb) and told and frame.before and self._is_before_aside(frame, verb):
            return frame
        if self._speaks_itself(frame, verb):
            return frame
        spoken = self._tells_who_said(verb)
        if (
            (self._is_saying(verb) or spoken)
            and told
            and frame.before
            and self._ahead.phrase_follows(verb.last)
        ):
            for group in frame.before:
                group.fronted = True
            frame.said_before, frame.behind_quote = True, spoken
        return frame

    def _speaks_itself(self, frame: Frame, verb: Verb) -> bool:
        """ "Tre senatori, due dei quali repubblicani, esigono un voto": behind an aside the verb of somebody, not of what was said."""
        if self._edge == QUOTE or self._known.grammar.order != "svo" or verb.form != "verb":
            return False
        plain = [g for g in frame.before if g.relation is None and g.lemma not in self._known.times]
        behind = (
            self._known.chunker.group(self._words, verb.last + 1)
            if verb.last + 1 < len(self._words)
            else None
        )
        first = next(iter(plain), None)
        if (
            first is None
            or first.lemma not in self._known.people
            or (behind is not None and self._may_speak(behind))
        ):
            return False
        number = "p" if first.members else first.number
        return not number or not verb.number or number == verb.number

    def _may_speak(self, group: Group) -> bool:
        return group.lemma in self._known.people or group.tag == "name"

    def _tells_who_said(self, verb: Verb) -> bool:
        """ "«Non cederemo», gli fa eco l'ammiraglio": behind a quotation and a comma any verb with its subject behind it."""
        grammar = self._known.grammar
        if (
            grammar.order != "svo"
            or not grammar.inverted
            or verb.form != "verb"
            or verb.person
            or verb.passive
        ):
            return False
        return self._edge == QUOTE and self._comma and not self._quoted and self._joint is None

    def _is_before_aside(self, frame: Frame, verb: Verb) -> bool:
        """ "Atene, a sua volta, ha disposto l'invio": between two commas an aside, and before it who does it."""
        subject = next((g for g in reversed(frame.before) if g.relation is None), None)
        if subject is None or subject.lemma in self._known.times or verb.form != "verb":
            return False
        between = range(end_of(subject) + 1, verb.first)
        commas = [i for i in between if self._words.low[i] == ","]
        quoted = any(self._words.low[i] in {QUOTE, ":"} for i in between)
        apart = len(commas) > 1 and commas[0] == between.start and commas[-1] in {verb.first - 1, verb.first}
        known = subject.tag == "name" or subject.article is not None or subject.count is not None
        told = subject.lemma in self._nominal and subject.lemma not in self._known.people
        number = "p" if subject.members else subject.number
        if quoted or told or not (apart and known and self._is_aside_between(commas)):
            return False
        return not number or number == verb.number

    def _is_aside_between(self, commas: list[int]) -> bool:
        """Nothing told by a verb of its own, unless a relative word opens it: "Il ministro, che era a Selen, accusa i ribelli"."""
        parts = self._words.forms
        first = commas[0] + 1
        if parts[first].tag == "preposition" and first + 1 < commas[-1]:
            first += 1  # "secondo il quale", "dal quale"
        opens = parts[first].tag in {"opener", "gerund", "participle"}
        return opens or all(
            parts[i].tag not in {"verb", "opener", "gerund"} for i in range(commas[0], commas[-1])
        )


def _moods_differ(told: Verb, verb: Verb) -> bool:
    """An indicative goes on from no subjunctive."""
    return told.mood == SUBJUNCTIVE != verb.mood


def _numbers_differ(frame: Frame, verb: Verb) -> bool:
    """Does the verb of what is said have another number than the one that goes on, and the verb of saying the same?"""
    above = frame.parent.verb if frame.parent is not None else None
    told = frame.verb
    if frame.link not in {"complement", "relative"} or above is None or told is None or above.form != "verb":
        return False
    return bool(told.number and verb.number) and told.number != verb.number == above.number
