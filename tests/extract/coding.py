"""Short texts coded through the whole pipeline, and what the tests ask of the claims."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.pipeline import code_reports

# A Wednesday.
PUBLISHED = date(2031, 3, 12)
# Names somebody armed, so that the report is one on conflict, and tells of no event.
CONTEXT = " The Norland Liberation Army has its own newspaper."


@cache
def code(text: str, *, context: bool = True) -> Coded:
    """A report of 12 March 2031 by the Selen Post."""
    report = Report(
        id="selen-1",
        text=text + CONTEXT if context else text,
        published=PUBLISHED,
        source="Selen Post",
        language="en",
    )
    (coded,) = code_reports([report])
    return coded


def claims(text: str, content: str = "event", *, context: bool = True) -> list[Claim]:
    """Its claims of one content, in the order of the words."""
    return [c for c in code(text, context=context).claims if c.content == content]


def told(text: str, trigger: str, *, context: bool = True) -> Claim:
    """The one event claim with this trigger word."""
    events = claims(text, context=context)
    found = [c for c in events if c.event.trigger.text == trigger]
    assert len(found) == 1, f"{trigger}: {[(c.event.root.value, c.event.trigger.text) for c in events]}"
    return found[0]


def texts(spans: Iterable[Span]) -> list[str]:
    """The words of spans."""
    return [span.text for span in spans]
