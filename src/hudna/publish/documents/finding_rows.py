"""Findings by the templates of a language, provision by provision, each with its reasons and what would settle it."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.agreement import Agreement, Provision
from hudna.model.finding import Finding
from hudna.publish.desk import Desk, called
from hudna.publish.document import Block, Sentence


def by_provision_told(findings: Sequence[Finding], agreement: Agreement, desk: Desk) -> list[Block]:
    """A block for each provision of which anything is told; the rest in a line for each verdict."""
    told = {one.provision for one in findings if not one.standing and one.verdict != "out_of_scope"}
    blocks = []
    for provision in agreement.provisions:
        here = [one for one in findings if one.provision == provision.id]
        if provision.id in told:
            blocks.append(Block(_title(agreement, provision, desk), tuple(_of_provision(here, desk))))
    quiet = [one for one in findings if one.standing and one.provision not in told]
    outside = [one for one in findings if not one.standing and one.verdict == "out_of_scope"]
    lines = (*_quiet(quiet, desk), *([outside_line(outside, desk)] if outside else []))
    return (
        [*blocks, Block(desk.label("finding_rest", title=desk.title_of(agreement)), lines)]
        if lines
        else blocks
    )


def _title(agreement: Agreement, provision: Provision, desk: Desk) -> str:
    derived = "" if provision.basis == "treaty" else f" ({desk.words.value(provision.basis)})"
    return f"{desk.title_of(agreement)}{desk.words.join[0]}{provision_name(provision.id, agreement, desk)}{derived}"


def _of_provision(here: Iterable[Finding], desk: Desk) -> Iterator[Sentence]:
    """The provision as a whole, then each finding on an incident, the last first."""
    held = list(here)
    yield from (whole_line(one, desk) for one in held if one.standing)
    found = [one for one in held if not one.standing and one.verdict != "out_of_scope"]
    yield from (_finding(one, desk) for one in reversed(found))


def whole_line(one: Finding, desk: Desk) -> Sentence:
    """What a provision as a whole comes to: the question asked, the answer, and why."""
    question, because = desk.own(one.question), desk.own(one.because)
    text = desk.label("finding_whole", question=question, reading=reading_of(one, desk), because=because)
    return Sentence(text, one.claims)


def outside_line(outside: Sequence[Finding], desk: Desk) -> Sentence:
    """Findings on what no provision reaches, in one line: they are counted, and each stands in the exports."""
    claims = tuple(dict.fromkeys(name for one in outside for name in one.claims))
    reasons = between(desk).join(dict.fromkeys(_ground(one, desk) for one in outside))
    names = desk.words.join[0].join(sorted({one.provision for one in outside}))
    return Sentence(
        desk.label("outside_line", number=len(outside), provisions=names, because=reasons), claims
    )


def between(desk: Desk) -> str:
    """What stands between sentences that are told in a row."""
    return "؛ " if desk.words.direction == "rtl" else "; "


def _ground(one: Finding, desk: Desk) -> str:
    """The first sentence of why it lies outside."""
    return desk.own(f"{one.because.split('. ', maxsplit=1)[0].rstrip('.')}.").rstrip(".")


def _finding(one: Finding, desk: Desk) -> Sentence:
    denied = f" {desk.label('denied_by', by=called(one.denied_by, desk))}" if one.denied_by else ""
    missing = f" {would_settle(one.missing, desk)}" if one.missing else ""
    return Sentence(
        f"{desk.label('finding_told', reading=reading_of(one, desk), because=desk.own(one.because))}{denied}{missing}",
        one.claims,
        1,
    )


def would_settle(facts: Iterable[str], desk: Desk) -> str:
    """'Would settle it: …'."""
    return desk.label("would_settle", facts=between(desk).join(desk.own(fact).rstrip(".") for fact in facts))


def reading_of(one: Finding, desk: Desk) -> str:
    """'inconsistent (alleged by the mission)'."""
    if one.label == "alleged" and one.by:
        return f"{desk.words.value(one.verdict)} ({desk.label('alleged_by', by=called(one.by, desk))})"
    return desk.words.value(one.verdict) + desk.labelled(one.label)


def _quiet(silent: Iterable[Finding], desk: Desk) -> Iterator[Sentence]:
    """Provisions of which nothing is told, by what the silence leaves them as and why."""
    # By reason too: what is told of one provision must never be said of its neighbours.
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in silent:
        alike.setdefault((one.verdict, one.because), []).append(one)
    for found in alike.values():
        names = desk.words.join[0].join(one.provision for one in found)
        because = desk.own(found[0].because)
        yield Sentence(
            desk.label("finding_quiet", names=names, reading=reading_of(found[0], desk), because=because)
        )


def provision_name(name: str, agreement: Agreement, desk: Desk) -> str:
    """A provision by id and title."""
    found = next((one for one in agreement.provisions if one.id == name), None)
    if found is None:
        return name
    title = desk.own(found.title)
    # A title that nobody has said in the language: what kind of provision it is.
    return f"{name} ({title if desk.is_english or title != found.title else desk.words.value(found.kind)})"


def party_name(name: str | None, agreement: Agreement, desk: Desk) -> str:
    """A party by the actor that stands for it on the day of the edition."""
    party = next((one for one in agreement.parties if one.id == name), None)
    if party is None:
        return name or "–"
    tenures = [one for one in party.actors if one.holds(desk.edition.as_of)]
    return desk.say.naming.listed((tenures or list(party.actors))[0].actor)
