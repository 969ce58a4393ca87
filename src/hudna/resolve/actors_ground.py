"""What the identity rules may ask of the packs: states, governments by seat, forces by leader."""

from dataclasses import dataclass, field, replace
from datetime import date

from hudna.knowledge.actor_packs import ActorEntry, Leadership, is_armed
from hudna.knowledge.folding import lowered
from hudna.model.mention import SpeakerKind
from hudna.resolve.actors_agents import Agent, Agents
from hudna.resolve.actors_names import Candidate, Identity, Names, Setting

_LABELS = {
    "GOV": "government", "MIL": "armed forces", "COP": "police", "LEG": "parliament",
    "JUD": "courts", "SPY": "intelligence services",
}  # fmt: skip
PEACEKEEPERS = "peacekeepers"
_STATE_KINDS: dict[str, SpeakerKind] = {"MIL": "party"}


@dataclass(slots=True)
class Ground:
    """The packs of one language and set of theatres, as the rules use them."""

    names: Names
    agents: Agents
    seats: dict[str, list[ActorEntry]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the governments by the towns they sit in."""
        for entry in self.names.entries.values():
            for seat in entry.seats:
                self.seats.setdefault(lowered(seat), []).append(entry)

    def state(self, code: str, sector: str) -> Identity:
        """A state's army, government or the like, with a stable id such as `ukr-mil`."""
        key = f"{code.lower()}-{sector.lower()}"
        entry = self.names.entries.get(key)
        if entry:
            return self.names.identity(entry, None)
        country = self.names.countries.get(code)
        label = f"{country.name if country else code} {_LABELS.get(sector, sector)}"
        return Identity(key, label, code, sector, _STATE_KINDS.get(sector, "official"))

    def by_id(self, key: str, when: date | None) -> Identity | None:
        """The actor with this id, listed or a state's."""
        entry = self.names.entries.get(key)
        if entry:
            return self.names.identity(entry, when)
        code, _, sector = key.partition("-")
        if code.upper() in self.names.countries and sector.upper() in _LABELS:
            return self.state(code.upper(), sector.upper())
        return None

    def is_person(self, key: str | None) -> bool:
        """Whether the id is a listed person's."""
        return key in self.names.entries and self.names.entries[key].person

    def contested(self, code: str, when: date | None) -> bool:
        """Whether rivals both claim to be this state's army or government."""
        country = self.names.countries.get(code)
        since = country.contested if country else None
        return since is not None and (when is None or when >= since)

    def seated_in(self, town: str, when: date | None) -> Identity | None:
        """The government that sits in this town on that day."""
        entries = [e for e in self.seats.get(lowered(town), ()) if e.holds(when)]
        if when is None:
            entries = entries[-1:]
        return self.names.identity(entries[0], when) if len(entries) == 1 else None

    def organ(self, owner: str | None, noun: str, when: date | None) -> Identity | None:
        """Whom "the army of X" means, where the packs say it."""
        entry = self.names.entries.get(owner or "")
        key = entry.organs.get(self.agents.pack.organs.get(noun, noun)) if entry else None
        return self.by_id(key, when) if key else None

    def led_by(self, person: str, sector: str | None, when: date | None) -> Identity | None:
        """The force or government that this person leads on that day."""
        entry = self.names.entries[person]
        led = [i for lead in _current(entry.leads, when) if (i := self.by_id(lead.of, when))]
        if not led:
            return None
        wants_force = is_armed(sector) or sector is None
        fitting = [i for i in led if is_armed(i.sector) == wants_force]
        chosen = (fitting or led)[0]
        return self._force_of(chosen) if wants_force else chosen

    def _force_of(self, led: Identity) -> Identity:
        """A head of state's troops are the state's army."""
        if led.sector != "GOV" or not led.id or not led.country:
            return led
        organ = self.organ(led.id, "forces", None)
        is_state = led.id == f"{led.country.lower()}-gov"
        return organ or (self.state(led.country, "MIL") if is_state else led)

    def belonging_to(
        self, owner: Identity, agent: Agent, sector: str | None, when: date | None
    ) -> Identity | None:
        """Who the agent noun is when this actor owns it: "M23's fighters", "Putin's government"."""
        organ = self.organ(owner.id, agent.noun, when)
        if organ:
            return organ
        if owner.sector == "GOV" and agent.kind.id == PEACEKEEPERS:
            # "peacekeepers from India": sent by the state, and under nobody of its.
            return Identity(None, agent.noun, owner.country, sector, agent.kind.kind)
        if owner.kind == "media":
            return owner if agent.kind.spokes or agent.kind.id == "press" else None
        if owner.id and self.is_person(owner.id):
            return self._of_person(owner.id, agent, sector, when)
        if owner.sector == "GOV" and is_armed(sector) and owner.country and agent.kind.state:
            return self._armed_branch(owner, sector or "MIL")
        if owner.sector == "GOV" and is_armed(sector) and agent.kind.force:
            # "President Odane's forces": of a state that nobody names.
            return replace(owner, sector=sector, kind="party")
        if agent.kind.spokes or agent.kind.force or agent.kind.neutral or agent.kind.state:
            return owner
        return None

    def _of_person(self, person: str, agent: Agent, sector: str | None, when: date | None) -> Identity | None:
        if not (agent.kind.force or agent.kind.state or agent.kind.neutral):
            return None
        if agent.kind.spokes:
            return self.by_id(person, when)
        return self.led_by(person, sector, when)

    def _armed_branch(self, owner: Identity, sector: str) -> Identity:
        if owner.id and owner.id == f"{(owner.country or '').lower()}-gov" and owner.country:
            return self.state(owner.country, "MIL" if sector == "UAF" else sector)
        return replace(owner, sector="MIL" if sector == "UAF" else sector, kind="party")

    def country(self, candidate: Candidate, setting: Setting) -> str | None:
        """The country a word stands for; for a people with several homes the only one the report names."""
        if len(candidate.countries) == 1:
            return candidate.countries[0]
        likely = [c for c in candidate.countries if setting.countries[c]]
        return likely[0] if len(likely) == 1 else None


def _current(leads: tuple[Leadership, ...], when: date | None) -> list[Leadership]:
    if when is None:
        return sorted(leads, key=lambda lead: lead.until is None, reverse=True)
    return [lead for lead in leads if lead.holds(when)] or []
