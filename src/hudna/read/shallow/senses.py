"""What a preposition means here: beside its verb, before its noun, in a passive.

A language writes one word for several relations ("da" is by and from); its grammar.yml
says which holds when.
"""

from functools import cache

from hudna.knowledge.classes import known_class
from hudna.knowledge.grammar import OBJECT, Sense, load_grammar
from hudna.knowledge.listed_names import is_place
from hudna.knowledge.nouns import nominal_nouns
from hudna.knowledge.people import people
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.verbs import Verb


class Senses:
    """The senses of a language's prepositions, by canonical name."""

    def __init__(self, language: str) -> None:
        self._people = people(language)
        self._deeds = nominal_nouns(language) - self._people
        self._by_name: dict[str, list[tuple[Sense, frozenset[str]]]] = {}
        for sense in load_grammar(language).senses:
            nouns: set[str] = set()
            for noun in sense.nouns:
                nouns |= known_class(language, noun[1:]) if noun.startswith("@") else {noun}
            self._by_name.setdefault(sense.word, []).append((sense, frozenset(nouns)))

    def relation(self, group: Group, verb: Verb | None) -> str:
        """The canonical name of a phrase's preposition beside a verb, or below a noun."""
        name = group.relation or ""
        for sense, nouns in self._by_name.get(name, ()):
            if sense.becomes == OBJECT and (verb is None or verb.passive):
                continue
            if self._holds(sense, nouns, group, verb):
                return sense.becomes
        return name

    def _holds(self, sense: Sense, nouns: frozenset[str], group: Group, verb: Verb | None) -> bool:
        if sense.written and not group.word.startswith(sense.written):
            return False
        if sense.not_written and group.word.startswith(sense.not_written):
            return False
        if sense.of_noun is not None and sense.of_noun != (verb is None):
            return False
        if (
            sense.of_noun
            and group.above is not None
            and group.above.lemma in self._deeds
            and group.lemma in self._people
        ):
            return False  # "حصار مشترك من قوات": who does it, not what it consists of
        if sense.passive is not None and (verb is not None and verb.passive) != sense.passive:
            return False
        lemma = verb.lemma if verb is not None else ""
        if (sense.verbs and lemma not in sense.verbs) or lemma in sense.unless_verbs:
            return False
        if not nouns and not sense.name:
            return True
        is_name = sense.name and group.tag == "name" and (group.article is None or _names_place(group))
        return group.lemma in nouns or is_name


def _names_place(group: Group) -> bool:
    """ "بالسودان", "بالحديدة": the name of a place that has its article."""
    bare = group.lemma.removeprefix(group.article or "")
    return is_place(f"{group.article}{bare}") or is_place(bare)


@cache
def load_senses(language: str) -> Senses:
    """The senses of a language's prepositions."""
    return Senses(language)
