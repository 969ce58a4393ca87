"""An alert in the words of one language: a headline, and a text of a few lines.

Reasons are said anew in the language; what is missing, gaps and notes are sentences of
English only and stand in the English text alone. Every alert says that a machine made
it, and until a person released it that it is an exercise.
"""

from collections.abc import Iterator, Sequence

from hudna.knowledge.alert_words import Speech
from hudna.model.alert import Alert, Reason

_MOST = 8


def headline(alert: Alert, speech: Speech) -> str:
    """Level and place, with the word for an exercise in front where nobody has released it."""
    words = speech.words
    said = words.headline.format(level=words.levels[alert.level], area=_place(alert, speech))
    stands = f" ({words.standings[alert.state]})"
    return f"[{words.exercise}] {said}{stands}" if alert.released_by is None else f"{said}{stands}"


def _place(alert: Alert, speech: Speech) -> str:
    return speech.area(alert.area) if alert.area or not alert.subject else f"{alert.theatre}, {alert.subject}"


def reason_text(reason: Reason, speech: Speech) -> str:
    """A reason in the language; in its own words where it has no other form."""
    if reason.kind is None or reason.kind not in speech.words.reasons:
        return reason.text
    return speech.sentence(reason.kind, reason.values)


def text(alert: Alert, speech: Speech) -> str:
    """The whole alert in the language."""
    return "\n".join(_lines(alert, speech))


def _lines(alert: Alert, speech: Speech) -> Iterator[str]:
    labels = speech.words.labels
    if alert.released_by is None:
        yield labels["exercise"]
    yield from _listed(labels["because"], [reason_text(one, speech) for one in alert.because])
    yield from _listed(labels["against"], [reason_text(one, speech) for one in alert.against])
    if speech.language == "en":
        yield from _listed(labels["missing"], alert.missing)
        yield from _listed(labels["ends_when"], alert.ends_when)
        yield from _listed(labels["gaps"], alert.gaps)
        if alert.note:
            yield f"{labels['note']}: {alert.note}"
    yield labels["origins"].format(number=alert.origins)
    if alert.baseline != "own past":
        yield labels["baseline"]
    if alert.state == "stood_down":
        yield labels["stood_down"].format(day=speech.words.day(alert.as_of))
    else:
        yield labels["expires"].format(day=speech.words.day(alert.expires))
    yield labels["machine"]


def _listed(label: str, items: Sequence[str]) -> Iterator[str]:
    """The items under their label; what is too much for a message is counted."""
    if not items:
        return
    yield f"{label}:"
    yield from (f"- {item}" for item in items[:_MOST])
    if len(items) > _MOST:
        yield f"- … +{len(items) - _MOST}"
