"""The picture in a few sentences by the templates of a language, escalation and de-escalation alike."""

from collections import Counter
from collections.abc import Iterator

from hudna.publish.desk import Desk
from hudna.publish.document import Sentence
from hudna.publish.documents.ceasefire import wire_line
from hudna.publish.documents.finding_rows import provision_name, reading_of
from hudna.publish.documents.picture_rows import actor_of, area_after, signal_line
from hudna.publish.key_points import eased_last, gravest, raised_most


def points(desk: Desk) -> tuple[Sentence, ...]:
    """Postures, acts that ease, findings and trip-wires, a few of each; nothing where what rules say is not public."""
    if not desk.says_rules:
        return ()
    return (*_postures(desk), *_easing(desk), *_findings(desk), *_wires(desk))


def _postures(desk: Desk) -> Iterator[Sentence]:
    for one in raised_most(desk.edition.picture.postures):
        line = desk.label(
            "point_posture", actor=actor_of(one, desk), area=area_after(one, desk), state=desk.words.value(one.state.value),
            basis=desk.words.value(f"basis {one.basis}"), day=desk.day(one.since),
        )  # fmt: skip
        # "Since" is then the day on which age lowered it, not one on which anything was told.
        yield Sentence(f"{line} {desk.label('by_age')}" if one.decayed else line, one.claims)


def _easing(desk: Desk) -> Iterator[Sentence]:
    return (signal_line(one, desk) for one in eased_last(desk.picture))


def _findings(desk: Desk) -> Iterator[Sentence]:
    mine = [one for one in desk.review.findings if not one.standing]
    if mine:
        number = Counter(one.verdict for one in mine)
        told = [f"{desk.words.value(verdict)}: {number[verdict]}" for verdict in sorted(number)]
        claims = tuple(dict.fromkeys(name for one in mine for name in one.claims))
        text = desk.label("point_findings", number=len(mine), by_verdict=desk.words.join[0].join(told))
        yield Sentence(text, claims)
    agreements = {one.id: one for one in desk.agreements}
    for one in gravest(desk.review):
        known = agreements.get(one.agreement)
        name = provision_name(one.provision, known, desk) if known else one.provision
        text = desk.label(
            "finding_quiet", names=name, reading=reading_of(one, desk), because=desk.own(one.because)
        )
        yield Sentence(text, one.claims)


def _wires(desk: Desk) -> Iterator[Sentence]:
    wires = desk.edition.review.tripwires
    yield from (wire_line(one, desk) for one in wires if one.state in {"crossed", "touched"})
