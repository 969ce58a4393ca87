"""One area, or one subject of no area, on one day: its triggers, what stood before, and the level they give."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hudna.model.alert import LEVELS, Alert, Level, rank
from hudna.model.incident import Incident
from hudna.warn.against import Against, against
from hudna.warn.grounds import firmest, origins_of
from hudna.warn.judged import Judged, judged
from hudna.warn.trigger import Trigger
from hudna.warn.triggers import all_triggers
from hudna.warn.view import View

# A statement against one's own interest, or a person's finding, needs no second origin.
_FIRM = frozenset({"documented", "established"})


@dataclass(frozen=True)
class Case:
    """Everything about one area, or one subject of no area, on one day."""

    view: View
    area: str | None
    subject: str | None
    triggers: tuple[Trigger, ...]
    before: Alert | None

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents that its reasons rest on."""
        return self.view.named(name for one in self.triggers for name in one.reason.incidents)

    @cached_property
    def contrary(self) -> Against:
        """What speaks against it."""
        return against(self.view, self.area, self.triggers, self.incidents)

    @cached_property
    def opinion(self) -> Judged:
        """What people judged of it."""
        return judged(self.before, self.view)

    @cached_property
    def highest(self) -> Level | None:
        """The highest level that a trigger gives by itself; what only holds gives a watch where something stood."""
        levels = [one.level for one in self.triggers if one.level]
        holds = "watch" if self.triggers and self.before else None
        return max(levels, key=rank) if levels else holds  # type: ignore[return-value]  # "watch" is a level

    @cached_property
    def is_capped(self) -> bool:
        """One origin alone tells of all of it, and no party says it against its own interest."""
        found = self.incidents
        return bool(found) and origins_of(found) < 2 and firmest(found) not in _FIRM

    @cached_property
    def level(self) -> Level | None:
        """The level of the day: capped, and one less where an easing act is newer than everything else."""
        capped: Level | None = "watch" if self.highest and self.is_capped else self.highest
        if capped in (None, "watch") or self.contrary.lowers is None:
            return capped
        return LEVELS[LEVELS.index(capped) - 1]

    @property
    def note(self) -> str | None:
        """Why the level is not that of its weightiest trigger, or that people disagree."""
        if self.highest not in (None, "watch") and self.is_capped:
            return f"A single origin tells of all of it; told by two independent ones it would be {self.highest}."
        if self.highest not in (None, "watch") and self.contrary.lowers is not None:
            return f"Lowered from {self.highest}: {self.contrary.lowers.text}"
        if self.opinion.opinion == "contested":
            return "People judge it differently; neither judgement is followed."
        return None

    @property
    def tells_new(self) -> bool:
        """Whether something gives a level that the alert before did not rest on."""
        known = set(self.before.incidents) if self.before else set()
        return any(name not in known for one in self.triggers if one.level for name in one.reason.incidents)


def cases(view: View, before: Sequence[Alert]) -> list[Case]:
    """A case for each area and subject of which a trigger tells or for which an alert stood, in order."""
    found: dict[tuple[str | None, str | None], list[Trigger]] = defaultdict(list)
    for trigger in all_triggers(view):
        found[trigger.area, trigger.subject].append(trigger)
    stood = {(one.area, one.subject): one for one in before if one.theatre == view.theatre}
    keys = sorted(dict.fromkeys([*found, *stood]), key=lambda key: (key[0] or "", key[1] or ""))
    return [Case(view, *key, tuple(found.get(key, ())), stood.get(key)) for key in keys]
