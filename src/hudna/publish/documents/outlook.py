"""What may come, in words of likelihood with the confidence apart; and what is not known."""

from hudna.knowledge.alert_words import Speech, alert_languages, load_alert_words
from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.knowledge.zones import load_zones
from hudna.model.alert import Alert
from hudna.model.assessment import Assessment, Weighed
from hudna.model.incident import Incident
from hudna.publish.alert_text import reason_text
from hudna.publish.desk import Desk
from hudna.publish.document import Block, Grid, Section, Sentence
from hudna.publish.documents.ceasefire import tripwires
from hudna.publish.outlook_section import gaps, outlook_section


def outlook(desk: Desk) -> Section:
    """Alerts that stand, and each question with its rival explanations."""
    standing = [one for one in desk.edition.alerts if one.state != "stood_down"]
    parts: list[Block | Grid] = []
    if standing:
        parts.append(Block(desk.label("alerts"), tuple(_alert(one, desk) for one in standing)))
    for one in desk.edition.assessments:
        parts += _assessment(one, desk)
    parts += outlook_section(desk.edition.review).blocks if desk.tells_rules else tripwires(desk)
    return desk.section("outlook", parts, "none_outlook")


def _alert(one: Alert, desk: Desk) -> Sentence:
    language = desk.say.naming.language
    rules = load_warning_rules(one.theatre if one.theatre in theatre_names() else None)
    zones = load_zones(theatre_names())
    words = load_alert_words(language if language in alert_languages() else "en")
    speech = Speech(words, language, load_cast(theatre_names()), zones, rules)
    area = speech.area(one.area) if one.area else one.subject or one.theatre
    if desk.edition.public:
        return Sentence(desk.label("alert_public", level=words.levels[one.level], area=area), one.claims)
    because = " ".join(reason_text(reason, speech) for reason in one.because[:3])
    return Sentence(
        desk.label("alert_line", level=words.levels[one.level], area=area, because=because),
        one.claims,
    )  # fmt: skip


def _assessment(one: Assessment, desk: Desk) -> list[Block | Grid]:
    head = tuple(desk.label(name) for name in ("head_hypothesis", "head_likelihood", "head_range"))
    rows = tuple(
        _hypothesis(hypothesis, one, desk)
        for hypothesis in sorted(one.hypotheses, key=lambda found: -found.likelihood)
    )
    # ICD 203: a likelihood and a confidence never stand in one sentence.
    confidence = Sentence(desk.label("confidence", confidence=desk.words.value(one.confidence)))
    title = f"{one.text} ({desk.say.naming.country(one.unit)})" if one.unit else one.text
    return [Grid(title, head, rows), Block(None, (confidence,))]


def _hypothesis(one: Weighed, assessment: Assessment, desk: Desk) -> tuple[Sentence, ...]:
    claims = tuple(
        dict.fromkeys(name for entry in assessment.ledger if entry.adds.get(one.id) for name in entry.claims)
    )
    return (
        Sentence(one.text, claims),
        Sentence(desk.words.value(one.words)),
        Sentence(f"{one.low:.0%}–{one.high:.0%}"),
    )


def not_known(desk: Desk) -> Section:
    """Gaps: of the telling, of the days, of the findings and of the assessments."""
    evidence = desk.edition.evidence
    if not evidence.reports and not desk.incidents:
        return desk.section("not_known", (), "nothing_read")
    lines = [*_gaps_of_incidents(desk), *_gaps_of_days(desk)]
    if desk.tells_rules:
        lines += gaps(desk.edition.picture, desk.edition.review)
        lines += [
            Sentence(gap)
            for gap in dict.fromkeys(gap for one in desk.edition.assessments for gap in one.gaps)
        ]
    return desk.section("not_known", [Block(None, tuple(lines))] if lines else [], "none_not_known")


def _gaps_of_incidents(desk: Desk) -> list[Sentence]:
    counted = [one for one in desk.incidents if one.counts]
    gaps: tuple[tuple[str, list[Incident]], ...] = (
        (
            "gap_anonymous",
            [one for one in desk.incidents if one.positions and all(p.anonymous for p in one.positions)],
        ),
        ("gap_actor", [one for one in counted if not one.actors]),
        ("gap_place", [one for one in counted if one.place is None or one.place.lat is None]),
        ("gap_day", [one for one in counted if one.occurred is None or one.occurred.earliest is None]),
        ("gap_one", [one for one in counted if len(one.origins) <= 1]),
        ("gap_disputed", [one for one in desk.incidents if one.verification == "disputed"]),
        (
            "gap_toll",
            [
                one
                for one in counted
                if one.fatalities.best is None and (one.fatalities.high or 0) > (one.fatalities.low or 0)
            ],
        ),
        ("gap_review", [one for one in desk.incidents if one.review]),
    )
    return [
        Sentence(desk.label(name, number=len(found)), tuple(claim for one in found for claim in one.claims))
        for name, found in gaps
        if found
    ]


def _gaps_of_days(desk: Desk) -> list[Sentence]:
    evidence, found = desk.edition.evidence, []
    undated = [one for one in evidence.reports.values() if one.published is None]
    if undated:
        found.append(Sentence(desk.label("gap_undated", number=len(undated))))
    if desk.first is not None:
        days = (desk.edition.as_of - desk.first).days + 1
        read = {day for day in evidence.report_days if desk.first <= day <= desk.edition.as_of}
        if len(read) < days:
            found.append(Sentence(desk.label("gap_silent_days", number=days - len(read), days=days)))
    return found
