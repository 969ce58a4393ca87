"""`hudna run`: reports into a store, and a situation report out of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hudna.cli.coding import Inputs, Tally, code_inputs, progress
from hudna.cli.console import counted, say
from hudna.cli.version import coder_version, linking_version
from hudna.errors import InputError
from hudna.store import Store, using_store

# Reports that are linked together: enough that an incident told by several is made once.
_TOGETHER = 20


def run_into_store(
    inputs: Inputs, *, store: Path, out: Path | None, alerts: Path | None = None, reader: str, workers: int,
    table: bool, propose: bool = False,
) -> int:  # fmt: skip
    """The exit code, after every report that the store did not hold was coded into it."""
    if out is not None:
        _make_folder(out)
    with _written_at_the_end(out, beside=alerts is not None) as write_later:
        with using_store(store, create=True) as opened:
            tally = _code_into(opened, inputs, reader=reader, workers=workers, table=table)
            if propose:
                from hudna.cli.code import untold
                from hudna.proposing import propose as look_through

                say(
                    f"{untold(look_through(opened))}; `hudna review --kind sentence` lists those that are open"
                )
            summary = opened.summary()
        write_later(store)
        held = [(summary.reports, "report"), (summary.claims, "claim"), (summary.incidents, "incident")]
        say(f"{store} holds {', '.join(counted(*one) for one in held)}; chain {summary.head[:16]}")
        code = tally.close()
        if alerts is not None:
            from hudna.cli.warn import write_alerts

            code = max(code, write_alerts(store, alerts))
    return code


@contextmanager
def _written_at_the_end(out: Path | None, *, beside: bool) -> Iterator[Callable[[Path], None]]:
    """Takes a store whose situation report is to be written; `beside`: where something else is to be done meanwhile."""
    if out is None:
        yield lambda _store: None
        return
    from hudna.laying_out import LayingOut

    with LayingOut(wanted=beside) as laying_out, ExitStack() as at_the_end:

        def write_later(store: Path) -> None:
            from hudna.cli.documents import begin_sitreps

            at_the_end.callback(begin_sitreps(store, out, laying_out))

        yield write_later


def _code_into(store: Store, inputs: Inputs, *, reader: str, workers: int, table: bool) -> Tally:
    from hudna.pipeline import store_linking

    coder, tally = coder_version(reader), Tally()
    run = store.start(coder)
    linking = store_linking(store, linking_version())
    # What a run that was broken off left unlinked, or what judgements and new rules ask for.
    linking.catch_up()
    waiting: list[int] = []
    coding = code_inputs(
        inputs, tally, reader=reader, workers=workers, held=lambda report: store.has(report, coder)
    )
    with progress(coding, quiet=table) as coded_reports:
        for coded in coded_reports:
            if (coding_number := store.add(coded, coder=coder, run=run)) is not None:
                waiting.append(coding_number)
            if len(waiting) == _TOGETHER:
                linking.link(waiting)
                waiting.clear()
            if table:
                from hudna.cli.table import show_claims

                show_claims(coded.report, coded.claims)
    linking.link(waiting)
    for issue in tally.issues:
        store.add_issue(issue, run=run)
    store.end(run, coder, coded=tally.coded, skipped=tally.skipped, claims=tally.claims)
    return tally


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {error.strerror}") from error
