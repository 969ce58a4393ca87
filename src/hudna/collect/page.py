"""A web page → its article as a report. Offsets point into the extracted text."""

import logging
import re
from datetime import date
from functools import cache
from typing import Any

from hudna.collect.decode import decode_html
from hudna.collect.defaults import Defaults
from hudna.collect.fields import check_text, id_of_file, parse_language, parse_published
from hudna.errors import InputError
from hudna.model.report import Report

_LANG = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z-]+)", re.IGNORECASE)


def read_page(name: str, data: bytes, defaults: Defaults) -> Report:
    """The article of the page, with the title, publisher and day that its head declares."""
    markup = decode_html(data)
    found = _extract(markup, defaults.today)
    if found is None or not (found.text or "").strip():
        raise InputError("is a web page without a readable text")
    text = check_text(found.text)
    return Report(
        id=id_of_file(name, text),
        text=text,
        title=found.title or None,
        url=found.url or None,
        source=found.sitename or defaults.source,
        published=_published(found.date, defaults.today) or defaults.published,
        language=_language(markup) or defaults.language,
    )


@cache
def _quiet() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def _extract(markup: str, today: date) -> Any:
    # Half a second to import; only web pages need it.
    import trafilatura  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    _quiet()
    try:
        found = trafilatura.bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            # Dates in the running text are those of events; only the head may date the page.
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": f"{today}"},
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError("is a web page that cannot be parsed") from error
    return found if isinstance(found, Document) else None


def _published(value: str | None, today: date) -> date | None:
    """A date guessed from markup; an impossible guess is no date."""
    try:
        return parse_published(value, today) if value else None
    except InputError:
        return None


def _language(markup: str) -> str | None:
    found = _LANG.search(markup, 0, 4096)
    try:
        return parse_language(found[1]) if found else None
    except InputError:
        return None
