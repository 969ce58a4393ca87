"""What every section of a document is written with: the edition, its period, and the words of a language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from hudna.knowledge.document_words import DocumentWords
from hudna.model.agreement import Agreement
from hudna.model.claim import Root, Status
from hudna.model.edition import Edition
from hudna.model.evidence import day_of
from hudna.model.finding import Review
from hudna.model.incident import Incident, Party
from hudna.model.picture import Picture
from hudna.publish.document import Block, Note, Section, Sentence
from hudna.publish.saying import said_in, saying
from hudna.publish.telling import accounts_differ, told
from hudna.publish.wording import Wording, wording

STATEMENTS = frozenset({Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN, Root.SUPPORT})
EASING = frozenset({Root.AGREE, Root.CONSULT, Root.CONCEDE, Root.COOPERATE, Root.AID, Root.RETREAT})
# The gravest first, for the key points only; no index is made of it.
_GRAVITY = (Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.SANCTION, Root.THREATEN, Root.PROTEST)


@dataclass(frozen=True)
class Desk:
    """An edition to write of. `first` is the first day of the period, its last is the edition's day."""

    edition: Edition
    first: date | None
    say: Wording
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def words(self) -> DocumentWords:
        """The words of the language."""
        return self.say.words

    @property
    def is_english(self) -> bool:
        """Whether our own texts of agreements, which are English, can stand as they are."""
        return self.say.naming.language == "en"

    @property
    def tells_rules(self) -> bool:
        """Whether sentences that rules write can stand: they are English, and name what is not public."""
        return self.is_english and not self.edition.public

    @property
    def says_rules(self) -> bool:
        """Whether what rules and files say can stand in the document's own language: they name what is not public."""
        return not self.edition.public

    def own(self, text: str) -> str:
        """A sentence of the program or of its files in the language, as the page says it."""
        return text if self.is_english else said_in(self.say.naming.language, text)

    def named(self, text: str) -> str:
        """A name in the language; one that has none there stands in quotation marks, as words of a report do."""
        found = saying(self.say.naming.language)
        known = text if found is None else found.name(text) or found.text(text)
        return known if known != text or self.is_english else self.say.called(text)

    def dated(self, text: str, day: date | None) -> str:
        """A sentence of the program with its day."""
        bare = self.own(text).rstrip(". ")
        return f"{self.label('on_day', text=bare, day=self.day(day)) if day else bare}."

    def label(self, name: str, /, **slots: object) -> str:
        """A heading or fixed sentence."""
        return self.words.label(name, **slots)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents of the period, by day: those that happened in it or were first told of in it.

        Of one day what is told as having happened comes first, then what was said, then what has not happened.
        """
        found = (one for one in self.edition.evidence.incidents if self._is_of_period(one))
        return tuple(sorted(found, key=lambda one: (day_of(one) or date.max, _rank(one))))

    @cached_property
    def by_id(self) -> dict[str, Incident]:
        """Every incident by its id."""
        return {one.id: one for one in self.edition.evidence.incidents}

    def _is_of_period(self, incident: Incident) -> bool:
        return self.first is None or any(
            day is not None and day >= self.first for day in (day_of(incident), incident.first_reported)
        )

    def in_period(self, day: date | None) -> bool:
        """Whether a day lies in the period; an unknown one does."""
        return self.first is None or day is None or day >= self.first

    @property
    def review(self) -> Review:
        """The review with the findings of the period; those on a provision as a whole always hold."""
        review = self.edition.review
        kept = tuple(one for one in review.findings if one.standing or self.in_period(one.on))
        return replace(review, findings=kept)

    @property
    def picture(self) -> Picture:
        """The picture with the signals and movements of the period; postures always hold."""
        drawn = self.edition.picture
        signals = tuple(one for one in drawn.signals if self.in_period(one.on))
        movements = tuple(one for one in drawn.movements if self.in_period(one.last_seen))
        return replace(drawn, signals=signals, movements=movements)

    def sentence(self, incident: Incident) -> Sentence:
        """What is told of an incident, with how many say so."""
        differ = [self.label("differ")] if accounts_differ(incident) else []
        ground = [self.ground(incident)] if incident.counts else []
        return Sentence(" ".join([told(incident, self.say), *differ, *ground]), incident.claims)

    def ground(self, incident: Incident) -> str:
        """How many reports and independent origins tell it, and how far it is verified."""
        reports, voices, origins = len(incident.reports), len(incident.origins), incident.independent_origins
        name = "told_by_one" if voices <= 1 else "told_by_voices" if reports == 1 else "told_by"
        shown = voices if name == "told_by_voices" else origins
        found = self.label(name, reports=reports, origins=shown, level=self.level(incident))
        unheard = len(incident.unheard)
        return f"{found} {self.label('unheard', number=unheard)}" if unheard else found

    def level(self, incident: Incident) -> str:
        """How far an incident is verified. Speakers whom one outlet quotes do not bear each other out from outside it."""
        within = (
            incident.verification == "reported" and len(incident.origins) > 1 and incident.independent == 1
        )
        return self.words.level("reported within" if within else incident.verification)

    def block(self, title: str | None, incidents: Iterable[Incident]) -> tuple[Block, ...]:
        """A block of incidents, or none where there are none."""
        found = tuple(self.sentence(one) for one in incidents)
        return (Block(title, found),) if found else ()

    def section(self, key: str, parts: Sequence[object], none: str) -> Section:
        """A section, with what an analyst wrote for it at its end."""
        notes = [note for note in self.notes if note.section == key]
        return Section(key, self.label(key), (*parts, *notes), self.label(none))  # type: ignore[arg-type]

    def labelled(self, label: str) -> str:
        """' (apparent)'; nothing where a finding has no label."""
        return "" if label == "none" else f" ({self.words.value(label)})"

    def title_of(self, agreement: Agreement) -> str:
        """An agreement by its name in the language; by its title where it has none."""
        given = agreement.names.get(self.say.naming.language, ())
        return given[0] if given and not self.is_english else agreement.title

    def day(self, day: date | None) -> str:
        """A day in words; a dash where none is known."""
        return self.words.on_day(day) if day else "–"


def desk(
    edition: Edition,
    language: str,
    *,
    first: date | None = None,
    agreements: Iterable[Agreement] = (),
    notes: Iterable[Note] = (),
) -> Desk:
    """A desk for that edition and language."""
    return Desk(edition, first, wording(language), tuple(agreements), tuple(notes))


def is_statement(incident: Incident) -> bool:
    """Words rather than deeds."""
    return incident.root in STATEMENTS or incident.third_party


def is_easing(incident: Incident) -> bool:
    """Told as having happened, and easing. Aid to a force is no easing."""
    arming = incident.root is Root.AID and "military" in incident.contexts
    return incident.counts and not incident.third_party and incident.root in EASING and not arming


def is_material(incident: Incident) -> bool:
    """Told as having happened, and neither words nor easing."""
    return incident.counts and not is_statement(incident) and not is_easing(incident)


def is_possible(incident: Incident) -> bool:
    """Feared or tied to a condition."""
    return incident.status in {Status.HYPOTHETICAL, Status.CONDITIONAL}


def is_feared(incident: Incident) -> bool:
    """Possible, no easing, and of somebody: "if the gangs leave" and "if there is fighting" are no news of a danger."""
    return is_possible(incident) and bool(incident.actors) and incident.root not in EASING


def gravity(incident: Incident) -> tuple[int, int, int]:
    """The deadliest first, then by kind, then those that most origins tell."""
    dead = incident.fatalities.best or incident.fatalities.low or 0
    kind = _GRAVITY.index(incident.root) if incident.root in _GRAVITY else len(_GRAVITY)
    return -dead, kind, -len(incident.origins)


def called(parties: tuple[Party, ...], desk: Desk) -> str:
    """Names in a row, each once."""
    return desk.words.listed(list(dict.fromkeys(desk.say.called(one.text, one.id) for one in parties)))


def _rank(incident: Incident) -> int:
    """What happened, what was said, what is denied, planned, feared or asked for."""
    return (1 if is_statement(incident) else 0) if incident.counts else 2
