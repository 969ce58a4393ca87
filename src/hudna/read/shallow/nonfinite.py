"""Infinitives, gerunds and participles: which clause they make, and below which."""

from hudna.model.clause import Link
from hudna.read.shallow.awaited import is_headed
from hudna.read.shallow.chains import chain
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ADVERBIAL, FOR, THAT, TO
from hudna.read.shallow.phrases import SELF
from hudna.read.shallow.placing import Placing
from hudna.read.shallow.verbs import Verb

# What belongs to no phrase that a preposition and an adverb have opened.
APART = frozenset({"mark", "verb", "clitic", "negation", "name", "opener"})


class Nonfinite(Placing):
    """Reads verb forms without a subject of their own."""

    def _put_adverb(self, at: int) -> None:
        frame = self._frame
        if self._ends_phrase(at):
            self._preposition = None
        if frame.verb is not None and not self._comma:
            frame.adverbs.append(at)
        else:
            self._adverbs.append(at)

    def _ends_phrase(self, at: int) -> bool:
        """ "da sempre i ribelli", "fino a oggi l'esercito": a preposition and its adverb, with nothing further behind them."""
        if self._preposition is None or self._known.verb_first or self._preposition[1] != at - 1:
            return False
        behind = self._words.forms[at + 1] if at + 1 < len(self._words.low) else None
        return behind is None or behind.tag in APART or (behind.tag == "determiner" and behind.lemma == "the")

    def _give_adverbs(self, frame: Frame) -> None:
        frame.adverbs.extend(self._adverbs)
        self._adverbs = []

    def _end_verb(self, verb: Verb) -> int:
        self._last = None
        self._clear()
        end = verb.last + 1
        words = self._words
        if end < len(words.low) and words.low[end] in self._known.grammar.particles:
            verb.particle = words.low[end]
            verb.last = end
            return end + 1
        return end

    def _other(self, verb: Verb, at: int) -> int:
        if verb.form == "infinitive":
            frame = self._reason(self._infinitive(at), verb)
        elif verb.form == "gerund":
            frame = self._gerund(verb, at)
        else:
            frame = self._participle(verb, at)
        frame.verb = verb
        self._give_adverbs(frame)
        return self._end_verb(verb)

    def _infinitive(self, at: int) -> Frame:
        grammar = self._known.grammar
        above, last = self._frame, self._last
        relation = self._preposition[0] if self._preposition is not None else None
        word = self._words.low[self._preposition[1]] if self._preposition is not None else None
        again = self._said_before_alike(above, word)
        if again is not None:
            above, last = again, None
        if relation in ADVERBIAL and word not in grammar.to_words:
            found = self._open(above, "adverbial", relation, at)
        elif word in grammar.purposes:
            found = self._open(above, "purpose", TO, at)
        elif word in grammar.cleft and above.verb is None and not self._has_subject(above):
            found = self._open(above, "complement", TO, at)
            above.cleft = found
            found.word = word
            return found
        elif self._is_pointed_out(above, word):
            return self._pointed_out(above, word, at)
        elif last is not None and self._holds_content(above, last):
            found = self._open(above, "complement", TO, at)
            found.antecedent = last
        elif above.verb is None or self._leads(above) or relation not in {None, TO}:
            found = self._open(above, "complement", TO, at)
        else:
            found = self._open(above, "purpose" if word in grammar.to_words else "complement", TO, at)
        found.word = word
        return found

    def _reason(self, frame: Frame, verb: Verb) -> Frame:
        """ "criticato per aver ucciso": what is done already is why, and no purpose; or what somebody answers for."""
        above = frame.parent.verb if frame.parent is not None else None
        if frame.link == "purpose" and verb.perfect and frame.word in self._known.grammar.purposes:
            answers = above is not None and above.lemma in self._known.grammar.to_account
            frame.link, frame.marker = ("complement", "of") if answers else ("adverbial", "because")
        return frame

    def _said_before_alike(self, above: Frame, word: str | None) -> Frame | None:
        """ "dicono di aver ucciso otto soldati, catturandone due, e di aver bruciato un blindato": below what the first hangs from."""
        current: Frame | None = above if self._joint is not None and word is not None else None
        while current is not None and current.link != "relative":
            verb = current.verb
            if (
                current.link == "complement"
                and current.word == word
                and verb is not None
                and verb.form == "infinitive"
            ):
                return current.parent if current.antecedent is None else None
            current = current.parent
        return None

    def _is_pointed_out(self, above: Frame, word: str | None) -> bool:
        """ "sono stati i militari ad aprire il fuoco": being somebody, in front of what he did."""
        verb = above.verb
        if (
            word not in self._known.grammar.cleft
            or verb is None
            or verb.lemma not in self._known.grammar.helping.be
        ):
            return False
        plain = [g for g in above.after if g.relation is None and g.lemma not in self._known.times]
        return len(plain) == 1 and not self._has_subject(above) and not above.predicates

    def _pointed_out(self, above: Frame, word: str | None, at: int) -> Frame:
        found = self._open(above, "complement", TO, at)
        above.cleft, found.word = found, word
        return found

    def _holds_content(self, frame: Frame, last: Group) -> bool:
        """ "the plan to attack", "il piano di attaccare": an infinitive right behind a noun that it explains."""
        if self._edge or last.tag == "name" or last.pronoun is not None:
            return False
        at = self._preposition[1] if self._preposition is not None else -1
        if at >= 0 and not self._is_next(last, at):
            return False
        return not self._leads(frame) or (frame.verb is not None and last.frame is not frame)

    def _gerund(self, verb: Verb, at: int) -> Frame:
        above, last = self._frame, self._last
        if self._preposition is not None:
            relation = self._preposition[0]
            link: Link = "adverbial" if relation in ADVERBIAL else "complement"
            if relation == FOR and (last is None or self._leads(above) is False):
                link = "purpose"
            found = self._open(above, link, relation, at)
            if link == "complement" and last is not None and self._is_next(last, self._preposition[1]):
                found.antecedent = None if self._leads(above) else last
            return found
        if last is not None and not self._edge and self._known.grammar.to_words and self._joint is None:
            found = self._open(above, "relative", None, at)
            found.antecedent = last
            last.described = verb.last
            return found
        goes_on = self._edge == "," and above.link == "complement" and self._goes_on_telling(above, verb)
        if (self._known.verb_first or goes_on) and self._joint is None and self._is_saying(verb):
            above = self._telling(above)
        return self._open(self._past_described(above, verb), "adverbial", None, at)

    def _is_finite(self, frame: Frame) -> bool:
        """ "accusa X di aver ucciso Y, aggiungendo che …": behind an infinitive who accuses goes on telling."""
        return frame.verb is None or frame.verb.form == "verb"

    def _goes_on_telling(self, above: Frame, verb: Verb) -> bool:
        """ "ha detto che le schegge hanno colpito una casa, aggiungendo che …": behind a comma who told goes on."""
        behind = self._words.low[verb.last + 1] if verb.last + 1 < len(self._words.low) else ""
        return not self._is_finite(above) or self._known.small.conjunctions.get(behind) in THAT

    def _past_described(self, frame: Frame, verb: Verb) -> Frame:
        """ "hanno attaccato una colonna diretta a Djibo, uccidendone sette": behind a comma who attacked goes on, not who is described."""
        if self._edge != "," or self._known.verb_first:
            return frame
        # "sugli sfollati che cercavano di tornare, uccidendone due": the pronoun means whoever is described.
        means_them = verb.attached not in {"", SELF}
        current: Frame | None = frame
        while means_them and current is not None and current.link in {"complement", "purpose"}:
            current = current.parent
        found = current if current is not None and self._describes_above(current, finite=means_them) else None
        return found.parent or frame if found is not None else frame

    def _describes_above(self, frame: Frame, *, finite: bool) -> bool:
        """Does a clause only describe what stands behind the verb above? `finite`: also one with "che"."""
        noun, above, verb = frame.antecedent, frame.parent, frame.verb
        told = verb is not None and (
            verb.form == "participle" or (verb.form == "verb" and (finite or self._only_is(verb, above)))
        )
        if frame.link != "relative" or not told or above is None or above.verb is None:
            return False
        return noun is not None and noun.frame is above and noun in above.after

    def _only_is(self, verb: Verb, above: Frame | None) -> bool:
        """ "hanno attaccato la scuola, che ospita sfollati, uccidendone": what somebody is beside what was done."""
        told = above.verb if above is not None else None
        return verb.tense == "present" and told is not None and told.tense == "past"

    def _telling(self, frame: Frame) -> Frame:
        """ "قال إن رتلا وصل، واصفا التحرك بأنه …": who goes on telling is who told, not who is told of."""
        current, found = frame, frame
        for _ in range(12):
            inside = current.link in {"complement", "relative"} or current.goes_on
            if current.parent is None or current.parent.verb is None or not inside:
                break
            current = current.parent
            if current.verb is not None and self._is_saying(current.verb):
                found = current
        return found

    def _tells_as_said(self, frame: Frame, verb: Verb) -> bool:
        """ "بحسب ما أفاد شهود", "secondo quanto riferito dalla polizia": an aside that says who says so."""
        if frame.marker != "as" or frame.link != "adverbial" or not self._is_saying(verb):
            return False
        frame.link, frame.said_before = "parenthesis", True
        frame.parent = frame.top()
        return True

    def _participle(self, verb: Verb, at: int) -> Frame:
        above = self._frame
        if above.verb is None and not above.before and self._tells_as_said(above, verb):
            return above
        return self._beside_or_above(above, verb, at)

    def _beside_or_above(self, above: Frame, verb: Verb, at: int) -> Frame:
        last = self._last
        helped = self._helped_above(above, verb) if self._joint is not None else None
        if helped is not None:
            self._frame, verb.passive = helped, False
            return self._coordinate(at)
        if self._joint is not None and above.verb is not None and above.verb.form == "participle":
            verb.passive = verb.passive and above.verb.passive
            return self._coordinate(at)
        if self._joint is not None and above.verb is not None and above.verb.passive and last is None:
            return self._coordinate(at)
        if self._joint is not None and above.verb is not None and above.verb.perfect:
            # "hanno ucciso e gettato": the helping verb stands once; "sono stati rapiti dai ribelli e uccisi": so does that of a passive.
            verb.passive = verb.passive and above.verb.passive
            return self._coordinate(at)
        if self._is_listed_deed(above, verb):
            verb.passive = False
            return self._coordinate(at)
        headed = self._known.grammar.inverted and is_headed(self._words, verb)
        if above.verb is None and (headed or not self._ahead.finite_in_part(verb.last)):
            # A headline: the participle tells.
            return above
        if last is not None and last.tag != "number":
            found = self._open(above, "relative", None, at)
            found.antecedent = self._agreeing(last, verb)
            if not self._edge:
                found.antecedent.described = verb.last
            return found
        return self._open(above, "adverbial", None, at)

    def _helped_above(self, above: Frame, verb: Verb) -> Frame | None:
        """ "hanno risposto con un missile caduto in mare e promesso di colpire": whose helping verb it shares, beyond what is described."""
        described = above.verb is not None and above.verb.form == "participle" and above.link == "relative"
        acts = verb.lemma in self._known.grammar.by_subject or self._ahead.phrase_follows(verb.last)
        told = self._known.grammar.order == "svo" and (verb.gender, verb.number) == ("m", "s") and acts
        if not (described and told) or verb.lemma in self._known.grammar.being:
            return None
        found = above.parent
        helper = found.verb if found is not None else None
        return found if helper is not None and helper.perfect and helper.have and not helper.passive else None

    def _is_listed_deed(self, above: Frame, verb: Verb) -> bool:
        """ "hanno bruciato case, rubato il bestiame e rapito due donne": what has an object behind it describes nothing."""
        if self._edge != "," or self._known.grammar.order != "svo" or above.verb is None:
            return False
        helped = above.verb.perfect and above.verb.have and not above.verb.passive
        return helped and (verb.gender, verb.number) == ("m", "s") and self._ahead.phrase_follows(verb.last)

    def _agreeing(self, last: Group, verb: Verb) -> Group:
        """Of the nouns just read, the one that a participle agrees with; the nearest where none does."""
        if not verb.number and not verb.gender:
            return last
        for group in self._rather_people(last):
            number = group.number or ("p" if group.members else "")
            if (not number or not verb.number or number == verb.number) and (
                not group.gender or not verb.gender or group.gender == verb.gender
            ):
                return group
        return last

    def _rather_people(self, last: Group) -> list[Group]:
        """ "Due insegnanti della scuola di Nkar, rapiti lunedì": behind a comma whoever can suffer it before a name they belong to."""
        above = chain(last)
        if self._edge != "," or self._known.verb_first or last.tag != "name" or last.article is not None:
            return above
        if self._words.with_article[last.word_at] is not None if last.word_at >= 0 else False:
            return above
        return sorted(above, key=lambda group: group.lemma not in self._known.people)
