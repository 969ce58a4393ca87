"""Each provision as it stands on a day, from the findings on single incidents.

That nothing is told of what is forbidden is consistent as far as told only where somebody
listened all the while, and not known where nobody did (docs/decisions/0015); the sentence
says on how many days anything was read. That nothing is told of what is due leaves it
undetermined. Nothing here says that the agreement is holding.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hudna.check.asked import Asked
from hudna.check.findings import finding_id
from hudna.check.heard import heard
from hudna.check.rules import Rule, find_rules
from hudna.model.agreement import Agreement, Provision
from hudna.model.days import on_day
from hudna.model.finding import Finding, Heard, Label, Verdict

_FIRMEST: tuple[Label, ...] = ("verified", "apparent", "alleged")
_ORDER: tuple[Verdict, ...] = ("inconsistent", "undetermined", "consistent")
# More facts than a person can go after at once; each finding lists its own.
_MISSING = 8
_REPORTS = "reports of the days on which none was read"


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
    listened = _listened(agreement, provision, rule, asked)
    verdict, label, because, rests = _verdict(agreement, provision, rule, told, asked, listened)
    missing = dict.fromkeys(fact for one in rests for fact in one.missing)
    if verdict == "undetermined" and _is_deaf(listened, asked):
        missing = {_REPORTS: None} | (missing or dict.fromkeys(provision.settles))
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
        heard=listened,
        severity=provision.severity if open_question else None,
        verification=rests[-1].verification if rests else "raw",
        origins=max((one.origins for one in rests), default=0),
        theatre=agreement.theatre,
        incidents=tuple(dict.fromkeys(name for one in rests for name in one.incidents)),
        claims=tuple(dict.fromkeys(name for one in rests for name in one.claims)),
    )


def _verdict(
    agreement: Agreement,
    provision: Provision,
    rule: Rule,
    told: Sequence[Finding],
    asked: Asked,
    listened: Heard | None,
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
            because = _because(rests, told, verdict, label)
            if verdict == "consistent" and listened and _is_deaf(listened, asked):
                return "undetermined", "none", f"{_not_known(listened)} {because}", rests
            return verdict, label, because, rests
    if listened and _is_deaf(listened, asked):
        return "undetermined", "none", f"{_not_known(listened)} {_what_was_heard(listened, asked)}", ()
    return rule.silence, "none", _silence(agreement, provision, rule, asked), ()


def _listened(agreement: Agreement, provision: Provision, rule: Rule, asked: Asked) -> Heard | None:
    """How far anybody listened while it bound; of what is due silence says nothing anyway."""
    start = max(provision.start, agreement.effective)
    until = min(filter(None, (provision.until, agreement.ended, asked.as_of)))
    if rule.silence != "consistent" or until < start:
        return None
    return heard(asked.heard_days[agreement.id], start, until, asked.rules.constants.silence_days.value)


def _is_deaf(listened: Heard | None, asked: Asked) -> bool:
    """Whether there were days of which nobody would have told."""
    return listened is not None and listened.longest_gap_days > asked.rules.constants.silence_days.value


def _not_known(listened: Heard) -> str:
    told = f"Whether it was kept is not known: reports were read on {listened.days_with_reports} of {listened.days} days"
    if not (listened.days_with_reports and listened.gap_from and listened.gap_until):
        return f"{told}."
    gap = (
        f"from {on_day(listened.gap_from)} to {on_day(listened.gap_until)} ({listened.longest_gap_days} days)"
    )
    return f"{told}, and on none {gap}."


def _what_was_heard(listened: Heard, asked: Asked) -> str:
    """What the silence of the days that were listened to is worth."""
    if not listened.days_with_reports:
        return "Where nobody listened, silence says nothing."
    nothing = "Nothing is told against it in those that were read"
    if listened.listening_since is None:
        return f"{nothing}."
    longest = f"{asked.rules.constants.silence_days.value:g}"
    return (
        f"{nothing}; since {on_day(listened.listening_since)} they leave no gap longer than {longest} days."
    )


def _label(rests: Iterable[Finding]) -> Label:
    labels = {one.label for one in rests}
    return next((label for label in _FIRMEST if label in labels), "none")


def _because(rests: Sequence[Finding], told: Sequence[Finding], verdict: Verdict, label: Label) -> str:
    """How many of the findings stand so, and the first sentence of the last of them."""
    held = f"{verdict} ({label})" if label != "none" else verdict
    days = sorted(one.on for one in rests if one.on)
    last = f", {'' if len(told) == 1 else 'the last '}on {on_day(days[-1])}" if days else ""
    # What is told for it says what is still open: "how many are still held is not told".
    why = rests[-1].because if verdict == "consistent" else first_sentence(rests[-1].because)
    return f"{_how_many(len(rests), len(told))} {held}{last}. {why}"


def _how_many(some: int, all_of_them: int) -> str:
    if some < all_of_them:
        return f"{some} of {all_of_them} findings {'is' if some == 1 else 'are'}"
    if some < 3:
        return "The only finding is" if some == 1 else "Both findings are"
    return f"All {some} findings are"


def first_sentence(text: str) -> str:
    """The first of the two sentences of a finding."""
    return f"{text.split('. ', maxsplit=1)[0].rstrip('.')}."


def _silence(agreement: Agreement, provision: Provision, rule: Rule, asked: Asked) -> str:
    if rule.silence == "out_of_scope":
        return "Nothing is told of what it leaves out. It asks nothing of anybody."
    days = (asked.as_of - max(provision.start, agreement.effective)).days + 1
    read = sum(1 for day in asked.heard_days[agreement.id] if provision.start <= day <= asked.as_of)
    nothing = "against it" if provision.duty == "must_not" or rule.silence == "consistent" else "of it"
    return (
        f"Nothing is told {nothing} in the reports read, which are of {read} of {days} days. "
        "That nothing is told does not show that nothing happened."
    )
