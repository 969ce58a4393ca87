"""Which noun of a chain the words behind it describe: "قائد القوات البرية", "القوات ذاتها".

For a language whose owners follow with nothing between; `construct.py` makes the chain.
"""

from collections.abc import Mapping

from hudna.knowledge.listed_names import is_place
from hudna.read.shallow.chunks import Chunker, Group
from hudna.read.shallow.words import Words


class Describing(Chunker):
    """Gives each adjective behind a chain to the noun that it agrees with."""

    _objects: frozenset[str]
    _behind_times: frozenset[str]
    _inner: frozenset[str]
    _made: tuple[str, ...]
    _bare_places: frozenset[str]
    _quarters: tuple[str, ...]
    _emphatic: frozenset[str]
    _of_one_man: frozenset[str]
    _numbers: frozenset[str]
    _glued: tuple[str, ...]
    _alone: frozenset[str]
    _several: tuple[str, ...]
    _peoples: frozenset[str]
    _plural: tuple[str, ...]
    _feminine: tuple[str, ...]
    _accusative: tuple[str, ...]
    _irregular: Mapping[str, str]
    _acting: tuple[str, ...]
    _suffering: tuple[str, ...]

    def _described(self, words: Words, chain: list[Group]) -> int:
        """The last adjective behind the chain; each goes to the nearest noun that it agrees with."""
        end = at = chain[-1].last
        while at + 1 < len(words.low):
            joint = words.forms[at + 1].tag == "joint"
            place = at + 2 if joint else at + 1
            if place >= len(words.low) or (joint and at == chain[-1].last):
                break
            if not joint and self._is_emphatic(words, place):
                end = at = place + int(words.has_pronoun_behind(place))
                continue
            other = not joint and (
                self._is_alike(words, at, place)
                or self._is_quarter(words, place)
                or self._is_of_people(words, at, place)
            )
            counts = self._is_known_count(words, chain[-1], place)
            tells = words.forms[place].tag == "adjective" or other or counts
            if not tells or self._is_only_object(words, place):
                break
            noun = chain[-1] if counts else self._noun_of(words, chain, place)
            if noun is None:
                break
            noun.modifiers.append(place)
            end = at = place + int(self._has_inner(words, place))
        return end

    def _is_known_count(self, words: Words, noun: Group, place: int) -> bool:
        """ "الساعات الأربع والعشرين الماضية": a number with an article tells how many are meant."""
        low, known = words.low[place], words.with_article[noun.head] is not None
        bare = (low.removeprefix(a) for a in self._glued if low.startswith(a))
        return known and low not in self._times and any(number in self._numbers for number in bare)

    def _is_only_object(self, words: Words, at: int) -> bool:
        """ "حملت القوات المسؤولية": what is only ever an object describes nobody."""
        return words.low[at].removeprefix(words.with_article[at] or "") in self._objects

    def _has_inner(self, words: Words, at: int) -> bool:
        """ "مجهولة المصدر", "بعيدة المدى": an adjective and the noun in which it holds."""
        behind = at + 1 < len(words.low) and words.with_article[at + 1] is not None
        form = words.forms[at]
        # "إسرائيلية الصنع": where a thing was made.
        made = behind and words.low[at + 1] in self._made
        inner = form.tag == "adjective" and (form.lemma in self._inner or made)
        bare = inner and words.with_article[at] is None
        return (
            behind
            and bare
            and words.forms[at + 1].tag == "noun"
            and words.forms[at + 1].lemma not in self._people
        )

    def _is_quarter(self, words: Words, at: int) -> bool:
        """ "البرج الشرقي": with an article and the ending of an adjective it says which one."""
        known = words.forms[at].lemma in self._bare_places and words.with_article[at] is not None
        return known and words.low[at].endswith(self._quarters)

    def _is_emphatic(self, words: Words, at: int) -> bool:
        """ "القوات ذاتها", "الأطراف كافة": the same ones, all of them."""
        # "فجر انتحاري نفسه": of one not known it is whom it befalls.
        known = words.with_article[at - 1] is not None or words.forms[at - 1].tag in {
            "name",
            "pronoun",
            "determiner",
        }
        if words.low[at - 1].split(" ")[0].endswith(self._feminine) and self._is_his(words, at):
            return False  # "انتحاري من حركة الشباب نفسه": not the movement, which is feminine
        return words.low[at] in self._emphatic and (
            (known and words.has_pronoun_behind(at)) or words.low[at] in self._alone
        )

    def _is_his(self, words: Words, at: int) -> bool:
        return at + 1 < len(words.low) and words.low[at + 1] in self._of_one_man

    def _is_of_people(self, words: Words, at: int, place: int) -> bool:
        """ "مسلحون دروز", "مقاتلين أكراد": behind men not yet known, the name of a people without an article is theirs."""
        several = words.low[at].endswith(self._several) and words.with_article[at] is None
        bare = words.with_article[place] is None and words.low[place] in self._peoples
        return several and bare and words.forms[at].lemma in self._people

    def _is_alike(self, words: Words, at: int, place: int) -> bool:
        """ "منظمتين شريكتين": a noun in the same form as the one before describes it."""
        one, other = words.low[at], words.low[place]
        return words.forms[place].tag == "noun" and any(
            one.endswith(ending) and other.endswith(ending) for ending in self._plural
        )

    def _noun_of(self, words: Words, chain: list[Group], at: int) -> Group | None:
        """The noun that an adjective describes: definite or not, of its gender, the nearest."""
        if self._is_time(words, chain[-1].head) and words.low[at] in self._behind_times:
            return chain[-1]  # "أغسطس الماضي": a month is known by its name
        definite, feminine = words.with_article[at] is not None, words.low[at].endswith(self._feminine)
        known = [self._is_known(words, chain[place:]) for place in range(len(chain))]
        fitting = [g for g, k in zip(chain, known, strict=True) if k == definite]
        if words.forms[at].tag == "adjective" and words.low[at].endswith(self._several):
            # "اتهمت الحكومة المتمردين": several people are described so, or two of a kind.
            # "اتهمت الأمم المتحدة المتمردين": a name of several words is whole.
            named = [g for g in fitting if g.tag == "name" and " " not in words.low[g.head]]
            fitting = [g for g in fitting if g.number == "p" or g.count is not None or g in named]
        cases = [(g, words.low[(*g.modifiers, g.head)[0]]) for g in fitting]  # "سكان محليون"
        fitting = [g for g, low in cases if not self._differ_in_case(low, words.low[at])]
        agreeing = [g for g in fitting if (g.gender == "f" or g.number == "p") == feminine]
        if definite and not agreeing and words.forms[at].tag == "adjective" and is_place(words.low[at]):
            return None  # "قصفت قوات الحدود الأبيض": a town by that name, of no gender that the noun has
        # "اغتالت قوة إسرائيلية قياديا", "دهس مستوطن فلسطينيا": an object by its form describes nobody who is none.
        if self._is_accusative_like(words, at):
            fitting = [g for g in fitting if words.low[g.head].endswith(tuple(self._accusative))]
            agreeing = [g for g in agreeing if g in fitting or g.lemma not in self._people]
        return next(reversed(agreeing or fitting), None)

    def _is_accusative_like(self, words: Words, at: int) -> bool:
        return any(words.low[at] == words.forms[at].lemma + ending for ending in self._accusative)

    def _differ_in_case(self, noun: str, adjective: str) -> bool:
        """ "اتهم محليون مسلحين": whoever acts by the ending is not described by a word that is an object by its own."""
        broken = not noun.startswith(self._irregular.get(noun, noun))  # "سكان محليين"
        return not broken and noun.endswith(self._acting) and adjective.endswith(self._suffering)

    def _is_known(self, words: Words, chain: list[Group]) -> bool:
        """A noun is definite by its article, as a name, by its pronoun, or by whom it belongs to."""
        last = chain[-1]
        return words.with_article[last.head] is not None or last.tag == "name" or last.owner is not None
