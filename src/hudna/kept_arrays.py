"""Arrays and lists of words as the installation keeps them: read where they lie, nothing copied.

Ahead stands a line that says what there is; all of it is data, so that reading it runs nothing (`kept.py`).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
# Numbers lie where a processor reads them at once.
_STEP = 64
_BETWEEN = "\0"


def packed(arrays: Mapping[str, Array]) -> bytes:
    """The arrays, by their names."""
    said = {name: [one.dtype.str, one.shape] for name, one in arrays.items()}
    return b"".join(
        [_padded(json.dumps(said).encode() + b"\n"), *(_padded(one.tobytes()) for one in arrays.values())]
    )


def unpacked(content: bytes) -> dict[str, Array]:
    """The same arrays, not to be written to."""
    head = content[: content.index(b"\n") + 1]
    found, at = dict[str, Array](), len(head) + -len(head) % _STEP
    for name, (kind, shape) in json.loads(head).items():
        size = int(np.prod(shape))
        found[name] = np.frombuffer(content, kind, size, at).reshape(shape)
        at += found[name].nbytes
        at += -at % _STEP
    return found


def words_packed(words: Sequence[str]) -> Array:
    """Words as an array."""
    assert not any(_BETWEEN in word for word in words)
    return np.frombuffer(_BETWEEN.join(words).encode(), np.uint8)


def words_unpacked(array: Array) -> list[str]:
    """The words of an array."""
    return array.tobytes().decode().split(_BETWEEN)


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % _STEP)
