"""Sections on what is told: key points, by region, statements, purposes, what has not happened."""

from dataclasses import replace
from textwrap import shorten

from hudna.knowledge.base_map import CREDIT
from hudna.model.claim import COUNTED, Root, Status
from hudna.model.incident import Incident
from hudna.publish.desk import Desk, gravity, is_easing, is_feared, is_material, is_statement
from hudna.publish.document import Block, Figure, Part, Section, Sentence
from hudna.publish.documents.points import points
from hudna.publish.key_points import picture_points

_KEY = 5
# So many characters of a statement are quoted; the rest is in the annex.
_WORDS = 240


def key_points(desk: Desk) -> Section:
    """The gravest of the period, what eases, what is feared, and the alerts that stand."""
    grave = sorted((one for one in desk.incidents if is_material(one)), key=gravity)[:_KEY]
    easing = [one for one in desk.incidents if is_easing(one)][:2]
    feared = sorted((one for one in desk.incidents if is_feared(one)), key=gravity)[:1]
    counted = [one for one in desk.incidents if one.counts]
    alleged = [one for one in counted if one.status is Status.ALLEGED]
    opening = Sentence(
        desk.label("summary", counted=len(counted), all=len(desk.incidents), alleged=len(alleged)),
        tuple(name for one in counted for name in one.claims),
    )
    blocks: list[Part] = []
    if desk.incidents:
        told = [desk.sentence(one) for one in (*grave, *easing, *feared)]
        more = (
            picture_points(desk.picture, desk.review, desk.agreements) if desk.tells_rules else points(desk)
        )
        blocks = [Block(None, (opening, *told, *more)), *_figures(desk)]
    return desk.section("key_points", blocks, "none_key")


def _figures(desk: Desk) -> list[Figure]:
    found = []
    if any(one.place and one.place.lat is not None for one in desk.incidents):
        found.append(Figure("map", desk.label("map_caption", credit=CREDIT), desk.label("map")))
    if any(one.counts and one.occurred and one.occurred.latest for one in desk.incidents):
        found.append(Figure("chart", desk.label("chart_caption"), desk.label("chart")))
    return found


def by_region(desk: Desk) -> Section:
    """Material incidents by country and division."""
    groups: dict[tuple[str, str], list[Incident]] = {}
    for incident in (one for one in desk.incidents if is_material(one)):
        groups.setdefault(_region(incident, desk), []).append(incident)
    nowhere = desk.label("place_unknown")
    blocks: list[Part] = []
    for country, division in sorted(groups, key=lambda key: (key[0] == nowhere, key)):
        title = f"{country}: {division}" if division else country
        blocks += desk.block(title, groups[country, division])
    return desk.section("by_region", blocks, "none_region")


def _region(incident: Incident, desk: Desk) -> tuple[str, str]:
    place = incident.place or next((where for _, where in incident.places), None)
    if place is None or not place.country:
        return desk.label("place_unknown"), ""
    naming = desk.say.naming
    return naming.country(place.country), naming.division(place.country, place.admin1) if place.admin1 else ""


def statements(desk: Desk) -> Section:
    """What parties and mediators say, and what is denied."""
    spoken = [one for one in desk.incidents if is_statement(one) and one.counts]
    groups = (
        ("parties", [one for one in spoken if not one.third_party]),
        ("third_parties", [one for one in spoken if one.third_party]),
        ("denials", [one for one in desk.incidents if one.status is Status.DENIED]),
    )
    parts = [
        Block(desk.label(name), tuple(_with_words(one, desk) for one in found))
        for name, found in groups
        if found
    ]
    return desk.section("statements", parts, "none_statements")


def _with_words(incident: Incident, desk: Desk) -> Sentence:
    """A statement and its words: that somebody "refused or denied" says nothing until it is said what."""
    told = desk.sentence(incident)
    held = (desk.edition.evidence.claims.get(name) for name in incident.claims)
    words = next(
        (one.text for one in held if one and one.text and one.event and one.event.root is incident.root), ""
    )
    if not words or desk.edition.public:
        return told
    quoted = desk.words.quoted(shorten(words, _WORDS, placeholder=" …"))
    return replace(told, text=f"{told.text} {desk.label('in_words', words=quoted)}")


def not_happened(desk: Desk) -> Section:
    """What is planned, feared, conditional, demanded, background or read too unsurely: never counted."""

    def held(*statuses: Status) -> list[Incident]:
        return [one for one in desk.incidents if one.status in statuses and one.root is not Root.REJECT]

    parts = (
        *desk.block(desk.label("planned"), held(Status.PLANNED)),
        *desk.block(desk.label("feared"), held(Status.HYPOTHETICAL)),
        *desk.block(desk.label("conditional"), held(Status.CONDITIONAL)),
        *desk.block(desk.label("demanded"), held(Status.DEMANDED)),
        *desk.block(desk.label("background"), held(Status.HISTORICAL, Status.STATE)),
        *desk.block(
            desk.label("unsure"), [one for one in desk.incidents if one.status in COUNTED and not one.counts]
        ),
    )
    return desk.section("not_happened", parts, "none_not_happened")


def purposes(desk: Desk) -> Section:
    """What is said of purposes and of what forces are made of, claim by claim."""
    claims = [one for one in desk.edition.evidence.claims.values() if _is_recent(one.report, desk)]
    parts = [
        Block(
            desk.label(name),
            tuple(Sentence(desk.say.claim(one), (one.id,)) for one in claims if one.content == content),
        )
        for name, content in (("purposes_for", "purpose"), ("makeup", "composition"))
    ]
    return desk.section("purposes", [part for part in parts if part.sentences], "none_purposes")


def _is_recent(name: str, desk: Desk) -> bool:
    report = desk.edition.evidence.reports.get(name)
    return report is None or desk.in_period(report.published)
