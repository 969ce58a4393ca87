"""One incident in full: what is told, who says what, from how many origins, what agreements say, what people judged."""

from collections.abc import Iterator
from dataclasses import replace

from hudna.model.agreement import Agreement
from hudna.model.finding import Finding
from hudna.model.incident import Incident
from hudna.publish.desk import Desk
from hudna.publish.document import Block, Grid, Section, Sentence
from hudna.publish.documents.ceasefire import finding_sentence
from hudna.publish.documents.finding_rows import between, would_settle
from hudna.publish.documents.positions import matrix
from hudna.publish.tables.incidents import publishers
from hudna.publish.telling import speaker_of, told


def dossier(incident: Incident, desk: Desk) -> Iterator[Section]:
    """The sections of a dossier; one that would be empty is left out, but not what is told."""
    yield desk.section("dossier_facts", _facts(incident, desk), "none_key")
    if incident.positions:
        yield desk.section("dossier_positions", [matrix(incident, desk)], "none_positions")
    yield desk.section("dossier_origins", [Block(None, tuple(_origins(incident, desk)))], "none_not_known")
    agreements = {one.id: one for one in desk.agreements}
    found = [
        one
        for one in desk.edition.review.findings
        if incident.id in one.incidents and one.agreement in agreements and not one.standing
    ]
    lines = tuple(_finding(one, agreements[one.agreement], desk) for one in found)
    yield desk.section("dossier_findings", [Block(None, lines)] if lines else [], "none_findings")
    before = tuple(_before(incident, desk))
    if before:
        yield desk.section("dossier_history", [Block(None, before)], "none_not_known")
    judged = tuple(_judged(incident, desk))
    if judged:
        yield desk.section("dossier_judgements", [Block(None, judged)], "none_not_known")


def _finding(one: Finding, agreement: Agreement, desk: Desk) -> Sentence:
    """What a provision says to the incident, and what would settle what is open."""
    told = finding_sentence(one, agreement, desk)
    if not (desk.says_rules and one.missing):
        return told
    return replace(told, text=f"{told.text} {would_settle(one.missing, desk)}")


def _facts(incident: Incident, desk: Desk) -> list[Block]:
    dead = incident.fatalities
    lines = [desk.sentence(incident)]
    if dead.low is not None and dead.high is not None and dead.low != dead.high:
        lines.append(
            Sentence(
                desk.label("deadly", low=dead.low, high=dead.high),
                tuple(c for one in dead.by for c in one.claims),
            )
        )
    grade = incident.grade
    because = between(desk).join(desk.own(one) for one in grade.because) if desk.says_rules else ""
    lines.append(
        Sentence(
            desk.label(
                "grade_line", reliability=grade.reliability, credibility=grade.credibility, because=because
            ).strip()
        )
    )
    return [Block(None, tuple(lines))]


def _origins(incident: Incident, desk: Desk) -> Iterator[Sentence]:
    held = desk.edition.evidence
    for number, origin in enumerate(incident.origins, 1):
        names = []
        for name in origin:
            report = held.reports.get(name)
            names.append(
                desk.words.join[0].join(
                    part for part in (report.source or name, desk.day(report.published)) if part
                )
                if report
                else f"{name} ({desk.label('unlisted_reports')})"
            )
        reason = (
            desk.named(incident.origins_because[number - 1])
            if desk.says_rules and len(incident.origins_because) >= number
            else ""
        )
        claims = tuple(
            one for one in incident.claims if one in held.claims and held.claims[one].report in origin
        )
        yield Sentence(
            desk.label(
                "origin_line", number=number, reports=desk.words.listed(names), because=reason
            ).strip(),
            claims,
        )


def _before(incident: Incident, desk: Desk) -> Iterator[Sentence]:
    for position in incident.positions:
        for old in position.before:
            yield Sentence(
                desk.label(
                    "before_line", speaker=speaker_of(old, desk.say), stance=desk.words.value(old.says.stance),
                    status=desk.words.value(old.says.status.value), day=desk.day(old.said),
                ),
                old.claims,
            )  # fmt: skip


def _judged(incident: Incident, desk: Desk) -> Iterator[Sentence]:
    for one in desk.edition.evidence.judgements:
        if one.id in incident.judgements:
            yield Sentence(
                desk.label(
                    "judged_line",
                    author=one.author,
                    day=desk.day(one.made.date()),
                    act=desk.words.value(one.act),
                    reason=one.reason,
                )
            )


def incident_table(incidents: tuple[Incident, ...], desk: Desk) -> Grid:
    """The annex of incidents: origins, sources, grade and verification of each."""
    head = ("head_day", "head_incident", "head_origins", "head_sources", "head_grade", "head_level")
    return Grid(None, tuple(desk.label(name) for name in head), tuple(_row(one, desk) for one in incidents))


def _row(incident: Incident, desk: Desk) -> tuple[Sentence, ...]:
    when = incident.occurred
    day = desk.day(when.latest) if when else "–"
    grade = f"{incident.grade.reliability}{incident.grade.credibility}"
    return (
        Sentence(day), Sentence(told(incident, desk.say), incident.claims), Sentence(f"{len(incident.reports)} / {len(incident.origins)}"),
        Sentence(desk.words.join[0].join(publishers(incident, desk.edition)) or "–"), Sentence(grade), Sentence(desk.level(incident)),
    )  # fmt: skip
