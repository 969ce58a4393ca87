"""People nobody listed, known by the title before their name: "Foreign Minister Jane Doe"."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudna.knowledge.folding import fold
from hudna.knowledge.glued import is_glued, load_glue
from hudna.resolve.actors_agents import Agents
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_text import Word

_LONGEST_TITLE = 4
_LONGEST_NAME = 4
# Without capitals a verb may follow at once: a first name and a surname.
_LONGEST_UNCASED = 2


@dataclass(frozen=True, slots=True)
class Person:
    """A title with a name: words[first:name] is the title, words[name:last + 1] the name."""

    first: int
    name: int
    last: int
    start: int
    end: int
    text: str
    sector: str | None

    @property
    def surname(self) -> str:
        """The last word of the name, by which the report goes on to call the person."""
        return self.text.rsplit(" ", 1)[-1]


def people_in(words: tuple[Word, ...], text: str, agents: Agents) -> Iterator[Person]:
    """Every title that a name follows."""
    at = 0
    while at < len(words):
        begins = words[at].low in agents.first_of_titles and agents.may_name(words[at])
        found = _person_at(words, text, at, agents) if begins else None
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def _person_at(words: tuple[Word, ...], text: str, first: int, agents: Agents) -> Person | None:
    for size in range(min(_LONGEST_TITLE, len(words) - first - 1), 0, -1):
        title = " ".join(w.low for w in words[first : first + size])
        if (
            title in agents.titles
            and agents.may_name(words[first + size - 1])
            and not agents.is_noun(words, first, first + size)
        ):
            last = _name_end(words, text, first + size, agents)
            if last is not None:
                name = words[first + size]
                start, end = name.start, words[last].end
                return Person(first, first + size, last, start, end, text[start:end], agents.titles[title])
    return None


def _name_end(words: tuple[Word, ...], text: str, first: int, agents: Agents) -> int | None:
    last = None
    longest = _LONGEST_NAME if agents.language.has_case else _LONGEST_UNCASED - 1
    for at in range(first, min(first + longest + 1, len(words))):
        gap = text[words[at - 1].end : words[at].start]
        if (
            gap.strip(" .")
            or (at > first and agents.owns(text, words[at - 1].end))
            or ("." in gap and at > first + 1)
        ):
            break
        word = words[at]
        if not (_is_name(word, agents) or word.low.split("-")[0] in agents.phrases.particles):
            break
        if at > first and (word.low in agents.titles or _begins_with_and(word, agents)):
            break
        if agents.singular(word.low) in agents.bodies:
            return None
        if _is_name(word, agents) or "-" in word.text:
            last = at
    return last


def _begins_with_and(word: Word, agents: Agents) -> bool:
    """ "العقيد سالم والملازم": in a language that writes it on the word, "and" with an article begins somebody else."""
    articles = agents.language.glued_articles
    return any(word.low.startswith(a + t) for a in agents.phrases.name_ands for t in articles)


def is_and_others(word: Word, agents: Agents, language: str) -> bool:
    """ "القائد ومرافقيه": "and" and a pronoun are written on the word, so that it is nobody's name."""
    led = any(word.low.startswith(a) for a in agents.phrases.name_ands)
    return led and is_glued(language) and len(load_glue(language).pieces(fold(word.text))) > 1


def _is_name(word: Word, agents: Agents) -> bool:
    if agents.language.has_case:
        return word.text[0].isupper()
    return not word.text[0].isdigit() and agents.may_name(word)  # "اللواء 62": a unit, no general


def named_person(person: Person, country: str | None) -> Identity:
    """The person as an actor without an id."""
    local = person.sector == "LOC"
    return Identity(None, person.text, country, "GOV" if local else person.sector, "official", local=local)
