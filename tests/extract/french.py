"""A French report on conflict, its events and the one with a trigger: for tests of French."""

from datetime import date
from functools import cache

from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports

# Names somebody armed, so that the report is one on conflict.
CONTEXT = "\nDes combats ont opposé l'armée malienne aux rebelles du FLA."


@cache
def coded(text: str) -> tuple[Claim, ...]:
    """The events of a French report that is on conflict."""
    report = Report(id="fr-1", text=text + CONTEXT, published=date(2031, 3, 12), source="Écho", language="fr")
    (found,) = code_reports([report])
    return tuple(c for c in found.claims if c.event is not None and c.start < len(text))


def told(text: str, trigger: str) -> Claim:
    """The one event with this trigger word."""
    found = [c for c in coded(text) if c.event.trigger.text == trigger]
    assert len(found) == 1, [c.event.trigger.text for c in coded(text)]
    return found[0]
