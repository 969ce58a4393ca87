"""Deeds in frames: is each common deed read in each construction in which press reports tell of deeds?

gold/frames/<language>.yml holds actors, speakers, deeds with their forms, and frames: sentences with places for all
of these, and the claims that must come out. Each deed is put into each frame for which it has the forms; actors
and speakers are taken in turn. It measures holes in syntax and word lists, one sentence at a time; the
sentences are known to authors of rules, so it says nothing about reports.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from string import Formatter
from typing import Literal

from hudna.evaluate.scores import share
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.files import load_one
from hudna.model.claim import COUNTED, Claim, Root, Status
from hudna.model.record import Record, Span
from hudna.model.report import Report
from hudna.pipeline import code_reports

NAME, OF_GOLD = "frames", True
_DAY = date(2031, 3, 14)
# So many of the frames and of the deeds that are missed most are printed.
WORST = 12
# So many sentences of a language are coded; some languages have twenty thousand.
MOST = 4000
# A number far from a simple fraction of the turn scatters what is picked (Knuth's multiplicative hashing).
_SPREAD, _TURN = 2654435761, 2**32


class Named(Record):
    """Somebody who acts or tells, as a sentence begins with him.

    `forms`: how he stands elsewhere, by name; `agrees`: words that agree with him and do not name him (an auxiliary).
    """

    says: str
    number: str | None = None
    gender: str | None = None
    forms: dict[str, str] = {}
    agrees: dict[str, str] = {}

    @property
    def inside(self) -> str:
        """How he stands inside a sentence."""
        return self.forms.get("inside", self.says[:1].lower() + self.says[1:])

    def is_in(self, text: str, span: Span) -> bool:
        """Whether the span shares a character with one of his forms in the text."""
        words = "|".join(re.escape(form.casefold()) for form in (self.says, *self.forms.values()))
        found = re.finditer(words, text.casefold())
        return any(form.start() < span.end and span.start < form.end() for form in found)


class Deed(Record):
    """What is done: its roots, and the words that frames ask for ("past", "noun", "o" for whom it is done to).

    `spoken`: an act of speech, whose speaker is its actor; whoever passes it on may stand there too.
    """

    roots: tuple[Root, ...]
    forms: dict[str, str]
    spoken: bool = False


class Wanted(Record):
    """A claim that must come out. `optional`: it may be absent, but is never told as having happened unless `status` says so."""

    roots: tuple[Root, ...] = ()
    actor: Literal["A", "S"] | None = None
    speaker: Literal["A", "S", "nobody"] | None = None
    status: frozenset[Status] = COUNTED
    optional: bool = False


class Frame(Record):
    """A sentence with places for an actor, a speaker and the words of a deed."""

    says: str
    claims: tuple[Wanted, ...]
    number: str | None = None
    gender: str | None = None

    @property
    def asks(self) -> frozenset[str]:
        """The names of its places."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.says) if name)

    def takes(self, actor: Named) -> bool:
        """Whether the sentence agrees with the actor."""
        return self.number in (None, actor.number) and self.gender in (None, actor.gender)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, and what it was made from."""

    text: str
    frame: Frame
    deed: Deed
    actor: Named
    speaker: Named

    def faults(self, claims: tuple[Claim, ...]) -> Iterator[str]:
        """What is wrong with the claims coded from it, in words."""
        events = [claim for claim in claims if claim.event]
        for number, wanted in enumerate(self.frame.claims):
            roots = wanted.roots or self.deed.roots
            found = [claim for claim in events if claim.event and claim.event.root in roots]
            yield from self._wrong(number, wanted, found)
        expected = {root for wanted in self.frame.claims for root in wanted.roots or self.deed.roots}
        for claim in events:
            if claim.event and claim.event.root not in expected and claim.status in COUNTED:
                yield f"told besides: {claim.event.root}"

    def _wrong(self, number: int, wanted: Wanted, found: list[Claim]) -> Iterator[str]:
        if not found:
            if not wanted.optional:
                yield f"{number + 1}: missed"
            return
        if not any(self._is_by(wanted, claim) for claim in found):
            yield f"{number + 1}: not by {wanted.actor}"
        elif not any(self._is_by(wanted, claim) and self._is_told(wanted, claim) for claim in found):
            yield f"{number + 1}: told otherwise"
        elif not any(self._is_by(wanted, claim) and self._is_said(wanted, claim) for claim in found):
            yield f"{number + 1}: not said by {wanted.speaker}"

    def _is_by(self, wanted: Wanted, claim: Claim) -> bool:
        if wanted.actor is None or claim.event is None:
            return True
        return any(self._who(wanted.actor).is_in(self.text, actor) for actor in claim.event.actors)

    @staticmethod
    def _is_told(wanted: Wanted, claim: Claim) -> bool:
        return claim.status in wanted.status or (wanted.optional and claim.status not in COUNTED)

    def _is_said(self, wanted: Wanted, claim: Claim) -> bool:
        if wanted.speaker is None:
            return True
        if wanted.speaker == "nobody" or not claim.speakers:
            return wanted.speaker == "nobody" and not claim.speakers
        # An act of speech is told by who speaks; who tells of it stands behind him.
        own = wanted.actor is not None and self._who(wanted.actor).is_in(self.text, claim.speakers[0])
        tellers = claim.speakers[1:] if own and wanted.actor != wanted.speaker else claim.speakers[:1]
        if any(self._who(wanted.speaker).is_in(self.text, teller) for teller in tellers):
            return True
        return self.deed.spoken and not wanted.roots and own

    def _who(self, letter: str) -> Named:
        return self.actor if letter == "A" else self.speaker


class Frames(Record):
    """The deeds and frames of a language; `least`: the least share of sentences without a fault."""

    language: str
    actors: tuple[Named, ...]
    speakers: tuple[Named, ...]
    deeds: tuple[Deed, ...]
    frames: tuple[Frame, ...]
    least: float | None = None

    def cases(self) -> Iterator[Case]:
        """Every deed in every frame for which it has the words; whoever acts and tells comes in turn."""
        told_by = cycle(self.speakers)
        for place, frame in enumerate(self.frames):
            actors = [actor for actor in self.actors if frame.takes(actor)]
            # Each frame begins with another actor, so that a deed meets them all.
            turn = islice(cycle(actors), place % max(len(actors), 1), None)
            for deed in self.deeds:
                if actors and frame.asks <= self._words(deed, actors[0], self.speakers[0]).keys():
                    yield self._case(frame, deed, next(turn), next(told_by))

    def _case(self, frame: Frame, deed: Deed, actor: Named, speaker: Named) -> Case:
        return Case(frame.says.format(**self._words(deed, actor, speaker)), frame, deed, actor, speaker)

    @staticmethod
    def _words(deed: Deed, actor: Named, speaker: Named) -> dict[str, str]:
        names = {"A": actor.says, "a": actor.inside, "S": speaker.says, "s": speaker.inside}
        said = {f"s_{name}": form for name, form in (speaker.forms | speaker.agrees).items()}
        return names | actor.forms | actor.agrees | said | deed.forms


def evaluate(gold: Path) -> SetScore:
    """Every language that has deeds in frames."""
    figures: list[Figure] = []
    lines: list[str] = []
    for path in sorted((gold / NAME).glob("*.yml")):
        frames = load_one(path, Frames)
        faulty = list(faults(frames, MOST))
        sound = share(sum(not found for _, found in faulty), len(faulty))
        note = f"of {len(faulty)} of {sum(1 for _ in frames.cases())} sentences"
        figures.append(Figure(f"{frames.language} sound", sound, least=frames.least, note=note))
        lines += [f"{frames.language} {line}" for line in _worst(faulty)]
    return SetScore(NAME, tuple(figures), tuple(lines))


def _worst(faulty: list[tuple[Case, tuple[str, ...]]]) -> Iterator[str]:
    """The frames and the deeds with most faults."""
    frames = Counter((case.frame.says, fault) for case, found in faulty for fault in found)
    deeds = Counter("/".join(case.deed.forms.values()) for case, found in faulty if found)
    yield from (f"{n} times {fault} in: {says}" for (says, fault), n in frames.most_common(WORST))
    yield from (f"faulty in {n} frames: {deed}" for deed, n in deeds.most_common(WORST))


def faults(frames: Frames, most: int | None = None) -> Iterator[tuple[Case, tuple[str, ...]]]:
    """Each sentence with what is wrong in what was coded from it; of very many some `most`, the same every time."""
    cases = list(frames.cases())
    share = min(1.0, (most or len(cases)) / max(1, len(cases)))
    # Not every tenth: that might leave out a deed that stands tenth in every frame.
    cases = [case for number, case in enumerate(cases) if number * _SPREAD % _TURN < share * _TURN]
    reports = [
        Report(id=f"frame-{n}", text=case.text, published=_DAY, language=frames.language)
        for n, case in enumerate(cases)
    ]
    claims = {coded.report.id: coded.claims for coded in code_reports(reports)}
    for report, case in zip(reports, cases, strict=True):
        yield case, tuple(case.faults(tuple(claims.get(report.id, ()))))
