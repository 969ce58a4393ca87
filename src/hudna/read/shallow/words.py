"""The words of one sentence, side by side; positions are in the report."""

from hudna.knowledge.inflection import Form

OPENING = frozenset("\"'(-[*•·…¿¡")
ENDING = frozenset(",;:.")
COLONS = frozenset(":.!?")
DASHES = frozenset("-–—")
# A place, a comma, a day, a month, a year and an agency in brackets stand before the dash of a dateline.
DATELINE = 9


# Where a word begins and ends, how it is compared, whether it has a capital, what it can be, and its article.
Row = tuple[int, int, str, bool, tuple[Form, ...] | None, str | None]


class Words:
    """The words of one sentence, side by side: where they stand, how they are compared, what they are."""

    __slots__ = ("caps", "ends", "forms", "joined", "low", "report", "shift", "starts", "with_article")

    def __init__(self, report: str, shift: int) -> None:
        self.report = report
        self.shift = shift
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.caps: list[bool] = []
        # Fixed phrases and words taken apart know what they are; the others are tagged.
        self.joined: list[tuple[Form, ...] | None] = []
        self.with_article: list[str | None] = []
        self.forms: list[Form] = []

    def __len__(self) -> int:
        return len(self.low)

    def fill(self, rows: list[Row]) -> None:
        """All words, from where they stand in the sentence."""
        if not rows:
            return
        starts, ends, low, caps, joined, articles = zip(*rows, strict=True)
        self.starts = [start + self.shift for start in starts]
        self.ends = [end + self.shift for end in ends]
        self.low, self.caps = list(low), list(caps)
        self.joined, self.with_article = list(joined), list(articles)

    def join(self, first: int, last: int, forms: tuple[Form, ...]) -> None:
        """Several words become one, with its readings given."""
        self.ends[first] = self.ends[last]
        self.low[first] = " ".join(self.low[first : last + 1])
        self.with_article[first] = self.with_article[last]
        self.joined[first] = forms
        for column in (self.starts, self.ends, self.low, self.caps, self.joined, self.with_article):
            del column[first + 1 : last + 1]

    def opens(self, index: int) -> bool:
        """Whether a word begins the sentence, a quotation or what follows a colon."""
        before = index - 1
        while before >= 0 and self.low[before] in OPENING:
            before -= 1
        if before == 0 and index > 1 and self.low[0][:1].isdigit() and self.low[1] == "-":
            return True  # "08.40 - Saccheggiati i depositi": the hour of a line
        if (
            1 < index <= DATELINE
            and self.low[index - 1] in DASHES
            and any(w[:1].isdigit() for w in self.low[:index])
        ):
            return True  # "Tripoli, 11 mar - Scontri sono scoppiati"
        return before < 0 or (before < index - 1 and self.low[before] in COLONS) or self.low[before] in COLONS

    def ends_part(self, index: int) -> bool:
        """Whether a mark stands right behind a word, or nothing."""
        return index + 1 >= len(self.low) or self.low[index + 1] in ENDING

    def has_pronoun_behind(self, index: int) -> bool:
        """Whether a pronoun is written on the end of a word."""
        after = index + 1
        if after >= len(self.low) or self.starts[after] != self.ends[index]:
            return False
        readings = self.joined[after]
        return readings is not None and readings[0].tag in {"clitic", "pronoun"} and len(self.low[after]) < 5

    def at(self, index: int) -> int:
        """Where a word begins in the report."""
        return self.starts[index]

    def upto(self, index: int) -> int:
        """Where a word ends in the report."""
        return self.ends[index]

    def text(self, first: int, last: int) -> str:
        """The report's words from one word to another, both included."""
        return self.report[self.starts[first] : self.ends[last]]
