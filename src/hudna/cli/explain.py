"""`hudna explain`: the chain from a claim back to the words of its report."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.text import Text
from rich.tree import Tree

from hudna.cli.coding import Inputs, Tally, code_inputs
from hudna.cli.console import plain, say, visible
from hudna.cli.table import days, terminal
from hudna.errors import InputError
from hudna.model.claim import Actor, Claim, Count, Event, Place, Speaker, Sureness
from hudna.model.coded import Coded
from hudna.model.record import Span
from hudna.store import Store, StoredClaim, using_store

_STYLES = {
    "speaker": "magenta",
    "what": "bold red",
    "who": "green",
    "where": "cyan",
    "when": "yellow",
    "words": "underline",
}
_LEGEND = ("what", "who", "where", "when", "speaker")


def explain_from_store(name: str | None, path: Path) -> int:
    """Draw what the store holds under that name; the exit code."""
    with using_store(path) as store:
        code = _explain_other(name, store, path) if name else None
        if code is not None:
            return code
        found = store.find(name) if name else _longest(store.claims())
    return _draw(name, found)


def _explain_other(name: str, store: Store, path: Path) -> int | None:
    """Draw the judgement, incident or alert of that name; None where it names something else."""
    # Half of the program, which a claim needs nothing of.
    from hudna.cli.explain_alert import explain_alert
    from hudna.cli.explain_incident import explain_incident, explain_judgement

    if explain_judgement(name, store):
        return 0
    if name.startswith("i-"):
        return explain_incident(name, store)
    return explain_alert(name, store, path) if name.startswith("a-") else None


def explain_from_reports(name: str | None, inputs: Inputs, *, reader: str) -> int:
    """Code the inputs and draw what goes by that name in them; the exit code."""
    tally = Tally()
    items = [item for coded in code_inputs(inputs, tally, reader=reader, workers=1) for item in _items(coded)]
    exact = [item for item in items if name in (item.claim.id, item.report.id)]
    found = exact or [item for item in items if name and item.claim.id.startswith(name)]
    return _draw(name, found if name else _longest(items))


def _items(coded: Coded) -> Iterator[StoredClaim]:
    passages = coded.reading.passages if coded.reading else ()
    spans = tuple((passage.start, passage.end) for passage in passages)
    return (StoredClaim(claim, coded.report, spans, "") for claim in coded.claims)


def _longest(items: Iterable[StoredClaim]) -> list[StoredClaim]:
    """The claim with most to show, the first of them where several have as much."""
    return sorted(items, key=lambda item: -_links(item.claim))[:1]


def _links(claim: Claim) -> int:
    parts = _parts(claim)
    return 2 * claim.counts + 2 * len(claim.speakers) + len({role for role, _ in parts})


def _draw(name: str | None, found: Sequence[StoredClaim]) -> int:
    if not found:
        raise InputError(f"no claim or report goes by {name!r}" if name else "there is no claim to explain")
    if len({item.report.id for item in found}) > 1:
        say(f"{name} begins the ids of {len(found)} claims; give more of it")
        return 2
    console = terminal()
    for item in found:
        console.print(_tree(item))
    return 0


def _tree(item: StoredClaim) -> Tree:
    claim, report = item.claim, item.report
    where = [report.id, report.source, report.title, report.url, str(report.published or "no date")]
    tree = Tree(_line("report", " · ".join(part for part in where if part)))
    start, end = _sentence(item)
    sentence = tree.add(_line("sentence", _at(start, end)))
    sentence.add(_highlighted(item, start, end))
    clause = sentence.add(_line("claim", f"{claim.id} {_at(claim.start, claim.end)}"))
    clause.add(_line("said by", _said_by(claim)))
    counts = "counts" if claim.counts else "not counted: unsure reading" if claim.unsure else "does not count"
    held = f"{claim.speech_act.value} → {claim.status.value}, {counts}"
    clause.add(_line("held as", f"{held}{' · third party' if claim.third_party else ''}"))
    for label, text in _content(claim):
        clause.add(_line(label, text))
    if claim.answers:
        clause.add(_line("answers", f"claim {claim.answers}: what it is about is told there"))
    if claim.sureness:
        clause.add(_line("sureness", _sureness(claim.sureness)))
    clause.add(_line("rule", claim.rule + (f" · coder {item.coder}" if item.coder else "")))
    if claim.graded:
        clause.add(_line("graded", claim.graded))
    if claim.review:
        clause.add(_line("review", claim.review))
    return tree


def _sureness(sureness: Sureness) -> str:
    """How sure the reading is, and what spoke most for it and against it."""
    return f"{sureness.value:.2f}, counts from {sureness.least:.2f}: {'; '.join(sureness.because)}"


def _sentence(item: StoredClaim) -> tuple[int, int]:
    claim = item.claim
    holding = [span for span in item.passages if span[0] <= claim.start < span[1]]
    start, end = holding[0] if holding else (claim.start, claim.end)
    return start, max(end, claim.end)


def _highlighted(item: StoredClaim, start: int, end: int) -> Text:
    """The sentence with the words of the claim marked, and what the marks mean."""
    text = Text(visible(item.report.text[start:end]))
    text.stylize(_STYLES["words"], max(item.claim.start - start, 0), item.claim.end - start)
    parts = _parts(item.claim)
    for role, span in parts:
        if start <= span.start and span.end <= end:
            text.stylize(_STYLES[role], span.start - start, span.end - start)
    present = {role for role, _ in parts}
    text.append("\n")
    for role in _LEGEND:
        if role in present:
            text.append(f"{role} ", style=_STYLES[role])
    return text


def _parts(claim: Claim) -> list[tuple[str, Span]]:
    """Every span a claim names, with the role of its words."""
    parts: list[tuple[str, Span]] = [("speaker", speaker) for speaker in claim.speakers]
    if claim.event:
        parts += _event_parts(claim.event)
    if claim.control:
        parts.append(("what", claim.control.trigger))
        parts += [("who", claim.control.holder)] if claim.control.holder else []
        parts += [("where", claim.control.area)] if claim.control.area else []
    if claim.purpose:
        parts.append(("what", _span(claim.purpose.text, claim.purpose.start, claim.purpose.end)))
        parts += [("where", place) for place in claim.purpose.places]
    if claim.composition:
        parts += [("who", actor) for actor in claim.composition.made_of]
    return parts


def _event_parts(event: Event) -> Iterator[tuple[str, Span]]:
    yield from (("who", actor) for actor in (*event.actors, *event.recipients))
    yield from (("where", place) for place in event.places)
    if event.occurred and event.occurred.text and event.occurred.start is not None:
        yield "when", _span(event.occurred.text, event.occurred.start, event.occurred.end)
    yield "what", event.trigger


def _span(text: str, start: int, end: int | None) -> Span:
    return Span(text=text, start=start, end=end if end is not None else start + len(text))


def _said_by(claim: Claim) -> str:
    return ", relayed by ".join(_speaker(speaker) for speaker in claim.speakers) or "the report itself"


def _speaker(speaker: Speaker) -> str:
    who = "kept without a name" if speaker.anonymous else speaker.actor or "not listed"
    return f"{_quoted(speaker)} → {who} ({speaker.kind})"


def _content(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.event:
        yield from _event(claim.event)
    if claim.control:
        holder, area = claim.control.holder, claim.control.area
        yield "what", f"{_quoted(claim.control.trigger)} → control: {claim.control.status}"
        yield "who", _actor(holder) if holder else "not named"
        yield "where", _place(area) if area else "not named"
        yield "when", str(claim.control.as_of or "not known")
    if claim.purpose:
        yield "purpose", f"“{claim.purpose.text}” {_at(claim.purpose.start, claim.purpose.end)}"
        yield "of", claim.purpose.of or "a move not coded"
        yield from (("where", _place(place)) for place in claim.purpose.places)
    if claim.composition:
        of = claim.composition.of
        yield "of", _quoted(of) if of else "not named"
        yield from (("made of", _actor(actor)) for actor in claim.composition.made_of)


def _event(event: Event) -> Iterator[tuple[str, str]]:
    kind = " / ".join(part for part in (event.root.value, event.mode, event.move) if part)
    contexts = f" in {', '.join(event.contexts)}" if event.contexts else ""
    yield "what", f"{_quoted(event.trigger)} → {kind}{contexts}"
    yield from (("who", _actor(actor)) for actor in event.actors)
    yield from (("to whom", _actor(actor)) for actor in event.recipients)
    yield from (("where", _place(place)) for place in event.places)
    if not event.actors:
        yield "who", "not named"
    if not event.places:
        yield "where", "not named"
    yield "when", _when(event)
    yield from (
        (label, _count(count))
        for label, count in (("dead", event.fatalities), ("hurt", event.injuries), ("deeds", event.deeds))
        if _given(count)
    )


def _actor(actor: Actor) -> str:
    coded = " ".join(part for part in (actor.country, actor.sector) if part)
    return f"{_quoted(actor)} → {actor.id or 'not listed'}{f' ({coded})' if coded else ''}"


def _place(place: Place) -> str:
    point = (
        "no coordinates" if place.lat is None or place.lon is None else f"{place.lat:.3f}, {place.lon:.3f}"
    )
    radius = f" ± {place.radius_km:g} km" if place.radius_km is not None else ""
    area = ", ".join(part for part in (place.admin1, place.country) if part)
    sure = f", confidence {place.confidence:.2f}" if place.confidence is not None else ""
    return f"{_quoted(place)} {place.role} → {place.name}{f' ({area})' if area else ''}, {place.precision}, {point}{radius}{sure}"


def _when(event: Event) -> str:
    occurred = event.occurred
    if occurred is None:
        return "not known"
    words = f"“{occurred.text}” {_at(occurred.start, occurred.end)} → " if occurred.text else ""
    return f"{words}{days(occurred) or 'not known'} ({occurred.precision}, {occurred.basis})"


def _count(count: Count) -> str:
    bounds = ", ".join(
        f"{name} {value}"
        for name, value in (("low", count.low), ("best", count.best), ("high", count.high))
        if value is not None
    )
    return f"“{count.text}” {_at(count.start, count.end)} → {bounds}" if count.text else bounds


def _given(count: Count) -> bool:
    return any(value is not None for value in (count.low, count.best, count.high))


def _quoted(span: Span) -> str:
    return f"“{span.text}” {_at(span.start, span.end)}"


def _at(start: int | None, end: int | None) -> str:
    return f"[{start}:{end}]"


def _line(label: str, text: str) -> Text:
    return Text.assemble((f"{label:<8} ", "dim"), plain(text))
