"""Words by which the rules of coding decide, one record for each kind of question.

The rules name the concept, a language's coding.yml the words. Lists hold lemmas;
those marked "as written" are compared with the report's own words in lower case.
"""

import re
from functools import cache, cached_property

from pydantic import Field

from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record

Words = frozenset[str]


class EventWords(Record):
    """Which words tell of one event together, and which tell of none."""

    times: Words = Field(default=frozenset(), description="nouns that say how many times: time, fois")
    fired: Words = Field(default=frozenset(), description="nouns for what one weapon fires: shot, round")
    outcomes: Words = Field(description="verbs that tell what an attack did")
    dying: Words = Field(description="verbs of dying, which are no event by themselves")
    killing: Words = Field(
        default=frozenset(),
        description="verbs and nouns of killing and dying: whom they befall is counted one by one",
    )
    results: Words = Field(
        default=frozenset(), description="nouns that tell what an attack did: the death of three in a raid"
    )
    lives: Words = Field(
        default=frozenset(), description="what is taken from whom it belongs to: claimed the lives of nine"
    )
    fallen: Words = Field(
        default=frozenset(), description="nouns for people who were killed or hurt, who act in nothing"
    )
    uncounted: Words = Field(
        default=frozenset(),
        description="words for the dead and the hurt, as written, that alone say of nobody who",
    )
    tallies: Words = Field(
        default=frozenset(), description="nouns that count the dead of the event behind them: toll"
    )
    ranking: Words = Field(
        default=frozenset(), description="words that set an event among others like it: deadliest; as written"
    )
    ending_in: Words = Field(
        default=frozenset(), description="verbs whose 'to' is what came of talks or of a fight"
    )
    portions: Words = Field(default=frozenset(), description="words for a part or a lot of what is counted")
    taking_place: Words = Field(
        default=frozenset(), description="verbs that say of a deed told before only where or when it was"
    )
    incidents: Words = Field(
        default=frozenset(), description="nouns that mean a deed told before: the incident, the episode"
    )
    counting: Words = Field(description="nouns that only count or time the event they govern")
    preludes: Words = Field(description="nouns whose event is only prepared")
    eras: Words = Field(
        default=frozenset(), description="nouns that, behind a preposition, say when: 'in the war'"
    )
    wholes: Words = Field(
        default=frozenset(), description="what lasts for years; the dead since it began are no news of a day"
    )
    falls: Words = Field(
        default=frozenset(),
        description="behind 'since': what ended a rule long ago; what has gone on since is no news of a day",
    )
    vague: Words = Field(description="heads that may be anybody or anything")
    morrows: Words = Field(
        default=frozenset(), description="nouns for the day after the event behind them: au lendemain de"
    )
    deeds: Words = Field(description="nouns of deeds that look like people; as written")
    long_after: tuple[str, ...] = Field(description="phrases after which background is told; as written")

    @cached_property
    def long_before(self) -> re.Pattern[str]:
        """Words that end in such a phrase and the beginning of a clause."""
        return re.compile(rf"{either(self.long_after)}\s+[^,;.،؛]{{0,60}}$", re.IGNORECASE)


class SpokenWords(Record):
    """Who speaks, who only passes it on, and what is no saying at all."""

    citing: Words = Field(description="verbs of citing")
    seeing: Words = Field(
        default=frozenset(),
        description="verbs of what is done with somebody else's report: it was seen, obtained",
    )
    telling: Words = Field(description="verbs whose object or addressee only hears it")
    figures: Words = Field(description="verbs of giving a figure")
    promising: Words = Field(description="verbs by which saying it is the act")
    blaming: Words = Field(description="verbs that lay an act upon somebody")
    charges: Words = Field(
        default=frozenset(),
        description="nouns for what is laid to somebody's charge or denied without being told: the accusation, any role",
    )
    admitting: Words = Field(default=frozenset(), description="verbs of owning up to an act of one's own")
    mouthpieces: Words = Field(description="nouns that speak for whoever made them")
    unnamed: Words = Field(description="speakers without any description; as written")
    hearsay: tuple[str, ...] = Field(description="parts of words that mark mere hearsay; as written")
    silent_particles: Words = Field(description="with these a verb of saying says nothing")
    going_on: Words = Field(description="a fragment with these goes on with what is said; as written")
    shown_by_things: Words = Field(default=frozenset(), description="verbs of saying that things do as well")
    never_speak: Words = Field(default=frozenset(), description="nouns of what only seems to say something")
    learning: Words = Field(
        default=frozenset(), description="verbs of learning: who stands behind 'from' or 'to' told it"
    )
    broadcasters: Words = Field(
        default=frozenset(), description="outlets that relay even whom they belong to: its radio"
    )
    pointed_selves: Words = Field(
        default=frozenset(), description="bodies that call themselves so with 'this': this office"
    )
    answering: Words = Field(
        default=frozenset(),
        description="verbs that answer by words or by deeds: they say something only where it is told what",
    )
    outlets: Words = Field(
        default=frozenset(), description="nouns for outlets that no list names: quoted by the news site"
    )
    reporters: Words = Field(default=frozenset(), description="who sees and hears for an outlet; as written")
    renewing: Words = Field(
        default=frozenset(), description="verbs of saying again that also mean doing again: renew"
    )
    owning: Words = Field(default=frozenset(), description="verbs that say an act to be one's own")
    responsibility: tuple[str, ...] = Field(
        default=(), description="parts of words for what is claimed with an act; as written"
    )
    interviews: tuple[str, ...] = Field(
        default=(), description="what stands before the name of who is interviewed; as written"
    )
    questions: Words = Field(default=frozenset(), description="what a question of an interview begins with")
    answers: Words = Field(default=frozenset(), description="what an answer begins with")
    communiques: tuple[str, ...] = Field(
        default=(), description="what opens a text that speaks for its publisher throughout; as written"
    )
    selves: Words = Field(default=frozenset(), description="what a publisher calls itself: our movement")
    listeners: Words = Field(
        default=frozenset(), description="the press in general, which only hears it; as written"
    )


class GenderWords(Record):
    """What one gender shows by: the pronouns that mean it, and the words before a noun of it."""

    pronouns: Words = Field(description="as written, without a hyphen before them")
    openers: Words = Field(description="articles and the like; as written")


class PeopleWords(Record):
    """Which nouns are people, whose they are, and which pronouns may mean them."""

    counters: Words = Field(description="nouns that only count the people they govern")
    members: Words = Field(description="nouns of people who belong to whom they govern")
    owned: Words = Field(description="what a pronoun's owner has act for him")
    described_by: Words = Field(description="words that open a description; as written")
    qualities: Words = Field(
        default=frozenset(),
        description="nouns for people that right behind another noun say of what kind it is",
    )
    persons: Words = Field(description="titles and trades of one person; as written")
    both: Words = Field(
        default=frozenset(), description="whole phrases that mean the two named before; as written"
    )
    latter: Words = Field(default=frozenset(), description="pronouns of whoever was named last; as written")
    loyal: Words = Field(
        default=frozenset(), description="words behind which stands to whom somebody is loyal; as written"
    )
    bodies: Words = Field(description="bodies, which no person's pronoun means; as written")
    alone: tuple[str, ...] = Field(default=(), description="openings of words for one of several; as written")
    several: tuple[str, ...] = Field(default=(), description="parts of words that show several; as written")
    several_openers: Words = Field(
        default=frozenset(), description="articles and small words before several; as written"
    )
    genders: tuple[GenderWords, ...] = ()
    plural_endings: tuple[str, ...] = ()
    singular_endings: tuple[str, ...] = Field(default=(), description="what only looks like a plural")

    @cached_property
    def kinds_told(self) -> Words:
        """Words that say of what kind something is, though they may mean people elsewhere."""
        return self.described_by | self.qualities

    @cached_property
    def partitives(self) -> Words:
        """Nouns whose people come behind "of"."""
        return self.counters | self.members


class ForceWords(Record):
    """Whose forces are meant, and how to say "the forces of"."""

    nameless: Words = Field(description="units without a name; as written")
    hostile: Words = Field(description="words that make them somebody else's; as written")
    of_state: Words = Field(
        default=frozenset(), description="words beside nameless forces that make them a state's; as written"
    )
    craft: Words = Field(description="craft beside the class @aircraft")
    naming: Words = Field(description="common nouns that name a force")
    wholes: tuple[str, ...] = Field(description="parts of words that make a noun a force; as written")
    shares: Words = Field(description="nouns that say how much of a force")
    forces_of: str = Field(description="how to say 'the forces of {}'")
    forces_head: str = Field(description="the head of those words")
    owned_by: str = Field(description="how to say that {owned} is {owner}'s")


class WhereWords(Record):
    """Which words lead to a place where something happened."""

    before: Words = Field(description="the last word before a place of an event; as written")
    opening: Words = Field(description="all that stands before a place that opens a sentence; as written")
    heading_for: Words = Field(description="verbs after which 'for' is a direction")
    heading_to: Words = Field(description="verbs after which 'to' is a direction without arrival")
    others: Words = Field(
        default=frozenset(), description="words by which a place is told apart from one named before; lemmas"
    )
    areas: Words = Field(description="heads that stand for a place without a name")
    leaving: Words = Field(
        default=frozenset(), description="verbs whose object is where somebody sets out from"
    )
    passing: Words = Field(
        default=frozenset(),
        description="verbs whose object, or what stands behind 'from', is passed on the way",
    )
    parting: Words = Field(
        default=frozenset(),
        description="words that part two places named one after the other; as written",
    )
    seats: Words = Field(
        default=frozenset(),
        description="what stands, with a word for where, before the place a body sits in; as written",
    )
    homes: Words = Field(
        default=frozenset(),
        description="what stands, with a small word, before where somebody lives or comes from; as written",
    )
    turning: Words = Field(
        default=frozenset(),
        description="what opens a sentence about something else, elsewhere; as written",
    )


class HoldingWords(Record):
    """What is held, and what is held no more."""

    holding: Words = Field(description="nouns that are lost or kept")
    ended: Words = Field(description="adverbs: so no more")


class AimWords(Record):
    """What an act is said to be for, or against nobody."""

    nobody: tuple[str, ...] = Field(description="words that say nobody is meant; as written")
    targets: tuple[str, ...] = Field(description="parts of nouns for what is aimed at")
    targeting: Words = Field(description="verbs of aiming")
    imputed: Words = Field(description="nouns of purposes that others impute")
    endings: tuple[str, ...] = Field(default=(), description="endings that a word may lose")

    @cached_property
    def no_one(self) -> re.Pattern[str]:
        """Any of the words for nobody."""
        return re.compile(either(self.nobody), re.IGNORECASE)


class CodingWords(Record):
    """All of coding.yml."""

    events: EventWords
    speech: SpokenWords
    people: PeopleWords
    forces: ForceWords
    places: WhereWords
    control: HoldingWords
    aims: AimWords
    joints: tuple[str, ...] = Field(description="words that join clauses and belong to neither; as written")

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """A joint with what stands round it, at the end of some words."""
        return re.compile(rf"[\s,;،؛]*\b(?:{'|'.join(map(re.escape, self.joints))})?[\s,،]*$")


def either(phrases: tuple[str, ...]) -> str:
    """A pattern for any of these phrases as whole words, the longest first."""
    if not phrases:
        return r"(?!)"
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spaced = (r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"


@cache
def load_coding_words(language: str) -> CodingWords:
    """The words of a language by which rules decide."""
    return load_one(language_folder(language) / "coding.yml", CodingWords)
