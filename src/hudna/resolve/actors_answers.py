"""Small questions about a phrase that several identity rules share."""

from collections import Counter
from dataclasses import replace

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.folding import lowered
from hudna.model.mention import SpeakerKind
from hudna.resolve.actors_agents import Agent
from hudna.resolve.actors_ground import Ground
from hudna.resolve.actors_names import Hit, Identity, Setting
from hudna.resolve.actors_phrase import Named, Noun
from hudna.resolve.actors_text import words_of

# Sectors of those who may act for several states at once.
_OF_STATES = frozenset({None, "GOV", "MIL", "COP", "SPY", "LEG"})

# After these an actor's name tells where, not whose: "fighters in Gaza".
STATE_SECTORS = frozenset({"MIL", "GOV", "COP", "LEG", "JUD", "SPY"})


def sector_of(noun: Noun, agent: Agent, ground: Ground) -> str | None:
    """The sector that the agent noun and its company show."""
    return ground.agents.sector(agent, noun.modifiers(agent), lowered(noun.tail))


def identity_of(name: Named, noun: Noun) -> Identity:
    """Who a name inside the phrase is; a body of a state that no list knows is of the country the report is about."""
    m = name.mention
    unplaced = m.id is None and m.country is None and m.sector in ("GOV", "LEG", "JUD", "COP", "MIL")
    return Identity(
        m.id, m.name, salient(noun) if unplaced else m.country, m.sector, m.kind, m.anonymous, m.side
    )


def name_in_core(noun: Noun) -> Named | None:
    """The last name that stands in the core before its end."""
    inside = [n for n in noun.names if n.end < noun.core_end]
    return inside[-1] if inside else None


def introduced(noun: Noun, name: Named, ground: Ground) -> bool:
    """Whether the word before the name tells what it is: "the rebel group M23", "General X"."""
    before = [w for w in noun.words if w.end <= name.start]
    if not before:
        return True
    at = len(before) - 1
    word = before[-1].low
    return (
        word in ground.agents.links
        or word in ground.agents.titles
        or ground.agents.ending_at(noun.words, at) is not None
    )


def is_state_id(owner: Identity) -> bool:
    """Whether the identity is a state's own organ, such as `rus-gov`."""
    return bool(owner.id and owner.country and owner.id.startswith(owner.country.lower() + "-"))


def after_owner_word(noun: Noun, ground: Ground) -> int | None:
    """Where the owner begins after "of", "loyal to" and the like."""
    tail = lowered(noun.tail).lstrip(" ,")
    start = len(noun.text) - len(tail)
    for word, lead in ground.agents.owner_leads if tail.startswith(ground.agents.leads) else ():
        behind = start + len(lead)
        if any(n.start < behind < n.end for n in noun.names):
            continue  # "من قوات الدعم السريع": what looks like "of the forces of" begins the name
        placing = word in ground.agents.phrases.placing
        if tail.startswith(lead) and not (
            placing and not _is_force(noun, behind) and not _is_office(noun, behind, ground)
        ):
            return behind
    if (written := _written_on_owner(noun, tail, start, ground)) is not None:
        return written
    for mark in ground.agents.phrases.serving:
        behind = start + len(mark)
        if tail.startswith(mark) and (_is_office(noun, behind, ground) or _is_force(noun, behind)):
            return behind
    return start if ground.agents.language.construct_state and _owner_follows(noun, start, ground) else None


def _written_on_owner(noun: Noun, tail: str, start: int, ground: Ground) -> int | None:
    """ "قوة تابعة لوزارة الدفاع": the owner word ends the phrase, and what belongs to it is written on the owner."""
    last = lowered(noun.text[: noun.core_end]).rsplit(" ", 1)[-1]
    whole = f"{last} {tail}"
    leads = (lead for _, lead in ground.agents.owner_leads if whole.startswith(lead) and lead[-1] != " ")
    found = next(leads, None)
    if found is None or not tail:
        return _behind_its_parts(noun, (last, tail), start, ground)
    return start + len(found) - len(last) - 1


def _behind_its_parts(noun: Noun, words: tuple[str, str], start: int, ground: Ground) -> int | None:
    """ "دورية مؤلفة من ست مركبات تابعة للجيش": whose it is stands behind what it is made of."""
    last, tail = words
    composed = tuple(f"{one} " for one in ground.agents.phrases.composed)
    if not (tail.startswith(composed) or f"{last} {tail}".startswith(composed)):
        return None
    leads = (lead for _, lead in ground.agents.owner_leads if lead[-1] != " " and f" {lead}" in tail)
    lead = next(leads, None)
    if lead is None:
        return None
    behind = start + tail.index(f" {lead}") + 1 + len(lead)
    # "للجيش": the article of a name is in the word that leads it.
    return next((n.start for n in noun.names if n.start == behind - 1), behind)


def _is_force(noun: Noun, start: int) -> bool:
    """ "an officer in the Syrian army", "قيادي في حركة حماس": who is in a force or a group belongs to it."""
    lead = next((w for w in noun.words if w.start >= start), None)
    starts = {start, lead.end + 1 if lead is not None else start}
    armed = (n for n in noun.names if n.mention.id is not None and is_armed(n.mention.sector))
    return any(n.start in starts for n in armed)


def _is_office(noun: Noun, start: int, ground: Ground) -> bool:
    """ "وزير الدفاع بحكومة الوحدة", "المسؤول في الجيش الليبي": a body of a state right behind whoever serves there."""
    if not ground.agents.phrases.serving:
        return False
    agent = ground.agents.starting_at(words_of(noun.text[start:]), 0)
    return agent is not None and agent.kind.state and not agent.kind.spokes


def _owner_follows(noun: Noun, start: int, ground: Ground) -> bool:
    """ "قوات حفتر", "متحدث باسم الجيش": an owner right behind the noun, with nothing between."""
    if start != noun.core_end + 1:
        return False
    named = any(name.start == start for name in noun.names)
    following = next((at for at, word in enumerate(noun.words) if word.start == start), None)
    return named or (following is not None and ground.agents.starting_at(noun.words, following) is not None)


def after_of(noun: Noun, ground: Ground) -> int | None:
    """Where what is counted begins: after "of", or at once where the language writes nothing between."""
    tail = lowered(noun.tail)
    for of in sorted(ground.agents.phrases.of, key=len, reverse=True):
        if tail.startswith(_led(of)):
            return noun.core_end + len(_led(of))
    return None


def anonymous(noun: Noun, agent: Agent, ground: Ground, kind: SpeakerKind | None = None) -> Identity:
    """Somebody who speaks without a name; the country and sector are as far as the words tell."""
    sender = name_in_core(noun)
    known = sender.mention if sender and sender.mention.kind != "media" else None
    sector = sector_of(noun, agent, ground) or (known.sector if known else None)
    country = country_code(noun, ground) or (known.country if known else None)
    if country is None and agent.kind.sector in ("CVL", "MED"):
        country = salient(noun)
    return Identity(None, noun.text, country, sector, kind or agent.kind.kind, anonymous=True)


# The country that lists give a network of many countries.
INTERNATIONAL = "IMG"


def generic(noun: Noun, agent: Agent, sector: str | None, country: str | None, ground: Ground) -> Identity:
    """An actor known by its kind alone, of the country the report is about where the words name none."""
    if sector == "NGO":
        return Identity(None, noun.text, country or "NGO", None, agent.kind.kind, agent.kind.anonymous)
    if agent.kind.id == "men" and noun.words[0].low in _owning(ground):
        return Identity(None, noun.text, country or salient(noun), "UAF", "party")
    kind = "anonymous" if is_unnamed_person(noun, agent, ground) else _kind(agent, sector)
    around = (sector or not agent.kind.weak) and not agent.kind.foe
    where = country or (salient(noun) if around else None)
    return Identity(None, noun.text, where, sector, kind, kind == "anonymous", local=not agent.kind.national)


def elsewhere(noun: Noun, code: str | None) -> Noun:
    """The noun in a report that is about every country but this: "a faction loyal to Turkey" is not Turkey's own."""
    others = Counter({one: weight for one, weight in noun.setting.countries.items() if one != code})
    setting = Setting(others, noun.setting.text, noun.setting.when)
    return replace(noun, found=replace(noun.found, setting=setting))


def of_an_enemy(noun: Noun, ground: Ground) -> Identity | None:
    """ "The enemy shelled the port": whose enemy he is depends on who speaks, so that his country is only one named."""
    agent = noun.agent
    if agent is None or not agent.kind.foe:
        return None
    return generic(noun, agent, sector_of(noun, agent, ground), country_in_tail(noun, ground), ground)


def _kind(agent: Agent, sector: str | None) -> SpeakerKind:
    """How somebody of this sector speaks: a police captain as an official, an army's spokesman as a party."""
    if sector == "COP" and agent.kind.neutral:
        return "official"
    return "party" if agent.kind.spokes and is_armed(sector) and sector != "COP" else agent.kind.kind


def is_unnamed_person(noun: Noun, agent: Agent, ground: Ground) -> bool:
    """Whether the words speak of somebody without saying who: "a Congolese army officer"."""
    phrases = ground.agents.phrases
    single = noun.words[0].low in phrases.single
    if agent.kind.id in ("clergy", "students"):
        return single
    word = noun.words[agent.last].low
    single = single or (noun.first == 0 and word != ground.agents.singular(word))
    foreign = agent.noun in phrases.unnamed_officials and country_hit(noun, ground) is not None
    return single and agent.last == noun.last and (agent.noun in phrases.unnamed_persons or foreign)


def of_state(agent: Agent, sector: str, code: str, ground: Ground) -> Identity:
    """The state's organ of that sector, or somebody of the state where it has none such."""
    if sector not in STATE_SECTORS:
        return Identity(None, agent.noun, code, sector, agent.kind.kind)
    return replace(ground.state(code, sector), local=not agent.kind.national)


def of_the_country(noun: Noun, agent: Agent, sector: str, ground: Ground) -> Identity:
    """ "The army" of the country the report is about; without an id where rivals claim the name."""
    own = country_code(noun, ground) or country_in_tail(noun, ground)
    if own is None and (_are_several(noun, agent, ground) or _is_of_a_stranger(noun, agent, ground)):
        return replace(generic(noun, agent, sector, None, ground), country=None)
    if own is None and not agent.kind.force and not agent.kind.national and _in_territory(noun, ground):
        return replace(generic(noun, agent, sector, None, ground), country=None)
    code = own or _main_state(noun, ground)
    if code is None or not noun.definite or ground.contested(code, noun.setting.when):
        return generic(noun, agent, sector, code, ground)
    return of_state(agent, sector, code, ground)


def _are_several(noun: Noun, agent: Agent, ground: Ground) -> bool:
    """ "The two armies", "both governments": the plural of what a state has one of is not the one of this country."""
    words = [word.low for word in noun.words[agent.first : agent.last + 1]]
    # A noun listed in the plural ("forces") is found as it stands, without its article or with it.
    as_written = (" ".join(words), " ".join(map(ground.agents.bare, words)))
    return agent.noun not in as_written


def _in_territory(noun: Noun, ground: Ground) -> bool:
    """ "The health ministry" in Gaza: where a territory is named, a body there is not that of whichever state is named too."""
    known = ground.names.countries
    return any(code in known and known[code].stateless for code in noun.setting.countries)


def _main_state(noun: Noun, ground: Ground) -> str | None:
    """The state the report is about most; a territory without an army of its own is passed over."""
    ranked = [code for code, _ in noun.setting.countries.most_common()]
    states = [
        code
        for code in ranked
        if code in ground.names.countries and not ground.names.countries[code].stateless
    ]
    return states[0] if states else None


def salient(noun: Noun) -> str | None:
    """The country the report is about most."""
    return noun.setting.main()


def country_hit(noun: Noun, ground: Ground) -> Hit | None:
    """The country's word that belongs to the agent noun: before it, or after "of"."""
    core = [h for h in noun.countries if h.country and h.end <= noun.core_end]
    if core:
        return core[-1]
    after = noun.core_end
    return next(
        (h for h in noun.countries if h.country and _follows_of(noun.text, after, h.start, ground)), None
    )


def _follows_of(text: str, after: int, start: int, ground: Ground) -> bool:
    between, phrases = lowered(text[after:start]), ground.agents.phrases
    led = (of for of in phrases.of_country if between == " " or of)
    belongs = any(between.startswith(_led(of)) for of in led) and len(between.split()) <= 4
    return belongs or any(between == _led(word) for word in phrases.in_country)


def _led(word: str) -> str:
    """A small word with the blanks round it; "d'" has none behind it, and where nothing is written there is one."""
    return f" {word}" if not word or word.endswith("'") else f" {word} "


def _owning(ground: Ground) -> frozenset[str]:
    return ground.agents.phrases.of_a_person | ground.agents.phrases.of_a_body


def _is_credible(code: str | None, hit: Hit, noun: Noun) -> bool:
    """A town that shares its name counts only where the report may be about its country: there are two Tripolis."""
    if hit.country is None or hit.country.role not in ("capital", "area") or code is None or not hit.shared:
        return True
    others = max((n for c, n in noun.setting.countries.items() if c != code), default=0)
    return noun.setting.countries[code] > 1 or others == 0


def country_code(noun: Noun, ground: Ground) -> str | None:
    """The country that the words themselves name."""
    hit = country_hit(noun, ground)
    if hit is not None and _are_of_no_bloc(hit, noun, ground):
        return None
    code = ground.country(hit.country, noun.setting) if hit and hit.country else None
    return code if hit and _is_credible(code, hit, noun) else None


def _are_of_no_bloc(hit: Hit, noun: Noun, ground: Ground) -> bool:
    """ "Arab tribes", "Arab tribal fighters": people of a bloc's name are no body of its states."""
    bloc = hit.country is not None and hit.country.role == "bloc"
    return bloc and noun.agent is not None and sector_of(noun, noun.agent, ground) not in _OF_STATES


def country_in_tail(noun: Noun, ground: Ground) -> str | None:
    """The country where the phrase says they are: "fighters in northern Mali"."""
    for hit in noun.countries:
        if hit.country and hit.start >= noun.core_end and hit.country.role in ("name", "capital", "area"):
            code = ground.country(hit.country, noun.setting)
            return code if _is_credible(code, hit, noun) else None
    return None


def some_of_a_people(noun: Noun, start: int, ground: Ground) -> Identity | None:
    """ "Centinaia di serbi": a word that by itself would mean a state's forces means people where they are counted."""
    hit = next((h for h in noun.countries if h.start == start and h.end == len(noun.text.rstrip())), None)
    if hit is None or hit.country is None or not hit.of_people:
        return None
    code = ground.country(hit.country, noun.setting)
    return Identity(None, noun.text, code, "CVL", "anonymous", anonymous=True)


def are_counted(noun: Noun, hit: Hit, ground: Ground) -> bool:
    """ "deux Libanais": no adjective, by its capital and the figure, number word or article before it."""
    words, before = ground.names.counting, noun.words[noun.head - 1].low if noun.head else ""
    counts = before[:1].isdigit() or before in words.numbers or before in words.articles
    return noun.agent is None and hit.of_people and counts


def is_one_of(noun: Noun, hit: Hit, ground: Ground) -> bool:
    """ "Un palestinese": what describes a state's things is, alone behind the article for one, a person."""
    alone = noun.agent is None and noun.head == noun.last == noun.first
    before = noun.words[noun.head - 1].low if noun.head else ""
    described = hit.country is not None and hit.country.role == "adjective"
    return alone and described and before in ground.names.counting.articles


def was_once(noun: Noun, start: int, ground: Ground) -> bool:
    """ "Gunmen led by a former commander of the front": they are not the front's."""
    words = [word.low for word in noun.words if word.start >= start]
    former = ground.agents.phrases.former
    return not former.isdisjoint(words) or any(w.partition("-")[0] in former for w in words if "-" in w)


def word_at(noun: Noun, start: int) -> int:
    """The number of the word that stands at or behind a place in the phrase."""
    return next((i for i, word in enumerate(noun.words) if word.end > start), len(noun.words))


def bare_count(noun: Noun, ground: Ground) -> Identity | None:
    """A number that stands for people: "dozens", "at least 12"."""
    head = noun.words[noun.head]
    plural = head.low in ground.agents.phrases.crowds
    if ":" in noun.text:
        return None  # "at 23:40"
    if (plural or head.text.isdigit()) and len(noun.words) <= 4 and not noun.countries:
        return Identity(None, noun.text, None, "CVL", "anonymous", anonymous=True)
    return None


def bare_demonym(noun: Noun, ground: Ground) -> Identity | None:
    """An adjective alone, as in "Israeli strikes": the state's forces."""
    for hit in noun.countries:
        whole = hit.start <= noun.core_start and hit.end >= noun.core_end and noun.first == 0
        if whole and hit.country and hit.country.role == "adjective":
            code = ground.country(hit.country, noun.setting)
            return ground.state(code, "MIL") if code else None
    return None


def is_of_a_town(hit: Hit, code: str | None, sector: str | None, noun: Noun, ground: Ground) -> bool:
    """ "mediators from Zawiya", "troops from Zintan" where rivals claim the state: people of a town, not the state."""
    if hit.country is None or hit.country.role != "area":
        return False
    return sector == "GOV" or (code is not None and ground.contested(code, noun.setting.when))


def _is_of_a_stranger(noun: Noun, agent: Agent, ground: Ground) -> bool:
    """ "The Yugoslav army": a name that no list knows says whose it is, so it is not that of the country around."""
    described = ground.agents.language.has_case and noun.words[agent.first].text.islower()
    return described and any(
        word.capital and not word.text.isupper() and not ground.agents.modifier(word.low)
        for word in noun.modifiers(agent)
    )
