"""Noun phrases, found from left to right: what stands before the head, the head, what describes it behind.

A group is a phrase without what hangs from it by a preposition; `building.py` says what does.
"""

from functools import cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.coding_words import load_coding_words
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.inflection import Form
from hudna.knowledge.language import load_language
from hudna.knowledge.people import people
from hudna.read.shallow.words import Words

NOMINAL = frozenset({"noun", "name", "adjective", "number"})
NAMING = frozenset({"noun", "name"})
BEGIN = frozenset({"determiner", "number", "adjective", "noun", "name", "pronoun"})
# What may stand in a name between quotation marks, and how many words it may have.
QUOTE, QUOTED_WORDS = '"', 6
DESCRIBING = frozenset({"adjective", "noun", "name"})
QUOTED = NOMINAL | {"preposition", "determiner", "joint", "participle"}
OTHER = "another"  # "altri duecento uomini"
NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing"})


class Group:
    """A noun phrase by the numbers of its words, and where it hangs."""

    __slots__ = (
        "above",
        "article",
        "beside",
        "count",
        "described",
        "determiner",
        "first",
        "frame",
        "fronted",
        "gender",
        "head",
        "last",
        "lemma",
        "members",
        "modifiers",
        "number",
        "obliques",
        "owner",
        "pronoun",
        "relation",
        "slot",
        "tag",
        "word",
        "word_at",
    )  # fmt: skip

    def __init__(self, first: int, last: int, head: int, form: Form) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.tag = form.tag
        self.lemma = form.lemma
        self.number = form.number
        self.gender = form.gender
        self.pronoun: str | None = form.lemma if form.tag == "pronoun" else None
        self.determiner: str | None = None
        self.article: str | None = None  # as written
        self.count: tuple[int, int] | None = None
        self.modifiers: list[int] = []
        self.owner: Group | None = None
        # Its preposition: canonical name, word, and which word of the sentence it is.
        self.relation: str | None = None
        self.word = ""
        self.word_at = -1
        self.obliques: list[Group] = []
        self.beside: list[Group] = []
        self.members: list[Group] = []
        self.above: Group | None = None
        self.slot = ""  # how it hangs from `above` or from its frame
        self.frame: object | None = None
        self.described = -1  # the last word of a participle that belongs to it
        self.fronted = False

    @property
    def start(self) -> int:
        """Its first word, with its preposition."""
        return self.word_at if self.word_at >= 0 else self.first

    @property
    def plural(self) -> bool:
        """Several, by its form, its number or its members."""
        return self.number == "p" or bool(self.members)


class Chunker:
    """Finds noun phrases in tagged words of one language."""

    def __init__(self, language: str) -> None:
        known = load_language(language)
        forms = load_forms(language)
        self._after = known.modifiers == "after"
        self._construct = known.construct_state
        self._small = load_function_words(language)
        self._articles = forms.articles
        self._times = load_grammar(language).times
        self._counters = load_coding_words(language).people.counters
        self._before = forms.adjectives.before
        self._people = people(language)
        self._bounds = frozenset(
            phrase for phrases in load_casualty_words(language).bounds.values() for phrase in phrases
        )

    def group(self, words: Words, at: int) -> Group | None:
        """The noun phrase that begins at a word, if one does."""
        first, forms, size = at, words.forms, len(words.low)
        determiner: str | None = None
        article: str | None = None
        count: tuple[int, int] | None = None
        leading: list[int] = []
        while at < size:
            tag = forms[at].tag
            if tag == "determiner":
                determiner = _stronger(determiner, forms[at].lemma)
                article = words.low[at]
            elif (tag == "number" and (at + 1 < size and forms[at + 1].tag in NOMINAL)) or (
                determiner is None and self._counts_ahead(words, at)
            ):
                count = (count[0] if count is not None else at, at)
            elif words.low[at] in self._bounds and at + 1 < size and forms[at + 1].tag == "number":
                count = (at, at)
            elif self._leads(words, at):
                leading.append(at)
            elif determiner is not None and self._ranks(words, at):
                leading += (at, at + 1)
                at += 1
            else:
                break
            at += 1
        closing = self._closing(words, at) if at > first and self._names_somebody(words, at + 1) else None
        if closing is not None:
            found = self._in_quotes(words, at, closing, leading)
        elif at >= size or forms[at].tag not in NOMINAL:
            return self._headless(words, first, at, determiner, article, leading)
        else:
            found = (self._head_first if self._after else self._head_last)(words, at, leading)
        found.first = first
        found.determiner = determiner
        found.article = article or found.article
        found.count = count if count is not None else found.count or _own_count(found)
        self._agree(found, count)
        return found

    def _counts_ahead(self, words: Words, at: int) -> bool:
        """ "quattro i militari caduti": so many are those behind; "alle due i soldati" has an hour before them."""
        forms = words.forms
        if not self._after or self._construct or at + 2 >= len(words.low) or forms[at].tag != "number":
            return False
        dates = at > 0 and forms[at - 1].tag in {"preposition", "noun", "name"}
        several = self._articles.get(words.low[at + 1], "").endswith("p")
        return not dates and several and forms[at + 2].lemma in self._people

    def _closing(self, words: Words, at: int) -> int | None:
        """ "i «volontari di villaggio» meitei": the mark that closes a name which a mark opens here; None where more is quoted."""
        if self._construct or at >= len(words.low) or words.low[at] != QUOTE:
            return None
        for place in range(at + 1, min(len(words.low), at + QUOTED_WORDS + 2)):
            if words.low[place] == QUOTE:
                return place if place > at + 1 else None
            if words.forms[place].tag not in QUOTED:
                return None
        return None

    def _names_somebody(self, words: Words, at: int) -> bool:
        """Is the word a name, or one for people?"""
        return at < len(words.low) and (words.caps[at] or words.forms[at].lemma in self._people)

    def _in_quotes(self, words: Words, at: int, closing: int, leading: list[int]) -> Group:
        """The phrase of an article and a name between quotation marks."""
        forms = words.forms
        inside = range(at + 1, closing)
        head = next((i for i in inside if forms[i].tag in NAMING), at + 1)
        found = Group(at, closing, head, forms[head])
        while self._after and found.last + 1 < len(words.low) and forms[found.last + 1].tag in DESCRIBING:
            found.last += 1  # "i «volontari» meitei"
        found.modifiers = [*leading, *(i for i in inside if i != head and forms[i].tag in NOMINAL)]
        found.modifiers += range(closing + 1, found.last + 1)
        return found

    def _leads(self, words: Words, at: int) -> bool:
        """An adjective or a participle before its noun."""
        form = words.forms[at]
        if self._closing(words, at + 1) is not None:
            return self._after and form.tag in {"adjective", "participle"}
        following = words.forms[at + 1].tag if at + 1 < len(words.low) else "mark"
        if self._after:
            other = form.tag == "pronoun" and form.lemma == OTHER and following == "number"
            # "sospetti jihadisti": what may be a noun describes the people right behind it.
            describes = form.tag == "adjective" or (form.tag == "noun" and self._before_people(words, at))
            return other or (describes and form.lemma in self._before and following in NOMINAL)
        return (form.tag in {"participle", "gerund", "adjective"} or form.both) and following in {
            "noun",
            "name",
            "adjective",
            "number",
        }

    def _before_people(self, words: Words, at: int) -> bool:
        return at + 1 < len(words.low) and words.forms[at + 1].lemma in self._people

    def _ranks(self, words: Words, at: int) -> bool:
        """ "il più vecchio movimento": an adverb and an adjective between an article and its noun."""
        tags = [form.tag for form in words.forms[at : at + 3]]
        return self._after and tags[:2] == ["adverb", "adjective"] and tags[2:] in (["noun"], ["name"])

    def _headless(
        self,
        words: Words,
        first: int,
        at: int,
        determiner: str | None,
        article: str | None,
        leading: list[int],
    ) -> Group | None:
        """A determiner or an adjective that stands for a noun, or a pronoun."""
        if at < len(words.low) and words.forms[at].tag == "pronoun" and at == first:
            return Group(at, at, at, words.forms[at])
        if leading:
            at = leading[-1] + 1
        if at == first:
            return None
        form = words.forms[at - 1]
        found = Group(first, at - 1, at - 1, form)
        if form.tag == "determiner":
            found.pronoun = self._small.pronouns.get(words.low[at - 1])
            found.number = self._articles.get(words.low[at - 1], "")[-1:].strip("mf")
        elif form.tag == "number":
            found.count = (first, at - 1)
            found.number = "p"
        found.determiner = determiner
        found.article = article
        found.modifiers = leading[:-1]
        return found

    # --- head last: "the new army base" --------------------------------------------

    def _head_last(self, words: Words, at: int, leading: list[int]) -> Group:
        forms, size = words.forms, len(words.low)
        last = at
        head = at
        while last < size and (tag := forms[last].tag) in NOMINAL:
            if last > at and self._is_time(words, last) and not self._is_time(words, last - 1):
                break
            if tag in NAMING or (tag == "number" and last == at):
                head = last
            elif tag == "number" and forms[head].tag != "name":
                break
            last += 1
        if forms[head].tag == "adjective":
            head = last - 1
        end = head if forms[head].tag in {"noun", "name"} else last - 1
        if end + 1 < size and forms[end + 1].tag == "number" and forms[head].tag == "name":
            end += 1
        found = Group(at, end, head, forms[head])
        found.modifiers = [*leading, *range(at, head), *range(head + 1, end + 1)]
        return found

    # --- head first: "i nuovi uomini armati dell'esercito" ---------------------------

    def _head_first(self, words: Words, at: int, leading: list[int]) -> Group:
        forms, size = words.forms, len(words.low)
        head = at
        if forms[at].tag == "name":
            while head + 1 < size and forms[head + 1].tag == "name" and not self._dates(words, head):
                head += 1
            last = head
        else:
            days = at + 1 < size and words.caps[at] and self._is_time(words, at + 1)  # "dagli Houthi lunedì"
            if forms[at].tag == "adjective" and at + 1 < size and forms[at + 1].tag == "noun" and not days:
                head = at + 1
                leading.append(at)
            last = head
        while last + 1 < size and self._follows(words, head, last):
            last += 1
            if forms[last].tag in {"joint", "negation"}:
                last += 1
        closing = self._closing(words, last + 1) if forms[head].tag == "noun" else None
        if closing is not None and words.caps[last + 2]:
            last = closing  # "il gruppo «Boko Haram»"
        found = Group(at, last, head, forms[head])
        found.modifiers = [
            *leading,
            *(
                i
                for i in range(at, last + 1)
                if i != head and forms[i].tag not in {"joint", "negation", "mark"}
            ),
        ]
        return found

    def _follows(self, words: Words, head: int, last: int) -> bool:
        """Does the next word still describe the head?"""
        forms = words.forms
        after = forms[last + 1]
        if after.tag == "joint":
            following = forms[last + 2].tag if last + 2 < len(words.low) else "mark"
            beyond = forms[last + 3].tag if last + 3 < len(words.low) else "mark"
            other = beyond == "preposition" and self._are_others(words, head, last + 2)
            return (
                following == "adjective"
                and forms[last].tag == "adjective"
                and beyond not in {"noun", "name"}
                and not other
            )
        if after.tag == "negation":  # "uomini non identificati"
            described = last + 2 < len(words.low) and forms[last + 2].tag == "adjective"
            return described and forms[head].tag == "noun"
        if after.tag != "number" and self._is_time(words, last) and not self._is_time(words, last + 1):
            return after.tag == "adjective" or self._is_time(words, head) != self._is_time(words, last)
        if forms[head].tag == "name" and self._dates(words, last):
            return False
        if after.tag in {"adjective", "name"}:
            return forms[head].tag != "name" or self._goes_with_a_name(words, head, last)
        if after.tag == "number":
            named = forms[last].tag in {"noun", "name"} or (words.caps[last] and last > 0)
            if self._is_time(words, last) and self._counts_people(words, last + 1):
                return False  # "nella sera di ieri 15 persone": so many people are no day
            return named and words.low[last + 1][:1].isdigit()
        return after.tag == "noun" and self._joins(words, last)

    def _goes_with_a_name(self, words: Words, head: int, last: int) -> bool:
        """ "Stati Uniti", "Mali centrale"; in "In Mozambico presunti jihadisti" the adjective begins a phrase of its own."""
        if words.forms[last + 1].tag == "name":
            return last > head
        return words.caps[last + 1] or not self._leads(words, last + 1)

    def _are_others(self, words: Words, head: int, at: int) -> bool:
        """ "forze governative e ribelli dell'M23": people beside people, with a name of their own behind."""
        forms = words.forms
        named = at + 2 < len(words.low) and (words.caps[at + 2] or forms[at + 2].tag == "name")
        return forms[head].lemma in self._people and forms[at].lemma in self._people and named

    def _counts_people(self, words: Words, at: int) -> bool:
        return at + 1 < len(words.low) and words.forms[at + 1].lemma in self._people

    def _joins(self, words: Words, last: int) -> bool:
        """Two nouns side by side: "il premier israeliano", "zona cuscinetto"."""
        if self._is_time(words, last + 1) or words.forms[last + 1].lemma in self._counters:
            return False  # "A Cali migliaia di persone": so many of them begin a phrase of their own
        return words.caps[last + 1] or words.forms[last].tag == "noun"

    def _dates(self, words: Words, last: int) -> bool:
        """ "killed by Hezbollah on Monday" in a language that says "Monday" alone: a day behind somebody is no part of him."""
        plain = not words.caps[last + 1] and words.forms[last + 1].tag in {"adjective", "name"}
        return plain and self._is_time(words, last + 1) and not self._is_time(words, last)

    def _is_time(self, words: Words, at: int) -> bool:
        return words.forms[at].lemma in self._times or words.low[at] in self._times

    def _agree(self, found: Group, count: tuple[int, int] | None) -> None:
        """Number and gender by the article, where the language tells them so."""
        told = self._articles.get(found.article, "") if found.article else ""
        if not told and count is None:
            return
        number = told[-1:].strip("mf")
        gender = told[:1].strip("sp")
        if count is not None and not number:
            number = "p"
        found.number = number or found.number
        found.gender = gender or found.gender


def _own_count(found: Group) -> tuple[int, int] | None:
    return (found.first, found.head) if found.tag == "number" else None


def _stronger(one: str | None, other: str) -> str:
    """Of two determiners the one that negates, else the later: "all the", "none of these"."""
    return one if one in NEGATIVE else other


@cache
def load_chunker(language: str) -> Chunker:
    """The chunker of a language."""
    return Chunker(language)
