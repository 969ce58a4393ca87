"""Long work on many records with the search for circles among objects put off.

Python looks now and then through all that is held for objects that only hold one another. Our records hold no
circles: looking finds nothing, takes an eighth to a fifth of the time, and lets single reports wait for it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 100)


@contextmanager
def hardly_collecting() -> Iterator[None]:
    """The same for all of a process: what it loads stays to the end, and then goes with the process unlooked at."""
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.freeze()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look through what is held hardly ever meanwhile."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        # What was made goes to the oldest generation at once; else all of it would be looked through now.
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*usual)


@contextmanager
def collecting_at_the_end() -> Iterator[None]:
    """The same for work that leaves circles behind, as words do that know one another: what it made is looked through once."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect(1)
