"""Rules that go back to an actor named before: "his forces", "the rebels", "the mission".

They answer only where the report leaves no choice; they look at the actors that
whoever asks has handed over as `nearby`, the nearest last, and never further.
"""

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.folding import lowered
from hudna.model.mention import ActorMention
from hudna.resolve.actors_agents import Agent
from hudna.resolve.actors_answers import sector_of
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Identity
from hudna.resolve.actors_phrase import Noun

# Of so many actors named last one counts as just named.
JUST = 3


def pronoun_owner(noun: Noun, ground: Ground) -> Identity | None:
    """ "His forces", "the general's troops", "its fighters": of whom the report has named last."""
    agent, first = noun.agent, noun.words[0].low
    phrases = ground.agents.phrases
    titled = noun.definite and any(
        w.low in phrases.leaders_again and ground.agents.owns(noun.text, w.end) for w in noun.words[1:2]
    )
    if agent is None or agent.kind.id == "parties_to_a_deal" or not (agent.kind.force or agent.kind.state):
        return None
    if agent.noun in phrases.counterparts:
        return None  # "نظيره الروسي": his counterpart is of another side
    if first in phrases.of_a_person or titled:
        leaders = [m for m in noun.nearby if ground.is_person(m.id)]
        sector = sector_of(noun, agent, ground)
        return ground.led_by(leaders[-1].id or "", sector, noun.setting.when) if leaders else None
    return _its(noun, agent, ground) if first in phrases.of_a_body else None


def _its(noun: Noun, agent: Agent, ground: Ground) -> Identity | None:
    groups = [
        m
        for m in noun.nearby
        if m.id and not ground.is_person(m.id) and (is_armed(m.sector) or m.sector == "GOV")
    ]
    if agent.kind.id == "army":
        groups = [m for m in groups if m.sector in ("MIL", "GOV")]
    owner = ground.by_id(groups[-1].id or "", noun.setting.when) if groups else None
    return (
        ground.belonging_to(owner, agent, sector_of(noun, agent, ground), noun.setting.when)
        if owner
        else None
    )


def known_group(noun: Noun, ground: Ground) -> Identity | None:
    """ "The rebels", "the group": the only armed group the report has named, if there is just one."""
    agent = noun.agent
    again = ground.agents.phrases.groups_again
    if agent is None or not noun.definite or not (agent.kind.id == "rebels" or agent.noun in again):
        return None
    if _is_told_apart(noun, ground):
        return None
    if agent.noun in ground.agents.phrases.bodies_again and _bodies(noun):
        return None  # "l'organisation": of a report that names an observer as well, it may be that one
    groups = {
        m.id: m
        for m in noun.nearby
        if m.id and m.sector in ("REB", "UAF", "PRM") and not ground.is_person(m.id)
    }
    return ground.by_id(next(iter(groups)) or "", noun.setting.when) if len(groups) == 1 else None


def _is_told_apart(noun: Noun, ground: Ground) -> bool:
    """ "le milizie wazalendo": a word right behind the noun that no list knows says which, so they are no group told of before."""
    at = noun.last + noun.after + 1
    if ground.agents.language.modifiers != "after" or at >= len(noun.words):
        return False
    word = noun.words[at]
    plain = word.start == noun.words[at - 1].end + 1 and noun.text[word.start - 1] == " "
    return plain and word.low not in ground.agents.phrases.boundaries and not word.capital


def known_force(noun: Noun, ground: Ground) -> Identity | None:
    """ "القوات" alone: the only force of a state the report has named, where the language goes back to it so."""
    agent = noun.agent
    again = ground.agents.phrases.forces_again
    if agent is None or not noun.definite or agent.noun not in again or len(noun.words) != 1:
        return None
    armed = {m.id for m in noun.nearby if m.id and m.sector in ("MIL", "COP") and not ground.is_person(m.id)}
    return ground.by_id(next(iter(armed)), noun.setting.when) if len(armed) == 1 else None


def known_body(noun: Noun, ground: Ground) -> Identity | None:
    """ "The mission", "the bloc": the only organisation the report has named, if there is just one."""
    if noun.agent is None or not noun.definite or noun.agent.noun not in ground.agents.phrases.bodies_again:
        return None
    bodies = _bodies(noun)
    return ground.by_id(next(iter(bodies)) or "", noun.setting.when) if len(bodies) == 1 else None


def _bodies(noun: Noun) -> dict[str, ActorMention]:
    return {m.id: m for m in noun.nearby if m.id and m.kind in ("organisation", "observer")}


def army_of_the_government(noun: Noun, ground: Ground) -> Identity | None:
    """ "The army" where rivals have one each: that of the government just named."""
    if noun.agent is None or not noun.definite or noun.agent.kind.id != "army":
        return None
    organs = [o for m in noun.nearby if (o := ground.organ(m.id, noun.agent.noun, noun.setting.when))]
    return organs[-1] if organs and len({o.id for o in organs}) == 1 else None


def army_named_before(noun: Noun, ground: Ground) -> Identity | None:
    """ "The army" right after "the Israeli army": the army that the same word has just named, or its air force."""
    agent = noun.agent
    if agent is None or not noun.definite or agent.kind.id != "army" or noun.countries:
        return None
    armies = [
        m for m in noun.nearby if m.id and m.sector == "MIL" and m.country and not ground.is_person(m.id)
    ]
    alike = {m.id for m in armies}
    if agent.noun in ground.agents.phrases.branches:
        return ground.by_id(armies[-1].id or "", noun.setting.when) if len(alike) == 1 else None
    # Farther back only where no other army was named since.
    before = [m for m in armies if len(alike) == 1 or m in noun.nearby[-JUST:]]
    same = [m for m in before if agent.noun in lowered(m.text).replace("'", " ").replace("’", " ").split()]
    return ground.by_id(same[-1].id or "", noun.setting.when) if same else None


def unit_named_before(noun: Noun, ground: Ground) -> Identity | None:
    """ "The brigade" after "the 444th Brigade": the only one that the report has named with this noun."""
    agent = noun.agent
    if agent is None or not noun.definite or noun.countries or noun.first != noun.last + noun.after:
        return None
    if not agent.kind.force or agent.kind.id == "army" or agent.noun in ground.agents.phrases.forces_again:
        return None
    if ground.agents.language.construct_state and noun.tail and noun.words[noun.head].low == agent.noun:
        return None  # "جهاز الإسعاف": without an article it is the one whose name follows
    nouns = {agent.noun, noun.words[noun.head].low}
    told = [(m.id, lowered(m.text).split()) for m in noun.nearby]
    units = {unit for unit, words in told if len(words) > 1 and not nouns.isdisjoint(words)}
    return ground.by_id(next(iter(units)) or "", noun.setting.when) if len(units) == 1 else None
