"""What is wrong with judged links: one line a fault, naming the entry, the value and what would be right.

A scenario's words are already located. Nothing here is about quality of judgement; it is about
whether the judgement is whole: every id known, every incident told, origins a partition, days possible.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from hudna.evaluate.links_records import THIRD_PARTY, LinkClaim, LinkScenario, Toll
from hudna.model.claim import COUNTED, Status

YEARS = (2015, 2026)
LENGTH = (20, 170)  # words of a report, from the format's description
# Two texts that share so many words in a row are copies; the halves must share none.
SHARED_RUN = 8
AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.HYPOTHETICAL, Status.DEMANDED})
# Which ways of telling may belong to an incident of each kind; gold/links/README.md says why.
STATUSES = {
    "occurrence": COUNTED | {Status.DENIED, Status.HISTORICAL, Status.STATE},
    "forecast": AHEAD | {Status.DENIED},
    "background": COUNTED | {Status.DENIED, Status.HISTORICAL, Status.STATE},
}


def scenario_faults(scenario: LinkScenario) -> Iterator[str]:
    """Every fault inside one scenario."""
    for check in CHECKS:
        yield from check(scenario)


def _repeated_ids(scenario: LinkScenario) -> Iterator[str]:
    for kind in ("sources", "actors", "places", "reports", "incidents"):
        for one, number in Counter(entry.id for entry in getattr(scenario, kind)).items():
            if number > 1:
                yield f"{kind}: {number} have the id '{one}'; ids must differ"


def _unknown_sides(scenario: LinkScenario) -> Iterator[str]:
    known = {*scenario.sides, THIRD_PARTY}
    given = [(source.id, source.side) for source in scenario.sources]
    given += [(actor.id, actor.side) for actor in scenario.actors]
    given += [(incident.id, side) for incident in scenario.incidents for side in incident.sides]
    given += [(incident.id, held.side) for incident in scenario.incidents for held in incident.positions]
    for where, side in given:
        if side not in known:
            yield f"{where}: side '{side}' is not one of {', '.join(sorted(known))}"


def _unknown_actors(scenario: LinkScenario) -> Iterator[str]:
    known = {actor.id for actor in scenario.actors}
    for source in {report.source for report in scenario.reports}:
        if source.page_of is not None and source.page_of not in known:
            yield f"{source.id}.page_of: actor '{source.page_of}' is not listed in this scenario"
    for claim in scenario.claims:
        for named in (*claim.actors, *claim.recipients, *claim.speakers):
            if named.id is not None and named.id not in known:
                yield f"{claim.id}: actor '{named.id}' is not listed in this scenario"


def _unclaimed(scenario: LinkScenario) -> Iterator[str]:
    known = {incident.id for incident in scenario.incidents}
    told = {claim.incident for claim in scenario.claims}
    for claim in scenario.claims:
        if claim.incident is not None and claim.incident not in known:
            yield f"{claim.id}.incident: '{claim.incident}' is not listed in this scenario"
        if claim.incident is None and not claim.background:
            yield f"{claim.id}: neither an incident nor background; one of them would be right"
    for one in sorted(known - told):
        yield f"{one}: no claim tells of it"


def _origins(scenario: LinkScenario) -> Iterator[str]:
    """Origins hold every report that tells of the incident, and one report in no more than it has claims."""
    for incident in scenario.incidents:
        telling = Counter(claim.report for claim in scenario.claims if claim.incident == incident.id)
        placed = Counter(report for origin in incident.origins for report in origin.reports)
        for report in sorted(set(telling) - set(placed)):
            yield f"{incident.id}.origins: '{report}' tells of it and stands in no origin"
        for report in sorted(set(placed) - set(telling)):
            yield f"{incident.id}.origins: '{report}' has no claim of it"
        for report, number in placed.items():
            if number > telling[report] > 0:
                yield f"{incident.id}.origins: '{report}' stands in {number} origins with {telling[report]} claims"
        for voice, number in Counter(origin.voice for origin in incident.origins).items():
            if number > 1:
                yield f"{incident.id}.origins: '{voice}' is {number} origins; one would be right"


def _copies_apart(scenario: LinkScenario) -> Iterator[str]:
    """An unchanged copy carries the voices that its original carries, and no other."""
    for copy in (report for report in scenario.reports if report.copy_of):
        for incident in scenario.incidents:
            for origin in incident.origins:
                if (copy.id in origin.reports) != (copy.copy_of in origin.reports):
                    yield f"{incident.id}.origins: '{copy.id}' is a copy of '{copy.copy_of}' and stands apart from it"


def _statuses(scenario: LinkScenario) -> Iterator[str]:
    kinds = {incident.id: incident.kind for incident in scenario.incidents}
    for claim in scenario.claims:
        kind = kinds.get(claim.incident or "")
        if kind and claim.status not in STATUSES[kind]:
            yield f"{claim.id}: a claim that is '{claim.status}' cannot tell of '{claim.incident}', which is {kind}"
    for incident in scenario.incidents:
        told = [claim for claim in scenario.claims if claim.incident == incident.id]
        if incident.kind == "occurrence" and told and not any(claim.counts for claim in told):
            yield f"{incident.id}: nobody tells it as having happened; a forecast would be right"


def _days(scenario: LinkScenario) -> Iterator[str]:
    published = [report.published for report in scenario.reports]
    for before, after in zip(scenario.reports, scenario.reports[1:], strict=False):
        if after.published < before.published:
            yield f"{after.id}: published before '{before.id}', which stands above it"
    for incident in scenario.incidents:
        if incident.day.earliest > incident.day.latest:
            yield f"{incident.id}.day: ends before it begins"
        if incident.kind == "occurrence" and published and incident.day.earliest > max(published):
            yield f"{incident.id}.day: {incident.day.earliest} is later than every report"
    for report in scenario.reports:
        if not YEARS[0] <= report.published.year <= YEARS[1]:
            yield f"{report.id}.published: {report.published} is not between {YEARS[0]} and {YEARS[1]}"
        for claim in report.claims:
            yield from _claim_days(claim, report.published)


def _claim_days(claim: LinkClaim, published: date) -> Iterator[str]:
    if claim.occurred is None:
        return
    if claim.occurred.earliest > claim.occurred.latest:
        yield f"{claim.id}.occurred: ends before it begins"
    if claim.counts and claim.occurred.earliest > published:
        yield f"{claim.id}.occurred: {claim.occurred.earliest} is later than the report"


def _tolls(scenario: LinkScenario) -> Iterator[str]:
    given = [(claim.id, claim.fatalities) for claim in scenario.claims]
    for where, held in given + [(incident.id, incident.toll) for incident in scenario.incidents]:
        if held and not _in_order(held):
            yield f"{where}: low, best and high are not in order"
    for incident in scenario.incidents:
        told = [c.fatalities for c in scenario.claims if c.incident == incident.id and c.fatalities]
        if bool(told) != (incident.toll is not None):
            yield f"{incident.id}.toll: {'left out' if told else 'given'}, and {len(told)} claims give one"


def _in_order(held: Toll) -> bool:
    known = [number for number in (held.low, held.best, held.high) if number is not None]
    return bool(known) and known == sorted(known)


def _apart(scenario: LinkScenario) -> Iterator[str]:
    belongs = {claim.id: claim.incident or claim.id for claim in scenario.claims}
    belongs |= {incident.id: incident.id for incident in scenario.incidents}
    for apart in scenario.not_same:
        for one in apart.pair:
            if one not in belongs:
                yield f"not_same: '{one}' is no claim and no incident of this scenario"
        if len({belongs.get(one) for one in apart.pair}) == 1:
            yield f"not_same: {' and '.join(apart.pair)} are one incident by their claims"


def _texts(scenario: LinkScenario) -> Iterator[str]:
    for report in scenario.reports:
        number = len(report.text.split())
        if not LENGTH[0] <= number <= LENGTH[1]:
            yield f"{report.id}: {number} words; {LENGTH[0]} to {LENGTH[1]} would be right"
        if (report.language == "ar") != bool(re.search(r"[\u0600-\u06ff]{3}", report.text)):
            yield f"{report.id}: the script is not that of language '{report.language}'"
        if report.text != report.text.strip():
            yield f"{report.id}: the text begins or ends with a blank"


CHECKS: tuple[Callable[[LinkScenario], Iterator[str]], ...] = (
    _repeated_ids, _unknown_sides, _unknown_actors, _unclaimed, _origins, _copies_apart,
    _statuses, _days, _tolls, _apart, _texts,
)  # fmt: skip


def faults_between(scenarios: list[LinkScenario]) -> Iterator[str]:
    """Ids that two scenarios share, and wording that the halves share."""
    for kind in ("reports", "incidents"):
        held = [entry.id for scenario in scenarios for entry in getattr(scenario, kind)]
        for one, number in Counter([*held, *(scenario.id for scenario in scenarios)]).items():
            if number > 1:
                yield f"{kind}: {number} have the id '{one}'; ids must differ over all scenarios"
    first = _runs(scenarios, "dev")
    for run, report in sorted(_runs(scenarios, "locked").items()):
        if run in first:
            yield f"{report} and {first[run]}: {SHARED_RUN} words in a row stand in both halves"


def _runs(scenarios: list[LinkScenario], half: str) -> dict[tuple[str, ...], str]:
    """Every run of words of a half and a report it stands in."""
    runs = {}
    for report in (report for scenario in scenarios if scenario.half == half for report in scenario.reports):
        words = re.findall(r"\w+", report.text.casefold())
        for start in range(len(words) - SHARED_RUN + 1):
            runs[tuple(words[start : start + SHARED_RUN])] = report.id
    return runs
