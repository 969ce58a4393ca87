"""A clause while it is being read: its verb, what stood before it, what follows it, where it hangs."""

from typing import Optional

from hudna.model.clause import Link
from hudna.read.shallow.chunks import Group
from hudna.read.shallow.verbs import Verb


class Frame:
    """One clause in the making; without a verb it waits for one."""

    __slots__ = (
        "adverbs",
        "after",
        "antecedent",
        "aside",
        "before",
        "behind_quote",
        "between",
        "cleft",
        "content",
        "goes_on",
        "index",
        "link",
        "marker",
        "objects",
        "obliques",
        "opened_at",
        "parent",
        "predicates",
        "quoted",
        "relative_word",
        "said_before",
        "subject",
        "sums_up",
        "to_come",
        "verb",
        "word",
        "zero",
    )  # fmt: skip

    def __init__(self, parent: Optional["Frame"], link: Link, marker: str | None, at: int) -> None:
        self.parent = parent
        self.link: Link = link
        self.marker = marker
        self.opened_at = at
        self.verb: Verb | None = None
        self.before: list[Group] = []
        self.after: list[Group] = []
        self.adverbs: list[int] = []
        self.predicates: list[int] = []  # adjectives that a copula says of its subject
        self.antecedent: Group | None = None  # the noun a relative clause hangs from, or a "plan to …"
        self.relative_word = False  # "che", "who": stands for the antecedent in its clause
        self.word: str | None = None  # preposition before a relative word or a verb form
        self.aside = False  # a pronoun and what is said of it, without a verb, between commas
        self.between = False  # opened by a relative word behind a comma: the next comma ends it
        self.cleft: Frame | None = None
        self.content = False  # already has a clause of what is said
        self.goes_on = False  # coordinated: shares what it lacks with its parent
        self.said_before = False  # a verb of saying behind what is said
        self.quoted = False
        self.behind_quote = False  # right behind what somebody said: who said it follows, whatever the verb
        self.to_come = False  # its present is what is to come: "أن ينسحب"
        self.sums_up = False  # "ما أدى إلى …": what came of the clause above
        self.index = -1
        # Filled by arguments.py.
        self.subject: Group | None = None
        self.zero: str | None = None  # the pronoun of a subject left out
        self.objects: list[Group] = []
        self.obliques: list[tuple[str, Group]] = []

    def put(self, group: Group) -> None:
        """A phrase that belongs to the clause itself."""
        group.frame = self
        (self.before if self.verb is None else self.after).append(group)

    def lacks_somebody(self) -> bool:
        """Is whom it befalls still to come: nobody named yet, or behind an active past nobody but who acts?"""
        acts = self.verb is not None and self.verb.have and not self.verb.passive
        others = self.after if acts else (*self.before, *self.after)
        return all(group.relation is not None for group in others)

    def top(self) -> "Frame":
        """The clause that heads the sentence, or the part of it that stands alone."""
        frame = self
        for _ in range(40):
            if frame.parent is None:
                break
            frame = frame.parent
        return frame

    def waiting(self) -> Optional["Frame"]:
        """The nearest clause above that still lacks its verb."""
        frame = self.parent
        for _ in range(40):
            if frame is None or frame.verb is None:
                return frame
            frame = frame.parent
        return None
