"""One independent origin: a voice with the reports that carry it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hudna.link.accounts import Account
from hudna.link.voices import Telling, Voice


@dataclass(slots=True)
class Origin:
    """A voice, the reports that carry it, oldest first, and why each is there.

    `ways`: the owners of outlets by whom its words reached us; who only copies or mentions is none.
    `awaits`: the agency that was credited, while no text of its own is here.
    """

    voice: Voice
    reports: list[str] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)
    awaits: str | None = None

    @property
    def reason(self) -> str:
        """The reasons in one line."""
        return "; ".join(dict.fromkeys(self.because))

    def copy(self) -> "Origin":
        """The same, to be added to."""
        return Origin(
            self.voice, list(self.reports), list(self.because), list(self.tellings), set(self.ways), self.awaits
        )  # fmt: skip

    def add(self, report: str, because: str, tellings: Sequence[Telling]) -> None:
        """Let a report stand here."""
        if report not in self.reports:
            self.reports.append(report)
        self.because.append(because)
        self.tellings += tellings


def first_of(account: Account, found: Sequence[Origin], repeating: Sequence[Telling] = ()) -> Origin | None:
    """Of the origins that a report carries the first, or the one whose figure is repeated."""
    carried = [origin for origin in found if account.report in origin.reports]
    figures = dead_in(repeating)
    same = (
        one
        for one in carried
        if figures & dead_in([t for t in one.tellings if t.told.report.id == account.report])
    )
    return next(same, carried[0] if carried else None)


def dead_in(tellings: Sequence[Telling]) -> set[int]:
    """The figures of dead that are given."""
    return {one.outline.dead[1] for one in tellings if one.outline and one.outline.dead[1] is not None}


def day_of(telling: Telling) -> int:
    """When it was told, as a number."""
    published = telling.told.report.published
    return published.toordinal() if published else 0
