"""A person's judgement → a record of the store, after asking whether it can be made at all.

The command line and the server judge through this one door. What is recorded is read by
linking at once; nothing is changed in what was coded.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import get_args

from hudna.errors import InputError
from hudna.link.judged import fault_in, standing
from hudna.linking import StoreLinking
from hudna.model.incident import Grade, Verification
from hudna.model.judgement import Act, Judgement
from hudna.pipeline import questions_named, store_linking
from hudna.review import Item, queue
from hudna.store import Store
from hudna.store.proposals import proposals_held
from hudna.versions import linking_version
from hudna.weigh.resolved import VOID

# Acts after which a question counts as answered.
SETTLING = frozenset({"confirm", "verify", "reject", "split", "merge", "correct"})
# What can be said of a sentence that nothing was coded from: it tells of an event, it does not, a remark.
OF_SENTENCES = frozenset({"confirm", "reject", "comment"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to record."""

    act: Act
    about: tuple[str, ...]
    author: str
    reason: str
    made: datetime | None = None
    field: str | None = None
    value: str | None = None
    withdraws: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of it: the record, the incidents it is about as they are now, and what it overrules."""

    judgement: Judgement
    added: bool
    incidents: tuple[str, ...]
    overruled: tuple[str, ...]


def linked(store: Store) -> StoreLinking:
    """The linking of a store, in step with its claims and judgements."""
    linking = store_linking(store, linking_version())
    linking.catch_up()
    return linking


def open_items(store: Store) -> list[Item]:
    """The open questions of a store whose incidents are up to date."""
    kept = standing(store.judgements())
    settled = {name for one in kept if one.act in SETTLING for name in one.about}
    incidents = list(store.incidents())
    # A judgement speaks of an incident by the name it had; the incident may have another by now.
    settled |= {
        incident.id for incident in incidents if {f"i-{claim}" for claim in incident.claims} & settled
    }
    with store.connection() as connection:
        proposals = proposals_held(connection)
    return queue(incidents, store.doubtful_claims(), settled, proposals)


def decide(store: Store, wish: Wish) -> Decided:
    """Record a judgement and bring the incidents in step with it; InputError says what cannot be judged so."""
    if not wish.author.strip() or not wish.reason.strip():
        raise InputError("a judgement needs an author and a reason that are not empty")
    linking = linked(store)
    judgement = _judgement(store, wish)
    _check(store, judgement)
    added = store.judge(judgement)
    linking.catch_up()
    after = sorted({found.id for name in wish.about if (found := store.incident(name))})
    return Decided(judgement, added, tuple(after), tuple(linking.stage.judged.overruled))


def _judgement(store: Store, wish: Wish) -> Judgement:
    """The judgement under an id made of all it says, so that saying it twice is saying it once."""
    value = wish.value
    if wish.act in {"merge", "split", "confirm", "reject"}:
        value = _claims_named(store, wish.act, wish.about)
    # Two judgements of one second have an order: the clock's moment is kept whole.
    when = wish.made.replace(microsecond=0) if wish.made else datetime.now(UTC)
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    draft = Judgement(
        id="", act=wish.act, about=wish.about, field=wish.field, value=value, withdraws=wish.withdraws,
        author=wish.author, made=when, reason=wish.reason,
    )  # fmt: skip
    return draft.model_copy(update={"id": "j-" + sha256(draft.model_dump_json().encode()).hexdigest()[:12]})


def _claims_named(store: Store, act: str, about: Sequence[str]) -> str | None:
    """The claims it is about, as they are now: those that stay, or all that the incidents hold."""
    held = [
        claim
        for name in about
        if (found := store.incident(name)) and name.startswith("i-")
        for claim in found.claims
    ]
    if act == "split":
        return json.dumps([claim for claim in held if claim not in about])
    return json.dumps(held) if held else None


def _check(store: Store, one: Judgement) -> None:
    """InputError names what cannot be judged so, and what could."""
    if one.act == "withdraw":
        if one.withdraws not in {other.id for other in store.judgements()}:
            raise InputError(f"there is no judgement {one.withdraws!r}; `hudna review log` lists them")
        return
    if one.act == "resolve":
        _check_resolved(one)
        return
    for name in one.about:
        if one.act != "grade" or name.startswith("i-"):
            _named(store, name, one.act)
    if one.act == "split" and (not json.loads(one.value or "[]") or len(one.about) < 2):
        raise InputError("a split leaves claims on both sides; name some of the incident's claims, not all")
    if one.act == "merge" and len({store.incident(name) for name in one.about}) < 2:
        raise InputError("a merge needs two incidents that are not one already")
    allowed = _values(one)
    if allowed and one.value not in allowed:
        raise InputError(f"{one.act} cannot be {one.value!r}; one of {', '.join(allowed)} would be right")
    if one.act == "correct":
        found = (
            store.incident(one.about[0])
            if one.about[0].startswith("i-")
            else store.find(one.about[0])[0].claim
        )
        if found and (fault := fault_in(one, found)):
            raise InputError(f"{one.about[0]}: {fault}")


def _check_resolved(one: Judgement) -> None:
    """A question, with its unit after a slash where it has one, and a hypothesis of it that held."""
    for question in questions_named([name.partition("/")[0] for name in one.about]):
        known = [*(hypothesis.id for hypothesis in question.hypotheses), VOID]
        if one.value not in known:
            raise InputError(
                f"{question.id} cannot be resolved as {one.value!r}; one of {', '.join(known)} would be right"
            )


def _named(store: Store, name: str, act: str) -> None:
    if name.startswith("s-"):
        _named_sentence(store, name, act)
    elif name.startswith("i-"):
        if store.incident(name) is None:
            raise InputError(f"no incident goes by {name!r}")
    elif not any(item.claim.id == name for item in store.find(name)):
        raise InputError(f"no claim goes by {name!r}")


def _named_sentence(store: Store, name: str, act: str) -> None:
    with store.connection() as connection:
        held = {one.id for one in proposals_held(connection)}
    if name not in held:
        raise InputError(f"no sentence put up for review goes by {name!r}")
    if act not in OF_SENTENCES:
        raise InputError(
            f"{name} is a sentence without a claim; {', '.join(sorted(OF_SENTENCES))} would be right, not {act}"
        )


def _values(one: Judgement) -> tuple[str, ...]:
    if one.act == "verify":
        return get_args(Verification)
    if one.act == "grade":
        return get_args(Grade.model_fields[one.field or ""].annotation)
    return ()
