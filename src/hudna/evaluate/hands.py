"""Two hands that judged one report: the one plays the coder, the other is the gold.

So people are measured as the coder is, on the same reports and by the same measures. What a
hand allows counts for it: a further root, a further trigger, and an optional claim, whose
presence and absence are both right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hudna.errors import KnowledgeError
from hudna.evaluate.alignment import (
    Pair,
    align,
    compare_events,
    control_match,
    purpose_match,
    same_chain,
    status_class,
)
from hudna.evaluate.gold import GoldActor, GoldClaim, GoldPlace, GoldReport, judged
from hudna.evaluate.own import same_days, same_deaths
from hudna.evaluate.scores import iou
from hudna.knowledge.files import read_yaml
from hudna.model.claim import (
    COUNTED,
    Actor,
    Claim,
    Control,
    Count,
    Event,
    Occurred,
    Place,
    Purpose,
    Speaker,
    SpeechAct,
)
from hudna.model.coded import Coded
from hudna.model.mention import ActorMention, Mentions, PlaceMention, TimeMention
from hudna.model.record import Span

FOLDERS = ("first", "second")


@dataclass(frozen=True, slots=True)
class Hands:
    """One report as the first and the second hand judged it, and as it stands in the gold."""

    first: GoldReport
    second: GoldReport
    settled: GoldReport


def load_hands(folder: Path) -> list[Hands]:
    """Every report of gold/second with the first hand's and the settled one, sorted by language and id."""
    read = {name: dict(_read(folder / name, folder.glob(f"{name}/*/*.yml"))) for name in FOLDERS}
    settled = dict(_read(folder, folder.glob("[a-z][a-z]/locked/*.yml")))
    if lacking := sorted(read["second"].keys() ^ read["first"].keys()) or sorted(
        read["second"].keys() - settled.keys()
    ):
        raise KnowledgeError(f"{', '.join(lacking)}: judged by one hand only; a file of each would be right")
    return [
        Hands(read["first"][one], read["second"][one], settled[one])
        for one in sorted(read["second"], key=lambda one: (read["second"][one].language, one))
    ]


def _read(root: Path, paths: Iterator[Path]) -> Iterator[tuple[str, GoldReport]]:
    for path in paths:
        report = judged(read_yaml(path), path.name, half="locked", folder=path.relative_to(root).parts[0])
        yield report.id, report


def as_coded(hand: GoldReport, judge: GoldReport) -> Coded:
    """The hand's judgement as coded claims, each in that of its allowed forms that suits the judge best.

    An optional claim that answers nothing is left out: its hand says that it need not be there.
    """
    whole = all_coded(hand, judge)
    answering = {pair.coded.id for pair in align(judge, whole).pairs if _answers(pair, judge.text)}
    optional = {one.id for one, claim in zip(whole.claims, hand.claims, strict=True) if claim.optional}
    kept = tuple(claim for claim in whole.claims if claim.id in answering or claim.id not in optional)
    return Coded(whole.report, kept, whole.mentions)


def all_coded(hand: GoldReport, judge: GoldReport) -> Coded:
    """The same with every claim, required or optional."""
    claims = tuple(_best_form(hand, number, claim, judge) for number, claim in enumerate(hand.claims))
    return Coded(judge.as_report(), claims, mentions_of(hand))


def differences(hands: Iterable[Hands]) -> Counter[str]:
    """How many claims both hands judged and how many one alone, and in what the shared ones differ."""
    found: Counter[str] = Counter()
    for one in hands:
        coded = all_coded(one.second, one.first)
        alignment = align(one.first, coded)
        optional = {
            form.id: claim.optional for form, claim in zip(coded.claims, one.second.claims, strict=True)
        }
        found.update(f"first hand only, {_duty(claim.optional)}" for claim in alignment.alone_gold)
        found.update(f"second hand only, {_duty(optional[claim.id])}" for claim in alignment.alone_coded)
        for pair in alignment.pairs:
            found["both hands"] += 1
            found["required by one, optional for the other"] += pair.gold.optional != optional[pair.coded.id]
            found.update(_differing(pair, one.first.text))
    return found


def _duty(optional: bool) -> str:  # noqa: FBT001  the two words of one field
    return "optional" if optional else "required"


def _differing(pair: Pair, text: str) -> Iterator[str]:
    """The fields in which two judgements of one claim differ."""
    gold, coded, like = pair.gold, pair.coded, pair.like
    unlike = {
        "status": gold.status != coded.status,
        "status, told or not": status_class(gold.status) != status_class(coded.status),
        "speech act": gold.act != coded.speech_act,
        "speakers": not same_chain(gold.speakers, coded.speakers, text, kinds=False),
        "speakers or their kinds": not same_chain(gold.speakers, coded.speakers, text, kinds=True),
    }
    if like is not None and coded.event is not None:
        when = gold.occurred
        unlike |= {
            "root": not like.root,
            "trigger": not like.trigger,
            "actors": not like.actors and bool(gold.actors or coded.event.actors),
            "mode": gold.mode != coded.event.mode,
            "days": not (same_days(when, coded.event.occurred) if when else coded.event.occurred is None),
            "deaths": not same_deaths(pair),
        }
    yield from (name for name, differs in unlike.items() if differs)


def _answers(pair: Pair, text: str) -> bool:
    if pair.like is not None:
        return pair.like.root
    match = control_match if pair.gold.content == "control" else purpose_match
    return match(pair.gold, pair.coded, text)


def _best_form(hand: GoldReport, number: int, claim: GoldClaim, judge: GoldReport) -> Claim:
    roots = (claim.root, *claim.or_root)
    forms = [
        coded_claim(hand, number, claim.model_copy(update={"root": root, "trigger": (trigger,)}))
        for root in roots
        for trigger in claim.trigger
    ] or [coded_claim(hand, number, claim)]
    return max(forms, key=lambda form: _suits(form, judge))


def _suits(form: Claim, judge: GoldReport) -> float:
    likes = ((gold, compare_events(gold, form, judge.text)) for gold in judge.claims)
    return max((like.score(iou(gold, form)) for gold, like in likes if like is not None), default=0.0)


def perfect(report: GoldReport) -> Coded:
    """What a coder gives back that errs in nothing."""
    claims = (coded_claim(report, number, claim) for number, claim in enumerate(report.claims))
    return Coded(report.as_report(), tuple(claims), mentions_of(report))


def mentions_of(report: GoldReport) -> Mentions:
    """The judged mentions as the coder gives them."""
    found = report.mentions
    return Mentions(
        tuple(
            ActorMention(a.start, a.end, a.text, a.id, a.text, a.country, a.sector, a.kind or "party")
            for a in found.actors
        ),
        tuple(
            PlaceMention(p.start, p.end, p.text, p.id, p.text, p.lat, p.lon, None, "town", p.country)
            for p in found.places
        ),
        tuple(
            TimeMention(t.start, t.end, t.text or "", None, t.earliest, t.latest, "day", "stated")
            for t in found.times
            if t.start is not None and t.end is not None
        ),
    )


def coded_claim(report: GoldReport, number: int, gold: GoldClaim) -> Claim:
    """A judged claim as the coder should have made it."""
    return Claim(
        id=f"{report.id}-{number}", report=report.id, language=report.language,
        start=gold.start, end=gold.end, text=gold.text,
        speakers=tuple(
            Speaker(text=s.text, start=s.start, end=s.end, actor=s.id, kind=s.kind or "party") for s in gold.speakers
        ),
        speech_act=gold.act or SpeechAct.STATE, status=gold.status, content=gold.content,
        event=_event(gold), control=_control(gold), purpose=_purpose(gold),
        counts=gold.status in COUNTED, rule="judged",
    )  # fmt: skip


def _event(gold: GoldClaim) -> Event | None:
    if gold.root is None:
        return None
    deaths, when = gold.fatalities, gold.occurred
    return Event(
        root=gold.root, mode=gold.mode, trigger=gold.trigger[0],
        actors=tuple(map(_actor, gold.actors)), recipients=tuple(map(_actor, gold.recipients)),
        places=tuple(map(_place, gold.places)),
        occurred=Occurred(earliest=when.earliest, latest=when.latest, precision="day", basis="stated",
                          text=when.text, start=when.start, end=when.end) if when else None,
        fatalities=Count(low=deaths.low, best=deaths.best, high=deaths.high) if deaths else Count(),
    )  # fmt: skip


def _control(gold: GoldClaim) -> Control | None:
    if gold.control is None:
        return None
    return Control(
        holder=_actor(gold.holder) if gold.holder else None, area=_place(gold.area) if gold.area else None,
        status=gold.control, as_of=None, trigger=Span(text=gold.text, start=gold.start, end=gold.end),
    )  # fmt: skip


def _purpose(gold: GoldClaim) -> Purpose | None:
    if gold.content != "purpose":
        return None
    return Purpose(of=None, text=gold.text, start=gold.start, end=gold.end)


def _actor(gold: GoldActor) -> Actor:
    return Actor(text=gold.text, start=gold.start, end=gold.end, id=gold.id, country=gold.country)


def _place(gold: GoldPlace) -> Place:
    return Place(
        text=gold.text, start=gold.start, end=gold.end, name=gold.text, role=gold.role,
        lat=gold.lat, lon=gold.lon, precision="town", country=gold.country,
    )  # fmt: skip
