"""`hudna sitrep` and `hudna report`: documents of a store, in a language and a layout."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hudna.editing import watched_agreements
from hudna.errors import InputError
from hudna.knowing import edition_of
from hudna.knowledge.agreements import agreement_named
from hudna.laying_out import LayingOut
from hudna.model.edition import Edition
from hudna.publish import ceasefire_report, incident_dossier, laid_out, situation
from hudna.publish.document import Document, Note

_BINARY = {"pdf", "docx"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a document is to be written."""

    layout: str = "md"
    language: str = "en"
    as_of: date | None = None
    public: bool = False
    notes: Path | None = None
    out: Path | None = None


def write_sitrep(store: Path, wanted: Wanted, *, period: str | None) -> int:
    """The situation report of a store."""
    edition = _edition(store, wanted)
    return _write(_sitrep(edition, wanted, period), wanted)


def write_dossier(store: Path, wanted: Wanted, *, incident: str) -> int:
    """Everything about one incident of a store."""
    edition = _edition(store, wanted)
    agreements = watched_agreements(edition)
    return _write(
        incident_dossier(
            edition, incident, language=wanted.language, agreements=agreements, notes=_notes(wanted)
        ),
        wanted,
    )


def write_ceasefire(store: Path, wanted: Wanted, *, agreement: str | None) -> int:
    """An agreement provision by provision."""
    edition = _edition(store, wanted)
    watched = (agreement_named(agreement),) if agreement else watched_agreements(edition)
    if len(watched) != 1:
        names = ", ".join(one.id for one in watched) or "none"
        raise InputError(f"agreements of the countries told of: {names}; --agreement ID says which")
    return _write(
        ceasefire_report(edition, watched[0], language=wanted.language, notes=_notes(wanted)), wanted
    )


def begin_sitreps(store: Path, folder: Path, laying_out: LayingOut) -> Callable[[], None]:
    """The situation report of a store as it is now; what is given back writes sitrep.md and sitrep.html in the folder."""
    layouts = ("md", "html")
    made = laying_out.begin(_sitrep(edition_of(store, None), Wanted(), None), layouts)

    def write() -> None:
        for layout, content in zip(layouts, made(), strict=True):
            (folder / f"sitrep.{layout}").write_bytes(content)

    return write


def _edition(store: Path, wanted: Wanted) -> Edition:
    # A person may write anything in a note; what leaves the mission must be read by a person first.
    if wanted.public and wanted.notes:
        raise InputError("--public cannot be combined with --notes: nobody can tell what a note gives away")
    if wanted.layout in _BINARY and wanted.out is None and sys.stdout.isatty():
        raise InputError(f"{wanted.layout} is no text for a terminal; --out FILE takes it")
    return edition_of(store, wanted.as_of, public=wanted.public)


def _sitrep(edition: Edition, wanted: Wanted, period: str | None) -> Document:
    agreements = watched_agreements(edition)
    return situation(
        edition, language=wanted.language, period=period, agreements=agreements, notes=_notes(wanted)
    )


def _notes(wanted: Wanted) -> tuple[Note, ...]:
    """An analyst's own texts: lines of JSON with section, author and text."""
    if wanted.notes is None:
        return ()
    found = []
    for number, line in enumerate(wanted.notes.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            found.append(_note(line, f"{wanted.notes}:{number}"))
    return tuple(found)


def _note(line: str, where: str) -> Note:
    try:
        held = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from error
    fields = ("section", "author", "text")
    if (
        not isinstance(held, dict)
        or set(held) != set(fields)
        or not all(isinstance(held[name], str) for name in fields)
    ):
        raise InputError(f"{where}: a note is an object with {', '.join(fields)}, all text")
    return Note(**held)


def _write(document: Document, wanted: Wanted) -> int:
    made = laid_out(document, wanted.layout)
    if wanted.out is not None:
        wanted.out.write_bytes(made)
    else:
        sys.stdout.buffer.write(made)
        sys.stdout.flush()
    return 0
