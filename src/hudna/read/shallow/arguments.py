"""Who does it, and whom it befalls: subjects, objects and obliques by order, agreement and voice.

Takes the frames of a sentence, fills `subject`, `objects` and `obliques` of each. Passives
are turned; who is left out is lent by the clause above, or stays a pronoun without a word.
"""

from functools import cache

from hudna.knowledge.classes import known_class
from hudna.knowledge.function_words import BARE
from hudna.knowledge.grammar import OBJECT
from hudna.read.shallow.agreement import acts_last, agrees, agrees_in_gender, comes_to_be, of_absolute
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.clefts import give_to_cleft, take_from_infinitive
from hudna.read.shallow.doers import Doers
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.senses import load_senses
from hudna.read.shallow.surplus import hand_back
from hudna.read.shallow.verbfirst import is_definite
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words

BY, TO = "by", "to"


class Arguments(Doers):
    """Finds the participants of clauses in one language."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._senses = load_senses(language)
        self._sites = known_class(language, "facility") | known_class(language, "settlement")

    def fill(self, frames: list[Frame], words: Words, nominal: frozenset[str]) -> None:
        """Participants of every frame that has a verb."""
        self._words = words
        if self._grammar.order == "vso":
            hand_back(frames, self._grammar.transitive, self._grammar.times, self._people)
        for frame in frames:
            if frame.verb is not None:
                self._own(frame, words, nominal)
        for frame in frames:
            give_to_cleft(frame, self._grammar.helping.be)
        for frame in frames:
            if frame.verb is not None:
                take_from_infinitive(frame, self._saying)
        for frame in frames:
            if frame.verb is not None:
                self._borrow(frame)

    # --- what the clause itself names ------------------------------------------------

    def _own(self, frame: Frame, words: Words, nominal: frozenset[str]) -> None:
        verb = frame.verb
        assert verb is not None
        before = [
            g for g in frame.before if self._takes_part(g) and not g.fronted and not self._is_aside(g, frame)
        ]
        after = [g for g in frame.after if self._takes_part(g)]
        if self._befell_its_own(frame, verb, after):
            verb.passive, frame.relative_word = True, False
        verb.passive = verb.passive or self._is_either(verb) or self._lacks_object(frame, verb, before, after)
        if verb.passive or self._is_self_passive(frame, verb, before, after):
            self._turned(frame, verb, before, after)
        else:
            self._active(frame, verb, before, after, words, nominal)
        if frame.said_before and frame.subject is not None:
            frame.objects.extend(g for g in frame.before if g.fronted and self._takes_part(g))
        self._put_obliques(frame, verb)

    def _takes_part(self, group: Group) -> bool:
        return group.relation is None and group.lemma not in self._grammar.times

    def _is_self_passive(self, frame: Frame, verb: Verb, before: list[Group], after: list[Group]) -> bool:
        """ "si registrano incidenti": the reflexive of things is a passive."""
        if not verb.reflexive or verb.lemma in self._grammar.mutual or verb.form != "verb":
            return False
        return bool(after) and not before and frame.antecedent is None

    def _lacks_object(self, frame: Frame, verb: Verb, before: list[Group], after: list[Group]) -> bool:
        """A verb that must have an object is a passive where nobody but whom it befalls is named."""
        if verb.lemma not in self._grammar.transitive or verb.form != "verb" or verb.person:
            return False
        aside = frame.link == "parenthesis" or frame.said_before
        if aside or verb.clitics or frame.content or verb.mood != "past" or self._shows_voice(verb):
            return False
        marks = self._grammar.content_marks
        charges = verb.lemma in self._blaming  # "قصف نسب إلى الجيش": whom it is put down to is nothing said
        if (
            verb.lemma in self._saying
            and not charges
            and any(g.relation in marks for g in (*frame.after, *frame.before))
        ):
            return False
        told = frame.to_come or self._befalls_behind(frame, verb) or self._goes_on_acting(frame, verb)
        told = told or self._befalls_place(frame, after)
        if told or (after and self._is_object_by_form(after[0], verb)):
            return False
        named = len(after) + bool(before or (frame.relative_word and frame.antecedent is not None))
        if named == 1:
            if after and verb.number == "p":
                return False  # "نهبوا محتوياتها": before its subject a verb is not in the plural
            first = after[0] if after else None
            other = first is not None and self._is_of_other_gender(first, verb)
            return first is None or (agrees_in_gender(first, verb) and not other)
        return False

    def _turned(self, frame: Frame, verb: Verb, before: list[Group], after: list[Group]) -> None:
        """A passive: whom it befalls is the object, who is behind "by" the subject."""
        patient = before[-1] if before else None
        if (
            patient is None
            and frame.antecedent is not None
            and (frame.relative_word or (frame.link == "relative" and verb.form == "participle"))
        ):
            frame.objects.append(frame.antecedent)
        elif patient is None and after:
            patient, after = after[0], after[1:]
        if patient is not None:
            patient.slot = "patient"
            frame.objects.append(patient)
        for group in after[:1]:
            group.slot = group.slot or "object"
            frame.objects.append(group)
        agents = [g for g in (*frame.after, *frame.before) if self._is_agent(g, verb)]
        agent = self._likeliest(agents) if agents else None
        if agent is not None:
            agent.slot = "agent"
            frame.subject = agent

    def _likeliest(self, agents: list[Group]) -> Group:
        """ "rapiti dalla scuola di un villaggio da una banda": of several, whoever is somebody and no place."""
        somebody = [g for g in agents if g.lemma in self._people]
        return next((g for g in somebody if g.lemma not in self._sites), (somebody or agents)[-1])

    def _is_agent(self, group: Group, verb: Verb) -> bool:
        by = group.relation == BY and self._senses.relation(group, verb) == BY
        return by and group.lemma not in self._grammar.times

    def _active(
        self,
        frame: Frame,
        verb: Verb,
        before: list[Group],
        after: list[Group],
        words: Words,
        nominal: frozenset[str],
    ) -> None:
        clitic = self._object_clitic(verb, words)
        taken_up = self._is_taken_up(verb, before, after, clitic)
        if taken_up:
            frame.objects.append(before[-1])
            clitic = None
        subject = after[0] if taken_up else self._before(verb, before)
        after = after[1:] if taken_up else after
        subject, after, clitic = self._by_antecedent(frame, verb, subject, after, clitic)
        if (
            subject is None
            and after
            and (verb.form == "verb" or comes_to_be(frame, verb, self._grammar.being))
            and self._stands_behind(frame, verb, after[0], clitic, nominal)
        ):
            # "gli ha fatto eco l'ammiraglio": behind a quotation the last phrase says it, the first belongs to the verb.
            at = 1 if frame.behind_quote and len(after) > 1 and after[0].article is None else 0
            subject, after = after[at], after[:at] + after[at + 1 :]
        elif subject is None and acts_last(frame, verb, after, self._inverted, words):
            subject, after = after[1], [after[0], *after[2:]]
        after = after[1:] if self._is_his_name(subject, after) else after
        described = frame.antecedent is not None and frame.link == "relative" and verb.form != "verb"
        if subject is not None:
            subject.slot = subject.slot or "subject"
            frame.subject = subject
        elif described:
            frame.subject = frame.antecedent  # "troops heading south"
        for group in after[:2]:
            group.slot = group.slot or "object"
            frame.objects.append(group)

    def _by_antecedent(
        self, frame: Frame, verb: Verb, subject: Group | None, after: list[Group], clitic: str | None
    ) -> tuple[Group | None, list[Group], str | None]:
        """What the noun of a relative clause is in it: subject, or object where something else acts."""
        antecedent = frame.antecedent if frame.relative_word else None
        if antecedent is not None and self._grammar.order == "vso" and subject is None:
            if self._is_taken_up_behind(frame, verb, after):
                antecedent = None
            elif clitic is not None and not after:
                frame.objects.append(antecedent)
                antecedent = clitic = None
        if subject is None and antecedent is not None:
            if clitic is not None and after and self._grammar.order == "vso":
                # "المدينة التي قصفها الجيش": the pronoun behind the verb is the noun before.
                frame.objects.append(antecedent)
                clitic = None
            else:
                subject, after = self._of_relative(frame, verb, antecedent, after)
        elif antecedent is not None and not after and clitic is None:
            frame.objects.append(antecedent)
        return subject, after, clitic

    def _is_taken_up(self, verb: Verb, before: list[Group], after: list[Group], clitic: str | None) -> bool:
        """ "Il bilancio lo ha fornito il governatore": a pronoun takes up what stands before, and who acts follows."""
        if clitic is None or not before or not after or not self._grammar.inverted or verb.form != "verb":
            return False
        somebody = after[0].lemma in self._people or (after[0].tag == "name" and before[-1].tag != "name")
        return self._grammar.order == "svo" and somebody and agrees(after[0], verb)

    def _before(self, verb: Verb, before: list[Group]) -> Group | None:
        """The nearest phrase before the verb that agrees with it; else the nearest."""
        if not before or verb.form != "verb":
            # "Due razzi caduti sulla città": in a headline the participle of such a verb tells.
            told = verb.active_be or (verb.form == "participle" and verb.lemma in self._grammar.being)
            return before[-1] if before and told else None
        before = [g for g in before if not self._is_empty(g, verb)]
        agreeing = [g for g in before if agrees(g, verb)]
        if agreeing or not before:
            return agreeing[-1] if agreeing else None
        return before[-1] if not self._grammar.left_out or len(before) == 1 else before[0]

    def _of_relative(
        self, frame: Frame, verb: Verb, antecedent: Group, after: list[Group]
    ) -> tuple[Group | None, list[Group]]:
        """ "che controllano i ribelli": the antecedent is subject unless only what follows agrees."""
        if self._is_spoken_of(frame, verb, antecedent):
            frame.objects.append(antecedent)
            return None, after
        other = not agrees(antecedent, verb) or self._is_of_man(antecedent, verb)
        # "شبكة من السكان يتابعون القتال": a plural has whoever acts in it, or before it.
        stands = self._grammar.order == "svo" or verb.number != "p"
        turned = self._grammar.inverted and after and other and stands and agrees(after[0], verb)
        if turned:
            frame.objects.append(antecedent)
            return after[0], after[1:]
        frame.subject = antecedent
        return None, after

    def _stands_behind(
        self, frame: Frame, verb: Verb, first: Group, clitic: str | None, nominal: frozenset[str]
    ) -> bool:
        """May the phrase behind the verb be its subject?"""
        grammar = self._grammar
        if frame.subject is not None:
            return False
        if verb.person and (grammar.order == "svo" or not verb.passive):
            return False  # "non toccheremo le chiese", "نستنكر استهداف المدنيين": who acts is in the verb
        if frame.said_before and (verb.lemma in self._saying or (frame.behind_quote and agrees(first, verb))):
            return True
        if grammar.order == "vso":
            return self._follows_verb(frame, verb, first, nominal)
        if not grammar.inverted:
            return verb.there
        return agrees(first, verb) and (
            clitic is not None
            or verb.there
            or verb.active_be
            or verb.reflexive
            or verb.lemma in grammar.copulas
            or verb.lemma in grammar.subject_behind
            or (
                verb.lemma in self._saying
                and first.lemma not in nominal
                and (frame.content or frame.said_before)
            )
        )

    def _follows_verb(self, frame: Frame, verb: Verb, first: Group, nominal: frozenset[str]) -> bool:
        """The same where verbs come first: not behind a plural, nor where who acted before acts on."""
        if verb.person or verb.number == "p" or frame.sums_up:
            return False  # such a verb has its subject behind it already; "ما أوقع قتلى" has what was told before
        if self._is_subject_by_form(first) or self._is_counted_before_another(frame, verb, first):
            return True
        somebody = first.lemma in self._people
        deed = first.lemma in nominal and verb.lemma in self._saying and not somebody
        thing = frame.goes_on and not somebody and not is_definite(self._words, first)
        # "ودعا الأطراف إلى التهدئة": who spoke before calls on them.
        called_on = (
            frame.goes_on and verb.lemma in self._grammar.addressing and self._goes_on_from(frame, verb)
        )
        other = self._is_of_other_gender(first, verb)
        # "أصابت غارة منزلا": what befalls somebody behind it has itself befallen nobody.
        told = other or (self._shows_voice(verb) and not self._has_another(frame, first))
        suffers = self._is_suffered(first, verb) and (self._acts_on(frame, verb) or told)
        suffers = suffers or (self._counts_people(first) and self._acts_on(frame, verb))
        suffers = suffers or self._acts_on_alone(frame, verb, first)
        called_on = called_on or (other and verb.lemma in self._grammar.addressing)
        return not (deed or thing or called_on or suffers or self._is_object_by_form(first, verb))

    def _object_clitic(self, verb: Verb, words: Words) -> str | None:
        """The canonical name of a pronoun before the verb that is its object."""
        for at in verb.clitics:
            low = words.low[at]
            if (
                low not in self._clitics.dative
                and low not in self._clitics.self_
                and low not in self._grammar.there
            ):
                return words.forms[at].lemma
        return None

    def _put_obliques(self, frame: Frame, verb: Verb) -> None:
        for group in (*frame.before, *frame.after):
            if group is frame.subject:
                continue
            if group.relation is not None:
                relation = self._senses.relation(group, verb)
                if relation != OBJECT:
                    frame.obliques.append((relation, group))
                elif not frame.objects:
                    frame.objects.append(group)
            elif group.lemma in self._grammar.times:
                frame.obliques.append((BARE, group))

    # --- what other clauses lend -------------------------------------------------------

    def _borrow(self, frame: Frame) -> None:
        verb = frame.verb
        assert verb is not None
        if verb.passive:
            if not frame.objects and not self._befalls_behind(frame, verb):
                lent = self._patient(frame)
                if lent is not None:
                    frame.objects.append(lent)
            elif frame.subject is None and verb.form == "participle":
                frame.subject = of_absolute(frame, verb, self._saying)
            return
        if frame.subject is not None or verb.there:
            frame.subject = self._blamed(frame, frame.subject)
            return
        if frame.sums_up:
            return
        frame.subject = self._lent(frame, verb)
        if frame.subject is None and verb.form == "verb" and self._grammar.left_out:
            frame.zero = self._left_out(verb)

    def _lent(self, frame: Frame, verb: Verb, depth: int = 0) -> Group | None:
        above = frame.parent
        if above is None or above.verb is None or depth > 20:
            return None
        if frame.goes_on:
            return self._shared(above, verb, depth)
        if verb.form == "verb" and not frame.to_come:
            if (
                frame.link == "relative"
                and self._grammar.order == "vso"
                and self._goes_on_acting(frame, verb)
            ):
                return self._acting_above(frame)
            return self._of_main(above, verb) if frame.link == "adverbial" else None
        if verb.form == "participle" and frame.link == "relative":
            return frame.antecedent
        return self._controller(frame, above, depth)

    def _shared(self, above: Frame, verb: Verb, depth: int) -> Group | None:
        """ "took the town and burned the market": the subject of the first."""
        if verb.person:
            return None
        assert above.verb is not None
        shared = above.objects[0] if above.verb.passive and above.objects else above.subject
        if shared is None and not above.verb.passive:
            shared = self._lent(above, above.verb, depth + 1)
        if shared is None or (verb.form == "verb" and not agrees(shared, verb) and self._grammar.left_out):
            return None
        return shared

    def _of_main(self, above: Frame, verb: Verb) -> Group | None:
        """A clause of time or condition without a subject has that of its main clause."""
        assert above.verb is not None
        subject = above.objects[0] if above.verb.passive and above.objects else above.subject
        return subject if subject is not None and agrees(subject, verb) else None

    def _controller(self, frame: Frame, above: Frame, depth: int) -> Group | None:
        """Who is to act: whom it is asked of, else who asks."""
        verb = above.verb
        assert verb is not None
        if frame.link == "complement" and verb.lemma not in self._grammar.by_subject:
            asked = self._asked(frame, above)
            if asked is not None:
                return asked
        if verb.passive:
            return above.objects[0] if above.objects else None
        if above.subject is not None:
            return above.subject
        return self._lent(above, verb, depth + 1)

    def _asked(self, frame: Frame, above: Frame) -> Group | None:
        verb = above.verb
        assert verb is not None
        if verb.lemma in self._grammar.by_dative:
            for name, group in above.obliques:
                if name in {TO, "on", "at"} and group.first < frame.opened_at:
                    return group
        if verb.passive or frame.antecedent is not None:
            return None
        return next((g for g in above.objects if g.first < frame.opened_at and not g.fronted), None)


@cache
def load_arguments(language: str) -> Arguments:
    """Finds the participants of a language's clauses."""
    return Arguments(language)
