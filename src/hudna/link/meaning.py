"""How alike two sentences are in meaning, across languages; loaded only when first asked."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
# Vectors of so many sentences are kept: 512 numbers each, some 80 MB.
_KEPT = 40_000
# Sentences that are encoded together: twice as fast as one by one, and no faster from here on.
_TOGETHER = 32
# In a batch the last digits of a vector depend on its neighbours: a cosine was off by .0000006 at most (400 sentences, each with each).
# One that lies so near to where rounding turns is worked out again from each sentence by itself.
_EDGE = 0.00001
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
    """The vectors of texts one after the other, each worked out by itself."""
    return b"".join(_encode(text).tobytes() for text in texts)


def prepare(texts: Iterable[str]) -> None:
    """Have the vectors of these at hand, those not yet known worked out together."""
    missing = unread(texts)
    for at in range(0, len(missing), _TOGETHER):
        some = missing[at : at + _TOGETHER]
        for text, vector in zip(some, _encoder()(some), strict=True):
            _keep(text, vector.copy())


def vectors_of(texts: Iterable[str]) -> dict[str, bytes]:
    """The vectors of these that are at hand, for another process."""
    return {text: _vectors[text].tobytes() for text in texts if text in _vectors}


def asked_since() -> list[str]:
    """The sentences asked about since this was asked last, for a process that writes down vectors."""
    return list(to_write())


def learn(vectors: Mapping[str, bytes], asked: Iterable[str]) -> None:
    """Have vectors at hand that another process has worked out, some of which it was asked about."""
    for text, numbers in vectors.items():
        if text not in _vectors:
            _keep(text, np.frombuffer(numbers, dtype=np.float32))
    for text in asked:
        if text in _vectors and text not in _written and len(_asked) < _KEPT:
            _asked[text] = _vectors[text]


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
    found = float(np.dot(_vector(one), _vector(other)))
    if abs(100 * found % 1 - 0.5) < 100 * _EDGE:
        found = float(np.dot(_by_itself(one), _by_itself(other)))
    return round(found, 2)


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
    return _encoder()(text)


@lru_cache(maxsize=1000)
def _by_itself(text: str) -> Vector:
    """The vector that does not depend on what else was asked."""
    return _encode(text)


@cache
def _encoder() -> Callable[[str | list[str]], Vector]:
    from hudna.knowledge.sentence_encoder import encoder  # noqa: PLC0415  # 50 MB of weights, only where two languages meet

    encode: Callable[[str | list[str]], Vector] = encoder().encode
    return encode
