"""`hudna review`: the open questions, and judgements recorded."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from hudna import judging
from hudna.cli.console import counted, plain, say, write
from hudna.cli.table import terminal
from hudna.judging import Wish
from hudna.link.judged import standing
from hudna.model.judgement import Act
from hudna.review import Item
from hudna.store import using_store


def list_open(path: Path, *, limit: int | None, as_json: bool, kind: str | None = None) -> int:
    """Every open question, or those of one kind, most consequential first; the exit code."""
    with using_store(path) as store:
        judging.linked(store)
        items = [item for item in judging.open_items(store) if kind in {None, item.kind}]
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
    wish = Wish(act, tuple(about), author, reason, made, field=field, value=value, withdraws=withdraws)
    with using_store(path) as store:
        done = judging.decide(store, wish)
    for sentence in done.overruled:
        say(sentence)
    now = f"; now: {', '.join(done.incidents)}" if done.incidents else ""
    say(f"{done.judgement.id} recorded{now}")
    return 0


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
