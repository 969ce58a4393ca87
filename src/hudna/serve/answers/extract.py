"""One text coded on the spot."""

import threading

from hudna.coding import code_reports
from hudna.model.report import Report
from hudna.serve.schemas.extract import ExtractIn, ExtractOut
from hudna.versions import coder_version

# The parser is one and not made for several threads at once.
_ONE = threading.Lock()


def extracted(given: ExtractIn) -> ExtractOut:
    """Its claims; nothing is kept."""
    report = Report(**given.model_dump())
    with _ONE:
        coded = next(iter(code_reports([report])))
    language = coded.reading.language if coded.reading else report.language
    return ExtractOut(
        report=report.id, language=language, coder=coder_version("auto"), claims=list(coded.claims),
        issues=[one.reason for one in coded.issues],
    )  # fmt: skip
