"""People's judgements on findings: verified, or rejected. The last one that was not withdrawn holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from hudna.model.finding import Finding
from hudna.model.incident import Verification
from hudna.model.judgement import Judgement

_ACTS = frozenset({"verify", "reject"})


@dataclass(frozen=True, slots=True)
class Judged:
    """Finding → the judgement that holds for it."""

    by_finding: Mapping[str, Judgement]

    def applied(self, finding: Finding) -> Finding:
        """The finding as a person left it."""
        judgement = self.by_finding.get(finding.id)
        if judgement is None:
            return finding
        if judgement.act == "reject":
            return finding.model_copy(
                update={
                    "verdict": "undetermined",
                    "label": "none",
                    "verification": "refuted",
                    "because": f"{finding.because.split('. ')[0]}. A person rejected it: {judgement.reason}.",
                    "judgements": (judgement.id,),
                }
            )
        label = "verified" if finding.verdict == "inconsistent" else finding.label
        return finding.model_copy(
            update={"label": label, "verification": _rung(judgement), "judgements": (judgement.id,)}
        )


def judged(judgements: Iterable[Judgement]) -> Judged:
    """The judgements that hold, by the finding they are about."""
    given = tuple(judgements)
    withdrawn = {one.withdraws for one in given if one.withdraws}
    held = [one for one in given if one.act in _ACTS and one.id not in withdrawn]
    return Judged(
        {name: one for one in sorted(held, key=lambda one: (one.made, one.id)) for name in one.about}
    )


def _rung(judgement: Judgement) -> Verification:
    """The rung a person names; documented where none is named."""
    named = judgement.value
    return cast("Verification", named) if named in get_args(Verification) else "documented"
