"""Other people's conditional statements that come near to being tested."""

from collections.abc import Iterator

from hudna.model.finding import Tripwire
from hudna.model.incident import Incident, Where
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.view import View


def triggers(view: View) -> Iterator[Trigger]:
    """Was something touched or crossed that somebody said would bring an end?"""
    for wire in view.review.tripwires:
        touched = view.named(wire.touched_by)
        if wire.state in ("touched", "crossed") and _is_here(wire, touched, view):
            yield _of(wire, touched, view)


def _is_here(wire: Tripwire, touched: tuple[Incident, ...], view: View) -> bool:
    """In this theatre, by what touched it or by the claims that say so."""
    mine = {claim for one in view.by_day for claim in one.claims}
    return bool(touched) or not mine.isdisjoint(wire.claims)


def _of(wire: Tripwire, touched: tuple[Incident, ...], view: View) -> Trigger:
    kind = f"tripwire-{wire.state}{'-of-party' if wire.is_party else ''}"
    news = view.is_news(wire.changed, view.rules.trigger(kind).within_days)
    level = ruled(view, kind, news=news)
    area = view.watched(_zone(wire, view)) or next(iter(view.areas(touched)), None)
    author = wire.author
    return Trigger(
        kind,
        level,
        reason(
            view,
            kind,
            {
                "by": () if author is None else (author.id or f"unlisted: {author.text}",),
                "condition": wire.condition,
                "consequence": wire.consequence,
                "on": (wire.changed or view.as_of).isoformat(),
            },
            level=level,
            incidents=touched,
            claims=(*wire.claims, *(claim for one in touched for claim in one.claims)),
        ),
        area=area,
        subject=None if area else wire.id,
        on=wire.changed,
        ends=("the watched force is told of as elsewhere, or the author takes the words back",),
        missing=() if wire.state == "crossed" else ("whether the act itself happened is not told",),
    )


def _zone(wire: Tripwire, view: View) -> str | None:
    """The area of the watched place, where it is a listed one."""
    if wire.watch.place is None:
        return None
    place = Where(id=wire.watch.place, name=wire.watch.name or wire.watch.place, precision="town")
    zone = view.zones.of(place)
    return zone if zone and not zone.startswith("?/") else None
