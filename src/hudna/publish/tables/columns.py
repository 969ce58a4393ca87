"""The columns of a table with the kind of value each holds, so that other formats know their types."""

from typing import Literal, cast, get_args

Kind = Literal["text", "whole", "number", "day", "truth"]


def columns(**groups: str) -> dict[str, Kind]:
    """Name → kind, in order. A group is named by its kind; `text_2` is a further group of text."""
    found: dict[str, Kind] = {}
    for name, listed in groups.items():
        kind = name.partition("_")[0]
        if kind not in get_args(Kind):
            raise ValueError(f"columns of kind {kind!r}; known: {', '.join(get_args(Kind))}")
        found.update(dict.fromkeys(listed.split(), cast("Kind", kind)))
    return found
