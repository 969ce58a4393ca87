"""Every actor named in a whole report: listed names first, then names by their shape."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import cache

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.folding import fold
from hudna.knowledge.glued import is_glued, load_glue
from hudna.knowledge.lemmas import known_word
from hudna.knowledge.place_words import load_names
from hudna.model.mention import ActorMention
from hudna.resolve.actors_agents import Agents
from hudna.resolve.actors_bodies import bodies_in, named_body
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_identify import explain
from hudna.resolve.actors_names import Hit, Identity
from hudna.resolve.actors_namesakes import LEAST, ends_of, is_namesake
from hudna.resolve.actors_order import agent_before
from hudna.resolve.actors_people import is_and_others, named_person, people_in
from hudna.resolve.actors_phrase import Found, Named, take_apart
from hudna.resolve.actors_spellings import surnames
from hudna.resolve.actors_text import Word, words_of

_LONGEST_DESCRIPTION = 5
_SAME_SENTENCE = 120  # letters back to where a country may have been named
# Described actors of these sectors count as named once a country's word stands before them.
_WORTH_NAMING = frozenset({"REB", "UAF", "PRM", "CRM", "OPP"})
# A country's word of these roles is a place as well as whose somebody is.
_PLACES = frozenset({"name", "capital", "area"})
# Where most words around are capitalised, a capital shows no name.
_HEADLINE_SHARE = 0.7
_HEADLINE_REACH = 10


class _Report:
    """One text on its way through the finder."""

    def __init__(self, text: str, ground: Ground, when: date | None, countries: tuple[str, ...]) -> None:
        self.text = text
        self.ground = ground
        self.hits = ground.names.hits(text)
        self.setting = ground.names.setting(text, self.hits, when, countries)
        self.words = words_of(text)
        named = [h for h in self.hits if h.country and h.country.role != "bloc"]
        self.country_from = {h.start: h for h in named}
        self.country_to = {h.end: h for h in named}
        self.at = {word.start: i for i, word in enumerate(self.words)}
        self._starts = [word.start for word in self.words]
        self.found: list[ActorMention] = []
        self._armed: set[str | None] = set()
        self._taken = bytearray(len(text))

    def add(self, start: int, end: int, identity: Identity, rule: str) -> None:
        """Keep a mention unless another already holds some of its words."""
        if any(self._taken[start:end]):
            return
        self._taken[start:end] = b"\1" * (end - start)
        identity = self.ground.names.spoken(identity, self.setting, self._armed)
        if is_armed(identity.sector):
            self._armed.add(identity.country)
        self.found.append(identity.at(start, end, self.text[start:end], rule))

    def index_from(self, offset: int) -> int:
        """The first word that starts there or later."""
        return bisect_left(self._starts, offset)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no mention holds any of these letters."""
        return not any(self._taken[start:end])


def find_mentions(
    text: str, ground: Ground, *, when: date | None, countries: tuple[str, ...]
) -> tuple[ActorMention, ...]:
    """Every actor named in the text, sorted by start, longer ones first."""
    report = _Report(text, ground, when, countries)
    add_listed(report)
    add_states(report)
    add_people(report)
    add_bodies(report)
    add_later_names(report)
    composites = leaders_with_forces(report)
    return tuple(sorted([*report.found, *composites], key=lambda m: (m.start, -m.end)))


def add_listed(report: _Report) -> None:
    """Names that a pack lists."""
    names, ends = report.ground.names, ends_of(tuple(report.hits))
    for hit in report.hits:
        entry = None if names.qualifies(report.text, hit) else names.choose(hit, report.setting)
        at = report.at.get(hit.start, 0) if entry is not None and entry.person else 0
        if entry is not None and not is_namesake(report.words, at, report.text, report.ground, ends):
            end = _with_surname(report, hit.end, names.surnames(entry)) if entry.person else hit.end
            report.add(hit.start, end, names.identity(entry, report.setting.when), "name")


def _with_surname(report: _Report, end: int, surnames: frozenset[str]) -> int:
    """ "غنيوة الككلي": a name by which somebody is called, with the surname that another of his names has."""
    at = report.index_from(end)
    behind = report.words[at] if at < len(report.words) else None
    plain = behind is not None and report.text[end : behind.start] == " "
    return behind.end if behind is not None and plain and behind.low in surnames else end


def add_states(report: _Report) -> None:
    """A country's word with an agent noun: "Rwandan troops", "the Tripoli government"."""
    for hit in report.hits:
        if (
            hit.country is None
            or report.ground.names.qualifies(report.text, hit)
            or not report.is_free(hit.start, hit.end)
        ):
            continue
        extent = _described(report, hit)
        answer = _explained(report, hit, *extent) if extent else None
        if extent and answer and not answer[0].anonymous and _is_worth_naming(answer[0]):
            report.add(*extent, _settled(report, hit, answer[0]), answer[1])


def _is_worth_naming(identity: Identity) -> bool:
    return identity.id is not None or identity.sector in _WORTH_NAMING


def _settled(report: _Report, hit: Hit, identity: Identity) -> Identity:
    """A people with several homes, placed where the sentence says: "in northern Mali … Tuareg rebels"."""
    if identity.country or identity.id or hit.country is None or hit.country.role != "ethnic":
        return identity
    start = max(0, hit.start - _SAME_SENTENCE)
    near = [h for s in range(start, hit.start) if (h := report.country_from.get(s)) and h.country]
    homes = [
        h.country.countries[0] for h in near if h.country and h.country.countries[0] in hit.country.countries
    ]
    return replace(identity, country=homes[-1]) if homes else identity


def _described(report: _Report, hit: Hit) -> tuple[int, int] | None:
    """The words of a country's word with the agent noun beside it, on the side where the language has it."""
    if report.ground.agents.language.modifiers == "before":
        end = _description_end(report, hit)
        return (hit.start, end) if end else None
    at = report.at.get(hit.start)
    agent = agent_before(report.words, at, report.text, report.ground.agents) if at else None
    if agent and agent.kind.weak and hit.country and hit.country.role in _PLACES and not _has_case(report):
        return None  # "قصفت دبابات رفح": what is hit may stand right behind what hits it
    return (report.words[agent.first].start, hit.end) if agent else None


def _has_case(report: _Report) -> bool:
    return report.ground.agents.language.has_case


def _description_end(report: _Report, hit: Hit) -> int | None:
    agents = report.ground.agents
    at = report.at.get(hit.start)
    if at is None:
        return None
    first = at
    while first < len(report.words) and report.words[first].start < hit.end:
        first += 1
    end = None
    for last in range(first, min(first + _LONGEST_DESCRIPTION, len(report.words))):
        gap = report.text[report.words[last - 1].end : report.words[last].start]
        if gap.strip(agents.gaps):
            break
        agent = agents.ending_at(report.words, last, first)
        if agent:
            end = report.words[last].end
        elif not _goes_on(report, last, first):
            break
    return end


def _goes_on(report: _Report, at: int, first: int) -> bool:
    """Whether this word only leads up to an agent noun: "senior", or "defence" before "ministry"."""
    agents = report.ground.agents
    if report.words[at].low in agents.modifiers or report.words[at].low in agents.phrases.leading:
        return True
    longer = agents.ending_at(report.words, at + 1, first) if at + 1 < len(report.words) else None
    return longer is not None and longer.first <= at


def _explained(report: _Report, hit: Hit, start: int, end: int) -> tuple[Identity, str] | None:
    words = report.text[start:end]
    inside = Hit(hit.start - start, hit.end - start, hit.candidates)
    noun = take_apart(words, "", Found((), (inside,), report.setting), report.ground.agents)
    return explain(noun, report.ground) if noun else None


def add_people(report: _Report) -> None:
    """Names after a title, with the country that stands before the title."""
    language = report.ground.names.language
    for person in people_in(report.words, report.text, report.ground.agents):
        name = report.country_from.get(person.start)
        if (
            report.is_free(person.start, person.end)
            and name is None
            and not is_and_others(report.words[person.name], report.ground.agents, language)
            and not _in_headline(report, report.words[person.first].start, person.end)
        ):
            beside = _country_beside(report, report.words[person.first].start, person.end)
            country = beside or _main_country(report)
            report.add(person.start, person.end, named_person(person, country), "titled name")


def _main_country(report: _Report) -> str | None:
    """The country that the report names far more than any other."""
    top = report.setting.countries.most_common(2)
    clear = len(top) == 1 or (len(top) == 2 and top[0][1] >= 2 * top[1][1])
    return top[0][0] if clear else None


def add_bodies(report: _Report) -> None:
    """Named bodies that no pack lists, with the country that the name itself tells."""
    for body in bodies_in(report.words, report.text, report.ground.agents):
        country = _country_within(report, body.start, body.end) or _country_beside(
            report, body.start, body.end
        )
        plain = _is_description(report, body.start, body.end) or _in_headline(report, body.start, body.end)
        if report.is_free(body.start, body.end) and not plain:
            report.add(body.start, body.end, named_body(body, country), "named body")


def _in_headline(report: _Report, start: int, end: int) -> bool:
    """Whether the words stand among capitalised ones, as in a headline."""
    first, last = report.index_from(start), report.index_from(end)
    around = (
        *report.words[max(0, first - _HEADLINE_REACH) : first],
        *report.words[last : last + _HEADLINE_REACH],
    )
    long = [w for w in around if len(w.text) > 3]
    return len(long) > 2 and sum(w.capital for w in long) / len(long) > _HEADLINE_SHARE


def _is_description(report: _Report, start: int, end: int) -> bool:
    """Whether the words are only a country's with one noun: "Libyan TV"."""
    hit = report.country_from.get(start)
    return hit is not None and " " not in report.text[hit.end : end].strip()


def _country_within(report: _Report, start: int, end: int) -> str | None:
    inside = [report.country_from[s] for s in range(start, end) if s in report.country_from]
    return _code(report, inside[-1]) if inside else None


def _country_beside(report: _Report, start: int, end: int) -> str | None:
    """The country right before the words ("Kenya's", "Kenyan") or after an "of"."""
    for gap in (1, 3):
        hit = report.country_to.get(start - gap)
        owned = {f"{mark} " for mark in report.ground.agents.language.possessive}
        if hit and report.text[hit.end : start].lower() in {" ", *owned}:
            return _code(report, hit)
    for link in _country_links(report.ground.agents):
        hit = report.country_from.get(end + len(link))
        if hit and report.text[end : hit.start] == link:
            return _code(report, hit)
    return None


@cache
def _country_links(agents: Agents) -> tuple[str, ...]:
    """What may part a body from its country after it: " of ", " of the "."""
    phrases = agents.phrases
    ofs = sorted(phrases.of_country)
    plain = [f" {of} " for of in ofs] + [f" {of} {the} " for of in ofs for the in sorted(phrases.article)]
    glued = [f" {of}" for of in ofs if of.endswith("'")]
    # Where descriptions follow their noun, the country's adjective stands right behind it.
    return (*plain, *glued, *([" "] if agents.language.modifiers == "after" else []))


def _code(report: _Report, hit: Hit) -> str | None:
    return report.ground.country(hit.country, report.setting) if hit.country else None


def add_later_names(report: _Report) -> None:
    """Surnames and acronyms that the report itself has introduced."""
    known = {**_acronyms(report), **_surnames(report)}
    if not known:
        return
    for word in report.words:
        if word.text in known and report.is_free(word.start, word.end):
            origin = known[word.text]
            if word.start > origin.start:
                report.add(word.start, word.end, _identity(origin), "named before")


@cache
def _short_form(agents: Agents) -> re.Pattern[str]:
    """ "Movement for Justice (MJ)", "Movement for Justice in Kadra (MJK)": what follows the name."""
    parted = "|".join(map(re.escape, sorted(agents.phrases.before_short))) or "(?!)"
    return re.compile(rf"(?: (?:{parted}) [^()\n]{{1,25}})? \(([^\W_]{{2,10}})\)")


def _acronyms(report: _Report) -> dict[str, ActorMention]:
    known, pattern = {}, _short_form(report.ground.agents)
    for mention in report.found:
        short = pattern.match(report.text, mention.end)
        if short and sum(c.isupper() for c in short.group(1)) > 1:
            known[short.group(1)] = mention
    return known


def _surnames(report: _Report) -> dict[str, ActorMention]:
    known: dict[str, ActorMention] = {}
    for mention in report.found:
        person = mention.rule == "titled name" or report.ground.is_person(mention.id)
        if person and " " in mention.text:
            last = mention.text.rsplit(" ", 1)[-1]
            found = (last,) if _is_a_name(report, last) else surnames(last)
            for surname in found:
                known.setdefault(surname, mention)
    return known


def _is_a_name(report: _Report, word: str) -> bool:
    """ "الككلي": where there are no capitals, a word that means nothing else; "البرهان" is a proof as well."""
    language, folded = report.ground.names.language, fold(word)
    if not is_glued(language) or folded in load_names().first or len(folded) < LEAST:
        return False
    return not (load_glue(language).is_plain(folded) or known_word(folded, language))


def _identity(mention: ActorMention) -> Identity:
    return Identity(
        mention.id,
        mention.name,
        mention.country,
        mention.sector,
        mention.kind,
        mention.anonymous,
        mention.side,
    )


def leaders_with_forces(report: _Report) -> list[ActorMention]:
    """A person's force as a mention of its own: "Haftar's forces"."""
    composites = []
    for mention in report.found:
        extent = _with_force(report, mention) if report.ground.is_person(mention.id) else None
        if extent:
            composites.extend(_composite(report, mention, *extent))
    return composites


def _with_force(report: _Report, mention: ActorMention) -> tuple[int, int] | None:
    """The words of a person with the force beside the name, on the side where the language has it."""
    if report.ground.agents.owns(report.text, mention.end):
        end = _force_end(report, mention)
        return (mention.start, end) if end else None
    if report.ground.agents.language.modifiers == "before":
        return None
    start = _force_start(report, mention)
    return None if start is None else (start, mention.end)


def _force_start(report: _Report, mention: ActorMention) -> int | None:
    """ "les forces de Haftar", "قوات حفتر": where the force before a name begins."""
    agents, at = report.ground.agents, report.at.get(mention.start)
    if at is None:
        return None
    of = at > 0 and report.words[at - 1].low in agents.phrases.of_country
    if not of and not agents.language.construct_state:
        return None
    last = at - 2 if of else at - 1
    agent = agents.ending_at(report.words, last) if last >= 0 else None
    if agent is None or not (agent.kind.force or agent.kind.state):
        return None
    start = report.words[agent.first].start
    gap = report.text[report.words[agent.last].end : report.words[agent.last + 1].start]
    return start if gap == " " and report.is_free(start, report.words[agent.last].end) else None


def _force_end(report: _Report, mention: ActorMention) -> int | None:
    words: tuple[Word, ...] = report.words
    first = next(
        (report.at[s] for s in range(mention.end, min(mention.end + 4, len(report.text))) if s in report.at),
        None,
    )
    if first is None:
        return None
    for last in range(first, min(first + 3, len(words))):
        agent = report.ground.agents.ending_at(words, last, first)
        if (
            agent
            and (agent.kind.force or agent.kind.state)
            and report.is_free(words[first].start, words[last].end)
        ):
            return words[last].end
    return None


def _composite(report: _Report, mention: ActorMention, start: int, end: int) -> list[ActorMention]:
    words = report.text[start:end]
    inner = _identity(mention).at(mention.start - start, mention.end - start, mention.text, mention.rule)
    found = Found((Named(inner.start, inner.end, inner, person=True),), (), report.setting)
    noun = take_apart(words, "", found, report.ground.agents)
    answer = explain(noun, report.ground) if noun else None
    return [answer[0].at(start, end, words, answer[1])] if answer else []
