"""A claim → one English sentence that says no more than the claim does.

The verbs stand in the past or after 'will', 'would' and 'could', so that they fit
one actor or many without guessing which.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hudna.knowledge.files import read_yaml
from hudna.model.claim import Actor, Claim, Count, Event, Occurred, Place, Root, SpeechAct, Status
from hudna.model.days import on_day

_PHRASES = Path(__file__).parent / "phrases.yml"
_ROLES = {
    "at": "in",
    "to": "to",
    "from": "from",
    "toward": "towards",
    "along": "along",
    "near": "near",
    "origin": "out of",
}
_HELD = {
    "controlled": "is said to be held by", "nominal": "is said to be nominally held by",
    "contested": "is said to be contested by", "influence": "is said to be under the influence of",
    "none": "is said not to be held by",
}  # fmt: skip
_NOBODY = "someone not named"
_ARTICLES = re.compile(
    r"(The|A|An|Some|Several|Many|Both|At least|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?= )"
)
_PRONOUN = re.compile(
    r"(it|its|he|his|him|she|her|they|them|their|we|our|us|i|who|which|il|elle|ils|elles|on|qui|egli|essi|lo|la|li)",
    re.IGNORECASE,
)
# A place vaguer than this is said with its radius.
_VAGUE_KM = 50


def sentence(claim: Claim) -> str:
    """The claim in words, without its citation."""
    if claim.event:
        words = _event(claim, claim.event)
    elif claim.control:
        area = claim.control.area.name if claim.control.area else "a place not named"
        holder = named(claim.control.holder.text) if claim.control.holder else _NOBODY
        words = f"{_according(speakers(claim))}{area} {_HELD[claim.control.status]} {holder}"
    elif claim.purpose:
        doer = f" of {named(claim.purpose.by.text)}" if claim.purpose.by else ""
        words = f"the purpose of the move{doer} is said{_by(claim, '')} to be: “{claim.purpose.text}”"
    else:
        words = _composition(claim)
    return f"{words[:1].upper()}{words[1:]}."


def speakers(claim: Claim) -> str:
    """Who says so, innermost first: '“military sources” (no name), relayed by the daily'."""
    said = [f"“{one.text}” (no name given)" if one.anonymous else named(one.text) for one in claim.speakers]
    return ", relayed by ".join(said)


def named(words: str) -> str:
    """The words of a name as they stand inside a sentence."""
    if _PRONOUN.fullmatch(words):
        return f"those meant by “{words}”"
    return _ARTICLES.sub(lambda article: article[0].lower(), words, count=1) if words[:1].isupper() else words


def when(occurred: Occurred | None) -> str:
    """', on 5 May 2023', with how sure that is; nothing where nothing is known."""
    if occurred is None:
        return ""
    first, last = occurred.earliest, occurred.latest
    if last is None:
        return f", “{occurred.text}”" if occurred.text else ""
    if first is None:
        return f", by {on_day(last)}"
    days = f"on {on_day(first)}" if first == last else f"between {on_day(first)} and {on_day(last)}"
    inferred = " (day inferred)" if occurred.basis in {"inherited", "published", "dateline"} else ""
    return f", {days}{inferred}"


def where(places: Sequence[Place], *, moves: bool = True) -> str:
    """' in Sabha' or ' towards the border (within about 350 km)'; nobody attacks "to" a place."""
    heading = _ROLES if moves else {**_ROLES, "to": "in", "toward": "near"}
    once = {place.name: place for place in reversed(places)}
    grouped: dict[str, list[str]] = {}
    for place in reversed(once.values()):
        grouped.setdefault(heading[place.role], []).append(_place(place))
    return "".join(f" {preposition} {_listed(found)}" for preposition, found in grouped.items())


def names(actors: Sequence[Actor]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return _listed(list(dict.fromkeys(named(actor.text) for actor in actors)))


def _listed(texts: Sequence[str]) -> str:
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def _event(claim: Claim, event: Event) -> str:  # noqa: PLR0911  # one return for each status
    who = names(event.actors) or _NOBODY
    past, base = (f"{verb}{_rest(event)}" for verb in _verbs(event))
    said = speakers(claim)
    match claim.status:
        case Status.ACTUAL:
            return f"{who} {past}"
        case Status.DECLARED:
            return f"by their own account, {who} {past}"
        case Status.REPORTED:
            return f"according to {said}, {who} {past}" if said else f"{who} reportedly {past}"
        case Status.ALLEGED:
            return f"as alleged by {said}, {who} {past}" if said else f"{who} allegedly {past}"
        case Status.PLANNED:
            return f"{_according(said)}{who} will, as planned or announced, {base}"
        case Status.CONDITIONAL:
            return f"{_according(said)}{who} would {base} if a condition were met"
        case Status.HYPOTHETICAL:
            feared = (
                "feared"
                if claim.speech_act in {SpeechAct.FEAR, SpeechAct.CONCERN, SpeechAct.WARN}
                else "held possible"
            )
            return f"it is {feared}{_by(claim)} that {who} could {base}"
        case Status.DENIED:
            return f"{said or 'an account'} denied that {who} {past}"
        case Status.DEMANDED:
            return f"{said or 'a voice not named'} demanded that {who} {base}"
        case Status.HISTORICAL | Status.STATE:
            return f"{_according(said)}{who} {past} (told as background)"


def _composition(claim: Claim) -> str:
    made = claim.composition
    if made is None:
        return f"“{claim.text}”"
    of = f"“{made.of.text}”" if made.of else "a force"
    share = f" for {made.share}" if made.share else ""
    return f"{of} is said{_by(claim, '')} to consist{share} of {names(made.made_of)}"


def _verbs(event: Event) -> tuple[str, str]:
    entry: dict[str, Any] = read_yaml(_PHRASES)[event.root.value]
    by_move = entry.get("moves", {}).get(event.move)
    by_mode = entry.get("modes", {}).get(event.mode)
    past, base = (by_move or by_mode or entry)["to" if event.recipients else "alone"]
    return past, base


def _rest(event: Event) -> str:
    whom = f" {names(event.recipients)}" if event.recipients else ""
    moves = event.root in {Root.MOBILIZE, Root.RETREAT, Root.AID, Root.CONSULT}
    return f"{whom}{where(event.places, moves=moves)}{when(event.occurred)}{_dead(event.fatalities)}"


def _dead(count: Count) -> str:
    if count.text and (count.low or count.best or count.high):
        return f", with deaths given as “{count.text}”"
    number = count.best if count.best is not None else count.low
    return f", with deaths given as {number}" if number else ""


def _according(said: str) -> str:
    return f"according to {said}, " if said else ""


def _by(claim: Claim, comma: str = ",") -> str:
    said = speakers(claim)
    return f"{comma} by {said}" if said else ""


def _place(place: Place) -> str:
    vague = place.radius_km is not None and place.radius_km >= _VAGUE_KM and place.precision != "country"
    return f"{place.name} (within about {place.radius_km:.0f} km)" if vague else place.name
