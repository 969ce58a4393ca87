"""Plain sentences: is every common deed of every armed actor read, and is what is no event left alone?

gold/probes/<language>.yml holds actors, frames with a place for one ("{A} attacked the village"), the roots
that are right for it, and quiet sentences. Each actor is put into each frame of its own number and gender, and
each sentence coded as a report by itself. It measures holes in the word lists, in sentences as plain as they come;
what reports are like it does not measure. The sentences are known to authors of rules.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hudna.evaluate.scores import share
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.files import load_one
from hudna.model.claim import Root
from hudna.model.record import Record
from hudna.model.report import Report
from hudna.pipeline import code_reports

NAME, OF_GOLD = "probes", True
_DAY = date(2031, 3, 14)
# So many of the frames that are missed most are printed.
WORST = 5


class Actor(Record):
    """Somebody who acts, as a sentence begins with him. `forms`: how he stands behind a word that joins with his article."""

    says: str
    number: str | None = None
    gender: str | None = None
    forms: dict[str, str] = {}


class Frame(Record):
    """A sentence with a place for an actor: {A} at its beginning, {a} inside, or one of his forms."""

    says: str
    roots: tuple[Root, ...]
    number: str | None = None
    gender: str | None = None

    def takes(self, actor: Actor) -> bool:
        """Whether the sentence agrees with the actor."""
        return self.number in (None, actor.number) and self.gender in (None, actor.gender)

    def filled(self, actor: Actor) -> str:
        """The sentence with the actor in it."""
        inside = {"a": actor.says[:1].lower() + actor.says[1:]}
        return self.says.format(A=actor.says, **(inside | actor.forms))


class Probes(Record):
    """The plain sentences of a language."""

    language: str
    actors: tuple[Actor | str, ...]
    frames: tuple[Frame, ...]
    quiet: tuple[str, ...] = ()
    # The least share read, and of quiet sentences the least share left alone.
    least: float | None = None
    least_quiet: float | None = None

    def cases(self) -> Iterator[tuple[str, Frame]]:
        """Every sentence with the frame it is made from."""
        actors = [a if isinstance(a, Actor) else Actor(says=a) for a in self.actors]
        for actor in actors:
            yield from ((frame.filled(actor), frame) for frame in self.frames if frame.takes(actor))


@dataclass(frozen=True, slots=True)
class Probed:
    """What became of the sentences of a language: frames with how often each was missed, quiet ones that told."""

    language: str
    cases: int
    missed: Counter[str]
    quiet: int
    told: tuple[str, ...]

    @property
    def read(self) -> float | None:
        """The share that is read."""
        return share(self.cases - self.missed.total(), self.cases)

    @property
    def left_alone(self) -> float | None:
        """The share of quiet sentences from which nothing is coded."""
        return share(self.quiet - len(self.told), self.quiet)


def evaluate(gold: Path) -> SetScore:
    """Every language that has plain sentences."""
    figures: list[Figure] = []
    lines: list[str] = []
    for path in sorted((gold / "probes").glob("*.yml")):
        probes = load_one(path, Probes)
        found = probed(probes)
        code = probes.language
        figures += [
            Figure(f"{code} read", found.read, least=probes.least, note=f"of {found.cases} sentences"),
            Figure(f"{code} quiet", found.left_alone, least=probes.least_quiet, note=f"of {found.quiet}"),
        ]
        lines += [f"{code} missed {n} times: {says}" for says, n in found.missed.most_common(WORST)]
        lines += [f"{code} told of: {text}" for text in found.told]
    return SetScore(NAME, tuple(figures), tuple(lines))


def probed(probes: Probes) -> Probed:
    """The sentences of a language, coded."""
    cases = list(probes.cases())
    roots = _roots([text for text, _ in cases], probes.language)
    missed = Counter(
        frame.says for (_, frame), found in zip(cases, roots, strict=True) if not found & set(frame.roots)
    )
    quiet = _roots(list(probes.quiet), probes.language)
    told = tuple(text for text, found in zip(probes.quiet, quiet, strict=True) if found)
    return Probed(probes.language, len(cases), missed, len(probes.quiet), told)


def _roots(texts: list[str], language: str) -> list[set[Root]]:
    """The roots of the events coded from each text."""
    reports = [
        Report(id=f"probe-{n}", text=text, published=_DAY, language=language) for n, text in enumerate(texts)
    ]
    found = {
        coded.report.id: {claim.event.root for claim in coded.claims if claim.event}
        for coded in code_reports(reports)
    }
    return [found.get(report.id, set()) for report in reports]
