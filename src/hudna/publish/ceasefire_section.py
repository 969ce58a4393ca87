"""What the agreements say to what is told: provision by provision, then declared against told."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.agreement import Agreement, Provision
from hudna.model.finding import Declared, Finding, Review
from hudna.publish.document import Block, Sentence
from hudna.publish.sections import Section, listed, many, sentence_of, speakers_of, whose

_VERDICTS = {
    "consistent": "consistent", "inconsistent": "inconsistent", "undetermined": "open",
    "out_of_scope": "out of scope",
}  # fmt: skip
_LABELS = {
    "apparent": ", apparently, by what is told", "alleged": ", as alleged", "verified": ", as a person has verified",
    "none": "",
}  # fmt: skip
_SEEN = {
    "match": "Told by others as declared", "partial": "Told by others in part as declared",
    "mismatch": "Told otherwise by others", "unknown": "Open",
}  # fmt: skip


def ceasefire_section(review: Review, agreements: Sequence[Agreement]) -> Section:
    """A block for each provision of which anything is told; the rest in one sentence for each agreement."""
    blocks = [block for one in agreements for block in _of_agreement(one, review.findings)]
    return Section(
        "The agreements, provision by provision", tuple(blocks), "No agreement of these countries is known."
    )


def declared_section(declared: Sequence[Declared]) -> Section:
    """A block for each movement of which its own side declared anything."""
    moves: dict[tuple[str, str], list[Declared]] = {}
    for one in declared:
        moves.setdefault((one.declarer.id or one.declarer.text, one.movement or one.id), []).append(one)
    blocks = tuple(
        Block(f"Declared by {whose(found[0].declarer)}", tuple(_against(one) for one in found))
        for found in moves.values()
    )
    return Section(
        "Declared and told by others", blocks, "No movement is declared by the side that makes it."
    )


def verdict_words(one: Finding) -> str:
    """'inconsistent, as alleged by the mission'."""
    by = f" by {speakers_of(one.by)}" if one.label == "alleged" and one.by else ""
    return f"{_VERDICTS[one.verdict]}{_LABELS[one.label]}{by}"


def _of_agreement(agreement: Agreement, findings: Iterable[Finding]) -> Iterator[Block]:
    mine = [one for one in findings if one.agreement == agreement.id]
    told = {one.provision for one in mine if not one.standing and one.verdict != "out_of_scope"}
    for provision in agreement.provisions:
        if provision.id in told:
            here = [one for one in mine if one.provision == provision.id]
            yield Block(_title(agreement, provision), tuple(_provision(here)))
    quiet = [one.id for one in agreement.provisions if one.id not in told]
    silent = [one for one in mine if one.standing and one.provision in quiet]
    outside = [one for one in mine if not one.standing and one.verdict == "out_of_scope"]
    if silent or outside:
        rest = (*_quiet(silent), *([_outside(outside)] if outside else []))
        yield Block(f"{agreement.title}: the rest", rest)


def _title(agreement: Agreement, provision: Provision) -> str:
    derived = "" if provision.basis == "treaty" else f" ({provision.basis})"
    return f"{agreement.title}, {provision.id}: {provision.title}{derived}"


def _provision(found: Iterable[Finding]) -> Iterator[Sentence]:
    """The provision as it stands, then each finding on an incident, the last first."""
    given = list(found)
    for one in (one for one in given if one.standing):
        yield Sentence(f"{one.question} As a whole: {verdict_words(one)}. {one.because}", one.claims)
    told = [one for one in given if not one.standing]
    yield from (_finding(one) for one in reversed(told) if one.verdict != "out_of_scope")


def _outside(outside: Sequence[Finding]) -> Sentence:
    """Findings on what no provision reaches, in one line: they are counted, and each stands in the exports."""
    reasons = dict.fromkeys(one.because.split(". ", maxsplit=1)[0].rstrip(".") for one in outside)
    claims = tuple(dict.fromkeys(name for one in outside for name in one.claims))
    names = listed(sorted({one.provision for one in outside}))
    return Sentence(
        f"Out of scope: {many(len(outside), 'finding')} on incidents ({names}). {'; '.join(reasons)}.", claims
    )


def _finding(one: Finding) -> Sentence:
    denied = f" Denied by {speakers_of(one.denied_by)}." if one.denied_by else ""
    missing = f" Would settle it: {'; '.join(one.missing)}." if one.missing else ""
    return Sentence(f"{sentence_of(verdict_words(one))} {one.because}{denied}{missing}", one.claims, 1)


def _quiet(silent: Iterable[Finding]) -> Iterator[Sentence]:
    """Provisions of which nothing is told, by what the silence leaves them as."""
    # By reason too: what is told of one provision must never be said of its neighbours.
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in silent:
        alike.setdefault((one.verdict, one.because), []).append(one)
    for (verdict, because), found in alike.items():
        names = ", ".join(one.provision for one in found)
        claims = tuple(dict.fromkeys(name for one in found for name in one.claims))
        yield Sentence(f"{names}: {_VERDICTS[verdict]}. {because}", claims)


def _against(one: Declared) -> Sentence:
    settle = f" Would settle it: {'; '.join(one.would_settle)}." if one.would_settle else ""
    told = f" Told by others: {one.observed}." if one.observed else ""
    return Sentence(
        f"{sentence_of(one.field)[:-1]}: “{one.declared}”.{told} {_SEEN[one.verdict]}. {one.because}{settle}",
        one.claims,
    )


def weighing(findings: Iterable[Finding]) -> str | None:
    """How many findings on incidents there are of each verdict."""
    mine = [one for one in findings if not one.standing]
    counted = {verdict: sum(one.verdict == verdict for one in mine) for verdict in _VERDICTS}
    told = [f"{number} {_VERDICTS[verdict]}" for verdict, number in counted.items() if number]
    return f"{many(len(mine), 'finding')} on incidents: {', '.join(told)}" if told else None
