"""Whether the camps still talk: the last contact of each pair and each joint body, and the silence since.

Silence of a channel is told as silence; it is neither calm nor a break.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from hudna.model.days import on_day
from hudna.model.incident import Party
from hudna.model.picture import Channel, Signal
from hudna.picture.setting import Setting

_CONTACTS = frozenset({"talks", "contact", "joint_body_met", "agreement", "joint_patrol"})
_BREAKS = frozenset({"talks_suspended", "talks_refused"})


def channels(
    signals: Sequence[Signal],
    bodies: Iterable[str],
    camps: Iterable[tuple[str, str]],
    setting: Setting,
    as_of: date,
) -> tuple[Channel, ...]:
    """A line for each joint body and each pair of camps; both are asked for by the agreements."""
    found = [_of_body(body, signals, setting, as_of) for body in dict.fromkeys(bodies)]
    found += [_of_pair(pair, signals, setting, as_of) for pair in dict.fromkeys(camps)]
    return tuple(found)


def _of_body(body: str, signals: Sequence[Signal], setting: Setting, as_of: date) -> Channel:
    name = setting.cast.name(body)
    mine = [one for one in signals if body in _ids((*one.by, *one.to), setting, one.on)]
    return _channel(f"channel:{body}", name, (body,), mine, setting, as_of)


def _of_pair(pair: tuple[str, str], signals: Sequence[Signal], setting: Setting, as_of: date) -> Channel:
    both = [one for one in signals if _joins(pair, _sides((*one.by, *one.to), setting))]
    return _channel(f"channel:{pair[0]}-{pair[1]}", f"{pair[0]} and {pair[1]}", pair, both, setting, as_of)


def _channel(
    name: str, title: str, between: tuple[str, ...], told: Sequence[Signal], setting: Setting, as_of: date
) -> Channel:
    contacts = [one for one in told if one.kind in _CONTACTS and one.executed and one.on and one.on <= as_of]
    breaks = [one for one in told if one.kind in _BREAKS and one.on and one.on <= as_of]
    last = max((one.on for one in contacts if one.on), default=None)
    broken = max((one.on for one in breaks if one.on), default=None)
    days = (as_of - last).days if last else None
    usual = setting.rules.constants.channel_silence_days.value
    rests = [one for one in (*contacts, *breaks) if one.on in {last, broken}]
    return Channel(
        id=name,
        name=title,
        between=between,
        last_contact=last,
        silent_days=days,
        silent=days is None or days > usual,
        suspended=broken if broken and (last is None or broken > last) else None,
        because=_because(title, last, days, broken),
        as_of=as_of,
        incidents=tuple(dict.fromkeys(name for one in rests for name in one.incidents)),
        claims=tuple(dict.fromkeys(name for one in rests for name in one.claims)),
    )


def _because(title: str, last: date | None, days: int | None, broken: date | None) -> str:
    told = f"The last contact of {title} told of was on {on_day(last)}, {days} days ago" if last else (
        f"No contact of {title} is told of in the reports read"
    )  # fmt: skip
    after = (
        f"; a side is said to stay away since {on_day(broken)}"
        if broken and (last is None or broken > last)
        else ""
    )
    return f"{told}{after}."


def _joins(pair: tuple[str, str], sides: set[str]) -> bool:
    """Both camps take part, or a body that belongs to both."""
    return set(pair) <= sides or "both" in sides


def _ids(parties: Iterable[Party], setting: Setting, on: date | None) -> set[str]:
    return {one for party in parties if party.id for one in (party.id, setting.cast.force(party.id, on))}


def _sides(parties: Iterable[Party], setting: Setting) -> set[str]:
    """The camps that take part."""
    return {side for party in parties if (side := setting.cast.side(party))}
