"""Patterns of libraries so long that compiling them takes seconds, made where a word may match them.

The French tokenizer keeps words whole by one pattern of 266 parts, one and a half million letters, in which classes of
a thousand letters come back hundreds of times. A sieve, the same pattern with any letter in the place of such a class,
lets through whatever the pattern matches; behind it only the parts that a word comes through are compiled.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import RLock
from typing import Any

# The longest of the other patterns that a tokenizer loads has 18,000 letters.
LONG = 200_000
_OPENS, _BETWEEN, _CLOSES = "(?:", ")|(?:", ")"
_FLAGS = re.compile(r"(?:\(\?[a-z]+\))?")
# A class that takes long, since its letters are many; one that names what it does not hold is left as it is.
_CLASS = re.compile(r"(?<!\\)\[[^\]\[^][^\]\[]{98,}(?<!\\)\]")
_ANY = r"[\\s\\S]"
# In a part that must not match, a sieve would hold back too much.
_NOT = re.compile(r"\(\?<?!|\(\?\(")
_one_at_a_time = RLock()


@contextmanager
def long_patterns_later() -> Iterator[None]:
    """Long patterns that are compiled meanwhile, by whatever library, are made when they are first needed."""
    with _one_at_a_time:
        at_once = re.compile

        def later(pattern: Any, flags: Any = 0) -> Any:
            is_long = isinstance(pattern, str) and len(pattern) >= LONG and _NOT.search(pattern) is None
            return LongPattern(pattern, flags) if is_long else at_once(pattern, flags)

        re.compile = later
        try:
            yield
        finally:
            re.compile = at_once


class LongPattern:
    """Stands for a compiled pattern: `match` compiles what a text needs, anything else the whole."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._given = pattern, flags
        self._made: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """What the first of the parts that match makes of the text, as the whole would."""
        if self._sieve.match(text, *span) is None:
            return None
        through = (part for sieve, part in self._parts if sieve.match(text, *span))
        return next((found for part in through if (found := self._compiled(part).match(text, *span))), None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._given)

    @cached_property
    def _sieve(self) -> re.Pattern[str]:
        return self._compiled(_wide(self.pattern[len(self._flags) :]))

    @cached_property
    def _flags(self) -> str:
        found = _FLAGS.match(self.pattern)
        return found.group() if found is not None else ""

    @cached_property
    def _parts(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The alternatives, where each is a group of its own, else the whole as the one part; each with its sieve."""
        bare = self.pattern[len(self._flags) :]
        parts = bare.removeprefix(_OPENS).removesuffix(_CLOSES).split(_BETWEEN)
        alike = bare == _OPENS + _BETWEEN.join(parts) + _CLOSES
        apart = parts if alike and all(map(self._is_apart, parts)) else [bare]
        return tuple((self._compiled(_wide(part)), part) for part in apart)

    def _is_apart(self, part: str) -> bool:
        try:
            return self._compiled(_wide(part)).groups == 0
        except re.error:
            return False

    def _compiled(self, part: str) -> re.Pattern[str]:
        if part not in self._made:
            self._made[part] = re.compile(self._flags + part, self._given)
        return self._made[part]


def _wide(pattern: str) -> str:
    """Matches wherever the pattern does, and is made quickly."""
    return _CLASS.sub(_ANY, pattern)
