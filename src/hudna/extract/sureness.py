"""How sure the reading of a claim is, and whether it counts.

Many claims tell of something as having happened; only those whose reading is as sure as
knowledge/sureness.yml asks are counted. The others stay claims and go before people.
"""

from collections.abc import Sequence

from hudna.extract.traits import Read, answers, reads
from hudna.knowledge.sureness import Answer, SurenessRule, load_sureness
from hudna.model.claim import COUNTED, Claim, Sureness
from hudna.model.clause import Reading
from hudna.model.mention import ActorMention

# So many reasons are given, and none that moves the odds by less than a tenth.
_REASONS, _LEAST_BITS = 4, 0.14


def with_sureness(
    claims: Sequence[Claim], reading: Reading, names: Sequence[ActorMention]
) -> tuple[Claim, ...]:
    """The claims, each event that is told as having happened with how sure its reading is."""
    rule = load_sureness()
    found = {one.claim.id: one for one in reads(claims, reading, names)}
    return tuple(
        _weighed(found[claim.id], rule) if claim.id in found and claim.status in COUNTED else claim
        for claim in claims
    )


def _weighed(read: Read, rule: SurenessRule) -> Claim:
    known = rule.known(answers(read))
    value = rule.share(known)
    because = [one for one in known if abs(one.bits) >= _LEAST_BITS][:_REASONS]
    sureness = Sureness(value=value, least=rule.least, because=tuple(map(_said, because)))
    if value >= rule.least:
        return read.claim.model_copy(update={"sureness": sureness})
    update = {"sureness": sureness, "counts": False, "review": _question(sureness, known)}
    return read.claim.model_copy(update=update)


def _said(answer: Answer) -> str:
    return f"{answer.says} {'+' if answer.bits > 0 else '−'}{abs(answer.bits):.1f}"


def _question(sureness: Sureness, known: Sequence[Answer]) -> str:
    """Why people should look: what speaks against the reading."""
    against = [one.says for one in known if one.bits <= -_LEAST_BITS][:_REASONS]
    reasons = "; ".join(against) or "little speaks for it"
    return f"unsure reading, {sureness.value:.2f} where {sureness.least:.2f} counts: {reasons}"
