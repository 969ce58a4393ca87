"""`hudna run`: reports into a store, and a situation report out of it."""

from pathlib import Path

from hudna.cli.coding import Inputs, Tally, code_inputs, progress
from hudna.cli.console import counted, say
from hudna.cli.outputs import write_sitreps
from hudna.cli.version import coder_version
from hudna.errors import InputError
from hudna.store import Store, using_store


def run_into_store(
    inputs: Inputs, *, store: Path, out: Path | None, reader: str, workers: int, table: bool
) -> int:
    """The exit code, after every report that the store did not hold was coded into it."""
    if out is not None:
        _make_folder(out)
    with using_store(store, create=True) as opened:
        tally = _code_into(opened, inputs, reader=reader, workers=workers, table=table)
        if out is not None:
            write_sitreps(opened, out)
        summary = opened.summary()
    say(
        f"{store} holds {counted(summary.reports, 'report')} and {counted(summary.claims, 'claim')}; chain {summary.head[:16]}"
    )
    return tally.close()


def _code_into(store: Store, inputs: Inputs, *, reader: str, workers: int, table: bool) -> Tally:
    coder, tally = coder_version(reader), Tally()
    run = store.start(coder)
    coding = code_inputs(
        inputs, tally, reader=reader, workers=workers, held=lambda report: store.has(report, coder)
    )
    with progress(coding, quiet=table) as coded_reports:
        for coded in coded_reports:
            store.add(coded, coder=coder, run=run)
            if table:
                from hudna.cli.table import show_claims

                show_claims(coded.report, coded.claims)
    for issue in tally.issues:
        store.add_issue(issue, run=run)
    store.end(run, coder, coded=tally.coded, skipped=tally.skipped, claims=tally.claims)
    return tally


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {error.strerror}") from error
