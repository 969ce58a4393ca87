"""An incident → one sentence that says no more than its claims do, and what else a reader needs beside it."""

import re

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.handful import counts_harmed, counts_people
from hudna.knowledge.people import is_nameless
from hudna.model.claim import COUNTED, Root, Status
from hudna.model.edition import Edition
from hudna.model.incident import Estimate, Incident, Party, Position, Says, Toll, When, Where
from hudna.publish.own_victims import own_victims
from hudna.publish.wording import INFERRED, Wording, wording

# So many speakers are named; the matrix of positions names all.
_NAMED = 3
_BARE = frozenset({"the", "a", "an", "its", "their", "his", "her"})
# Whoever is of these is harmed himself; what an army or a firm loses may be its goods.
_OF_PEOPLE = frozenset({"CVL", "AGR", "MED", "JRN", "REF"})
_MOVING = frozenset({Root.MOBILIZE, Root.RETREAT, Root.AID, Root.CONSULT})


def in_words(incident: Incident, edition: Edition, language: str = "en") -> str:
    """The incident as it is told, without its citations."""
    del edition  # an incident says it all; who asks for words need not know that
    return told(incident, wording(language))


def told(incident: Incident, say: Wording) -> str:
    """The incident in the words of a language; where accounts differ on who did it, each account by itself.

    Actors or deaths of two accounts in one sentence would be told by nobody.
    """
    harmed = _called(_harmed(incident), say)
    beside = say.words.label("harmed", who=harmed) if harmed else ""
    return " ".join(part for part in (_done(incident, say), beside, _dead_beside(incident, say)) if part)


def _is_by_accounts(incident: Incident) -> bool:
    """Whether no one sentence holds all that is told of who did it."""
    return _are_apart(incident) or _are_mixed(incident)


def _dead_beside(incident: Incident, say: Wording) -> str:
    """The deaths of which only those tell who name nobody, where others name several."""
    if not _is_by_accounts(incident) or any(one.says.dead for one in _accounts(incident)):
        return ""
    text = say.dead(incident.fatalities).lstrip(" ,،") if incident.fatalities else ""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _done(incident: Incident, say: Wording) -> str:
    """What was done, by whom to whom."""
    if _is_by_accounts(incident):
        return " ".join(_account(one, incident, say) for one in _accounts(incident))
    loose = _less_firm(incident)
    if loose:
        # "They fought, and the army shelled the hospital, the rebels say": the fight is told, the shelling alleged.
        firm = next(one for one in _tellers(incident) if one.says.who)
        return " ".join(_account(one, incident, say) for one in (*loose[:_NAMED], firm))
    lead = firmest(incident)
    places = incident.places or ((("at", incident.place),) if incident.place else ())
    if incident.status is Status.DECLARED and lead and lead.says.who:
        return _owned_up(incident, lead, places, say)
    rest = _rest(incident, places, incident.occurred, incident.fatalities, say)
    beside = _beside(incident)
    whole = _framed(
        incident, incident.status, _sides(incident, beside), rest, speakers_of(incident, say), say
    )
    return " ".join((whole, *(_account(one, incident, say) for one in beside)))


def _beside(incident: Incident) -> list[Position]:
    """Accounts that name somebody whom those who tell it as firmly as it is held do not name.

    "Residents" who tell of clashes do not say what a spokesman alleges of a brigade.
    """
    named = [who for one in _tellers(incident) for who in one.says.who]
    told = (one for one in _accounts(incident) if one.says.status is not incident.status)
    return [one for one in told if not all(any(_same(who, other) for other in named) for who in one.says.who)]


def _harmed(incident: Incident) -> tuple[Party, ...]:
    """Whom it befell beside a fight, or by accounts that name nobody where others name several; those listed first."""
    told = [one.says for one in incident.positions if one.says.status in COUNTED]
    alone = incident.root is Root.ASSAULT and _is_by_accounts(incident)
    own = own_victims(incident)
    found = [
        party
        for says in told
        for party in (*says.harmed, *(says.whom if alone and not says.who else _of(says.whom, own)))
    ]
    known = [party for says in told if says.who for party in says.whom]
    left = [one for one in found if not _is_toll(one) and not any(_same(one, other) for other in known)]
    return tuple(sorted(left, key=lambda one: one.id is None)[:_NAMED])


def _sides(incident: Incident, beside: list[Position]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who did it to whom by everybody's account; where an account is told beside, by the others'."""
    if not beside:
        harmed = [party for one in incident.positions for party in one.says.harmed]
        harmed += own_victims(incident)
        told = (one for one in incident.positions if one.says.who or not own_victims(incident))
        whom = [party for one in told for party in one.says.whom]
        # By no account did those who fought harm these.
        apart = [one for one in _of(incident.recipients, harmed) if one not in _of(incident.recipients, whom)]
        return incident.actors, tuple(one for one in incident.recipients if one not in apart)
    said = [one.says for one in _as_firm(incident)]
    who = [party for one in said for party in one.who]
    whom = [party for one in said for party in one.whom]
    return _of(incident.actors, who), _of(incident.recipients, whom)


def _of(parties: tuple[Party, ...], named: list[Party]) -> tuple[Party, ...]:
    return tuple(one for one in parties if any(_same(one, other) for other in named))


def _as_firm(incident: Incident) -> list[Position]:
    return [one for one in incident.positions if one.says.status is incident.status]


def _tellers(incident: Incident) -> list[Position]:
    """Who tells it as firmly as it is held: those who say who did it, where any of them does."""
    same = _as_firm(incident)
    return [one for one in same if one.says.who] or same


def _owned_up(incident: Incident, lead: Position, places: tuple[tuple[str, Where], ...], say: Wording) -> str:
    """What a side says of its own act, and beside it the toll that somebody else gives.

    "By their own account" holds of those who say it, of whom they name and of the deaths that they give.
    """
    rest = _rest(incident, places, incident.occurred, lead.says.dead, say)
    sides = (lead.says.who, lead.says.whom)
    own = _framed(incident, incident.status, sides, rest, speakers_of(incident, say), say, lead.says)
    other = _toll_of_another(incident, lead)
    return own if other is None else f"{own} {_account(other, incident, say)}"


def _toll_of_another(incident: Incident, lead: Position) -> Position | None:
    """The deadliest account of somebody else, where the one who acted gives no deaths."""
    tolls = [one for one in incident.positions if one.says.dead and one.says.status in COUNTED]
    if lead.says.dead is not None or not tolls:
        return None
    return max(tolls, key=lambda one: (one.says.dead and (one.says.dead.best or one.says.dead.low)) or 0)


def _account(position: Position, incident: Incident, say: Wording) -> str:
    """What one speaker says happened, and nothing of what others do."""
    says = position.says
    places = (("at", says.where),) if says.where else ()
    rest = _rest(incident, places, _own_day(says.when, incident), says.dead, say)
    said = speaker_of(position, say) if position.speaker else ""
    return _framed(incident, says.status, (says.who, says.whom), rest, said, say, says)


def _own_day(when: When | None, incident: Incident) -> When | None:
    """The day by one account; none where it is only inferred from when that was written and others give it."""
    given = incident.occurred is not None and incident.occurred.basis not in INFERRED
    return None if when is not None and when.basis in INFERRED and given else when


def _rest(
    incident: Incident,
    places: tuple[tuple[str, Where], ...],
    when: When | None,
    dead: Toll | Estimate | None,
    say: Wording,
) -> str:
    return (
        say.where(places, moves=incident.root in _MOVING) + say.when(when) + (say.dead(dead) if dead else "")
    )


def _framed(
    incident: Incident,
    status: Status,
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    rest: str,
    said: str,
    say: Wording,
    account: Says | None = None,
) -> str:
    """The sentence; an account by itself is told as the kind of act that it tells of."""
    root, mode, move = (
        (account.root, account.mode, account.move)
        if account and account.root
        else (incident.root, incident.mode, incident.move)
    )
    if mode == "destroy" and any(_is_person(one) for one in sides[1]):
        mode = None  # "killed 31 people and burnt their homes": what befell people is more than what befell houses
    doer, whom = _called(sides[0], say), _called(_befallen(*sides, mode), say)
    past, base = say.act(root, mode, move, whom=whom, by=doer, rest=rest, several=_fought(incident, sides))
    if status is Status.DECLARED and not doer and said:
        status = Status.REPORTED  # of a deed that nobody owns up to, nobody gives an account of his own
    feared = "feared" if any(one.says.stance == "fears" for one in incident.positions) else "possible"
    text = say.framed(
        status,
        {
            "who": doer or say.words.parts["nobody"], "past": past, "base": base, "said": said,
            "according": say.according(said), "feared": say.words.parts[feared],
        },
    )  # fmt: skip
    return f"{text[:1].upper()}{text[1:]}."


def _fought(incident: Incident, sides: tuple[tuple[Party, ...], tuple[Party, ...]]) -> bool:
    """Whether those who act did it to each other: several, or "two militias", with whose fight others came to harm."""
    doers, whom = sides
    return len(doers) > 1 or (bool(doers) and not whom and any(one.says.harmed for one in incident.positions))


def firmest(incident: Incident) -> Position | None:
    """The position told as firmly as the incident is, by most origins; none where nobody's is known."""
    return max(_as_firm(incident), key=lambda one: (bool(one.says.who), one.origins), default=None)


def _accounts(incident: Incident) -> list[Position]:
    """One position for each set of actors that is named as having done it; the deadliest account first."""
    found: list[Position] = []
    for position in incident.positions:
        told = position.says.status in COUNTED and position.says.who
        if told and not any(_all_named(position, other) for other in found):
            found.append(position)
    named = any(party.id for one in found for party in one.says.who)
    return sorted(
        (one for one in found if not (named and _adds_nothing(one))),
        key=lambda one: -((one.says.dead and (one.says.dead.best or one.says.dead.low)) or 0),
    )


def _adds_nothing(position: Position) -> bool:
    """ "Armed groups fought", beside accounts that say which."""
    says = position.says
    nobody = all(party.id is None and is_nameless(party.text) for party in says.who)
    return nobody and not says.whom and says.dead is None


def _all_named(one: Position, other: Position) -> bool:
    """Whether two positions name the same actors, in fewer words or more."""
    ours, theirs = one.says.who, other.says.who
    return len(ours) == len(theirs) and all(any(_same(a, b) for b in theirs) for a in ours)


def _same(one: Party, other: Party) -> bool:
    """By id, else by words: "the ministry" is "the Tripoli-based defence ministry" told of before."""
    if one.id and other.id:
        return one.id == other.id
    ours, theirs = (frozenset(re.findall(r"\w+", party.text.casefold())) - _BARE for party in (one, other))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def accounts_differ(incident: Incident) -> bool:
    """Whether positions that tell it as having happened name different actors, none of them shared.

    "Gunmen" says nothing against a group that somebody names.
    """
    named = [tuple(one for one in who if one.id or not is_nameless(one.text)) for who in _known(incident)]
    return _none_shared([who for who in named if who])


def _are_apart(incident: Incident) -> bool:
    """Whether those who act are called by words that no two accounts share; one sentence of both would be told by nobody."""
    return _none_shared(_known(incident))


def _are_mixed(incident: Incident) -> bool:
    """Whether nobody who tells whom it befell names all who act: of those who fought each other one shelled the camp."""
    told = [one.says for one in incident.positions if one.says.status in COUNTED and one.says.who]
    directed = [says for says in told if says.whom]
    every = len(incident.actors)
    covered = any(len(_of(incident.actors, list(says.who))) == every for says in directed)
    return bool(directed) and not covered


def _less_firm(incident: Incident) -> list[Position]:
    """Accounts that alone tell whom it befell, where it is held more firmly that something happened there at all."""
    told = [one for one in incident.positions if one.says.status in COUNTED and one.says.who]
    firm = [one.says for one in told if one.says.status is incident.status]
    loose = [one for one in told if one.says.status is not incident.status and one.says.whom]
    return [one for one in loose if not _told_by(one.says.whom, firm)] if firm else []


def _told_by(whom: tuple[Party, ...], accounts: list[Says]) -> bool:
    return any(_same(one, other) for one in whom for says in accounts for other in says.whom)


def _known(incident: Incident) -> list[tuple[Party, ...]]:
    return [one.says.who for one in incident.positions if one.says.status in COUNTED and one.says.who]


def _none_shared(known: list[tuple[Party, ...]]) -> bool:
    return any(not any(_same(a, b) for a in one for b in other) for one in known for other in known)


def speakers_of(incident: Incident, say: Wording) -> str:
    """Who tells it in the way in which it is held; nothing where reports do so in their own voice."""
    names = list(dict.fromkeys(speaker_of(one, say) for one in _tellers(incident) if one.speaker))
    if len(names) > _NAMED:
        names = [*names[:_NAMED], say.words.label("others", number=len(names) - _NAMED)]
    return say.words.listed(names)


def speaker_of(position: Position, say: Wording) -> str:
    """A speaker by name; a report in its own voice by its publisher."""
    if position.speaker is None:
        return position.source or say.words.parts["own_voice"]
    return say.voice(position.speaker.text, position.speaker.id, anonymous=position.anonymous)


def _befallen(doers: tuple[Party, ...], parties: tuple[Party, ...], mode: str | None) -> tuple[Party, ...]:
    """Whom it befell, of all accounts: nobody befell himself, a place is taken from those who could hold it, and people
    whom every account counts in its own words are told once.
    """
    found = [one for one in parties if not any(_same(one, doer) for doer in doers) and not _is_toll(one)]
    if mode == "seize":
        return tuple(one for one in found if is_armed(one.sector) or one.sector == "GOV")
    counted = [one for one in found if one.id is None and counts_people(one.text)]
    return tuple(one for one in found if one not in counted[1:])


def _is_person(party: Party) -> bool:
    """People rather than what they own, by what they are or because they are counted."""
    return party.sector in _OF_PEOPLE or counts_people(party.text)


def _is_toll(party: Party) -> bool:
    """ "Attacked eleven dead": what only says how many were harmed is told as deaths."""
    return party.id is None and counts_harmed(party.text)


def _called(parties: tuple[Party, ...], say: Wording) -> str:
    """Each once, by the fullest words: "the ministry" beside "the defence ministry" is the same."""
    kept: list[Party] = []
    for one in parties:
        known = next((at for at, other in enumerate(kept) if _same(one, other)), None)
        if known is None:
            kept.append(one)
        elif len(one.text) > len(kept[known].text):
            kept[known] = one
    return say.words.listed(list(dict.fromkeys(say.called(one.text, one.id) for one in kept)))
