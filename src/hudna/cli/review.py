"""`hudna review`: the open questions, and judgements recorded."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import get_args

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from hudna.cli.console import counted, plain, say, write
from hudna.cli.table import terminal
from hudna.cli.version import linking_version
from hudna.errors import InputError
from hudna.link.judged import fault_in, standing
from hudna.linking import StoreLinking
from hudna.model.incident import Grade, Verification
from hudna.model.judgement import Act, Judgement
from hudna.pipeline import store_linking
from hudna.review import Item, queue
from hudna.store import Store, using_store

_SETTLING = frozenset({"confirm", "verify", "reject", "split", "merge", "correct"})


def list_open(path: Path, *, limit: int | None, as_json: bool) -> int:
    """Every open question, most consequential first; the exit code."""
    with using_store(path) as store:
        _linking(store)
        items = open_items(store)
    shown = items if limit is None else items[:limit]
    if as_json:
        for item in shown:
            write(json.dumps({"schema": "hudna.review/1", **asdict(item)}, ensure_ascii=False))
    else:
        _show(shown)
    say(
        f"{path}: {counted(len(items), 'open question')}{f', {len(shown)} shown' if len(shown) < len(items) else ''}"
    )
    return 0


def open_items(store: Store) -> list[Item]:
    """The open questions of a store whose incidents are up to date."""
    kept = standing(store.judgements())
    settled = {name for one in kept if one.act in _SETTLING for name in one.about}
    incidents = list(store.incidents())
    # A judgement speaks of an incident by the name it had; the incident may have another by now.
    settled |= {
        incident.id for incident in incidents if {f"i-{claim}" for claim in incident.claims} & settled
    }
    return queue(incidents, store.doubtful_claims(), settled)


def list_judgements(path: Path, *, as_json: bool) -> int:
    """Every judgement, oldest first; the exit code."""
    with using_store(path) as store:
        every = store.judgements()
    kept = {one.id for one in standing(every)}
    for one in every:
        if as_json:
            write(one.model_dump_json(by_alias=True))
        else:
            about = ", ".join(one.about) or one.withdraws or ""
            gone = "" if one.id in kept or one.act == "withdraw" else " (withdrawn)"
            what = f" {one.field} = {one.value}" if one.field else ""
            write(
                f"{one.made:%Y-%m-%d %H:%M} {one.id} {one.author}: {one.act} {about}{what}{gone} ({plain(one.reason)})"
            )
    return 0


def decide(
    path: Path, act: Act, about: Sequence[str], *, author: str, reason: str, made: datetime | None,
    field: str | None = None, value: str | None = None, withdraws: str | None = None,
) -> int:  # fmt: skip
    """Record a judgement and bring the incidents in step with it; the exit code."""
    if not author.strip() or not reason.strip():
        raise InputError("a judgement needs an author and a reason that are not empty")
    with using_store(path) as store:
        linking = _linking(store)
        if act in {"split", "confirm", "reject"}:
            value = _claims_named(store, act, about)
        judgement = _judgement(
            act, about, author, reason, made, field=field, value=value, withdraws=withdraws
        )
        _check(store, judgement)
        store.judge(judgement)
        linking.catch_up()
        after = sorted({found.id for name in about if (found := store.incident(name))})
        for sentence in linking.stage.judged.overruled:
            say(sentence)
    now = f"; now: {', '.join(after)}" if after else ""
    say(f"{judgement.id} recorded{now}")
    return 0


def _judgement(
    act: Act, about: Sequence[str], author: str, reason: str, made: datetime | None, *,
    field: str | None, value: str | None, withdraws: str | None,
) -> Judgement:  # fmt: skip
    """The judgement under an id made of all it says, so that saying it twice is saying it once."""
    when = (made or datetime.now(UTC)).replace(microsecond=0)
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    draft = Judgement(
        id="",
        act=act,
        about=tuple(about),
        field=field,
        value=value,
        withdraws=withdraws,
        author=author,
        made=when,
        reason=reason,
    )
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
    for name in one.about:
        if one.act != "grade" or name.startswith("i-"):
            _named(store, name)
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


def _named(store: Store, name: str) -> None:
    if name.startswith("i-"):
        if store.incident(name) is None:
            raise InputError(f"no incident goes by {name!r}")
    elif not any(item.claim.id == name for item in store.find(name)):
        raise InputError(f"no claim goes by {name!r}")


def _values(one: Judgement) -> tuple[str, ...]:
    if one.act == "verify":
        return get_args(Verification)
    if one.act == "grade":
        return get_args(Grade.model_fields[one.field or ""].annotation)
    return ()


def _linking(store: Store) -> StoreLinking:
    linking = store_linking(store, linking_version())
    linking.catch_up()
    return linking


def _show(items: Sequence[Item]) -> None:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, ratio in (
        ("weight", 1),
        ("about", 4),
        ("open question", 6),
        ("what hangs on it", 6),
        ("acts", 3),
    ):
        table.add_column(name, ratio=ratio, justify="right" if name == "weight" else "left")
    for item in items:
        cells = (f"{item.weight:.1f}", item.about, item.why, ", ".join(item.because), ", ".join(item.acts))
        table.add_row(*(Text(plain(cell)) for cell in cells))
    terminal().print(table)
