"""What is not known beside an alert: facts that would settle it, channels without news, sources that are silent."""

from collections.abc import Iterator, Sequence

from hudna.knowledge.affiliations import load_affiliations
from hudna.knowledge.theatres import theatre_names
from hudna.model.days import on_day
from hudna.model.evidence import heard_on
from hudna.model.picture import Channel
from hudna.warn.case import Case
from hudna.warn.coverage import Gap
from hudna.warn.view import View

# More would not be read; what is left out is counted.
_MOST = 12


def missing_facts(case: Case) -> tuple[str, ...]:
    """What would settle it: what findings and assessments lack, a second origin, a past, talks that are not told of."""
    found = list(dict.fromkeys([*_own(case), *_of_area(case), *_channels(case.view)]))
    if len(found) <= _MOST:
        return tuple(found)
    return (
        *found[: _MOST - 1],
        f"{len(found) - _MOST + 1} further facts (hudna check and hudna weigh name them)",
    )


def _own(case: Case) -> Iterator[str]:
    for trigger in case.triggers:
        yield from trigger.missing
    if case.is_capped:
        yield "a second origin, independent of the first"


def _of_area(case: Case) -> Iterator[str]:
    view = case.view
    if case.area is None:
        return
    if view.index.chance(view.unit(case.area)) is None:
        weeks = view.rules.history.least_weeks
        yield f"no baseline yet: the area's own past is shorter than {weeks} weeks, so only rules warn"
    told = [day for one in view.in_area(case.area) if (day := heard_on(one))]
    last = max(told, default=None)
    if last and (view.as_of - last).days > view.rules.calm_days.watch:
        yield f"nothing at all was told of {view.speech.area(case.area)} since {on_day(last)}"


def _channels(view: View) -> Iterator[str]:
    """Silence of a channel is context: neither calm nor a break."""
    for channel in view.picture.channels:
        if (channel.silent or channel.suspended) and _is_here(channel, view):
            yield channel.because


def _is_here(channel: Channel, view: View) -> bool:
    """Whether a channel is of this theatre: by its camps, or by the country of its body."""
    bodies = [view.cast.entries[one] for one in channel.between if one in view.cast.entries]
    camps = set(channel.between) & set(view.rules.camps)
    return bool(camps) or any(body.country in view.countries for body in bodies)


def gaps_told(gaps: Sequence[Gap]) -> tuple[str, ...]:
    """A line for each source that fell silent, and one for all that are expected and were never read."""
    outlet = load_affiliations(theatre_names()).outlet
    never = [known.name if (known := outlet(gap.source)) else gap.source for gap in gaps if gap.since is None]
    unread = (f"expected and never read: {', '.join(never)}",) if never else ()
    return (*(gap.text for gap in gaps if gap.since is not None), *unread)
