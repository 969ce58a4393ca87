"""Everything Hudna raises on purpose, named by who must act.

HudnaError
├── InputError       a report cannot be read: the person who gave it must look at it
├── KnowledgeError   a file under knowledge/ is wrong: a person must edit it
└── CodingError      a text broke an invariant of the coder: this is our bug

Absence is not an error. "No place was named" is None; a vague place is a value
with a low precision; only "this must not happen" is raised.
"""


class HudnaError(Exception):
    """Root of the tree; its message is one line a user can act on."""


class InputError(HudnaError):
    """A report that cannot be read; the message names the input and the reason."""


class KnowledgeError(HudnaError):
    """A knowledge file that is wrong; the message names file, field and remedy."""


class CodingError(HudnaError):
    """An invariant of the coder that a text broke."""
