"""A word as the parser is given it, with its place in the sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with its place in the sentence; `text` is what the parser is given."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()
