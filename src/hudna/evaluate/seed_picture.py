"""Set `seed-picture`: the annotated report's postures, purposes, control, provisions and red line.

`hudna evaluate --set seed-picture --data DIR`, with DIR as for the set `seed`. The report is
coded, linked, drawn and checked as any other; what the annotation says of it must hold.
What it derives from silence (who does not hold a town) is no statement and is asked of nobody.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hudna.evaluate.scores import share
from hudna.evaluate.seed_key import Key, read_key, same_place, spans, touching
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.cast import Cast
from hudna.model.claim import Claim, Place
from hudna.model.edition import Edition
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.finding import Finding, Review
from hudna.model.picture import Cause, Picture
from hudna.model.record import Record, Span
from hudna.model.told import Told
from hudna.picturing import setting
from hudna.pipeline import agreements_for, check_picture, code_reports, draw_picture, link_claims
from hudna.publish import laid_out, situation

NAME = "seed-picture"
# The annotation's own numbers of provisions → ours. Its fourth is about notice of movements.
_PROVISIONS = {"P1": "P1", "P2": "P2", "P3": "P3", "P4": "D1", "P5": "P7"}
_DIRECTIONS = {
    "escalatory": {"escalatory"}, "escalatory_defensive": {"escalatory", "defensive"}, "de-escalatory": {"de-escalatory"},
}  # fmt: skip
_QUOTED = re.compile(r"“[^”]*”")
Answer = tuple[str, bool, str]


@dataclass(frozen=True, slots=True)
class Seed:
    """The annotation, and what was made of its report."""

    key: Key
    evidence: Evidence
    picture: Picture
    review: Review
    cast: Cast
    words: str

    def kb(self, node: str) -> str:
        """Our id of an annotated actor."""
        return self.key.nodes[node].kb or node

    def about(self, names: Iterable[str], entry: Mapping[str, Any]) -> bool:
        """Whether any of these claims rests on the annotated words."""
        marked = spans(entry["evidence"])
        return any(touching(span, marked) for name in names for span in _rests_on(self.evidence.claims[name]))


def evaluate(data: Path) -> SetScore:
    """Shares of the annotation's statements that the picture and the check give."""
    seed = drawn_seed(read_key(data))
    figures, lines = [], []
    for title, ask in _PARTS.items():
        answers = list(ask(seed))
        held = sum(holds for _, holds, _ in answers)
        figures.append(Figure(title, share(held, len(answers)), least=1.0))
        lines += [
            f"{'ok     ' if holds else 'MISSED '} {title} {name}: {told}" for name, holds, told in answers
        ]
    return SetScore(NAME, tuple(figures), tuple(lines), "one report, coded and linked")


def drawn_seed(key: Key) -> Seed:
    """The report through every stage."""
    coded = next(iter(code_reports([key.report])))
    linked = link_claims(Told(claim, key.report) for claim in coded.claims)
    evidence = evidence_of(linked.incidents, coded.claims, [key.report])
    as_of = key.report.published or date.max
    agreements = agreements_for(evidence, ("libya_2020",))
    picture = draw_picture(evidence, as_of, agreements)
    review = check_picture(evidence, picture, agreements)
    edition = Edition(as_of, evidence, picture, review)
    page = laid_out(situation(edition, agreements=agreements), "md").decode()
    return Seed(key, evidence, picture, review, setting().cast, page.partition('<a id="annex">')[0])


def _rests_on(claim: Claim) -> tuple[Span, ...]:
    purpose = claim.purpose
    if purpose and purpose.end is not None:
        return (Span(text=purpose.text, start=purpose.start, end=purpose.end),)
    return (Span(text=claim.text, start=claim.start, end=claim.end),)


def _postures(seed: Seed) -> Iterator[Answer]:
    for entry in seed.key.raw["posture_changes"]:
        calls = entry["dimension"] == "diplomatic"
        found = _called(seed, entry) if calls else _moved(seed, entry)
        yield entry["id"], bool(found), ", ".join(found) or f"nothing of {seed.kb(entry['actor'])}"


def _called(seed: Seed, entry: Mapping[str, Any]) -> list[str]:
    actor = seed.kb(entry["actor"])
    mine = (one for one in seed.picture.signals if any(party.id == actor for party in one.by))
    return [one.kind for one in mine if one.third_party and one.direction == "easing"]


def _moved(seed: Seed, entry: Mapping[str, Any]) -> list[str]:
    kin = [one for one in seed.picture.postures if seed.cast.are_kin(one.actor, seed.kb(entry["actor"]))]
    return [
        f"{one.actor} {one.state} ({cause.how})" for one in kin for cause in one.causes
        if _is_change(cause, entry) and seed.about(cause.claims, entry)
    ]  # fmt: skip


def _is_change(cause: Cause, entry: Mapping[str, Any]) -> bool:
    on = date.fromisoformat(entry["date"]) if entry["date"] else None
    near = on is None or (cause.on is not None and abs(cause.on - on) <= timedelta(days=1))
    weight = (cause.how == "alleged") == (entry["status"] == "alleged")
    return (
        near
        and weight
        and cause.dimension == entry["dimension"]
        and cause.direction in _DIRECTIONS[entry["direction"]]
    )


def _purposes(seed: Seed) -> Iterator[Answer]:
    """Each purpose with its speaker; the four of the one movement stand beside each other."""
    beside = [set() for _ in seed.picture.movements] or [set()]  # type: list[set[str]]
    for entry in seed.key.raw["intent_claims"]:
        holder = seed.key.nodes[entry["holder"]]
        claims = [
            claim for claim in seed.evidence.claims.values()
            if (claim.purpose or claim.event) and seed.about([claim.id], entry)
            and any(seed.key.nodes_of(speaker, speaker.actor) & {holder.id} for speaker in claim.speakers)
        ]  # fmt: skip
        for number, movement in enumerate(seed.picture.movements):
            parts = [*movement.purposes, *movement.feared]
            if any(claim.id in part.claims for claim in claims for part in parts):
                beside[number].add(entry["id"])
        told = "; ".join(f"{claim.status}: {claim.text}" for claim in claims)
        yield entry["id"], bool(claims), told or "not told"
    most = max(beside, key=len)
    yield "competing", len(most) >= 4, f"of one movement: {', '.join(sorted(most))}"


def _control(seed: Seed) -> Iterator[Answer]:
    """What the report states; what an annotator reads between the lines is not stated by anybody."""
    for entry in seed.key.raw["territorial_control"]:
        if entry["explicit"] and entry["controller"]:
            area = seed.key.places[entry["area"]]
            found = [
                one for one in seed.picture.holdings
                if one.holder and seed.cast.force(one.holder.id or "", one.as_of) == seed.kb(entry["controller"])
                and one.status == entry["status"] and one.claimed_by is None and str(one.as_of) == entry["as_of"]
                and any(same_place(area, place) for place in _areas(seed, one.claims))
            ]  # fmt: skip
            yield (
                entry["id"],
                bool(found),
                ", ".join(one.place.name for one in found) or "nobody is said to hold it",
            )
    tense = [one for one in seed.picture.holdings if one.sits_ill_with]
    yield (
        "K3",
        bool(tense),
        "; ".join(f"{one.place.name} sits ill with {len(one.sits_ill_with)}" for one in tense),
    )


def _areas(seed: Seed, names: Iterable[str]) -> Iterator[Place]:
    for name in names:
        control = seed.evidence.claims[name].control
        if control and control.area:
            yield control.area


def _provisions(seed: Seed) -> Iterator[Answer]:
    for entry in seed.key.raw["provision_tests"]:
        number = _PROVISIONS.get(entry["provision"].split()[0])
        if number:
            mine = [one for one in seed.review.findings if one.provision == number]
            told = (
                ", ".join(f"{one.verdict} ({one.label})" for one in mine if not one.standing)
                or "nothing told"
            )
            yield entry["provision"].split()[0], _VERDICTS[entry["verdict"]](mine), f"{number}: {told}"


def _is_quiet(found: list[Finding]) -> bool:
    """Nothing told is against it; what nobody read enough to know is told by nobody."""
    told = (one for one in found if not (one.standing and one.verdict == "undetermined"))
    return all(one.verdict in {"consistent", "out_of_scope"} for one in told)


_VERDICTS: dict[str, Callable[[list[Finding]], bool]] = {
    "no_violation_reported": _is_quiet,
    "indeterminate": lambda found: {one.verdict for one in found} == {"undetermined"},
    "alleged_non_compliance": lambda found: (
        {(one.verdict, one.label) for one in found} == {("inconsistent", "alleged")}
    ),
    "not_applicable": _is_quiet,
}


def _declared(seed: Seed) -> Iterator[Answer]:
    for entry in seed.key.raw["declared_vs_observed"]:
        mine = [one for one in seed.review.declared if one.declarer.id == seed.kb(entry["declared"]["by"])]
        verdicts = {one.field: one.verdict for one in mine}
        contested = any(
            one.field == "purpose" and "Others name other purposes" in one.because for one in mine
        )
        direction = verdicts.get("destination") in {"match", "partial"}
        yield entry["id"], direction, f"direction {verdicts.get('destination')}"
        yield (
            entry["id"],
            contested and verdicts.get("purpose") != "match",
            f"purpose {verdicts.get('purpose')}, contested: {contested}",
        )
        yield (
            entry["id"],
            verdicts.get("composition") == "unknown",
            f"composition {verdicts.get('composition')}",
        )


def _red_lines(seed: Seed) -> Iterator[Answer]:
    for entry in seed.key.raw["red_lines"]:
        wanted, bearer = entry["trigger_event_template"], seed.kb(entry["bearer"])
        found = [
            one for one in seed.review.tripwires
            if seed.about(one.claims, entry) and one.watch.root == wanted["plover"] and one.watch.mode == wanted["mode"]
            and any(seed.cast.are_kin(actor, bearer) for actor in one.watch.actors)
        ]  # fmt: skip
        crossed = entry["status_2024_08_09"] != "not_crossed"
        right = [
            one
            for one in found
            if (one.state == "crossed") == crossed and not one.is_party and one.watch.place
        ]
        yield (
            entry["id"],
            bool(right),
            "; ".join(
                f"{one.watch.name}: {one.state}, said by {one.author and one.author.text}" for one in found
            ),
        )


def _easing(seed: Seed) -> Iterator[Answer]:
    """The signals of those who are named; what somebody welcomes is nobody's own act."""
    for entry in seed.key.raw["deescalation_signals"]:
        if entry["by"] and entry["kind"] in {"call_for_restraint", "call_for_communication", "reassurance"}:
            found = [
                one for one in seed.picture.signals
                if one.direction == "easing" and not one.executed and seed.about(one.claims, entry)
                and any(party.id == seed.kb(entry["by"]) for party in one.by)
            ]  # fmt: skip
            yield entry["id"], bool(found), ", ".join(one.kind for one in found) or "not told"


def _must_not(seed: Seed) -> Iterator[Answer]:
    said = [*_said(seed), _QUOTED.sub("", seed.words)]
    yield "violation", not any("violation" in text.casefold() for text in said), "the word is not said"
    third = [one.actor for one in seed.picture.postures if one.side == "third party"]
    yield "third parties", not third, f"postures of third parties: {third}"
    allegations = [
        one for one in seed.picture.postures if one.actor == "wagner-africa-corps" and one.basis != "alleged"
    ]
    yield "allegations", not allegations, "what is alleged rests on allegations alone"
    towns = [one.place.name for one in seed.picture.holdings if one.place.precision == "town"]
    yield "towns", not towns, f"towns said to be held: {towns}"
    fires = [
        one
        for one in seed.review.findings
        if one.kind == "cessation_of_hostilities" and one.verdict == "inconsistent"
    ]
    yield "ceasefire", not fires, "no fire between the parties"


def _said(seed: Seed) -> Iterator[str]:
    """What the records say in the system's own words."""
    records: list[Record] = [*seed.review.findings, *seed.review.declared, *seed.review.tripwires]
    for one in records:
        yield _QUOTED.sub("", str(getattr(one, "because", "")))
        yield " ".join(getattr(one, "missing", ()))


_PARTS: dict[str, Callable[[Seed], Iterator[Answer]]] = {
    "posture": _postures, "purposes": _purposes, "control": _control, "provisions": _provisions,
    "declared": _declared, "tripwires": _red_lines, "de-escalation": _easing, "must_not": _must_not,
}  # fmt: skip
