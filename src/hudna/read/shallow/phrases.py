"""Groups of words → the phrases of model/clause.py, with what hangs from them."""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.cues import load_cues, speech_nouns, speech_verbs
from hudna.knowledge.forms import Forms, load_forms
from hudna.knowledge.function_words import COMPOUND, FunctionWords, load_function_words
from hudna.knowledge.grammar import Grammar, load_grammar
from hudna.knowledge.inflection import adjectives_of_countries
from hudna.knowledge.language import Language, load_language
from hudna.knowledge.people import people
from hudna.model.clause import Oblique, Phrase
from hudna.model.making import maker
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.senses import Senses, load_senses
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words

MAX_DEPTH = 6
MAKE_PHRASE, MAKE_OBLIQUE = maker(Phrase), maker(Oblique)
_START = attrgetter("start")
WILL, SELF = "will", "self"
DENYING = frozenset({"no", "neither"})
TOP = frozenset({"root", "parenthesis"})


# Pronouns that are to whom and whom alike: "ci", "mi".
OURS = frozenset({"us", "me", "you"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})


@cache
def _meaning(language: str) -> frozenset[str]:
    """Verbs and nouns that only mean a deed, or carry it."""
    cues = load_cues(language)
    return frozenset().union(*cues.holders.values(), *cues.nouns.values(), cues.light_verbs)


@cache
def _naming(language: str) -> frozenset[str]:
    """Adjectives that name somebody."""
    return adjectives_of_countries(language) | load_coding_words(language).forces.naming


@dataclass(frozen=True, slots=True)
class Wording:
    """What the making of phrases and clauses must know of a language, gathered once."""

    small: FunctionWords
    grammar: Grammar
    forms: Forms
    senses: Senses
    known: Language
    naming: frozenset[str]
    meaning: frozenset[str]
    means: frozenset[str]
    happening: frozenset[str]
    light: frozenset[str]
    saying: frozenset[str]
    counting: frozenset[str]
    contents: frozenset[str]
    civilians: frozenset[str]
    striking: frozenset[str]


@cache
def load_wording(language: str) -> Wording:
    """What the making of phrases and clauses must know of a language."""
    cues = load_cues(language)
    means = (known_class(language, name) for name in ("vehicles", "aircraft", "weapons"))
    return Wording(
        small=load_function_words(language),
        grammar=load_grammar(language),
        forms=load_forms(language),
        senses=load_senses(language),
        known=load_language(language),
        naming=_naming(language),
        meaning=_meaning(language),
        means=frozenset().union(*means),
        happening=frozenset(cues.happening_verbs),
        light=frozenset(cues.light_verbs),
        saying=frozenset(speech_verbs(language)),
        counting=load_coding_words(language).events.counting,
        contents=frozenset(speech_nouns(language)).union(*cues.nouns.values()),
        civilians=known_class(language, "civilians") - known_class(language, "armed"),
        striking=people(language) | known_class(language, "aircraft") | known_class(language, "weapons"),
    )


class PhraseMaker:
    """Makes the phrases of one sentence."""

    def __init__(self, language: str, words: Words, nominal: frozenset[str]) -> None:
        wording = load_wording(language)
        self._small, self._grammar, self._forms = wording.small, wording.grammar, wording.forms
        self._after = wording.known.modifiers == "after"
        self._senses = wording.senses
        self._glued = wording.known.glued_articles
        self._has_case = wording.known.has_case
        self._naming, self._means, self._meaning = wording.naming, wording.means, wording.meaning
        self._happening, self._light = wording.happening, wording.light
        self._saying = wording.saying
        self._construct, self._counting = wording.known.construct_state, wording.counting
        self._contents, self._civilians = wording.contents, wording.civilians
        self._striking = wording.striking - wording.civilians
        self._words = words
        self._nominal = nominal
        self._made: dict[tuple[int, int, bool], Phrase] = {}
        self._ends: dict[int, int] = {}

    def _phrase(self, group: Group, depth: int, *, members: bool = True) -> Phrase:
        if not (group.obliques or group.owner or group.beside or group.members):
            # Nothing hangs from it: below the top it is the same however deep it stands.
            depth, members = (1 if depth and group.modifiers else 0), True
        key = (id(group), depth, members)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(group, depth, members=members)
        return found

    def _make(self, group: Group, depth: int, *, members: bool) -> Phrase:
        words, head = self._words, group.head
        starts, ends, report = words.starts, words.ends, words.report
        start, end, head_start, head_end = starts[group.first], ends[group.last], starts[head], ends[head]
        nested, is_name = depth < MAX_DEPTH, group.tag == "name"
        obliques = self._hanging(group, depth) if nested and (group.obliques or group.modifiers) else ()
        owner: Phrase | None = None
        upto = end
        if obliques:
            owner, obliques = self._doer(group, obliques)
            upto = max([end, *(o.phrase.end for o in obliques if o.preposition != COMPOUND)])
        if group.described > group.last:
            upto = max(upto, ends[group.described])
        if group.owner is not None and nested:
            owner = self._phrase(group.owner, depth + 1)
        if owner is None and group.article is not None and group.determiner in OWNERS:
            owner = self._pronoun_owner(group)
        beside = group.beside if nested else ()
        joined = group.members if members and nested else ()
        count, forms = group.count, words.forms
        return MAKE_PHRASE(
            start,
            upto,
            report[start:upto],
            words.low[head] if is_name else group.lemma,
            head_start,
            head_end,
            report[head_start:head_end],
            is_name or (words.caps[head] and not words.opens(head)),
            group.pronoun,
            group.number == "p",
            group.determiner or self._article(group),
            tuple([forms[i].lemma for i in group.modifiers]),
            None if count is None else (starts[count[0]], ends[count[1]]),
            owner,
            obliques,
            tuple([self._phrase(g, depth + 1) for g in beside if g.above is group]),
            tuple([self._phrase(g, depth + 1, members=False) for g in joined]),
            start,
            end,
        )

    def _end(self, group: Group) -> int:
        """Where a phrase ends with all that hangs from it."""
        found = self._ends.get(id(group))
        if found is None:
            found = self._words.ends[max(group.last, group.described)]
            for hanging in group.obliques:
                found = max(found, self._end(hanging))
            self._ends[id(group)] = found
        return found

    def _doer(self, group: Group, obliques: tuple[Oblique, ...]) -> tuple[Phrase | None, tuple[Oblique, ...]]:
        """ "قصف الجيش للمدينة": the owner of a deed acts, where another mark tells whom it befalls."""
        marks = self._grammar.patient_marks
        owner = next((o for o in obliques if o.preposition == "of" and not o.word), None)
        if (
            owner is None
            or group.lemma not in self._nominal
            or group.lemma in self._grammar.giving  # "تعرض القافلة لهجوم"
            or group.lemma in self._grammar.undergone | self._grammar.called
            or not any(o.preposition in marks and self._is_written(o, owner.phrase) for o in obliques)
        ):
            return None, obliques
        return owner.phrase, tuple(o for o in obliques if o is not owner)

    def _is_written(self, oblique: Oblique, owner: Phrase) -> bool:
        """Of marks that mean "to", only the one written on its noun, and of no civilians: "اختطاف مدنيين لمبادلتهم".

        Behind "on" stands where it was as well, so the owner must be one who strikes: not "استهداف سيارة على الطريق".
        """
        if oblique.preposition == "on":
            return owner.proper or owner.pronoun is not None or owner.head in self._striking
        written = oblique.word in self._grammar.to_come and owner.head not in self._civilians
        return oblique.preposition != "to" or written

    def _article(self, group: Group) -> str | None:
        """ "the", where it is written on the noun; of a deed only where nothing more is said of it."""
        if group.article is None or group.tag != "noun" or group.article not in self._glued:
            return None
        if group.lemma in self._nominal and (group.obliques or self._is_meant(group)):
            return None
        return "the"

    def _is_meant(self, group: Group) -> bool:
        """ "قرر الانسحاب": a deed that the verb or noun above only means is not known already."""
        above = group.above
        if above is not None and above.lemma in self._meaning:
            return True
        frame = group.frame
        verb = frame.verb if isinstance(frame, Frame) else None
        return (
            verb is not None
            and verb.lemma in self._meaning
            and (above is None or above.lemma in self._nominal)
        )

    def _pronoun_owner(self, group: Group) -> Phrase | None:
        """ "his brigade": the determiner is a pronoun as well."""
        name = group.determiner
        words = self._words
        at = next((i for i in range(group.first, group.last + 1) if words.low[i] == group.article), None)
        if at is None:
            return None
        text = words.text(at, at)
        return Phrase(
            words.at(at), words.upto(at), text, words.low[at], words.at(at), words.upto(at), text,
            pronoun=name, core_start=words.at(at), core_end=words.upto(at),
        )  # fmt: skip

    def _hanging(self, group: Group, depth: int) -> tuple[Oblique, ...]:
        relation = self._senses.relation
        found = [self._oblique(relation(g, None), g, depth + 1) for g in group.obliques]
        if depth == 0:
            found += [self._compound(i) for i in group.modifiers if self._names_somebody(group, i)]
        if len(found) > 1:
            found.sort(key=_START)
        return tuple(found)

    def _names_somebody(self, group: Group, at: int) -> bool:
        """ "army" in "army base", "israeliani" in "raid israeliani"."""
        form = self._words.forms[at]
        if not self._has_case and form.tag == "noun" and form.both is False and at > group.head:
            return self._is_of_somebody(at)  # "هجوم انتحاري": what kind of deed, not whose
        if form.tag in {"noun", "name"} or self._words.caps[at]:
            return True
        owned = group.lemma in self._nominal or group.lemma in self._means  # "عربات إسرائيلية"
        describes = self._after and at > group.head and owned and form.tag == "adjective"
        return describes and (self._has_case or self._is_of_somebody(at))

    def _is_of_somebody(self, at: int) -> bool:
        """ "إسرائيلية", "حكومي": an adjective that names a country or a force, where no capital tells it."""
        low, article = self._words.low[at], self._words.with_article[at]
        bare = low.removeprefix(article or "")
        return bool({bare, self._words.forms[at].lemma} & self._naming)

    def _compound(self, at: int) -> Oblique:
        words = self._words
        start, end, form = words.starts[at], words.ends[at], words.forms[at]
        text, is_name = words.report[start:end], form.tag == "name"
        head = words.low[at] if is_name else form.lemma
        phrase = MAKE_PHRASE(
            start, end, text, head, start, end, text, is_name or words.caps[at], core_start=start, core_end=end
        )  # fmt: skip
        return MAKE_OBLIQUE(COMPOUND, phrase, start)

    def _oblique(self, name: str, group: Group, depth: int) -> Oblique:
        at = group.word_at if group.word_at >= 0 else group.first
        return MAKE_OBLIQUE(name, self._phrase(group, depth), self._words.starts[at], group.word)

    def _attached(self, verb: Verb) -> Phrase | None:
        """ "lanciarli": a pronoun written behind its verb."""
        words, name = self._words, verb.attached
        if name in {"", SELF}:
            return None
        low = words.low[verb.attached_at]
        written = next(
            (end for end, told in self._forms.attached.items() if told == name and low.endswith(end)), ""
        )
        if written in self._forms.dative:
            return None
        end = words.upto(verb.attached_at)
        start = end - len(written)
        text = words.report[start:end]
        return Phrase(
            start, end, text, written, start, end, text, pronoun=name, plural=name == "them", core_start=start, core_end=end
        )  # fmt: skip

    def _clitic(self, at: int, *, befalls: bool = False) -> Phrase | None:
        """ "lo", "li": a pronoun before the verb; `befalls`: "ci", "mi" is whom it befalls, not to whom."""
        words = self._words
        low = words.low[at]
        if low in self._forms.self_:
            return None
        dative = low in self._forms.dative or low in self._grammar.there
        if dative and not (befalls and words.forms[at].lemma in OURS):
            return None
        start, end = words.at(at), words.upto(at)
        text = words.text(at, at)
        name = words.forms[at].lemma
        return Phrase(
            start,
            end,
            text,
            low,
            start,
            end,
            text,
            pronoun=name,
            plural=name == "them",
            core_start=start,
            core_end=end,
        )
