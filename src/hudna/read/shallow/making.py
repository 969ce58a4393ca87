"""Frames and phrases → the records of model/clause.py, in the order of their predicates."""

from operator import attrgetter, itemgetter

from hudna.model.clause import Clause, ClauseKind, Cue, Oblique, Phrase, Tense
from hudna.model.making import maker
from hudna.read.shallow.chunks import NEGATIVE, Group
from hudna.read.shallow.clefts import GIVEN
from hudna.read.shallow.deeds import DeedPlacer
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import ACCORDING
from hudna.read.shallow.verbs import HEARSAY, WOULD, Verb
from hudna.read.shallow.words import Words

MAX_DEPTH = 6
WILL, SELF = "will", "self"
DENYING = frozenset({"no", "neither"})
TOP = frozenset({"root", "parenthesis"})
TOWARDS = frozenset({"to", "from", "at"})
BETWEEN = frozenset({"between", "against", "with"})
FORETOLD = frozenset({"complement", "coordinate"})
SUPPOSED = frozenset({HEARSAY, WOULD})
MAKE_CLAUSE, MAKE_CUE = maker(Clause), maker(Cue)
_START, _FIRST = attrgetter("start"), itemgetter(0)


class Maker(DeedPlacer):
    """Makes the clauses of one sentence."""

    def __init__(
        self, language: str, words: Words, frames: list[Frame], groups: list[Group], nominal: frozenset[str]
    ) -> None:
        super().__init__(language, words, nominal)
        self._frames = [f for f in frames if f.verb is not None and not _is_cleft(f)]
        self._events = [g for g in groups if self._is_event(g)]
        self._spans: dict[int, tuple[int, int]] = {}
        for frame in self._frames:
            self._describe(frame)

    def _describe(self, frame: Frame) -> None:
        """ "an armed group engaged in smuggling": a participle right behind its noun belongs to it."""
        noun, verb = frame.antecedent, frame.verb
        if noun is None or verb is None or noun.described < 0 or noun.described != verb.last:
            return
        noun.described = max([verb.last, *(g.last for g in frame.after[-1:])])

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of their predicates."""
        heads: list[tuple[int, Frame | Group]] = [
            (f.verb.head, f) for f in self._frames if f.verb is not None
        ]
        heads += [(g.head, g) for g in self._events]
        heads.sort(key=_FIRST)
        self._index = {id(head): number for number, (_, head) in enumerate(heads)}
        self._find_spans()
        return tuple(self._verb(head) if isinstance(head, Frame) else self._noun(head) for _, head in heads)

    def _is_event(self, group: Group) -> bool:
        if group.tag not in {"noun", "name"} or group.slot == "owner":
            return group.slot == "owner" and group.lemma in self._nominal and group.tag == "noun"
        low = self._words.low[group.head]
        return group.lemma in self._nominal or (
            low in self._nominal and low not in self._forms.nouns.irregular
        )

    def _verb(self, frame: Frame) -> Clause:
        verb, words = frame.verb, self._words
        assert verb is not None
        parent = self._above(frame)
        subject = self._subject(frame)
        objects = self._objects(frame)
        span_start, span_end = self._spans[id(frame)]
        head, number = verb.head, self._index
        start, end = words.starts[head], words.ends[head]
        link = frame.link
        if parent is None and link == "coordinate":
            link = "root"
        if frame.marker == "because" and verb.mood == "subjunctive" and link == "adverbial":
            link = "purpose"  # "perché depongano le armi"
        return MAKE_CLAUSE(
            number[id(frame)],
            self._kind(verb),
            verb.lemma,
            words.report[start:end],
            start,
            end,
            span_start,
            span_end,
            verb.particle or (self._reflexive(verb) if verb.reflexive else None),
            self._tense(frame, verb),
            verb.passive,
            verb.perfect and verb.form == "infinitive",
            self._negation(verb, subject, objects),
            self._modals(frame, verb),
            subject,
            objects,
            self._obliques(frame) if frame.obliques else (),
            self._adverbs(frame, verb) if verb.adverbs or frame.adverbs or frame.predicates else (),
            parent=number[id(parent)] if parent is not None else None,
            link=link,
            marker=None if self._is_bare_passive(frame, verb) else frame.marker,
            noun=self._phrase(frame.antecedent, 3) if frame.antecedent is not None else None,
        )

    def _is_bare_passive(self, frame: Frame, verb: Verb) -> bool:
        """ "غارة نُسبت إلى الجيش": without a word before it a passive describes its noun as a participle does."""
        bare = frame.link == "relative" and frame.opened_at == verb.first and frame.antecedent is not None
        return self._grammar.indefinite_relative and bare and verb.passive and verb.negation is None

    def _kind(self, verb: Verb) -> ClauseKind:
        if verb.there and verb.lemma in self._grammar.helping.be:
            return "existential"
        return "copula" if verb.lemma in self._grammar.copulas and not verb.passive else "verb"

    def _reflexive(self, verb: Verb) -> str | None:
        if verb.attached == SELF:
            return next(
                (
                    end
                    for end, name in self._forms.attached.items()
                    if name == SELF and end in self._forms.self_
                ),
                None,
            )
        return next(
            (self._words.low[i] for i in verb.clitics if self._words.low[i] in self._forms.self_), None
        )

    def _subject(self, frame: Frame) -> Phrase | None:
        verb = frame.verb
        assert verb is not None
        if frame.subject is not None:
            return self._phrase(frame.subject, 2 if frame.subject is frame.antecedent else 0)
        if frame.zero is None:
            return None
        at = self._words.at(verb.first)
        return Phrase(
            at,
            at,
            "",
            frame.zero,
            at,
            at,
            "",
            pronoun=frame.zero,
            plural=frame.zero == "they",
            core_start=at,
            core_end=at,
        )

    def _objects(self, frame: Frame) -> tuple[Phrase, ...]:
        verb = frame.verb
        assert verb is not None
        found = [self._phrase(g, 2 if g is frame.antecedent else 0) for g in frame.objects]
        # "صواريخ أطلقها الحوثيون": the pronoun is the noun before, which stands for it.
        resumes = self._grammar.indefinite_relative and frame.antecedent in frame.objects
        if (not verb.clitics and not verb.attached) or (resumes and frame.antecedent is not None):
            return tuple(found)
        befalls = not found and self._may_befall(verb)
        clitics = [p for i in verb.clitics if (p := self._clitic(i, befalls=befalls)) is not None]
        attached = self._attached(verb)
        return (*clitics, *(() if attached is None else (attached,)), *found)

    def _may_befall(self, verb: Verb) -> bool:
        """ "ci hanno picchiati": "us" where nothing else is the object, but "ci hanno detto" is "to us"."""
        grammar, lemma = self._grammar, verb.lemma
        told = lemma in grammar.by_dative | grammar.giving | grammar.being or lemma in self._saying
        return not (told or verb.there or verb.passive or verb.reflexive)

    def _obliques(self, frame: Frame) -> tuple[Oblique, ...]:
        return tuple([self._oblique(name, g, 0) for name, g in frame.obliques])

    def _adverbs(self, frame: Frame, verb: Verb) -> tuple[Cue, ...]:
        words = self._words
        found = [
            MAKE_CUE(self._small.adverb(words.low[i]), words.starts[i], words.ends[i])
            for i in (*verb.adverbs, *frame.adverbs)
        ]
        found += [MAKE_CUE(words.forms[i].lemma, words.starts[i], words.ends[i]) for i in frame.predicates]
        if len(found) > 1:
            found.sort(key=_START)
        return tuple(found)

    def _modals(self, frame: Frame, verb: Verb) -> tuple[Cue, ...]:
        words, above = self._words, frame.parent
        found = list(verb.modals)
        if (
            not found
            and frame.goes_on
            and above is not None
            and above.verb is not None
            and verb.form == "infinitive"
        ):
            found = list(above.verb.modals)
        if not found:
            return ()
        if found[0][0] in SUPPOSED and verb.conditional and self._is_foretold(frame):
            found = [(WILL, found[0][1])]
        if found[0][0] == HEARSAY and self._is_supposed(frame):
            found = [(WOULD, found[0][1])]
        return tuple([MAKE_CUE(name, words.starts[i], words.ends[i]) for name, i in found])

    def _is_foretold(self, frame: Frame) -> bool:
        """ "aveva annunciato che sarebbero partiti": the future of the past."""
        above = frame.parent
        return (
            frame.link in FORETOLD
            and above is not None
            and above.verb is not None
            and above.verb.lemma in self._grammar.foretelling
            and above.verb.tense == "past"
        )

    def _is_supposed(self, frame: Frame) -> bool:
        """ "Se …, sarebbe caduta": what follows a condition is no hearsay."""
        return any(f.parent is frame and f.marker == "if" for f in self._frames)

    def _tense(self, frame: Frame, verb: Verb) -> Tense:
        if (
            verb.mood == "subjunctive"
            and verb.tense == "present"
            and frame.link == "complement"
            and not verb.perfect
        ):
            return "none"
        if verb.form == "participle" and frame.cleft is None:
            return "past"
        return "infinitive" if self._comes_next(frame, verb) else verb.tense

    def _comes_next(self, frame: Frame, verb: Verb) -> bool:
        """ "أغلقوا الطريق، قبل أن تفرقهم الشرطة": behind a comma it is what happened next."""
        at, low = frame.opened_at, self._words.low
        before = frame.link == "adverbial" and frame.marker == "before"
        return (
            before
            and verb.tense == "present"
            and self._grammar.subjunctive_that
            and at > 1
            and "," in low[max(0, at - 2) : at]
        )

    def _negation(self, verb: Verb, subject: Phrase | None, objects: tuple[Phrase, ...]) -> Cue | None:
        words = self._words
        if verb.negation is not None:
            low = words.low[verb.negation]
            return Cue(self._small.negation(low), words.at(verb.negation), words.upto(verb.negation))
        for phrase in (subject, *objects):
            if phrase is None:
                continue
            name = phrase.determiner if phrase.determiner in NEGATIVE else phrase.pronoun
            if name in NEGATIVE:
                return Cue(name, phrase.start, phrase.head_end)
        return None

    def _noun(self, group: Group) -> Clause:
        words = self._words
        phrase = self._phrase(group, 0, members=False)
        parent, link, marker, noun = self._place(group)
        lent = (*self._done_by(group), *self._lent_by_relative(group), *self._done_together(group))
        dead = group.lemma in self._grammar.undergone
        inner = (
            ()
            if dead and not phrase_of(phrase, self._nominal)
            else _inner(phrase, self._nominal, serving=self._construct)
        )
        told = self._told_by(group) if parent is None and noun is None else ()
        obliques = (*phrase.obliques, *inner, *lent, *told)
        agent = (
            next((o.phrase for o in _nested(obliques) if o.preposition == "by"), None) if obliques else None
        )
        negative = phrase.determiner in DENYING
        is_deed = group.lemma in self._nominal
        return MAKE_CLAUSE(
            self._index[id(group)],
            "noun",
            group.lemma if is_deed else words.low[group.head],
            phrase.head_text,
            phrase.head_start,
            phrase.head_end,
            phrase.start,
            phrase.end,
            negation=Cue(phrase.determiner or "", phrase.start, phrase.head_end) if negative else None,
            # "متأثرا بإصابته": whoever it names has been hit, and hit nobody.
            subject=agent or (None if group.lemma in self._grammar.undergone else phrase.possessor),
            obliques=obliques,
            modifiers=phrase.modifiers,
            phrase=phrase,
            parent=self._index[id(parent)] if parent is not None else None,
            link=link,
            marker=marker,
            noun=self._phrase(noun, 3) if noun is not None else None,
        )

    def _told_by(self, group: Group) -> tuple[Oblique, ...]:
        """ "Nove i morti, secondo la parrocchia": who says so, where no verb holds both."""
        frame = group.frame
        if not isinstance(frame, Frame) or frame.verb is not None:
            return ()
        beside = (g for g in (*frame.before, *frame.after) if g is not group and g.relation == ACCORDING)
        return tuple(
            Oblique(ACCORDING, phrase, phrase.start) for phrase in (self._phrase(g, 0) for g in beside)
        )

    def _done_by(self, group: Group) -> tuple[Oblique, ...]:
        """ "نجاح القوات في استعادة المدينة": the forces retook it."""
        doer = self._undertaker(group)
        if doer is None:
            return ()
        phrase = self._phrase(doer, 0)
        return (Oblique("by", phrase, phrase.start),)

    def _done_together(self, group: Group) -> tuple[Oblique, ...]:
        """ "قصف وإطلاق نار من جانب الجيش": who stands behind the last of several deeds did them all."""
        members = [g for g in group.members if g.lemma in self._nominal]
        if not members or group.lemma not in self._nominal or group.obliques or group.owner is not None:
            return ()
        doer = next((g for g in members[-1].obliques if g.relation == "by"), None)
        return () if doer is None else (self._oblique("by", doer, 0),)

    def _lent_by_relative(self, group: Group) -> tuple[Oblique, ...]:
        """ "the clashes that broke out between A and B in X": what happened has the participants of its happening."""
        for frame in self._frames:
            told = frame.relative_word or (frame.verb is not None and frame.verb.form == "participle")
            verb = frame.verb if frame.antecedent is group and told else None
            if verb is None:
                continue
            if verb.lemma in self._happening:
                return self._obliques(frame)
            if verb.lemma in self._light and frame.subject is not None and frame.subject is not group:
                # "an attack that gunmen carried out on the village"
                doer = self._phrase(frame.subject, 0)
                return (Oblique("by", doer, doer.start), *self._obliques(frame))
        return ()

    def _find_spans(self) -> None:
        """From the first to the last word of each clause with what hangs from it."""
        for frame in self._frames:
            self._spans[id(frame)] = self._own_span(frame)
        for frame in reversed(self._frames):
            above = self._above(frame)
            if above is None or frame.link == "parenthesis":
                continue
            start, end = self._spans[id(frame)]
            first, last = self._spans[id(above)]
            self._spans[id(above)] = (min(first, start), max(last, end))

    def _own_span(self, frame: Frame) -> tuple[int, int]:
        starts, ends, verb = self._words.starts, self._words.ends, frame.verb
        assert verb is not None
        all_starts, all_ends = [starts[verb.first]], [ends[verb.last]]
        for group in (*frame.before, *frame.after):
            all_starts.append(starts[group.start])
            all_ends.append(self._end(group))
            if group.members or group.beside:
                all_ends += [self._end(other) for other in (*group.members, *group.beside)]
        for at in (*frame.adverbs, *frame.predicates):
            all_starts.append(starts[at])
            all_ends.append(ends[at])
        return min(all_starts), max(all_ends)


def _is_cleft(frame: Frame) -> bool:
    """A copula whose infinitive tells: its frame has given all that it had."""
    return frame.cleft is not None and frame.word == GIVEN


def phrase_of(phrase: Phrase, nominal: frozenset[str]) -> bool:
    """Is it of a deed? "مقتل مدير المكتب بالوزارة" is of a man, and nobody's doing by where he serves."""
    return any(o.preposition == "of" and o.phrase.head in nominal for o in phrase.obliques)


def _inner(phrase: Phrase, nominal: frozenset[str], *, serving: bool) -> tuple[Oblique, ...]:
    """ "an exchange of fire between A and B": what hangs from the inner noun tells of the outer one.

    `serving`: "قتل عنصرين بحزب الله": behind somebody "with" says whose he is, and not who killed him.
    """
    if not phrase.obliques:
        return ()
    return tuple(
        [
            further
            for first in phrase.obliques
            if first.preposition == "of" or (first.preposition in TOWARDS and first.phrase.head in nominal)
            for further in (*first.phrase.obliques, *_inner(first.phrase, nominal, serving=serving))
            if further.preposition in BETWEEN
            and not (serving and further.preposition == "with" and first.phrase.head not in nominal)
        ]
    )


def _nested(obliques: tuple[Oblique, ...], depth: int = 0) -> list[Oblique]:
    """Obliques and those inside their phrases: "shelling of a market in X by Y"."""
    if depth > 3:
        return list(obliques)
    return [o for first in obliques for o in (first, *_nested(first.phrase.obliques, depth + 1))]
