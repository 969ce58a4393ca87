"""Each provision as it stands on a day, from the findings on single incidents.

That nothing is told of what is forbidden is consistent as far as told, and the sentence
says on how many days anything was read; that nothing is told of what is due leaves it
undetermined. Nothing here says that the agreement is holding.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hudna.check.asked import Asked
from hudna.check.findings import finding_id
from hudna.check.rules import Rule, find_rules
from hudna.model.agreement import Agreement, Provision
from hudna.model.days import on_day
from hudna.model.finding import Finding, Label, Verdict

_FIRMEST: tuple[Label, ...] = ("verified", "apparent", "alleged")
_ORDER: tuple[Verdict, ...] = ("inconsistent", "undetermined", "consistent")
# More facts than a person can go after at once; each finding lists its own.
_MISSING = 8


def standing(found: Sequence[Finding], asked: Asked) -> Iterator[Finding]:
    """One finding for each provision that is in force, lapsed or done."""
    by_provision: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in found:
        by_provision[one.agreement, one.provision].append(one)
    for agreement in asked.agreements:
        for provision in agreement.provisions:
            if provision.start <= asked.as_of:
                rule = find_rules()[provision.kind]
                yield _stands(agreement, provision, rule, by_provision[agreement.id, provision.id], asked)


def _stands(
    agreement: Agreement, provision: Provision, rule: Rule, found: Sequence[Finding], asked: Asked
) -> Finding:
    told = [one for one in found if one.verdict != "out_of_scope"]
    verdict, label, because, rests = _verdict(agreement, provision, rule, told, asked)
    missing = dict.fromkeys(fact for one in rests for fact in one.missing)
    open_question = verdict in {"inconsistent", "undetermined"}
    return Finding(
        id=finding_id(agreement.id, provision.id, "standing", None),
        agreement=agreement.id,
        provision=provision.id,
        kind=provision.kind,
        basis=provision.basis,
        standing=True,
        question=rule.question,
        party=None,
        on=asked.as_of,
        verdict=verdict,
        label=label,
        by=tuple({party.text: party for one in rests for party in one.by}.values())
        if label == "alleged"
        else (),
        denied_by=tuple({party.text: party for one in rests for party in one.denied_by}.values()),
        because=because,
        missing=(tuple(missing) or provision.settles)[:_MISSING] if open_question else (),
        severity=provision.severity if open_question else None,
        verification=rests[-1].verification if rests else "raw",
        origins=max((one.origins for one in rests), default=0),
        theatre=agreement.theatre,
        incidents=tuple(dict.fromkeys(name for one in rests for name in one.incidents)),
        claims=tuple(dict.fromkeys(name for one in rests for name in one.claims)),
    )


def _verdict(
    agreement: Agreement, provision: Provision, rule: Rule, told: Sequence[Finding], asked: Asked
) -> tuple[Verdict, Label, str, Sequence[Finding]]:
    done = provision.done
    if done and done.on <= asked.as_of:
        return "consistent", "none", f"Done on {on_day(done.on)}: {done.what}. Recorded by {done.source}.", ()
    until = provision.until or agreement.ended
    if until and until < asked.as_of and not told:
        return (
            "out_of_scope",
            "none",
            f"It lapsed on {on_day(until)}. Nothing was told of it before in the reports read.",
            (),
        )
    for verdict in _ORDER:
        rests = [one for one in told if one.verdict == verdict]
        if rests:
            label = _label(rests) if verdict == "inconsistent" else "none"
            return verdict, label, _because(rests, told, verdict, label), rests
    return rule.silence, "none", _silence(agreement, provision, rule, asked), ()


def _label(rests: Iterable[Finding]) -> Label:
    labels = {one.label for one in rests}
    return next((label for label in _FIRMEST if label in labels), "none")


def _because(rests: Sequence[Finding], told: Sequence[Finding], verdict: Verdict, label: Label) -> str:
    """How many of the findings stand so, and the first sentence of the last of them."""
    held = f" ({label})" if label != "none" else ""
    days = sorted(one.on for one in rests if one.on)
    last = f", the last on {on_day(days[-1])}" if days else ""
    return f"{len(rests)} of {_many(len(told))} {'is' if len(rests) == 1 else 'are'} {verdict}{held}{last}. {first_sentence(rests[-1].because)}"


def first_sentence(text: str) -> str:
    """The first of the two sentences of a finding."""
    return f"{text.split('. ', maxsplit=1)[0].rstrip('.')}."


def _many(number: int) -> str:
    return f"{number} finding" if number == 1 else f"{number} findings"


def _silence(agreement: Agreement, provision: Provision, rule: Rule, asked: Asked) -> str:
    if rule.silence == "out_of_scope":
        return "Nothing is told of what it leaves out. It asks nothing of anybody."
    days = (asked.as_of - max(provision.start, agreement.effective)).days + 1
    read = sum(1 for day in asked.evidence.report_days if provision.start <= day <= asked.as_of)
    nothing = "against it" if provision.duty == "must_not" or rule.silence == "consistent" else "of it"
    return (
        f"Nothing is told {nothing} in the reports read, which are of {read} of {days} days. "
        "That nothing is told does not show that nothing happened."
    )
