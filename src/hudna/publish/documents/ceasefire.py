"""What agreements say to what is told, provision by provision, in words that accuse nobody."""

from collections.abc import Iterator

from hudna.model.agreement import Agreement, Provision
from hudna.model.finding import Count, Declared, Finding, Tripwire
from hudna.publish.ceasefire_section import ceasefire_section, declared_section
from hudna.publish.desk import Desk
from hudna.publish.document import Block, Grid, Section, Sentence
from hudna.publish.documents.finding_rows import (
    between,
    by_provision_told,
    outside_line,
    party_name,
    provision_name,
    reading_of,
    whole_line,
    would_settle,
)
from hudna.publish.telling import told

_SHOWN = 12


def ceasefire(desk: Desk) -> Section:
    """What each agreement says to what is told, with counts since entry into force."""
    none = "none_findings" if desk.agreements else "none_ceasefire"
    if desk.tells_rules:
        found = ceasefire_section(desk.review, desk.agreements)
        counts = [block for agreement in desk.agreements for block in _counts(agreement, desk)]
        return desk.section("ceasefire", (*found.blocks, *counts), none)
    findings = desk.review.findings
    parts: list[Block | Grid] = []
    for agreement in desk.agreements:
        mine = [one for one in findings if one.agreement == agreement.id]
        parts += (
            by_provision_told(mine, agreement, desk) if desk.says_rules else _in_lines(mine, agreement, desk)
        )
        parts += _counts(agreement, desk)
    return desk.section("ceasefire", parts, none)


def _in_lines(mine: list[Finding], agreement: Agreement, desk: Desk) -> list[Block]:
    """What is public of the findings: the incidents, without what a rule says of them."""
    telling = [one for one in mine if not one.standing and one.verdict != "out_of_scope"]
    lines = tuple(finding_sentence(one, agreement, desk) for one in telling)
    return [Block(desk.title_of(agreement), lines)] if lines else []


def declared(desk: Desk) -> Section:
    """What was declared of a movement against what others tell."""
    found = [one for one in desk.edition.review.declared if desk.in_period(one.on)]
    if desk.tells_rules:
        return desk.section("declared", declared_section(found).blocks, "none_declared")
    lines = tuple(_declaration(one, desk) for one in found[:_SHOWN])
    return desk.section("declared", [Block(None, lines)] if lines else [], "none_declared")


def finding_sentence(one: Finding, agreement: Agreement, desk: Desk) -> Sentence:
    """A finding in a line; its reasons where they are written in the language, else the incident it is about."""
    incident = next((desk.by_id[name] for name in one.incidents if name in desk.by_id), None)
    slots = {
        "provision": provision_name(one.provision, agreement, desk), "party": _whose(one.party, agreement, desk),
        "verdict": desk.words.value(one.verdict), "label": desk.labelled(one.label),
        "because": desk.own(one.because) if desk.says_rules else told(incident, desk.say) if incident else "", "incident": told(incident, desk.say) if incident else "",
    }  # fmt: skip
    return Sentence(desk.label("finding_line", **slots), one.claims)


def _whose(party: str | None, agreement: Agreement, desk: Desk) -> str:
    """A party in a sentence, where no dash can stand."""
    return party_name(party, agreement, desk) if party else desk.label("no_one_party")


def _counts(agreement: Agreement, desk: Desk) -> list[Block]:
    kept = [
        one
        for one in desk.edition.review.counts
        if one.agreement == agreement.id and one.verdict in {"inconsistent", "undetermined"}
    ]
    lines = tuple(_count(one, agreement, desk) for one in kept if one.number)
    return (
        [
            Block(
                f"{desk.title_of(agreement)}: {desk.label('in_force')} {desk.day(agreement.effective)}", lines
            )
        ]
        if lines
        else []
    )


def _count(one: Count, agreement: Agreement, desk: Desk) -> Sentence:
    return Sentence(
        desk.label(
            "count_line", provision=provision_name(one.provision, agreement, desk), party=_whose(one.party, agreement, desk),
            number=one.number, verdict=desk.words.value(one.verdict), label=desk.labelled(one.label), days=one.days,
            since=desk.day(one.since), read=one.days_with_reports, gap=one.longest_gap_days,
        ),
        tuple(dict.fromkeys(name for finding in desk.edition.review.findings if _counted(finding, one) for name in finding.claims)),
    )  # fmt: skip


def _counted(finding: Finding, count: Count) -> bool:
    return (finding.agreement, finding.provision, finding.party, finding.verdict, finding.label) == (
        count.agreement, count.provision, count.party, count.verdict, count.label,
    )  # fmt: skip


def _declaration(one: Declared, desk: Desk) -> Sentence:
    return Sentence(
        desk.label(
            "declared_line", by=desk.say.called(one.declarer.text, one.declarer.id), field=desk.words.value(one.field),
            declared=desk.words.quoted(one.declared), observed=desk.words.quoted(one.observed) if one.observed else "–",
            verdict=desk.words.value(one.verdict),
        ) + _grounds(one, desk),
        one.claims,
    )  # fmt: skip


def _grounds(one: Declared, desk: Desk) -> str:
    if not desk.says_rules:
        return ""
    settle = f" {would_settle(one.would_settle, desk)}" if one.would_settle else ""
    return f" {desk.own(one.because)}{settle}"


def tripwires(desk: Desk) -> list[Block]:
    """Other people's conditions that are watched, with the state of each."""
    lines = tuple(wire_line(one, desk) for one in desk.edition.review.tripwires if one.state != "lapsed")[
        :_SHOWN
    ]
    return [Block(desk.label("tripwires"), lines)] if lines else []


def wire_line(one: Tripwire, desk: Desk) -> Sentence:
    by = (
        desk.say.voice(one.author.text, one.author.id, anonymous=one.anonymous)
        if one.author
        else desk.words.parts["own_voice"]
    )
    quoted = desk.words.quoted
    line = desk.label(
        "tripwire_line", by=by, condition=quoted(one.condition), consequence=quoted(one.consequence), state=desk.words.value(one.state)
    )  # fmt: skip
    return Sentence(f"{line} {desk.own(one.because)}" if desk.says_rules else line, one.claims)


def by_provision(agreement: Agreement, desk: Desk) -> Iterator[Section]:
    """A section for each provision: what it asks, what was found, what would settle what is open."""
    for provision in agreement.provisions:
        yield _provision(provision, agreement, desk)


def _provision(provision: Provision, agreement: Agreement, desk: Desk) -> Section:
    findings = [
        one
        for one in desk.edition.review.findings
        if (one.agreement, one.provision) == (agreement.id, provision.id)
    ]
    outside = [one for one in findings if one.verdict == "out_of_scope" and not one.standing]
    told_of = [
        one for one in findings if one.verdict != "out_of_scope" and not (one.standing and desk.says_rules)
    ]
    parts: list[Block | Grid] = [Block(None, tuple(_about(provision, agreement, desk)))]
    counts = [
        _count(one, agreement, desk)
        for one in desk.edition.review.counts
        if (one.agreement, one.provision) == (agreement.id, provision.id)
        and one.number
        and one.verdict != "out_of_scope"
    ]
    whole = [whole_line(one, desk) for one in findings if one.standing and desk.says_rules]
    beyond = [outside_line(outside, desk)] if outside and desk.says_rules else []
    parts += [Block(None, (*whole, *counts, *beyond))] if (*whole, *counts, *beyond) else []
    if told_of:
        names = ["head_day", "head_party", "head_verdict"]
        names += ["head_because" if desk.says_rules else "head_incident", "head_missing"]
        head = tuple(desk.label(name) for name in names)
        parts.append(
            Grid(
                desk.label("head_findings"),
                head,
                tuple(_finding_row(one, agreement, desk) for one in told_of),
            )
        )
    title = provision_name(provision.id, agreement, desk)
    notes = [note for note in desk.notes if note.section == provision.id]
    return Section(provision.id, title, (*parts, *notes), desk.label("none_findings"))


def _about(provision: Provision, agreement: Agreement, desk: Desk) -> Iterator[Sentence]:
    yield Sentence(desk.own(provision.summary))
    parties = desk.words.listed([party_name(one.party, agreement, desk) for one in provision.binds]) or "–"
    yield Sentence(desk.label("provision_note", parties=parties, start=desk.day(provision.start)))
    if provision.deadline:
        yield Sentence(desk.label("provision_deadline", day=desk.day(provision.deadline)))
    if provision.done:
        yield Sentence(
            desk.label("provision_done", day=desk.day(provision.done.on), what=desk.own(provision.done.what))
        )


def _finding_row(one: Finding, agreement: Agreement, desk: Desk) -> tuple[Sentence, ...]:
    incident = next((desk.by_id[name] for name in one.incidents if name in desk.by_id), None)
    reading = reading_of(one, desk)
    about = desk.own(one.because) if desk.says_rules else told(incident, desk.say) if incident else "–"
    open_facts = [desk.own(fact) for fact in one.missing] if desk.says_rules else []
    missing = between(desk).join(open_facts) or (str(len(one.missing)) if one.missing else "")
    return (
        Sentence(desk.day(one.on)), Sentence(party_name(one.party, agreement, desk)), Sentence(reading, one.claims), Sentence(about),
        Sentence(missing or "–"),
    )  # fmt: skip
