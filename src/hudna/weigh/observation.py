"""What was seen of one indicator: by which independent origins, denied by which, looked for how long."""

from dataclasses import dataclass

from hudna.model.assessment import Seen


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that share one origin; `letter` is its reliability, `digit` a person's grade of what it says."""

    reports: tuple[str, ...]
    letter: str = "F"
    digit: int = 6
    sources: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One indicator as of a day. `looked`: share of its horizon in which somebody looked and would have told."""

    indicator: str
    says: tuple[Origin, ...] = ()
    denies: tuple[Origin, ...] = ()
    looked: float = 0.0
    because: str = ""
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def state(self) -> Seen:
        """Seen, disputed, denied, looked for in vain, or beyond anybody's sight."""
        if self.says or self.denies:
            return "disputed" if self.says and self.denies else "seen" if self.says else "denied"
        return "absent" if self.looked > 0 else "not observable"
