"""De-escalation in words: what was done, promised or called for, and whether anybody still talks."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.days import on_day
from hudna.model.picture import Channel, Picture, Signal
from hudna.publish.document import Sentence
from hudna.publish.sections import Section, blocks_of, sentence_of


def easing_section(picture: Picture, others: Iterable[Sentence]) -> Section:
    """The signals of a picture; what claims tell beside them comes with what was done."""
    signals = picture.signals
    own = [one for one in signals if not one.third_party]
    cited = {name for one in signals for name in one.claims}
    beside = [one for one in others if not cited.issuperset(one.claims)]
    # What an incident tells with its denials is not said once more without them.
    whole = [set(one.claims) for one in beside]
    done = [one for one in own if one.direction == "easing" and one.executed]
    done = [one for one in done if not any(held.issuperset(one.claims) for held in whole)]
    blocks = blocks_of(
        ("Done", (*_told(done), *beside)),
        ("Promised, announced or asked for", _told(one for one in own if _is_word(one))),
        ("Third parties", _told(one for one in signals if one.third_party)),
        ("Words that strain", _told(one for one in own if one.direction == "straining")),
        ("Channels", (_channel(one) for one in picture.channels)),
    )
    return Section("De-escalation and channels", blocks, "Nothing of the kind is told.")


def silent_channels(channels: Sequence[Channel]) -> Iterator[Sentence]:
    """Each channel of which nothing was heard for longer than is usual."""
    return (_channel(one) for one in channels if one.silent)


def _is_word(one: Signal) -> bool:
    return one.direction == "easing" and not one.executed


def _told(signals: Iterable[Signal]) -> Iterator[Sentence]:
    said: dict[str, list[str]] = {}
    for one in signals:
        day = f", {on_day(one.on)}" if one.on else ""
        alleged = " (alleged)" if one.alleged else ""
        text = sentence_of(f"{one.because.rstrip('.')}{alleged}{day}")
        said.setdefault(text, []).extend(one.claims)
    return (Sentence(text, tuple(dict.fromkeys(claims))) for text, claims in said.items())


def _channel(one: Channel) -> Sentence:
    return Sentence(one.because, one.claims)
