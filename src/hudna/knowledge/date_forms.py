"""Forms of time expressions → regular expressions, found by their first word.

A form is a line such as `(the)? {ordinal} (of)? {month} ,? {year}?`:

    word        itself                      (a|b c)   one of these
    {months}    a word of that table        x?        may be missing
    {months=m}  the same, kept as `m`       <in|by>   must stand before, but is not part of the words
    {day} {year} {number} {ordinal} …       digits in the usual shapes (`SHAPES`)
    ~           a dash, with or without a space on either side
    &           a space, with or without a comma before it

Parts that touch in the form must touch in the text; a space stands for up to
three of any kind and at most one line break. Every repetition is bounded, so a
match costs no more than the form is long.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Value = int | float | str
Table = Mapping[str, Value]

SPACE = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
DASH = r"[^\S\n]?[-–—‑−][^\S\n]?"
SEPARATORS = {"~": DASH, "&": rf",?{SPACE}"}
DIGIT = "#"
BLANK = r"\s"
SHAPES: dict[str, str] = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "two": r"\d{2}(?!\d)",
    "digits": r"\d{1,4}(?!\d)",
    "year": r"(?:1\d{3}|20\d{2})(?!\d)",
    "modern_year": r"(?:1[5-9]\d{2}|20\d{2})(?!\d)",
    "old_year": r"[1-9]\d{0,3}(?!\d)",
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
}
NAME = rf"(?-i:[A-Z])\w{{1,20}}(?:{SPACE}(?-i:[A-Z])\w{{1,20}}){{0,2}}"
# Any word, and no word: the form, or a part of it, may end before.
ANY, NONE = "*", ""
# The words that something may begin with, each with those that may stand behind it.
Openings = dict[str, set[str]]
TOKEN = re.compile(r"\s+|[()<>|?]|\{[^}]*\}|[^\s()<>|?{}]+")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NumberShape:
    """How a language joins number words and writes decimals."""

    joins: tuple[str, ...] = ("-", " ")
    ones_first: bool = False
    decimal: str = "."

    @property
    def between(self) -> str:
        """What may stand between two number words, as a pattern."""
        longest_first = sorted(self.joins, key=lambda join: (-len(join), join))
        return f"(?:{'|'.join(re.escape(join).replace(chr(92) + ' ', BLANK) for join in longest_first)})"


@dataclass(frozen=True)
class Form:
    """One form: `slots` maps the pattern's groups to slot names and readers of their words."""

    rule: str
    order: int
    written: str
    slots: tuple[tuple[str, str, Callable[[str], Value]], ...]
    first: frozenset[str]
    openings: Openings

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when a text first begins as the form does: of hundreds a report needs a dozen."""
        return re.compile(self.written, re.IGNORECASE)

    def follows(self, first: str) -> set[str]:
        """The words of which one stands behind the first, ANY among them where any may."""
        found = self.openings.get(first, {ANY})
        return {ANY} if found & {ANY, NONE} else found


@dataclass(frozen=True, slots=True)
class Beginning:
    """The forms that begin with one word, by the word behind it."""

    whatever: tuple[Form, ...]
    behind: Mapping[str, tuple[Form, ...]]

    def before(self, second: str) -> tuple[Form, ...]:
        """The forms that may hold where this word stands behind the first."""
        return self.behind.get(second, self.whatever)


def begun(first: str, forms: list[Form]) -> Beginning:
    """The forms of one word, laid out by the next: "the" begins so many that trying them all takes long."""
    follows = [(form, form.follows(first)) for form in forms]
    seconds = set().union(*(words for _, words in follows)) - {ANY}
    return Beginning(
        tuple(form for form, words in follows if ANY in words),
        {word: tuple(form for form, words in follows if words & {ANY, word}) for word in seconds},
    )


def folded(words: str) -> str:
    """Words as they stand in a table: small letters, single spaces, straight apostrophes, no last dot."""
    return " ".join(words.replace("’", "'").casefold().split()).rstrip(".")


@dataclass(slots=True)
class _Item:
    regex: str
    first: set[str]
    openings: Openings
    optional: bool
    glued: bool
    context: bool = False


@dataclass(slots=True)
class FormCompiler:
    """Compiles the forms of one language."""

    tables: Mapping[str, Table]
    cased: frozenset[str]
    numbers: NumberShape = NumberShape()
    slots: list[tuple[str, str, Callable[[str], Value]]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    has_context: bool = False

    def compile(self, rule: str, order: int, form: str) -> Form:
        """The form as a pattern; ValueError if a table is missing or a bracket does not close."""
        self.slots, self.tokens, self.has_context = [], TOKEN.findall(form.strip()), False
        regex, first, openings, _ = self._sequence(outermost=True)
        if self.tokens:
            raise ValueError(f"form {form!r} of {rule} has a bracket too many")
        opening = "" if self.has_context else "(?P<span>"
        written = rf"{opening}{regex})(?!\w)"
        return Form(rule, order, written, tuple(self.slots), frozenset(first), openings)

    def _sequence(self, *, outermost: bool = False) -> tuple[str, set[str], Openings, bool]:
        items = self._items()
        regex, first, anchored, open_first = "", set[str](), False, True
        for number, item in enumerate(items):
            space = "" if item.glued or number == 0 else SPACE
            following = items[number + 1].glued if number + 1 < len(items) else True
            if not anchored and item.optional:
                regex += f"(?:{item.regex}{'' if following else SPACE})?"
            elif item.optional:
                regex += f"(?:{space}{item.regex})?"
            else:
                before = items[number - 1] if number else None
                lead = "" if before is not None and not anchored else space
                regex += lead + item.regex
                anchored = True
            if item.context:
                regex += ("" if following else SPACE) + "(?P<span>"
                if number + 1 < len(items):
                    items[number + 1].glued = True
                anchored = False
            if open_first:
                first |= item.first
                open_first = item.optional
        if outermost and items and items[0].context:
            self.has_context = True
        return regex, first, _opened(items), not anchored

    def _items(self) -> list[_Item]:
        items: list[_Item] = []
        glued = True
        while self.tokens and self.tokens[0] not in ("|", ")", ">"):
            token = self.tokens.pop(0)
            if token.isspace():
                glued = False
                continue
            item = self._atom(token, glued=glued)
            if self.tokens and self.tokens[0] == "?":
                self.tokens.pop(0)
                item.optional = True
            items.append(item)
            glued = True
        return items

    def _atom(self, token: str, *, glued: bool) -> _Item:
        if token in "(<":
            regex, first, openings = self._alternatives(")" if token == "(" else ">")
            return _Item(regex, first, openings, optional=False, glued=glued, context=token == "<")
        if token.startswith("{"):
            name, _, slot = token[1:-1].partition("=")
            regex, first = self._slot(name, slot or name)
            return _Item(regex, first, self._begins(name, first), optional=False, glued=glued)
        return _Item(_literal(token), {_first_word(token)}, _openings([token]), optional=False, glued=glued)

    def _alternatives(self, closing: str) -> tuple[str, set[str], Openings]:
        regexes, firsts, openings = [], set[str](), Openings()
        while True:
            regex, first, opened, _ = self._sequence()
            regexes.append(regex)
            firsts |= first
            _add(openings, opened)
            if not self.tokens:
                raise ValueError("a bracket does not close")
            if self.tokens.pop(0) == closing:
                return f"(?:{'|'.join(regexes)})", firsts, openings

    def _slot(self, name: str, slot: str) -> tuple[str, set[str]]:
        group = f"s{len(self.slots)}"
        regex, first, reader = self._shape(name)
        self.slots.append((group, slot, reader))
        return f"(?P<{group}>{regex})", first

    def _shape(self, name: str) -> tuple[str, set[str], Callable[[str], Value]]:
        if name == "name":
            return NAME, set(), folded
        if name in SHAPES:
            return SHAPES[name], {DIGIT}, int
        if name == "number":
            return self._number()
        if name == "ordinal":
            return self._ordinal()
        table = self.tables[name]
        words = _words_regex(table, cased=name in self.cased)
        return words, {_first_word(word) for word in table}, lambda text: table[folded(text)]

    def _begins(self, name: str, first: set[str]) -> Openings:
        """What a slot begins with; only of the words of a table it is known how they go on."""
        if name in SHAPES or name not in self.tables:
            return {word: {ANY} for word in first} or {ANY: {ANY}}
        return _openings(self.tables[name])

    def _number(self) -> tuple[str, set[str], Callable[[str], Value]]:
        table, halves, shape = self.tables["numbers"], self.tables.get("halves", {}), self.numbers
        word = _words_regex(table, cased=False)
        half = rf"(?:\s{_words_regex(halves, cased=False)})?" if halves else ""
        spelled = "|".join([*_composed(table, shape), word])
        mark = re.escape(shape.decimal)
        regex = rf"(?:\d{{1,4}}(?:{mark}\d)?(?![\d,])|(?:{spelled})(?!\w)){half}"
        first = {DIGIT, *map(_first_word, table)}
        return regex, first, lambda text: read_number(text, table, halves, shape)

    def _ordinal(self) -> tuple[str, set[str], Callable[[str], Value]]:
        table = self.tables["ordinals"]
        ending = "|".join(re.escape(ending) for ending in self.tables.get("ordinal_endings", {}))
        digits = rf"\d{{1,3}}(?:{ending})|" if ending else ""
        regex = rf"(?:{digits}{_words_regex(table, cased=False)})(?!\w)"
        first = {*([DIGIT] if ending else []), *map(_first_word, table)}
        return regex, first, lambda text: read_ordinal(text, table)


def read_number(text: str, table: Table, halves: Table, shape: NumberShape) -> float:
    """`twenty-five` → 25, `a hundred` → 100, `two and a half` → 2.5, `3.5` → 3.5."""
    words = folded(text)
    half = next((ending for ending in halves if words.endswith(" " + ending)), "")
    words = words.removesuffix(" " + half) if half else words
    if words[0].isdigit():
        return float(words.replace(shape.decimal, ".")) + (0.5 if half else 0)
    total = 0.0
    for word in re.split(shape.between, words) if words not in table else [words]:
        value = float(table[word])
        total = max(total, 1) * value if value >= 100 else total + value
    return total + (0.5 if half else 0)


def read_ordinal(text: str, table: Table) -> int:
    """`21st` → 21, `twenty-first` → 21."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(table[folded(text)])


def _composed(table: Table, shape: NumberShape) -> list[str]:
    """`twenty-five` and `two hundred`, where the table has such words."""
    tens = {word: value for word, value in table.items() if 20 <= float(value) < 100}
    ones = {word: value for word, value in table.items() if float(value) < 10}
    hundreds = {word: value for word, value in table.items() if float(value) >= 100}
    pairs = [(ones, tens) if shape.ones_first else (tens, ones), (ones, hundreds)]
    return [
        rf"{_words_regex(a, cased=False)}{shape.between}{_words_regex(b, cased=False)}"
        for a, b in pairs
        if a and b
    ]


def _first_word(text: str) -> str:
    word = WORD.search(text)
    if word is None:
        return text[:1]
    return DIGIT if word[0][0].isdigit() else word[0].casefold()


def _openings(texts: Iterable[str]) -> Openings:
    """The first word of each text with the second; figures may go on in many ways."""
    found: Openings = {}
    for text in texts:
        words = [word.casefold() for word in WORD.findall(text.replace("_", " "))]
        if words and words[0][0].isdigit():
            words = [DIGIT, ANY]
        found.setdefault(words[0] if words else NONE, set()).add(words[1] if len(words) > 1 else NONE)
    return found


def _opened(items: list[_Item]) -> Openings:
    """The openings of parts one behind the other: what may be missing gives way to the next."""
    found: Openings = {NONE: set()}
    glued = False
    for item in reversed(items):
        heads, before = found.keys(), item.openings
        found = dict(found) if item.optional or NONE in before else {}
        if glued and before.keys() - {DIGIT, NONE}:
            # "{month}s": what touches the word makes it another.
            _add(found, {ANY: {ANY}})
        own = {word: (s - {NONE}) | heads if NONE in s else s for word, s in before.items()}
        _add(found, {word: seconds for word, seconds in own.items() if word != NONE})
        glued = item.glued and before.keys() != {NONE}
    return found


def _add(openings: Openings, more: Openings) -> None:
    for word, seconds in more.items():
        openings[word] = openings.get(word, set()) | seconds


def _literal(text: str) -> str:
    if text in SEPARATORS:
        return SEPARATORS[text]
    return re.escape(text).replace("'", "['’]").replace(r"\-", "[-–—‑−]").replace("_", SPACE)


def _words_regex(table: Table, *, cased: bool) -> str:
    longest_first = sorted(table, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_word_regex(word, cased=cased) for word in longest_first)})"


def _word_regex(word: str, *, cased: bool) -> str:
    if not cased:
        return SPACE.join(_literal(part) for part in word.split())
    # "May" is a month and "may" is not; all capitals are a headline's.
    return f"(?-i:{re.escape(word[0].upper() + word[1:])}|{re.escape(word.upper())})"
