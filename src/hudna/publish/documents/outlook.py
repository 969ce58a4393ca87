"""What may come, in words of likelihood with the confidence apart; and what is not known."""

from collections.abc import Iterator

from hudna.knowledge.alert_words import Speech, alert_languages, load_alert_words
from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.knowledge.zones import load_zones
from hudna.model.alert import Alert
from hudna.model.assessment import Assessment, Weighed
from hudna.model.finding import Occasion
from hudna.model.incident import Incident
from hudna.publish.alert_text import reason_text
from hudna.publish.desk import Desk
from hudna.publish.document import Block, Grid, Section, Sentence
from hudna.publish.documents.ceasefire import tripwires
from hudna.publish.documents.picture_rows import channel_line
from hudna.publish.outlook_section import MOST_MISSING, days_read, gaps, open_facts, outlook_section


def outlook(desk: Desk) -> Section:
    """Alerts that stand, and each question with its rival explanations."""
    standing = [one for one in desk.edition.alerts if one.state != "stood_down"]
    parts: list[Block | Grid] = []
    if standing:
        parts.append(Block(desk.label("alerts"), tuple(_alert(one, desk) for one in standing)))
    for one in desk.edition.assessments:
        parts += _assessment(one, desk)
    parts += outlook_section(desk.edition.review).blocks if desk.tells_rules else _watched(desk)
    return desk.section("outlook", parts, "none_outlook")


def _watched(desk: Desk) -> list[Block]:
    """Other people's conditions, and days around this day."""
    days = [_occasion(one, desk) for one in desk.edition.review.occasions] if desk.says_rules else []
    return [*tripwires(desk), *([Block(desk.label("days_around"), tuple(days))] if days else [])]


def _occasion(one: Occasion, desk: Desk) -> Sentence:
    kind = "today" if not one.days_away else "days_ahead" if one.days_away > 0 else "days_ago"
    away, because = desk.label(kind, days=abs(one.days_away)), desk.own(one.because).rstrip(".")
    return Sentence(
        desk.label("occasion_line", day=desk.day(one.on), away=away, name=desk.own(one.name), because=because)
    )


def _alert(one: Alert, desk: Desk) -> Sentence:
    language = desk.say.naming.language
    rules = load_warning_rules(one.theatre if one.theatre in theatre_names() else None)
    zones = load_zones(theatre_names())
    words = load_alert_words(language if language in alert_languages() else "en")
    speech = Speech(words, language, load_cast(theatre_names()), zones, rules)
    area = speech.area(one.area) if one.area else one.subject or desk.named(one.theatre.capitalize())
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
    text = one.said.get(desk.say.naming.language, one.text)
    title = f"{text} ({desk.say.naming.country(one.unit)})" if one.unit else text
    return [Grid(title, head, rows), Block(None, (confidence,))]


def _hypothesis(one: Weighed, assessment: Assessment, desk: Desk) -> tuple[Sentence, ...]:
    claims = tuple(
        dict.fromkeys(name for entry in assessment.ledger if entry.adds.get(one.id) for name in entry.claims)
    )
    return (
        Sentence(one.said.get(desk.say.naming.language, one.text), claims),
        Sentence(desk.words.value(one.words)),
        Sentence(f"{one.low:.0%}–{one.high:.0%}"),
    )


def not_known(desk: Desk) -> Section:
    """Gaps: of the telling, of the days, of the findings and of the assessments."""
    evidence = desk.edition.evidence
    if not evidence.reports and not desk.incidents:
        return desk.section("not_known", (), "nothing_read")
    lines = [*_gaps_of_incidents(desk), *_gaps_of_days(desk)]
    parts = [Block(None, tuple(lines))] if lines else []
    if desk.says_rules:
        said = gaps(desk.edition.picture, desk.edition.review) if desk.tells_rules else _open(desk)
        parts = [Block(None, (*lines, *said)), *_unasked(desk)]
    return desk.section("not_known", [part for part in parts if part.sentences], "none_not_known")


def _open(desk: Desk) -> Iterator[Sentence]:
    """What would settle what stays open, what is silent, and how thin the reports are."""
    facts = open_facts(desk.edition.review)
    for fact, claims in list(facts.items())[:MOST_MISSING]:
        yield Sentence(desk.label("not_told", fact=desk.own(fact).rstrip(".")), tuple(dict.fromkeys(claims)))
    if len(facts) > MOST_MISSING:
        yield Sentence(desk.label("more_facts", number=len(facts) - MOST_MISSING))
    yield from (channel_line(one, desk) for one in desk.edition.picture.channels if one.silent)
    titles = {one.id: desk.title_of(one) for one in desk.agreements}
    for name, (days, told, gap) in days_read(desk.edition.review).items():
        yield Sentence(desk.label("thin", title=titles.get(name, name), days=days, read=told, gap=gap))


def _unasked(desk: Desk) -> list[Block]:
    """Of each question what nobody is known to have looked for, and what only unknown voices tell; each gap once."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for one in desk.edition.assessments:
        title = one.said.get(desk.say.naming.language, one.text)
        found.setdefault(title, []).extend(gap for gap in one.gaps if gap not in seen)
        seen |= set(one.gaps)
    return [
        Block(title, tuple(Sentence(desk.own(gap)) for gap in held)) for title, held in found.items() if held
    ]


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
        ("gap_one", [one for one in counted if one.independent_origins <= 1]),
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
