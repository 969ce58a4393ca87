"""Parsed sentence → clauses: verbs, copulas and nominal events with their participants.

Nothing here knows what an event is, or any word of any language.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import BARE, load_function_words
from hudna.knowledge.grammar import Grammar
from hudna.model.clause import Clause, ClauseKind, Cue, Oblique, Phrase
from hudna.read.schemes.ud.groups import Group, groups
from hudna.read.schemes.ud.hanging import Hang, Hanging
from hudna.read.schemes.ud.participants import Participants
from hudna.read.schemes.ud.phrases import PhraseMaker
from hudna.read.schemes.ud.pieces import Layout
from hudna.read.schemes.ud.plainer import QUOTES
from hudna.read.schemes.ud.relations import Relations
from hudna.read.schemes.ud.times import time_words
from hudna.read.schemes.ud.verbs import Verbs
from hudna.read.schemes.ud.words import NOMINAL, base, feature, is_perfect, lemma
from hudna.read.sentence import Sentence

_IF = frozenset({"if", "unless", "provided"})
_IN_CASE = frozenset({"in case of", "in the event of", "without"})


class ClauseMaker:
    """Makes the clauses of one sentence."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        sentence: Sentence,
        language: str,
        nominal: frozenset[str],
        relations: Relations,
        grammar: Grammar,
    ) -> None:
        self._doc, self._layout, self._sentence = doc, layout, sentence
        self._language, self._nominal = language, nominal
        self._small = small = load_function_words(language)
        self._relations = relations
        self._phrases = PhraseMaker(sentence.report, sentence.start, layout, small, relations, language)
        self._verbs = Verbs(self._phrases, small, grammar, language)
        self._groups = groups(doc, small)
        self._participants = Participants(
            self._groups,
            self._phrases,
            relations,
            self._verbs,
            small,
            grammar,
            time_words(language),
            language,
        )
        self._hanging = Hanging(self._groups, self._participants, relations, small)
        self._foretelling = grammar.foretelling
        self._nouns = [t for t in doc if self._is_nominal(t)]
        order = sorted([(g.word.i, 0) for g in self._groups] + [(t.i, 1) for t in self._nouns])
        self._index = {key: n for n, key in enumerate(order)}
        self._hangs = {g.word.i: self._hanging.of(g) for g in self._groups}
        self._if = any(
            h.marker in _IF and h.link in ("adverbial", "coordinate") for h in self._hangs.values()
        )
        self._in_case = any(
            (r := relations.of(t)) is not None and r.name in _IN_CASE for t in doc if t.pos_ in NOMINAL
        )

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of their predicates."""
        made = [self._verb(g) for g in self._groups] + [self._noun(t) for t in self._nouns]
        return tuple(sorted(made, key=lambda c: c.index))

    def _is_nominal(self, token: Token) -> bool:
        if token.pos_ not in ("NOUN", "PROPN") or base(token) in ("flat", "fixed"):
            return False
        return lemma(token, self._language) in self._nominal or token.lower_ in self._nominal

    # --- verbs -------------------------------------------------------------------

    def _verb(self, group: Group) -> Clause:
        hang = self._hangs[group.word.i]
        subject, objects = self._participants.subject(group), self._participants.objects(group)
        existential = self._is_existential(group, objects)
        start, end = self._extent(group.top)
        return Clause(
            index=self._index[group.word.i, 0],
            kind=self._kind(group, existential=existential),
            lemma=lemma(group.word, self._language),
            text=self._phrases.words(self._phrases.at(group.word), self._phrases.end(group.word)),
            start=self._phrases.at(group.word),
            end=self._phrases.end(group.word),
            span_start=start,
            span_end=end,
            particle=self._verbs.particle(group),
            tense=self._verbs.tense(group, complement=hang.link == "complement"),
            passive=self._verbs.is_passive(group),
            perfect=self._is_perfect(group),
            negation=self._verbs.negation(group, subject, objects),
            modals=self._modals(group, hang),
            subject=None if existential else subject,
            objects=objects,
            obliques=(*self._participants.obliques(group), *self._days(group), *self._opening(hang)),
            adverbs=self._adverbs(group),
            parent=self._parent(hang),
            link=hang.link,
            marker=hang.marker,
            noun=self._phrases.phrase(hang.noun, depth=3) if hang.noun is not None else None,
        )

    def _kind(self, group: Group, *, existential: bool) -> ClauseKind:
        if existential:
            return "existential"
        return "copula" if group.copula or group.word.pos_ == "AUX" else "verb"

    def _is_existential(self, group: Group, objects: tuple[Phrase, ...]) -> bool:
        """ "il y a eu des combats", "il s'est produit une explosion": what there is stands behind."""
        impersonal = any(base(c) == "expl" and c.dep_.endswith("subj") for c in group.children())
        return impersonal and bool(objects) and not self._verbs.is_passive(group)

    def _is_perfect(self, group: Group) -> bool:
        return any(
            base(h) == "aux" and not h.dep_.endswith("pass") and feature(h, "VerbForm") in ("Inf", "Part")
            for h in group.helpers()
        )

    def _modals(self, group: Group, hang: Hang) -> tuple[Cue, ...]:
        above = hang.parent
        foretold = (
            hang.link in ("complement", "coordinate")
            and above is not None
            and hang.marker == "that"
            and lemma(above.token, self._language) in self._foretelling
            and self._verbs.tense(above, complement=False) == "past"
        )
        return self._verbs.modals(group, foretold=foretold, supposed=self._is_supposed(group))

    def _is_supposed(self, group: Group) -> bool:
        """ "toute attaque serait …", "si …, il partirait": a conditional of what would follow."""
        # "auraient menacé de tuer l'otage en cas d'assaut": the case is that of what is threatened.
        if self._if or (self._in_case and not is_perfect(group.token)):
            return True
        subject = next(iter(group.labelled("nsubj")), None)
        told = is_perfect(group.token) or self._verbs.is_passive(group)
        return subject is not None and self._is_nominal(subject) and not told

    def _adverbs(self, group: Group) -> tuple[Cue, ...]:
        held = [
            t
            for t in group.children()
            if (base(t) == "advmod" or (base(t) == "xcomp" and t.pos_ == "ADJ"))
            and t.lower_ not in self._small.negations
        ]
        if group.copula and group.token.pos_ in ("ADJ", "ADV"):
            held.append(group.token)
        return tuple(self._cue(t, self._small.adverb(lemma(t, self._language))) for t in held)

    def _cue(self, token: Token, name: str) -> Cue:
        return Cue(name, self._phrases.at(token), self._phrases.end(token))

    def _parent(self, hang: Hang) -> int | None:
        return self._index[hang.parent.word.i, 0] if hang.parent is not None else None

    # --- what was kept from the parser -------------------------------------------

    def _days(self, group: Group) -> list[Oblique]:
        """The days without a preposition that stand beside this verb."""
        return [
            Oblique(BARE, self._plain(*span), self._sentence.start + span[0])
            for span in self._layout.days
            if self._beside(span) is group
        ]

    def _beside(self, span: tuple[int, int]) -> Group | None:
        """The verb nearest before a day; at the beginning of the sentence the one that heads it."""
        before = [g for g in self._groups if self._layout.starts[g.word.i] < span[0]]
        if before:
            return max(before, key=lambda g: self._layout.starts[g.word.i])
        heads = [g for g in self._groups if self._hangs[g.word.i].link == "root"]
        return next(iter(heads or self._groups), None)

    def _opening(self, hang: Hang) -> list[Oblique]:
        """ "Mali : …" says where; before a quotation it says who."""
        span = self._layout.opening
        if span is None or hang.link != "root" or self._sentence.text[span[0]].isdigit():
            return []
        quoted = len(self._doc) > 0 and self._doc[0].text in QUOTES
        return [
            Oblique("according to" if quoted else "in", self._plain(*span), self._sentence.start + span[0])
        ]

    def _plain(self, start: int, end: int) -> Phrase:
        """Words as a phrase without parts."""
        start, end = self._sentence.start + start, self._sentence.start + end
        words = self._phrases.words(start, end)
        return Phrase(
            start, end, words, words.lower(), start, end, words, proper=True, core_start=start, core_end=end
        )

    def _extent(self, top: Token) -> tuple[int, int]:
        """From the first to the last word of the clause, outer punctuation left out."""
        inside = sorted(top.subtree, key=lambda t: self._layout.starts[t.i])
        while len(inside) > 1 and (inside[0].is_punct or base(inside[0]) == "cc") and inside[0] != top:
            inside.pop(0)
        while len(inside) > 1 and inside[-1].is_punct and inside[-1] != top:
            inside.pop()
        return self._phrases.at(inside[0]), self._phrases.end(inside[-1])

    # --- nouns -------------------------------------------------------------------

    def _noun(self, token: Token) -> Clause:
        phrase = self._phrases.phrase(token, with_conjuncts=False)
        hang = self._hanging.noun(token)
        agent = next((o.phrase for o in _nested(phrase.obliques) if o.preposition == "by"), None)
        root = hang.link == "root"
        return Clause(
            index=self._index[token.i, 1],
            kind="noun",
            lemma=phrase.head,
            text=phrase.head_text,
            start=phrase.head_start,
            end=phrase.head_end,
            span_start=phrase.start,
            span_end=phrase.end,
            negation=self._verbs.noun_negation(token, phrase),
            modals=self._noun_mood(hang),
            subject=agent or phrase.possessor,
            obliques=(
                *phrase.obliques,
                *_inner_by(phrase),
                *(self._opening(hang) if root else ()),
                *self._days_of(token),
            ),
            modifiers=phrase.modifiers,
            phrase=phrase,
            parent=self._parent(hang),
            link=hang.link,
            marker=hang.marker,
            noun=self._phrases.phrase(hang.noun, depth=3) if hang.noun is not None else None,
        )

    def _noun_mood(self, _: Hang) -> tuple[Cue, ...]:
        return ()

    def _days_of(self, token: Token) -> list[Oblique]:
        """A day beside a noun in a sentence without a verb before it."""
        end = self._layout.ends[token.i]
        return [
            Oblique(BARE, self._plain(*span), self._sentence.start + span[0])
            for span in self._layout.days
            if self._beside(span) is None or 0 <= span[0] - end <= 1
        ]


def _inner_by(phrase: Phrase) -> list[Oblique]:
    """ "le bombardement du marché par l'armée": who acts may hang from what is acted upon."""
    inner = [o for o in _nested(phrase.obliques) if o.preposition == "by"]
    return [o for o in inner if o not in phrase.obliques][:1]


def _nested(obliques: tuple[Oblique, ...], depth: int = 0) -> list[Oblique]:
    """Obliques and those inside their phrases: "le bombardement d'un marché à X par Y"."""
    if depth > 3:
        return list(obliques)
    return [o for first in obliques for o in (first, *_nested(first.phrase.obliques, depth + 1))]
