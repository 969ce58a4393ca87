"""Who acts, by endings, numbers and who acted before: what the order of words leaves open.

Each function asks one question of a phrase and its verb, in a language whose verb comes first.
"""

import re

from hudna.knowledge.classes import known_class
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.country_words import names_of_countries
from hudna.knowledge.cues import speech_nouns, speech_verbs
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import load_inflection
from hudna.knowledge.listed_names import is_place
from hudna.knowledge.people import people
from hudna.read.shallow.agreement import agrees, agrees_in_gender, may_be_left_out
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.verbfirst import is_definite
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words

# Things that act as people do; in the plural they are feminine.
LEFT_OUT, SEVERAL = "left out", "they"
NOBODY = frozenset({"nobody", "nothing"})
SPEAKERS = frozenset({"us", "we", "our", "me", "i", "my"})
THINGS = ("weapons", "aircraft", "vehicles")


class Doers:
    """Tells who acts from whom it befalls, in one language."""

    _words: Words

    def __init__(self, language: str) -> None:
        self._grammar = load_grammar(language)
        self._small = load_function_words(language)
        self._clitics = load_forms(language)
        self._feminine = self._clitics.nouns.feminine
        self._people = people(language)
        self._heads = load_forms(language).nouns.titles
        # Who may stand last in a clause that he acts in.
        inverted = self._grammar.inverted and self._grammar.order == "svo"
        self._inverted = self._people if inverted else frozenset()
        self._counters = load_coding_words(language).people.counters
        self._countries = names_of_countries(language)
        self._is_listed = load_inflection(language).is_listed
        self._saying = frozenset(speech_verbs(language))
        self._blaming = load_coding_words(language).speech.blaming
        self._spoken = frozenset(speech_nouns(language)) | load_coding_words(language).speech.mouthpieces
        self._voiced = tuple(re.compile(pattern) for pattern in self._grammar.voiced)
        self._things = frozenset().union(*(known_class(language, name) for name in THINGS))

    def _is_nobody(self, verb: Verb) -> bool:
        """ "nessuno ha rivendicato": the word that negates is the subject as well."""
        low = self._words.low[verb.negation] if verb.negation is not None else ""
        return self._small.negations.get(low) in NOBODY

    def _is_aside(self, group: Group, frame: Frame) -> bool:
        """ "انتصارا لأهل غزة، استهدفت القوة …": at the head of a sentence an object by its form does not act."""
        if self._grammar.order != "vso" or group.tag != "noun" or frame.marker is not None:
            return False
        low = self._words.low[group.head]
        heads = group.first == 0 or (group.first == 1 and self._words.forms[0].tag == "joint")
        return heads and any(len(end) == 1 and low == group.lemma + end for end in self._grammar.accusative)

    def _befalls_place(self, frame: Frame, after: list[Group]) -> bool:
        """ "قصفت مقاتلات محيط القصر": what acts, and a place around something that is hit."""
        acts = bool(after) and (after[0].lemma in self._things or after[0].lemma in self._people)
        places = self._grammar.object_places
        return acts and any(g.word in places and self._words.low[g.word_at] == g.word for g in frame.after)

    def _goes_on_acting(self, frame: Frame, verb: Verb) -> bool:
        """ "دخلت القوات البلدة وأحرقت منازل": who acted just before, and agrees, goes on acting."""
        actor = self._acting_above(frame)
        above = frame.parent.verb if frame.parent is not None else None
        return actor is not None and may_be_left_out(actor, verb, self._people, self._feminine, above)

    def _acting_above(self, frame: Frame) -> Group | None:
        """Who acts in the clause that this one goes on from, or stands in by "where"."""
        above = frame.parent
        if not (frame.goes_on or (frame.link == "relative" and not frame.relative_word)):
            return None
        for _ in range(8):
            if above is None or above.verb is None or above.verb.passive:
                return None
            if above.verb.lemma in self._grammar.addressing and above.objects and not frame.goes_on:
                return above.objects[0]  # "طالبت الأمم المتحدة إسرائيل بالانسحاب من القرية، حيث أحرقت منازل"
            if above.subject is not None or not above.goes_on:
                return above.subject
            above = above.parent
        return None

    def _befalls_behind(self, frame: Frame, verb: Verb) -> bool:
        """ "أفرجت الجماعة عن أسرى": whom it befalls stands behind the preposition of the verb."""
        through = self._grammar.through.get(verb.lemma, frozenset())
        return any(g.relation in through for g in frame.after)

    def _is_object_by_form(self, group: Group, verb: Verb) -> bool:
        """ "جنديا", "مسلحين", and "قتلت 71 جنديا" of a feminine verb: its ending or its gender says who suffers."""
        low = self._words.low[group.head].removeprefix(self._words.with_article[group.head] or "")
        if group.tag != "noun" or self._is_subject_by_form(group):
            return False
        if group.count is not None and group.count[0] < group.head:
            # "خمسون مقاتلا", "خمسين مقاتلا": the number tells it, the ending of what is counted does not.
            number = self._words.low[group.count[0]]
            if number.endswith(tuple(self._grammar.nominative)):
                return False
            if number.endswith(tuple(e for e in self._grammar.accusative if len(e) > 1)):
                return True
        irregular, told = self._clitics.nouns.irregular, group.count is None or verb.gender == "f"
        # "قتل 30 شخصا في هجوم": what is counted ends so wherever it stands.
        if told and any(
            low == group.lemma + end
            or (low.endswith(end) and irregular.get(low.removesuffix(end)) == group.lemma)
            for end in self._grammar.accusative
        ):
            return True  # "جنديا", "مسلحين", "جنودا"
        counted = group.count is not None and verb.gender == "f" and group.lemma not in self._things
        return counted and not group.lemma.endswith(self._feminine)

    def _is_counted_before_another(self, frame: Frame, verb: Verb, group: Group) -> bool:
        """ "هاجم 24 مسلحا القصر": in figures a number does not tell the case, and whom it befalls follows."""
        figures = group.count is not None and self._words.low[group.count[0]].isdecimal()
        others = [g for g in frame.after if g.relation is None and g.lemma not in self._grammar.times]
        acts = figures and group.lemma in self._people and verb.gender != "f" and not frame.goes_on
        return acts and any(g is not group and is_definite(self._words, g) for g in others)

    def _counts_people(self, group: Group) -> bool:
        """ "قتلت الغارات 14 مدنيا وأصابت عشرات": so many of those whom it befell, and no new doer."""
        words = {group.lemma, self._words.low[group.head]}
        return group.count is not None or not words.isdisjoint(self._counters)

    def _is_subject_by_form(self, group: Group) -> bool:
        """ "حذر الحوثيون", "قصف مقاتلو الحركة", "يتحدث قائدا الجيشين": the ending says who acts."""
        if group.tag != "noun":
            return False
        low, stem = self._words.low[group.head], group.lemma.removesuffix(self._feminine_ending(group.lemma))
        owned = any(g.relation == "of" and g.word_at < 0 for g in group.obliques)
        endings = self._grammar.nominative_owned if owned else self._grammar.nominative
        article = self._words.with_article[group.head] or ""
        return any(low.removeprefix(article) in (group.lemma + end, stem + end) for end in endings)

    def _feminine_ending(self, lemma: str) -> str:
        return next((end for end in self._feminine if lemma.endswith(end)), "")

    def _is_suffered(self, group: Group, verb: Verb) -> bool:
        """ "فرضت حظر تجوال", "غادر المنطقة": nothing that acts, behind a verb that is done to something."""
        acts = group.lemma in self._people or group.lemma in self._things or group.tag == "name"
        return not acts and verb.lemma in self._grammar.transitive | self._grammar.reaching

    def _shows_voice(self, verb: Verb) -> bool:
        """ "هاجمت": a form in the past that as a passive would be written otherwise, so somebody acts."""
        low = self._words.low[verb.head]
        return verb.tense == "past" and any(pattern.match(f"{low} {verb.lemma}") for pattern in self._voiced)

    def _is_either(self, verb: Verb) -> bool:
        """ "قتل أو أصيب سبعة": of two such verbs with nothing but "or" between, both befall whom the second names."""
        words, at = self._words, verb.last + 1
        if verb.lemma not in self._grammar.transitive or verb.mood != "past" or at + 1 >= len(words.low):
            return False
        joint, behind = words.forms[at], words.forms[at + 1]
        both = behind.tag == "verb" and behind.lemma in self._grammar.transitive
        return joint.tag == "joint" and joint.lemma == "or" and both and not self._shows_voice(verb)

    def _is_of_other_gender(self, group: Group, verb: Verb) -> bool:
        """ "اقتحمت مقر الشرطة", "طالب اللجنة بالتدخل": one thing or body of another gender than the verb by their forms."""
        known = group.tag == "noun" and group.number == "s" and group.count is None and not group.members
        if not known or group.lemma in self._grammar.feminine or not self._feminine:
            return False
        if self._words.low[group.head] in self._countries:
            return False  # "أطلقت الهند صواريخ": a country is feminine without an ending, or either
        if verb.gender == "m":
            return (
                group.gender == "f" and group.lemma.endswith(self._feminine) and group.first == verb.last + 1
            )
        return verb.gender == "f" and group.gender != "f" and not group.lemma.endswith(self._feminine)

    def _is_of_man(self, group: Group, verb: Verb) -> bool:
        """ "خطوة سارع الحزب إلى الترحيب بها": a verb before whose form one feminine thing does not act."""
        one = group.tag == "noun" and group.number == "s" and group.count is None and not group.members
        return one and verb.gender == "m" and group.gender == "f" and group.lemma.endswith(self._feminine)

    def _blamed(self, frame: Frame, subject: Group | None) -> Group | None:
        """ "اتهم الوزير الجيش بأنه قصف": whoever is blamed did what is said of "him"."""
        above = frame.parent
        told = self._grammar.order == "vso" and frame.link == "complement" and frame.subject is not None
        if not told or subject is None or subject.pronoun is None or above is None or above.verb is None:
            return subject
        charged = above.objects and above.verb.lemma in self._blaming and subject.pronoun not in SPEAKERS
        return above.objects[0] if charged and above.objects[0].first < frame.opened_at else subject

    def _befell_its_own(self, frame: Frame, verb: Verb, after: list[Group]) -> bool:
        """ "التنظيم الذي قتل قائده": of a body the one behind such a verb with its pronoun suffers, and it has done nothing."""
        body = frame.antecedent if frame.relative_word and frame.link == "relative" else None
        plain = verb.lemma in self._grammar.transitive - self._saying and verb.mood == "past"
        if body is None or not plain or verb.number == "p" or verb.clitics or verb.passive or not after:
            return False
        own = after[0].owner is not None and after[0].owner.pronoun is not None
        one = own and after[0].lemma in self._heads and after[0].lemma != body.lemma
        return one and (body.lemma in self._grammar.bodies or self._is_of_man(body, verb))

    def _is_taken_up_behind(self, frame: Frame, verb: Verb, after: list[Group]) -> bool:
        """ "بيانا أكد فيه", "رهائن أطلقت الحركة سراحهم": a pronoun behind the verb is the noun before, and somebody else acts."""
        behind = any(g.pronoun is not None and g.relation is not None for g in frame.after)
        return behind or self._is_of_antecedent(verb, after)

    def _is_of_antecedent(self, verb: Verb, after: list[Group]) -> bool:
        """Does the second of two phrases behind the verb bear a pronoun, and may the first, who is known, be who acts?"""
        if len(after) < 2 or after[1].owner is None or after[1].owner.pronoun is None:
            return False
        first = after[0]
        return is_definite(self._words, first) and agrees(first, verb) and first.owner is None

    def _left_out(self, verb: Verb) -> str | None:
        if verb.reflexive and verb.lemma not in self._grammar.mutual:
            return None
        if verb.person:
            return verb.person if verb.person == "we" else None
        if verb.lemma in self._grammar.impersonal or self._is_nobody(verb):
            return None
        return SEVERAL if verb.number == "p" else LEFT_OUT

    def _acts_on(self, frame: Frame, verb: Verb) -> bool:
        """Is somebody named before who may act here: in the clause before, or of whom "أن يكون قد" is said?"""
        if self._goes_on_acting(frame, verb):
            return True
        return verb.helped and not frame.before and frame.to_come and self._goes_on_from(frame, verb)

    def _acts_on_alone(self, frame: Frame, verb: Verb, first: Group) -> bool:
        """ "اقتحمت قوة المقر وأوقفت رئيس التحرير": the only phrase behind a verb that needs an object, where who acted acts on."""
        if first.lemma in self._grammar.only_objects and self._acts_on(frame, verb):
            return True  # "أن يكون قد أطلق النار": fire opens nothing
        if not frame.goes_on or verb.lemma not in self._grammar.transitive - self._saying or verb.clitics:
            return False
        alone = not self._has_another(frame, first) and not frame.content
        return alone and not self._is_subject_by_form(first) and self._goes_on_acting(frame, verb)

    def _has_another(self, frame: Frame, first: Group) -> bool:
        """Does another phrase without a preposition follow?

        Not behind a deed and its pronoun: in "أجبرت القوات على التراجع بعد تكبيدها خسائر" the losses belong to that deed.
        """
        others = (g for g in frame.after if g.relation is None and g.lemma not in self._grammar.times)
        return any(g is not first and not self._belongs_to_deed(g, first) for g in others)

    def _belongs_to_deed(self, group: Group, first: Group) -> bool:
        """Does it stand right behind a noun and its pronoun, which is not the first phrase itself?"""
        owned = group.first > 1 and self._words.has_pronoun_behind(group.first - 2)
        return owned and group.first - 1 != first.last and group.count is None

    def _is_empty(self, group: Group, verb: Verb) -> bool:
        """ "أنه للمرة الثانية قصفت القوات": a pronoun of one man or thing before a feminine verb stands for nobody."""
        alone = group.pronoun is not None and self._words.low[group.head] in self._grammar.of_one_man
        return alone and verb.gender == "f" and self._grammar.order == "vso"

    def _goes_on_from(self, frame: Frame, verb: Verb) -> bool:
        """Has the clause before somebody who may be who acts here too?"""
        above = frame.parent
        subject = above.subject if above is not None else None
        if subject is None or not agrees_in_gender(subject, verb):
            return False
        # "الجيش … وحذرت أسمرة": a noun of one man or body is masculine unless its ending says else.
        man = (
            subject.tag == "noun" and subject.number == "s" and not subject.members and subject.count is None
        )
        return not man or subject.gender == "f" or verb.gender != "f"

    def _is_his_name(self, subject: Group | None, after: list[Group]) -> bool:
        """ "اتهم رئيس كادرا سالم نوري نائبه": behind a title a name that is not the only thing left is whose title it is."""
        if self._grammar.order != "vso" or subject is None or not after:
            return False
        serves = any(g.lemma in self._grammar.bodies and g.word_at >= 0 for g in subject.obliques)
        if after[0].tag != "name" and not (serves and self._is_strange(after[0])):
            return False
        placed = after[0].first == after[0].last and is_place(self._words.low[after[0].head])
        if len(after) < 2 and (not serves or placed):
            return False
        beside = after[0].first - max(subject.last, subject.described) - 1
        low = self._words.low[after[0].head]
        named = subject.lemma in self._clitics.nouns.titles and low not in self._countries
        return named and (beside <= 0 or all(g.last < after[0].first for g in subject.obliques))

    def _is_strange(self, group: Group) -> bool:
        """ "القيادي في الحركة كاظم …": a word that no list knows, without an article."""
        low = self._words.low[group.head]
        bare = group.tag == "noun" and group.article is None and group.count is None
        return bare and self._words.with_article[group.head] is None and not self._is_listed(low)

    def _is_spoken_of(self, frame: Frame, verb: Verb, antecedent: Group) -> bool:
        """ "مقطعا قالت إنه لإسقاط مسيرة": a thing says nothing; whoever acts above says it of the thing."""
        if self._grammar.order != "vso" or verb.lemma not in self._saying or not frame.content:
            return False
        speaks = antecedent.lemma in self._people or antecedent.lemma in self._spoken
        return antecedent.tag == "noun" and not speaks

    def _patient(self, frame: Frame) -> Group | None:
        """Whom a passive without its own patient befalls: that of the clause it goes on from, or its subject."""
        above = frame.parent
        if above is None or above.verb is None or frame.link not in {"coordinate", "adverbial", "complement"}:
            return None
        if above.verb.passive and above.objects:
            return above.objects[0]
        return above.subject
