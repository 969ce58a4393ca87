"""People's judgements as what linking does with them: pairs, rejections, corrections, grades.

Judgements are read newest first; an older one that contradicts a newer one is overruled,
and said to be. A withdrawn one is as if it had never been made.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from hudna.knowledge.actor_packs import Outlet
from hudna.knowledge.affiliations import Affiliations, affiliations
from hudna.knowledge.folding import fold
from hudna.link.cluster import Forest, Wishes
from hudna.link.incident import PREFIX
from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement

ModelT = TypeVar("ModelT", bound=BaseModel)
# What names a record or says what it rests on is nobody's to correct.
_FIXED = frozenset({"schema", "schema_", "id", "claims", "reports", "report", "origins", "judgements"})
_RUNGS = {"raw": 0, "reported": 1, "corroborated": 2, "documented": 3, "established": 4}


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands of people's judgements."""

    wishes: Wishes = Wishes()
    rejected: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    corrections: dict[str, list[Judgement]] = field(default_factory=dict)
    about_incidents: dict[str, list[Judgement]] = field(default_factory=dict)
    sources: dict[str, Judgement] = field(default_factory=dict)
    overruled: tuple[str, ...] = ()


def claim_named(name: str) -> str:
    """The claim that an incident is named after; a claim's own id otherwise."""
    return name.removeprefix(PREFIX)


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody has withdrawn, oldest first; a withdrawal can itself be withdrawn."""
    ordered = sorted(judgements, key=lambda one: (one.made, one.id))
    gone: set[str] = set()
    for one in reversed(ordered):
        if one.act == "withdraw" and one.withdraws and one.id not in gone:
            gone.add(one.withdraws)
    return [one for one in ordered if one.id not in gone and one.act != "withdraw"]


def read_judgements(judgements: Iterable[Judgement]) -> Judged:
    """What linking has to do with them."""
    kept = standing(judgements)
    wishes, overruled = _wishes(kept)
    corrections, incidents, sources = defaultdict(list), defaultdict(list), {}
    for one in kept:
        for name in one.about:
            if one.act == "grade" and not name.startswith(PREFIX):
                sources[name] = one
            elif name.startswith(PREFIX):
                incidents[claim_named(name)].append(one)
            elif one.act == "correct":
                corrections[name].append(one)
    rejected = {claim for one in kept if one.act == "reject" for claim in _named_claims(one)}
    confirmed = {claim for one in kept if one.act == "confirm" for claim in _named_claims(one)}
    return Judged(
        wishes, frozenset(rejected), frozenset(confirmed), dict(corrections), dict(incidents), sources,
        tuple(overruled),
    )  # fmt: skip


def _named_claims(one: Judgement) -> list[str]:
    """The claims a judgement is about: those it lists, else those its incidents are named after."""
    listed = json.loads(one.value) if one.value and one.value.startswith("[") else []
    return [*(name for name in one.about if not name.startswith(PREFIX)), *map(str, listed)] or [
        claim_named(name) for name in one.about
    ]


def _pairs(one: Judgement) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs that a judgement wants together, and apart."""
    if one.act in {"merge", "confirm"}:
        # All with the first: what hangs on one claim hangs together, and a thousand copies are no million pairs.
        named = sorted({*map(claim_named, _named_claims(one))})
        return [(named[0], other) for other in named[1:]], []
    if one.act == "split":
        leaving = [name for name in one.about if not name.startswith(PREFIX)]
        staying = json.loads(one.value) if one.value else [claim_named(one.about[0])]
        apart = [_ordered(a, b) for a, b in product(leaving, staying) if a != b]
        return [*combinations(sorted(leaving), 2)], apart
    return [], []


def _wishes(kept: Sequence[Judgement]) -> tuple[Wishes, list[str]]:
    """Newest first; a pair that would contradict what is already granted is left out."""
    together: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    overruled = []
    for one in reversed(kept):
        wanted, unwanted = _pairs(one)
        granted = {pair for pair in unwanted if not _joined(pair, together)}
        apart |= granted
        added = {pair for pair in wanted if _allowed(pair, together, apart)}
        together |= added
        if len(granted) < len(unwanted) or len(added) < len(wanted):
            overruled.append(f"{one.id} ({one.act} by {one.author}) is overruled in part by newer judgements")
    return Wishes(frozenset(together), frozenset(apart)), overruled


def _forest(pairs: Iterable[tuple[str, str]], more: Iterable[str] = ()) -> Forest:
    forest = Forest({claim for pair in pairs for claim in pair} | set(more))
    for one, other in pairs:
        forest.join(one, other)
    return forest


def _joined(pair: tuple[str, str], together: set[tuple[str, str]]) -> bool:
    forest = _forest(together, pair)
    return forest.top(pair[0]) == forest.top(pair[1])


def _allowed(pair: tuple[str, str], together: set[tuple[str, str]], apart: set[tuple[str, str]]) -> bool:
    forest = _forest(together | {pair}, (claim for one in apart for claim in one))
    return all(forest.top(one) != forest.top(other) for one, other in apart)


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def corrected_claim(claim: Claim, judged: Judged) -> Claim:
    """The claim with people's corrections; one that does not fit the record is left out, see `faults_of`.

    What a person confirms counts, however unsure the reading was.
    """
    if claim.unsure and claim.id in judged.confirmed:
        claim = claim.model_copy(update={"counts": True, "review": None})
    for one in judged.corrections.get(claim.id, ()):
        claim = _set(claim, one.field or "", one.value) or claim
    return claim


def judged_incident(incident: Incident, judged: Judged) -> Incident:
    """The incident with what people have judged of it; judgements of any of its claims are named."""
    named = [one for claim in incident.claims for one in judged.about_incidents.get(claim, ())]
    touched = [one for claim in incident.claims for one in judged.corrections.get(claim, ())]
    for one in sorted(named, key=lambda one: (one.made, one.id)):
        incident = _apply(incident, one)
    ids = tuple(
        dict.fromkeys(one.id for one in sorted([*named, *touched], key=lambda one: (one.made, one.id)))
    )
    return incident.model_copy(update={"judgements": ids}) if ids else incident


def _apply(incident: Incident, one: Judgement) -> Incident:
    if one.act == "verify":
        update = {"verification": one.value, "ladder": _RUNGS.get(one.value or "", incident.ladder)}
        return incident.model_copy(update=update)
    if one.act == "grade":
        reasons = (*incident.grade.because, f"credibility {one.value} by {one.author}: {one.reason}")
        changed = incident.grade.model_copy(update={"credibility": one.value, "because": reasons})
        return incident.model_copy(update={"grade": changed})
    if one.act == "correct":
        return _set(incident, one.field or "", one.value) or incident
    return incident


def fault_in(one: Judgement, record: BaseModel) -> str | None:
    """Why a correction cannot be made to that record; None where it can."""
    top = (one.field or "").split(".")[0]
    if not top or top in _FIXED:
        return f"field '{one.field}' cannot be corrected"
    if _set(record, one.field or "", one.value) is None:
        return f"field '{one.field}' cannot be set to {one.value!r}"
    return None


def _set(record: ModelT, path: str, value: str | None) -> ModelT | None:
    """The record with one field set, by a path such as `event.places.0.name`; None where it does not fit."""
    if path.split(".", maxsplit=1)[0] in _FIXED:
        return None
    whole = record.model_dump(mode="json", by_alias=True)
    if not _put(whole, path.split("."), _parsed(value)):
        return None
    try:
        return type(record).model_validate(whole)
    except ValidationError:
        return None


def _put(whole: Any, steps: list[str], value: Any) -> bool:
    for step in steps[:-1]:
        whole = _inside(whole, step)
        if whole is None:
            return False
    last = steps[-1]
    if isinstance(whole, dict) and last in whole:
        whole[last] = value
        return True
    if isinstance(whole, list) and last.isdigit() and int(last) < len(whole):
        whole[int(last)] = value
        return True
    return False


def _inside(whole: Any, step: str) -> Any:
    if isinstance(whole, dict):
        return whole.get(step)
    if isinstance(whole, list) and step.isdigit() and int(step) < len(whole):
        return whole[int(step)]
    return None


def _parsed(value: str | None) -> Any:
    """A value as JSON where it is JSON, else the words."""
    try:
        return json.loads(value) if value is not None else None
    except json.JSONDecodeError:
        return value


def graded_sources(known: Affiliations, judged: Judged) -> Affiliations:
    """What is known of sources with the letters that people have given them."""
    outlets, actors = dict(known.outlets), dict(known.actors)
    for name, one in judged.sources.items():
        update = {
            "reliability": one.value, "reliability_because": f"{one.author}: {one.reason}",
            "reliability_since": one.made.date(),
        }  # fmt: skip
        if name in actors:
            actors[name] = actors[name].model_copy(update=update)
        else:
            outlet = known.outlet(name) or Outlet(id=fold(name), name=name, country=None)
            outlets[outlet.id] = outlet.model_copy(update=update)
    return affiliations(actors.values(), outlets.values(), known.theatres)
