"""`hudna code`: claims as JSON lines, or as a table."""

import json
import sys
from dataclasses import asdict

from hudna.cli.coding import Inputs, Tally, code_inputs, progress
from hudna.cli.console import plain, say, write
from hudna.model.coded import Coded


def code_files(
    inputs: Inputs, *, reader: str, workers: int, table: bool, mentions: bool, propose: bool = False
) -> int:
    """The exit code, after every claim was printed."""
    tally, proposals = Tally(), 0
    coding = code_inputs(inputs, tally, reader=reader, workers=workers, names=mentions)
    with progress(coding, quiet=table or sys.stdout.isatty()) as coded_reports:
        for coded in coded_reports:
            if table:
                _show(coded)
            else:
                _print_lines(coded, mentions=mentions)
            if propose:
                proposals += _print_proposals(coded, table=table)
    if propose:
        say(untold(proposals))
    return tally.close()


def untold(number: int) -> str:
    """How many sentences a person should look at, in words."""
    tell = "sentence may tell" if number == 1 else "sentences may tell"
    return f"{number} {tell} of events not coded"


def _print_proposals(coded: Coded, *, table: bool) -> int:
    from hudna.proposing import proposed

    found = proposed(coded)
    for one in found:
        write(
            f"not coded ({one.likeness:.2f}): {plain(one.words.text)}"
            if table
            else one.model_dump_json(by_alias=True)
        )
    return len(found)


def _show(coded: Coded) -> None:
    from hudna.cli.table import show_claims

    show_claims(coded.report, coded.claims)


def _print_lines(coded: Coded, *, mentions: bool) -> None:
    if mentions:
        found = {"schema": "hudna.mentions/1", "report": coded.report.id, **asdict(coded.mentions)}
        write(json.dumps(found, ensure_ascii=False, default=str))
    for claim in coded.claims:
        write(claim.model_dump_json(by_alias=True))
    # Whoever reads the other end of a pipe sees each report as it is done.
    sys.stdout.flush()
