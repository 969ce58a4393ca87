"""Words with their kinds → frames: what belongs to which verb, and what hangs from what.

One pass from left to right. A frame without a verb waits for one; whoever comes next
goes to the nearest frame that can take it. Rules look a little ahead, never back.
"""

from collections.abc import Mapping
from functools import cache

from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import load_cues, speech_nouns, speech_verbs
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.glued import is_place
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.language import load_language
from hudna.model.clause import Link
from hudna.knowledge.people import people
from hudna.read.shallow.chunks import BEGIN, Group, load_chunker
from hudna.read.shallow.construct import load_construct_chunker
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.lookahead import Lookahead
from hudna.read.shallow.verbfirst import described, is_definite, joined_to, take_over, takes_over
from hudna.read.shallow.verbs import Verb, load_verb_finder
from hudna.read.shallow.words import Words

PARTS = frozenset({";", "\n"})
DASHES = frozenset({"-", "–", "—"})
COLONS = frozenset({":", "(", ")", "[", "]"}) | DASHES
QUOTE = '"'
BARS = frozenset({"|", "/"})
# Prepositions that open a clause where a verb follows: "after rebels came".
TIMING = frozenset({"after", "before", "since", "until", "as", "than", "like", "while", "when", "once"})
THAT = frozenset({"that"})
FREE = frozenset({"who"})
OF, TO, BY, FOR, BUT = "of", "to", "by", "for", "but"
ACCORDING = "according to"
# Behind these a noun of saying has what is said.
CONTENT = frozenset({"with", "to", "about", "on"})
ADVERBIAL = frozenset(
    {
        "after",
        "before",
        "by",
        "since",
        "without",
        "despite",
        "during",
        "instead of",
        "rather than",
        "until",
        "ahead of",
        "amid",
        "while",
        "when",
        "following",
    }
)


class Grammarian:
    """What the builder must know of a language, made once."""

    def __init__(self, language: str) -> None:
        self.grammar = load_grammar(language)
        self.small = load_function_words(language)
        self.construct = load_language(language).construct_state
        self.chunker = load_construct_chunker(language) if self.construct else load_chunker(language)
        self.verbs = load_verb_finder(language)
        self.saying: Mapping[str, object] = speech_verbs(language)
        cues = load_cues(language)
        self.holding = frozenset(verb for verbs in cues.holders.values() for verb in verbs)
        self.leading = self.holding | cues.implicative_verbs
        self.outcomes = load_coding_words(language).events.outcomes
        self.agreement = self.grammar.agreement
        self.times = self.grammar.times
        self.giving = self.grammar.giving | self.grammar.by_dative
        self.people = people(language)
        words = load_coding_words(language)
        self.counters = words.people.counters | words.forces.shares
        self.weapons = known_class(language, "weapons") if self.construct else frozenset()
        self.places = known_class(language, "settlement") | known_class(language, "facility")
        self.verb_first = self.grammar.order == "vso"
        self.helping = self.grammar.helping.be | self.grammar.helping.going_on
        # Nouns that have a clause of their own: "the claim that …".
        self.contents = frozenset(speech_nouns(language)).union(*cues.nouns.values())


@cache
def load_grammarian(language: str) -> Grammarian:
    """What is known of a language's sentences."""
    return Grammarian(language)


class Builder:
    """Makes the frames of one sentence."""

    def __init__(self, language: str, words: Words, nominal: frozenset[str]) -> None:
        self._known = load_grammarian(language)
        self._words = words
        self._nominal = nominal
        self._ahead = Lookahead(words)
        self.frames: list[Frame] = []
        self.groups: list[Group] = []
        self._frame = self._open(None, "root", None, 0)
        self._last: Group | None = None  # the phrase just read, if nothing but a mark has followed it
        self._comma = False
        self._joint: str | None = None
        self._edge = ""  # the mark since the last verb or phrase: comma, colon, quotation
        self._preposition: tuple[str, int] | None = None
        self._adverbs: list[int] = []
        self._quoted = False
        self._headed: Group | None = None  # who says it, before a colon

    def build(self) -> None:
        """Reads the sentence to its end."""
        at, size, forms = 0, len(self._words), self._words.forms
        while at < size:
            tag = forms[at].tag
            if tag == "mark" or tag == "owner":
                at = self._mark(at)
            elif tag == "preposition":
                at = self._prepose(at)
            elif tag in BEGIN:
                at = self._phrase(at)
            elif tag == "joint":
                self._joint = forms[at].lemma
                at += 1
            elif tag == "opener":
                at = self._opener(at)
            else:
                at = self._verbal(at)
        self._give_headed()

    def _give_headed(self) -> None:
        """Who stands before a colon says what follows: hung from its first verb, else its first deed."""
        head = self._headed
        if head is None:
            return
        frame = next((f for f in self.frames if f.verb is not None), None)
        deed = next((g for g in self.groups if g.lemma in self._nominal), None)
        if frame is not None:
            head.frame = frame
            frame.after.append(head)
        elif deed is not None:
            head.above, head.slot = deed, "oblique"
            deed.obliques.append(head)

    # --- frames --------------------------------------------------------------------

    def _open(self, parent: Frame | None, link: Link, marker: str | None, at: int) -> Frame:
        frame = Frame(parent, link, marker, at)
        self.frames.append(frame)
        self._frame = frame
        return frame

    def _clear(self) -> None:
        self._joint, self._comma, self._edge, self._preposition = None, False, "", None

    # --- marks ---------------------------------------------------------------------

    def _mark(self, at: int) -> int:
        sign = self._words.low[at]
        if sign == ",":
            self._comma, self._edge = True, self._edge or ","
            self._close_aside()
        elif sign == QUOTE:
            self._edge = QUOTE
            self._quoted = not self._quoted
        elif sign in PARTS or (sign in DASHES and self._is_dateline()):
            self._open(None, "root", None, at + 1)
            self._last = None
            self._clear()
        elif sign in COLONS:
            self._edge = ":" if sign == ":" else self._edge or ","
            self._comma = True
            self._close_aside()
            if sign == ":":
                self._last = None
            if self._known.verb_first and sign in {":", "-"}:
                self._head(sign)
        elif sign in BARS and self._known.verb_first:
            self._head(sign)
        return at + 1

    def _is_dateline(self) -> bool:
        """ "Tripoli, 13 May -": where and when it was written, before the first verb."""
        frame = self._frame
        told = [g for g in self.groups if g.tag != "name" and g.lemma not in self._known.times]
        return (
            len(self.frames) == 1
            and frame.verb is None
            and bool(self.groups)
            and len(self.groups) < 5
            and all(g.tag == "number" and g.relation is None for g in told)
        )

    def _head(self, sign: str) -> None:
        """ "مقديشو: …", "الجيش: …": a place heads what follows; anybody else says it."""
        frame = self._frame
        if sign == "|" and frame.verb is None:
            # "18:40 | …", "عاجل | …"
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
        if named and (head.tag == "name" or head.lemma in self._known.places) and any(map(is_place, named)):
            frame.before.remove(head)
        elif sign == ":":
            head.relation, head.word_at, head.word = ACCORDING, head.first, ""
            frame.before.remove(head)
            self._headed = head
            head.frame = None

    def _close_aside(self) -> None:
        """A comma ends a clause below one that still lacks its verb."""
        frame = self._frame
        if frame.verb is not None and frame.link in {"relative", "adverbial", "purpose", "parenthesis"}:
            waiting = frame.waiting()
            if waiting is not None:
                self._frame = waiting

    # --- phrases -------------------------------------------------------------------

    def _prepose(self, at: int) -> int:
        words, form = self._words, self._words.forms[at]
        conjunction = self._known.small.conjunctions.get(words.low[at])
        if conjunction in TIMING and self._ahead.after(at) == "verb" and not self._ahead.verb_at(at + 1):
            return self._opener(at)
        if words.low[at] in self._known.grammar.to_come and self._is_present(at + 1):
            self._sum_up(self._frame, at, to_come=True)
            self._last = None
            self._clear()
            return at + 1
        if self._known.verb_first and form.lemma == "from" and self._points_back(at):
            return at + 1
        self._preposition = (form.lemma, at)
        return at + 1

    def _points_back(self, at: int) -> bool:
        """ "الجيش هو من أسقط": "it is X who did it" says that X did it."""
        last, frame = self._last, self._frame
        if last is None or last.pronoun is None or not self._ahead.verb_at(at + 1) or last not in frame.before:
            return False
        if len(frame.before) > 1:
            frame.before.remove(last)
        return True

    def _is_present(self, at: int) -> bool:
        forms = self._words.forms
        return at < len(forms) and forms[at].tag == "verb" and forms[at].tense == "present"

    def _phrase(self, at: int) -> int:
        if self._known.verb_first and self._words.forms[at].lemma == "who" and self._points_back(at):
            return at + 1
        group = self._known.chunker.group(self._words, at)
        if group is None:
            return at + 1
        at = self._owned(group)
        self.groups.extend(_with_owners(group))
        if (
            self._preposition is None
            and group.lemma in self._known.grammar.bare_places
            and self._joint is None
        ):
            self._preposition = ("in", group.first)
        if self._preposition is not None:
            self._hang(group)
        elif self._is_said_of_subject(group):
            self._frame.predicates.append(group.head)
            self.groups.pop()
        else:
            self._place(group)
        self._last = _with_owners(group)[-1]
        self._clear()
        return at

    def _owned(self, group: Group) -> int:
        """ "the army's brigade": the phrase before the mark of an owner belongs to the one behind it."""
        words = self._words
        at = group.last + 1
        if at < len(words) and words.forms[at].tag == "owner":
            inner = self._known.chunker.group(words, at + 1) if at + 1 < len(words) else None
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
        """ "is empty", "è deserta": an adjective alone behind a copula."""
        verb = self._frame.verb
        if group.tag != "adjective" or group.determiner is not None or verb is None:
            return False
        return verb.lemma in self._known.grammar.copulas and not self._frame.after

    def _place(self, group: Group) -> None:
        """A phrase without a preposition: a member, an apposition, or a participant of its own."""
        last, frame = self._last, self._frame
        adjacent = last is not None and last.frame is not None and self._touches(last, group)
        if self._is_bare_relative(group):
            adjacent = False
        beside_time = self._known.verb_first and last is not None and last.lemma in self._known.times
        if not adjacent or group.lemma in self._known.times or beside_time:
            self._own(group)
            return
        assert last is not None
        ahead = self._ahead.after(group.last)
        if self._joint is not None:
            if frame.verb is None and self._joint == BUT:
                self._open(None, "root", None, group.first).put(group)
            elif (
                frame.verb is not None
                and (ahead == "verb" or self._joint == BUT)
                and not self._known.verb_first
            ):
                self._coordinate(group.first)
                self._frame.put(group)
            else:
                self._join(last, group)
        elif self._known.verb_first and (self._edge == QUOTE or self._is_what_is_said(group)):
            self._own(group)
        elif self._edge:
            if ahead == "verb" and frame.verb is not None:
                self._own(group)
            elif ahead == "verb" and not self._has_subject(frame):
                frame.put(group)
            elif self._edge == ":":
                self._own(group)
            else:
                self._beside(last, group)
        else:
            self._own(group)

    def _is_what_is_said(self, group: Group) -> bool:
        """ "أعلنت الوزارة، في حصيلة محدثة، استشهاد …": a deed behind an aside is the object of the saying."""
        frame = self._frame
        plain = [g for g in frame.after if g.relation is None and g.lemma not in self._known.times]
        return (
            self._edge == ","
            and self._joint is None
            and frame.verb is not None
            and self._is_saying(frame.verb)
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
        kind, verb_at = self._ahead.beyond(group.last)
        if self._edge == ":" and frame.verb is not None and not self._takes_content(frame):
            self._open(None, "root", None, group.first).put(group)
            return
        if frame.verb is not None and kind == "verb" and group.lemma not in self._known.times:
            if self._edge and self._is_aside(verb_at):
                self._parenthesis(frame, group.first)
            elif self._edge and self._edge != QUOTE:
                self._go_on(group.first)
            elif self._takes_content(frame):
                self._complement(frame, None, group.first)
            elif self._edge:
                self._go_on(group.first)
        self._frame.put(group)

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

    def _takes_content(self, frame: Frame) -> bool:
        verb = frame.verb
        if verb is None or frame.content:
            return False
        return verb.lemma in self._known.saying and (
            bool(self._edge) or verb.lemma in self._known.grammar.bare_complement
        )

    def _has_subject(self, frame: Frame) -> bool:
        times = self._known.times
        return any(g.relation is None and g.lemma not in times for g in frame.before)

    def _touches(self, last: Group, group: Group) -> bool:
        """Nothing but marks and a joint between the two."""
        between = range(max(last.last, last.described) + 1, group.start)
        return (
            all(self._words.forms[i].tag in {"mark", "joint", "adverb"} for i in between) and len(between) < 4
        )

    def _join(self, last: Group, group: Group) -> None:
        """Another member: of the phrase just read, or of the one that phrase hangs from."""
        target = last
        if self._known.construct:
            self._enlist(
                _first_member(joined_to(self._words, last, group, self._nominal, self._known.people)), group
            )
            return
        if last.relation is not None and group.relation is None:
            fused = self._words.with_article[last.word_at] is not None if last.word_at >= 0 else False
            if (
                fused
                and (group.article is not None)
                and last.above is not None
                and last.above.relation is None
            ):
                target = last.above
        target = _first_member(target)
        if target.slot == "beside" and target.above is not None:
            # "A, B and C": what looked like an apposition was the second of three.
            head = target.above
            for further in [*head.beside]:
                self._enlist(head, further)
            head.beside.clear()
            target = head
        self._enlist(target, group)

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

    # --- phrases behind prepositions -----------------------------------------------

    def _hang(self, group: Group) -> None:
        assert self._preposition is not None
        relation, at = self._preposition
        group.relation, group.word_at, group.word = relation, at, self._words.low[at]
        host = self._host(group, relation, at)
        if host is None:
            self._frame.put(group)
            return
        if self._known.construct and relation == "from" and host.lemma in self._known.counters:
            group.relation = OF
        group.above, group.slot, group.frame = host, "oblique", host.frame
        host.obliques.append(group)

    def _host(self, group: Group, relation: str, at: int) -> Group | None:
        """The phrase that a preposition hangs from; None where it belongs to the verb."""
        last = self._last
        if last is None:
            return None
        if self._joint is not None and last.relation == relation and last.slot == "oblique":
            return last.above
        if not self._is_next(last, at) or self._joint is not None:
            return None
        if last.tag == "number" and relation != OF:
            return None
        if relation == OF:
            return last
        if relation == TO and self._takes_to(last):
            return None
        chain = _chain(last)
        event = next(
            (g for g in chain if g.lemma in self._nominal and g.lemma not in self._known.weapons), None
        )
        if event is not None and last.lemma not in self._known.times:
            owned = self._words.low[at] in self._known.grammar.to_come and last is not event
            if owned and self._known.construct and not is_definite(self._words, last):
                return last  # "على معسكر للجيش"
            return event
        if self._known.construct and relation in CONTENT:
            named = next((g for g in chain if g.lemma in self._known.contents and g.frame is self._frame), None)
            if named is not None and group.lemma in self._nominal:
                return named  # "مقترح بفتح طريق", "دعوة إلى وقف القتال"
        if relation in self._known.grammar.to_nouns:
            return last
        if relation in self._known.grammar.partitives:
            return last if self._says_whose(last, group) else self._host_without_verb(last, chain)
        return self._host_without_verb(last, chain)

    def _host_without_verb(self, last: Group, chain: list[Group]) -> Group | None:
        if self._frame.verb is not None:
            return None
        if last.lemma not in self._known.times and last.relation is None:
            return last
        if last.relation is not None and last.above is not None:
            return chain[-1] if chain[-1].relation is None else None
        return None

    def _takes_to(self, last: Group) -> bool:
        """ "sent missiles to the army": the verb's own "to", not that of its object."""
        verb = self._frame.verb
        return verb is not None and verb.lemma in self._known.giving and last.relation is None

    def _says_whose(self, last: Group, group: Group) -> bool:
        """ "وحدات من الجيش", "قيادي في الحركة": people, not yet known, and no place behind."""
        if last.lemma in self._known.counters:
            return True
        return (
            last.lemma in self._known.people
            and not is_definite(self._words, last)
            and group.lemma not in self._known.places
            and group.lemma not in self._nominal
            and group.lemma not in self._known.times
        )

    def _is_next(self, last: Group, at: int) -> bool:
        end = max(last.last, last.described)
        return all(self._words.low[i] == QUOTE for i in range(end + 1, at))

    # --- verbs ---------------------------------------------------------------------

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
            self._put_adverb(at)
        elif form.tag == "negation":
            self._adverbs.append(at)
        return at + 1

    def _put_adverb(self, at: int) -> None:
        frame = self._frame
        if frame.verb is not None and not self._comma:
            frame.adverbs.append(at)
        else:
            self._adverbs.append(at)

    def _give_adverbs(self, frame: Frame) -> None:
        frame.adverbs.extend(self._adverbs)
        self._adverbs = []

    def _finite(self, verb: Verb, at: int) -> int:
        if self._is_reduced(verb) or self._is_second_passive(verb):
            verb.form, verb.passive, verb.tense = "participle", True, "past"
            return self._other(verb, at)
        frame = self._frame_for(verb, at)
        frame.verb = verb
        if (
            self._known.verb_first
            and frame.marker == "as"
            and frame.link == "adverbial"
            and self._is_saying(verb)
        ):
            # "بحسب ما أفاد شهود": an aside that says who says so.
            frame.link, frame.said_before = "parenthesis", True
            frame.parent = frame.top()
        if frame.to_come and verb.mood == "present":
            verb.tense = "infinitive"
        self._give_adverbs(frame)
        return self._end_verb(verb)

    def _end_verb(self, verb: Verb) -> int:
        self._last = None
        self._clear()
        end = verb.last + 1
        forms, words = self._words.forms, self._words
        if end < len(words) and words.low[end] in self._known.grammar.particles:
            verb.particle = words.low[end]
            verb.last = end
            return end + 1
        return end

    def _is_reduced(self, verb: Verb) -> bool:
        """ "the men killed in the attack were buried": a past that is a participle here."""
        if not verb.both or verb.helped or self._last is None:
            return False
        following = self._words.forms[verb.last + 1] if verb.last + 1 < len(self._words) else None
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
            if self._edge == "," or self._edge == QUOTE:
                return self._after_mark(frame, verb, at)
            return frame
        if self._known.verb_first:
            found = self._behind_subject(frame, verb, at)
            if found is not None:
                return found
        if self._joint is not None:
            return self._coordinate(at)
        if self._is_saying(verb) and self._edge:
            return self._parenthesis(frame, at)
        waiting = frame.waiting()
        if waiting is not None:
            self._frame = waiting
            return waiting
        if self._takes_content(frame):
            return self._complement(frame, None, at)
        return self._go_on(at)

    def _behind_subject(self, frame: Frame, verb: Verb, at: int) -> Frame | None:
        """The frame of a verb that describes the noun before, goes on with a helping verb, or speaks anew."""
        if self._joint is not None:
            deep = frame.link in {"complement", "relative", "purpose"} or frame.goes_on
            speaks = self._ahead.phrase_follows(verb.last) or self._ahead.after(verb.last) in {
                "opener",
                "preposition",
            }
            if not (deep and self._is_saying(verb) and (verb.tense == "past" or bool(verb.person)) and speaks):
                return None
            self._frame = frame.top()
            return self._coordinate(at)
        if takes_over(frame, verb, self._known.grammar.helping.be):
            take_over(frame, verb, past=True, dropped=self._known.grammar.negated_helpers)
            return frame
        if self._edge:
            return None
        if verb.lemma in self._known.outcomes and self._tells_of_deed(frame):
            return self._coordinate(at)
        if takes_over(frame, verb, self._known.helping):
            assert frame.verb is not None
            take_over(
                frame,
                verb,
                past=frame.verb.lemma in self._known.grammar.helping.be,
                dropped=self._known.grammar.negated_helpers,
            )
            return frame
        noun = (
            described(self._words, self._last, verb.first)
            if self._known.grammar.indefinite_relative
            else None
        )
        if noun is None:
            return None
        found = self._open(frame, "relative", "which", at)
        found.antecedent, found.relative_word = noun, True
        return found

    def _tells_of_deed(self, frame: Frame) -> bool:
        """ "إن هجوما استهدف قاعدة أسفر عن مقتل …": the first verb described the deed, the second tells what came of it."""
        deed = next(
            (g for g in (*frame.before, frame.antecedent) if g is not None and g.relation is None), None
        )
        near = self._last is not None and any(g.lemma in self._nominal for g in _chain(self._last))
        return deed is not None and deed.lemma in self._nominal and not near

    def _after_mark(self, frame: Frame, verb: Verb, at: int) -> Frame:
        """ "112 morti, denuncia il ministero": what stands before a verb of saying and a mark is what is said."""
        if self._is_saying(verb) and self._has_subject(frame) and self._ahead.aside_ends(verb.last):
            found = self._parenthesis(frame, verb.first)
            found.parent = frame
            return found
        told = (
            self._edge == QUOTE
            or not self._known.verb_first
            or any(g.lemma in self._nominal for g in frame.before)
        )
        if self._is_saying(verb) and told and frame.before and self._ahead.phrase_follows(verb.last):
            for group in frame.before:
                group.fronted = True
            frame.said_before = True
        return frame

    def _is_saying(self, verb: Verb) -> bool:
        return verb.lemma in self._known.saying

    def _parenthesis(self, frame: Frame, at: int) -> Frame:
        found = self._open(frame.top(), "parenthesis", None, at)
        found.said_before = True
        return found

    def _coordinate(self, at: int) -> Frame:
        """ "e hanno risposto": goes on from the clause before."""
        above = self._frame
        found = self._open(above, "coordinate", above.marker if above.link != "root" else None, at)
        found.goes_on = True
        return found

    def _go_on(self, at: int) -> Frame:
        """Another clause behind a comma or a colon."""
        above = self._frame
        if self._takes_content(above) and self._edge in {":", QUOTE}:
            return self._complement(above, None, at)
        waiting = above.waiting()
        if waiting is not None:
            self._frame = waiting
            return waiting
        return self._coordinate(at)

    def _complement(self, above: Frame, marker: str | None, at: int) -> Frame:
        above.content = True
        return self._open(above, "complement", marker, at)

    # --- infinitives, gerunds, participles -------------------------------------------

    def _other(self, verb: Verb, at: int) -> int:
        if verb.form == "infinitive":
            frame = self._infinitive(verb, at)
        elif verb.form == "gerund":
            frame = self._gerund(verb, at)
        else:
            frame = self._participle(verb, at)
        frame.verb = verb
        self._give_adverbs(frame)
        return self._end_verb(verb)

    def _infinitive(self, verb: Verb, at: int) -> Frame:
        grammar = self._known.grammar
        above, last = self._frame, self._last
        relation = self._preposition[0] if self._preposition is not None else None
        word = self._words.low[self._preposition[1]] if self._preposition is not None else None
        if relation in ADVERBIAL and word not in grammar.to_words:
            found = self._open(above, "adverbial", relation, at)
        elif word in grammar.purposes:
            found = self._open(above, "purpose", TO, at)
        elif word in grammar.cleft and above.verb is None and not self._has_subject(above):
            found = self._open(above, "complement", TO, at)
            above.cleft = found
            self._frame = above
            found.word = word
            return found
        elif last is not None and self._holds_content(above, last):
            found = self._open(above, "complement", TO, at)
            found.antecedent = last
        elif above.verb is None or self._leads(above) or relation not in {None, TO}:
            found = self._open(above, "complement", TO, at)
        else:
            found = self._open(above, "purpose" if word in grammar.to_words else "complement", TO, at)
        found.word = word
        return found

    def _leads(self, frame: Frame) -> bool:
        verb = frame.verb
        return verb is not None and (verb.lemma in self._known.leading or verb.lemma in self._known.saying)

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
        return self._open(above, "adverbial", None, at)

    def _participle(self, verb: Verb, at: int) -> Frame:
        above, last = self._frame, self._last
        if self._joint is not None and above.verb is not None and above.verb.form == "participle":
            return self._coordinate(at)
        if self._joint is not None and above.verb is not None and above.verb.passive and last is None:
            return self._coordinate(at)
        if self._joint is not None and above.verb is not None and above.verb.perfect:
            # "hanno ucciso e gettato": the helping verb stands once.
            verb.passive = False
            return self._coordinate(at)
        if above.verb is None and not self._ahead.finite_in_part(verb.last):
            # A headline: the participle tells.
            return above
        if last is not None and last.tag != "number":
            found = self._open(above, "relative", None, at)
            found.antecedent = self._agreeing(last, verb)
            if not self._edge:
                found.antecedent.described = verb.last
            return found
        return self._open(above, "adverbial", None, at)

    def _agreeing(self, last: Group, verb: Verb) -> Group:
        """Of the nouns just read, the one that a participle agrees with; the nearest where none does."""
        if not verb.number and not verb.gender:
            return last
        for group in _chain(last):
            number = group.number or ("p" if group.members else "")
            if (not number or not verb.number or number == verb.number) and (
                not group.gender or not verb.gender or group.gender == verb.gender
            ):
                return group
        return last

    # --- openers -------------------------------------------------------------------

    def _opener(self, at: int) -> int:
        words, small = self._words, self._known.small
        low = words.low[at]
        relative, conjunction = small.relatives.get(low), small.conjunctions.get(low)
        above, last = self._frame, self._last
        if relative in FREE and low in small.pronouns and not (last is not None and self._is_next(last, at)):
            return self._free_relative(at, relative)
        if last is not None and relative is not None and self._is_relative(at, conjunction):
            found = self._open(above, "relative", relative, at)
            found.antecedent = self._meant(last, low) if self._known.construct else last
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
        elif conjunction == TO or (self._known.verb_first and relative == "what" and not self._leads(above)):
            self._sum_up(above, at, to_come=conjunction == TO)
        else:
            self._adverbial(above, conjunction or relative, at)
        self._last = None
        self._clear()
        return at + 1

    def _meant(self, last: Group, low: str) -> Group:
        """Of a noun and its owners the one a relative word goes back to: by gender, rather deeds and people."""
        chain = [last]
        while chain[-1].above is not None and chain[-1].slot == "oblique" and chain[-1].word_at < 0 and len(chain) < 8:
            chain.append(chain[-1].above)
        told = self._known.agreement.get(low, "")
        fitting = [g for g in chain if not told or _is_of(g, told)]
        known = [g for g in fitting if g.lemma in self._nominal or g.lemma in self._known.people]
        return next(reversed(known), next(iter(fitting), last))

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
        if conjunction not in THAT:
            return False
        frame = self._frame
        if (
            frame.verb is not None
            and frame.verb.lemma in self._known.saying
            and not frame.content
            and not self._comma
        ):
            return self._ahead.verb_at(at + 1) and last.relation is None
        if self._ahead.verb_at(at + 1) or self._comma:
            return True
        return last.lemma not in self._known.contents and not self._leads(frame)

    def _touches_opener(self, last: Group, at: int) -> bool:
        end = max(last.last, last.described)
        return all(self._words.forms[i].tag in {"mark", "preposition", "joint"} for i in range(end + 1, at))

    def _that(self, above: Frame, last: Group | None, at: int) -> None:
        if self._joint is not None:
            above = self._same_kind(above, "that")
        elif self._known.verb_first and not self._leads(above):
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

    def _hangs_adverbially(self) -> bool:
        """ "من دون أن يعرف": a preposition that tells when or how, before "that"."""
        return self._preposition is not None and self._preposition[0] in ADVERBIAL

    def _foretell(self, at: int) -> None:
        """ "أن ينسحب": a present right behind is to come, as an infinitive is elsewhere."""
        words = self._words
        after = at + 1
        while after < len(words) and words.forms[after].tag in {"negation", "adverb"}:
            after += 1
        present = (
            after < len(words) and words.forms[after].tag == "verb" and words.forms[after].tense == "present"
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
            if self._leads(frame) and not frame.content:
                return frame
            frame = frame.parent
        if frame is not None and frame is not above and self._leads(frame) and not frame.content:
            return frame
        return above

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
        self._open(above, link, marker, at)


def _with_owners(group: Group) -> list[Group]:
    """A phrase and, in a construct state, its owners, the innermost last."""
    found = [group]
    while found[-1].obliques and found[-1].obliques[0].word_at < 0 and len(found) < 8:
        found.append(found[-1].obliques[0])
        found[-1].frame = group.frame
    return found


def _is_of(group: Group, told: str) -> bool:
    """Whether gender and number of a noun are those that a word tells; a plural of things is feminine."""
    if group.tag == "name" or group.count is not None:
        return True
    if told == "p":
        return group.number == "p"
    return (group.gender == "f" or group.number == "p") == (told == "f")


def _first_member(group: Group) -> Group:
    while group.slot == "member" and group.above is not None:
        group = group.above
    return group


def _chain(group: Group) -> list[Group]:
    """A phrase and those it hangs from, the nearest first."""
    found = [group]
    while len(found) < 12 and found[-1].above is not None:
        found.append(found[-1].above)
    return found
