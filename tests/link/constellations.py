"""Reports of one invented occurrence in several languages, each a line or two, and the origins they come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hudna.knowledge.linking import load_roots, load_weights
from hudna.link.meaning import sentence_likeness
from hudna.link.stage import Stage
from hudna.link.voices import Telling
from hudna.model.told import Told
from link.tellings import DAY, known, nameless, outlet, told

OWN: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a report and who says them, innermost first; `elsewhere`: they tell of something else, `day`: they give one, `doer`: who acts."""

    words: str
    by: tuple[Any, ...] = OWN
    dead: int | None = None
    elsewhere: bool = False
    day: bool = True
    doer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A report; `after`: so many days after the first."""

    name: str
    source: str
    language: str
    text: str
    said: tuple[Said, ...]
    after: int = 0

    def tolds(self) -> Iterator[Told]:
        """Its claims."""
        for number, one in enumerate(self.said):
            published = DAY + timedelta(days=self.after)
            yield told(
                f"{self.name}.{number}", one.words, report=self.name, text=self.text, language=self.language,
                source=self.source, published=published, said_by=one.by, by=one.doer, dead=one.dead,
                at="Selen" if one.elsewhere else "Norhaven",
                day=DAY if one.day else None,
            )  # fmt: skip


def person(words: str) -> dict[str, Any]:
    """Somebody whom a coder takes for a name or an office, though nobody lists him."""
    return {"text": words, "kind": "official"}


def origins(*pieces: Piece) -> list[tuple[str, ...]]:
    """The reports of each origin of what they tell of in common, in order."""
    stage = Stage(known(), load_roots(), load_weights(), meaning=sentence_likeness())
    tellings: dict[str, Telling] = {}
    for piece in pieces:
        for telling, _ in stage.tellings(list(piece.tolds())):
            tellings[telling.told.claim.id] = telling
    elsewhere = {f"{p.name}.{n}" for p in pieces for n, one in enumerate(p.said) if one.elsewhere}
    made = stage.incident(sorted(set(tellings) - elsewhere), tellings, {})
    return sorted(made.origins)


__all__ = ["OWN", "Piece", "Said", "nameless", "origins", "outlet", "person"]
