"""`hudna import`: events, forecasts and boundaries of others into a store."""

from collections.abc import Iterator
from pathlib import Path

from hudna.cli.console import counted, say
from hudna.collect.imports import Found, importer_named
from hudna.model.boundary import Boundary
from hudna.model.imported import Imported
from hudna.model.report import Issue
from hudna.store.imports import using_imports

_SHOWN = 20


def take_over(path: Path, *, kind: str, store: Path) -> int:
    """The exit code, after every record of the file that the store did not hold was added."""
    faults: list[Issue] = []
    found = list(_readable(importer_named(kind).read(path), faults))
    events = [one for one in found if isinstance(one, Imported)]
    units = [one for one in found if isinstance(one, Boundary)]
    with using_imports(store, create=True) as held:
        added = held.add_events(events) + held.add_boundaries(units)
    if len(faults) > _SHOWN:
        say(f"{path.name}: {len(faults) - _SHOWN} more could not be read")
    if found:
        say(found[0].terms)
        if events and not events[0].may_be_passed_on:
            say("exports and public pages leave these records out")
    say(f"{counted(len(found), 'record')} read, {added} added, {len(faults)} skipped")
    return 1 if faults else 0


def _readable(found: Iterator[Found], faults: list[Issue]) -> Iterator[Imported | Boundary]:
    for one in found:
        if isinstance(one, Issue):
            faults.append(one)
            if len(faults) <= _SHOWN:
                say(f"{one.input}: {one.reason}; skipped")
        else:
            yield one
