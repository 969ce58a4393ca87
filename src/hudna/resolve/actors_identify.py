"""Who a noun phrase means as a whole.

RULES is read from top to bottom; the first rule that answers decides, and its name is kept with the answer.
NOBODY ends the search: the words are no actor. A rule never picks a name merely because it stands nearby.
"""

from collections.abc import Callable
from dataclasses import replace

from hudna.knowledge.folding import lowered
from hudna.resolve.actors_again import (
    army_named_before,
    army_of_the_government,
    known_body,
    known_force,
    known_group,
    pronoun_owner,
    unit_named_before,
)
from hudna.resolve.actors_answers import (
    STATE_SECTORS,
    after_of,
    after_owner_word,
    anonymous,
    are_counted,
    bare_count,
    bare_demonym,
    country_code,
    country_hit,
    country_in_tail,
    elsewhere,
    generic,
    identity_of,
    introduced,
    is_of_a_town,
    is_one_of,
    is_state_id,
    is_unnamed_person,
    name_in_core,
    of_an_enemy,
    of_state,
    of_the_country,
    salient,
    sector_of,
    some_of_a_people,
    was_once,
    word_at,
)
from hudna.resolve.actors_apart import begins_behind, ends_with, stands_aside
from hudna.resolve.actors_bodies import bodies_in, named_body
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_people import named_person, people_in
from hudna.resolve.actors_phrase import Named, Noun, is_behind, owner_name, rest_of
from hudna.resolve.actors_states import metonym

NOBODY = Identity(None, "", None, None, "party")
Rule = Callable[[Noun, Ground], Identity | None]

# Armed people who are nobody's army.
_OF_NO_STATE = frozenset({"REB", "UAF", "PRM", "CRM"})


def whole_name(noun: Noun, ground: Ground) -> Identity | None:
    """The words are a listed name and nothing else that matters, such as what describes it behind: "الحوثيون المسلحون"."""
    head, after = noun.words[noun.head].start, ground.agents.language.modifiers == "after"
    for name in noun.names:
        described = name.mention.rule == "named body" and noun.agent is not None
        heads = after and name.mention.id is not None and not name.person and name.start <= head < name.end
        if name.start <= noun.core_start and (heads or name.end >= noun.core_end) and not described:
            return identity_of(name, noun)
    return None


def quantity_of(noun: Noun, ground: Ground) -> Identity | None:
    """ "Dozens of fighters": the fighters."""
    head, phrases = noun.words[noun.head].low, ground.agents.phrases
    head = head if head in phrases.quantities else ground.agents.singular(head)  # "رتلا من أبناء العشائر"
    if head not in phrases.quantities and head not in phrases.gatherings:
        return None
    start = after_of(noun, ground)
    if start is None:
        return None
    found = some_of_a_people(noun, start, ground) or _rest(noun, start, ground)
    return found or (NOBODY if head in phrases.quantities else None)


def name_withheld(noun: Noun, ground: Ground) -> Identity | None:
    """An official who asks not to be named stays without a name."""
    if noun.agent is None or not ground.agents.keeps_name_back(lowered(noun.tail)):
        return None
    return anonymous(noun, noun.agent, ground, kind="anonymous")


def anonymous_class(noun: Noun, ground: Ground) -> Identity | None:
    """Sources, witnesses and observers are never resolved to the nearest name."""
    agent = noun.agent
    if agent is None or not agent.kind.anonymous or agent.last != noun.last:
        return None
    if agent.kind.id == "aid workers" and (start := after_owner_word(noun, ground)):
        body = _rest(noun, start, ground)
        if body and body.id and body.kind == "organisation":
            return body
    sender = name_in_core(noun)
    if agent.kind.kind == "observer" and sender and sender.mention.kind == "organisation":
        return replace(identity_of(sender, noun), kind="observer")
    return anonymous(noun, agent, ground)


def head_name(noun: Noun, ground: Ground) -> Identity | None:
    """The head is a name: "Haftar's LNA", "the rebel group M23"."""
    for name in noun.names:
        if not ends_with(noun, name) or name.start <= noun.core_start:
            continue
        head = noun.words[noun.head]
        if name.start <= head.start < name.end or introduced(noun, name, ground):
            return identity_of(name, noun)
    return None


def name_across(noun: Noun, ground: Ground) -> Identity | None:
    """ "طائرات الجيش الإسرائيلي": a noun whose last word begins a name is that one's, not the army of the country around."""
    agent, start, end = noun.agent, noun.core_start, noun.core_end
    name = next((n for n in noun.names if start < n.start < end < n.end), None)
    if name is None or agent is None or agent.kind.anonymous or ground.agents.language.modifiers != "after":
        return None
    sector, when = sector_of(noun, agent, ground), noun.setting.when
    return ground.belonging_to(identity_of(name, noun), agent, sector, when)


def name_behind(noun: Noun, ground: Ground) -> Identity | None:
    """A name right behind its noun, where descriptions follow: "le groupe M23", "général X", "قوات حفتر"."""
    if noun.agent is None or ground.agents.language.modifiers != "after":
        return None
    prefixes = ground.agents.phrases.prefixes
    name = next((n for n in noun.names if is_behind(noun, n.start, prefixes) or begins_behind(noun, n)), None)
    if name is None:
        return None
    link = noun.words[noun.last + noun.after].low
    if {link, noun.agent.noun} & (ground.agents.links | ground.agents.titles.keys()):
        return identity_of(name, noun)
    sector, when = sector_of(noun, noun.agent, ground), noun.setting.when
    return ground.belonging_to(identity_of(name, noun), noun.agent, sector, when)


def appositive_name(noun: Noun, _: Ground) -> Identity | None:
    """A name after a comma says who it is: "the region's main bloc, ECOWAS"."""
    if noun.agent is None or noun.tail[:2] != ", ":
        return None
    start = noun.core_end + 2
    for name in noun.names:
        if name.start in (start, start + 4) and name.mention.kind != "media":
            return identity_of(name, noun)
    return None


def possessor(noun: Noun, ground: Ground) -> Identity | None:
    """A leader's force, a group's fighters: "Haftar's forces"."""
    owner = owner_name(noun, ground.agents)
    return _owned(noun, owner, ground) if owner else None


def name_before(noun: Noun, ground: Ground) -> Identity | None:
    """A name before an agent noun: "M23 fighters"; before another noun nobody: "the M23 attack"."""
    name = name_in_core(noun)
    if name is None:
        return None
    return (titled_person(noun, ground) if noun.agent is None else None) or _owned(noun, name, ground)


def generic_possessor(noun: Noun, ground: Ground) -> Identity | None:
    """Who speaks for somebody described: "the army's media office", "the group's spokesman"."""
    if noun.agent is None or not noun.agent.kind.spokes:
        return None
    for at in range(noun.agent.first - 1, noun.first - 1, -1):
        owner = ground.agents.ending_at(noun.words, at, noun.first)
        if owner and ground.agents.owns(noun.text, noun.words[at].end):
            return identify_noun(replace(noun, head=at, last=at, agent=owner), ground)
    return None


def owner_after(noun: Noun, ground: Ground) -> Identity | None:
    """A name after the noun owns it: "forces loyal to X", "mercenaries from X", "spokesman for X"."""
    start = after_owner_word(noun, ground)
    if noun.agent is None or start is None or noun.agent.kind.anonymous:
        return None
    if was_once(noun, start, ground):
        return generic(noun, noun.agent, sector_of(noun, noun.agent, ground), None, ground)
    owner = _rest(noun, start, ground)
    if noun.agent.noun in ground.agents.phrases.members and owner is not None:
        return owner
    unknown = owner is None or (
        owner.id is None and (noun.agent.kind.weak or owner.sector in (None, "CVL", "UAF"))
    )
    if owner is None or unknown or owner.anonymous:
        return None
    sector = sector_of(noun, noun.agent, ground)
    if is_state_id(owner) and owner.sector == "GOV" and sector in _OF_NO_STATE and not noun.agent.kind.state:
        # "separatisti armati da Mosca", "fighters from Chad": whoever arms them, and where they are from, is not they.
        return generic(elsewhere(noun, owner.country), noun.agent, sector, None, ground)
    if stands_aside(noun, owner, ground):
        return generic(noun, noun.agent, sector, None, ground)
    if is_state_id(owner) and noun.agent.kind.state and sector and not noun.agent.kind.spokes:
        return of_state(noun.agent, sector, owner.country or "", ground)
    return ground.belonging_to(owner, noun.agent, sector, noun.setting.when)


def seat_government(noun: Noun, ground: Ground) -> Identity | None:
    """A town before or after a word for government: "the Tripoli government"."""
    if noun.agent is None or noun.agent.kind.id not in ("government", "administration"):
        return None
    for word in noun.words:
        found = ground.seated_in(word.text.split("-")[0], noun.setting.when)
        if found and (
            noun.setting.main() == found.country or noun.setting.countries[found.country or ""] > 1
        ):
            return found
    return None


def demonym_agent(noun: Noun, ground: Ground) -> Identity | None:
    """A country's word with an agent noun: "Rwandan troops", "the government of Kenya"."""
    agent = noun.agent
    hit = country_hit(noun, ground) if agent else None
    if agent is None or hit is None or hit.country is None:
        return None
    code = country_code(noun, ground)
    sector = sector_of(noun, agent, ground)
    if is_of_a_town(hit, code, sector, noun, ground):
        return generic(noun, agent, sector, code, ground)
    if (agent.kind.state or agent.kind.foe) and hit.country.role not in ("ethnic", "bloc") and code:
        return of_state(agent, "MIL" if sector == "UAF" else sector or "GOV", code, ground)
    return generic(noun, agent, sector, code, ground)


def people_word(noun: Noun, ground: Ground) -> Identity | None:
    """A people as such: "three Palestinians", "Syrians"."""
    head = noun.words[noun.head]
    hit = next((h for h in noun.countries if h.start <= head.start and head.end <= h.end), None)
    if hit is None or hit.country is None:
        return None
    counted = are_counted(noun, hit, ground) or (len(noun.words) > 1 and noun.words[1].low[0].isdigit())
    known = noun.agent is None and (noun.definite or counted or noun.words[0].low[0].isdigit())
    counted = counted or is_one_of(noun, hit, ground)
    told = is_one_of(noun, hit, ground) or (hit.country.people and known) or (hit.of_people and counted)
    if hit.country.role not in ("people", "ethnic") and not told:
        return None
    code = ground.country(hit.country, noun.setting)
    if noun.definite and not counted:
        return Identity(None, noun.text, code, "GOV", "party")  # "the Israelis refused"
    return Identity(None, noun.text, code, "CVL", "anonymous", anonymous=True)


def titled_person(noun: Noun, ground: Ground) -> Identity | None:
    """A role before a person's name: "army spokesman Jan Roe"."""
    if noun.agent and noun.agent.last == noun.last:
        return None
    at = noun.last
    while (
        at > noun.first
        and ground.agents.may_name(noun.words[at])
        and not ground.agents.ending_at(noun.words, at, noun.first)
    ):
        at -= 1
    agent = ground.agents.ending_at(noun.words, at, noun.first) if at < noun.last else None
    if agent is None or agent.kind.anonymous:
        return _titled(noun, ground)
    return _in_role(replace(noun, head=at, last=at, agent=agent), noun, ground)


def described_name(noun: Noun, ground: Ground) -> Identity | None:
    """A name nobody listed, with what it is after a comma: "Jane Doe, the former judge"."""
    named = all(ground.agents.may_name(w) for w in noun.words[noun.first : noun.last + 1])
    if noun.agent or not named or noun.tail[:2] != ", " or noun.names:
        return None
    found = _rest(noun, noun.core_end + 2, ground)
    if found is None or found is NOBODY:
        return None
    name = noun.text[noun.core_start : noun.core_end]
    kind = "official" if found.anonymous else found.kind
    return replace(found, id=None, name=name, kind=kind, anonymous=False)


def unlisted_body(noun: Noun, ground: Ground) -> Identity | None:
    """A named body that no pack lists: "the 128th Brigade", "Movement for Justice"."""
    body = next(iter(bodies_in(noun.words[noun.first :], noun.text, ground.agents)), None)
    inside_country = body is not None and any(h.end >= body.end for h in noun.countries)
    if body is None or body.end < noun.core_end or body.start >= noun.core_end or inside_country:
        return None  # "a base for African Union troops": whose it is said to be behind is not what it is
    return named_body(body, country_code(noun, ground))


def generic_agent(noun: Noun, ground: Ground) -> Identity | None:
    """An agent noun by itself, or a weak one of something ("the head of the hospital"): its sector; the army of the country."""
    agent = noun.agent
    if agent is None:
        return None
    sector = sector_of(noun, agent, ground)
    told = any(ground.agents.modifier(w.low) for w in noun.modifiers(agent))
    told = told or (agent.kind.spokes and noun.definite and after_owner_word(noun, ground) is not None)
    if agent.kind.weak and not told and (agent.kind.sector or not (noun.definite or noun.first)):
        return None
    if (
        agent.kind.state
        and (noun.definite or noun.first == 0)
        and sector in STATE_SECTORS
        and not agent.kind.neutral
    ):
        return of_the_country(noun, agent, sector, ground)
    return generic(noun, agent, sector, country_in_tail(noun, ground), ground)


def _owned(noun: Noun, owner: Named, ground: Ground) -> Identity:
    agent = noun.agent
    if agent is None or agent.first <= word_at(noun, owner.start):
        return NOBODY
    sector = sector_of(noun, agent, ground)
    found = ground.belonging_to(identity_of(owner, noun), agent, sector, noun.setting.when)
    return found or generic(noun, agent, sector, owner.mention.country, ground)


def _in_role(role: Noun, noun: Noun, ground: Ground) -> Identity | None:
    code = country_code(noun, ground)
    sector = sector_of(role, role.agent, ground) if role.agent else None
    if role.agent and role.agent.kind.state and code and sector:
        return replace(of_state(role.agent, sector, code, ground), kind="official")
    found = identify_noun(role, ground)
    return replace(found, kind="official") if found and role.agent and role.agent.kind.spokes else found


def _titled(noun: Noun, ground: Ground) -> Identity | None:
    person = next(iter(people_in(noun.words, noun.text, ground.agents)), None)
    if person is None or person.end < noun.core_end:
        return None
    return named_person(person, country_code(noun, ground) or salient(noun))


def _rest(noun: Noun, start: int, ground: Ground) -> Identity | None:
    rest = rest_of(noun, start, ground.agents)
    return identify_noun(rest, ground) if rest else None


def identify_noun(noun: Noun, ground: Ground) -> Identity | None:
    """Who the phrase means, or None where it means no actor."""
    found = explain(noun, ground)
    return found[0] if found else None


def explain(noun: Noun, ground: Ground) -> tuple[Identity, str] | None:
    """Who the phrase means and the rule that says so."""
    for rule in RULES:
        found = rule(noun, ground)
        if found is NOBODY:
            return None
        if found is not None:
            return _unnamed(found, noun, ground), rule.__name__
    return None


def _unnamed(found: Identity, noun: Noun, ground: Ground) -> Identity:
    """Somebody of a known army or ministry who is not named: the id would say too much."""
    if noun.depth or noun.agent is None or found.anonymous or not is_unnamed_person(noun, noun.agent, ground):
        return found
    return replace(found, id=None, name=noun.text, kind="anonymous", anonymous=True)


RULES: tuple[Rule, ...] = (
    whole_name,
    quantity_of,
    name_withheld,
    anonymous_class,
    head_name,
    name_across,
    name_behind,
    appositive_name,
    pronoun_owner,
    possessor,
    name_before,
    generic_possessor,
    owner_after,
    seat_government,
    demonym_agent,
    people_word,
    bare_demonym,
    metonym,
    titled_person,
    described_name,
    unlisted_body,
    known_group,
    known_force,
    known_body,
    army_of_the_government,
    army_named_before,
    unit_named_before,
    of_an_enemy,
    generic_agent,
    bare_count,
)
RULE_NAMES = frozenset(rule.__name__ for rule in RULES)
