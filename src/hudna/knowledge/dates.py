"""What must be known of one language to read its time expressions."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from hudna.errors import KnowledgeError
from hudna.knowledge.date_forms import Beginning, Form, FormCompiler, NumberShape, Value, begun
from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record

Meaning = Literal[
    "date",
    "weekday",
    "month",
    "season",
    "quarter",
    "half",
    "period",
    "offset",
    "within",
    "decade",
    "century",
    "festival",
    "named",
    "duration",
    "window",
    "set",
    "reference",
    "part",
    "clock",
    "modifier",
    "anniversary",
    "era",
    "monthday",
    "name",
    "deadline",
    "lasting",
    "after_event",
]


def _as_written(value: Any) -> Any:
    """YAML reads 2024-08-07 as a day; in these files it is the words themselves."""
    return value.isoformat() if isinstance(value, date) else value


Words = Annotated[str, BeforeValidator(_as_written)]
Entry = Annotated[int | float | str, BeforeValidator(_as_written)]


class DateExample(Record):
    """A text, and the words in it that the rule must find with their value."""

    text: str
    words: Words
    value: Words | None
    published: date | None = None
    previous: date | None = None


class DateRule(Record):
    """Forms with one meaning. `sets` fills slots that the words leave open."""

    id: str
    means: Meaning
    forms: tuple[str, ...]
    sets: dict[str, int | float | str] = Field(default_factory=dict)
    unless_before: tuple[str, ...] = Field(default=(), description="tables of words that must not follow")
    if_before: tuple[str, ...] = Field(default=(), description="tables, of one of which a word must follow")
    behind: str | None = Field(
        default=None, description="pattern that the forty characters before must end in"
    )
    ahead: str | None = Field(default=None, description="pattern that must follow")
    examples: tuple[DateExample, ...] = ()


class DateJoins(Record):
    """Words that may stand between two parts of an expression, or before it."""

    day: tuple[str, ...] = Field(default=(), description="between a part of the day and its day")
    weekday: tuple[str, ...] = Field(default=(), description="between a weekday and its date")
    modifier: tuple[str, ...] = Field(default=(), description="between early, late and what they limit")
    range: tuple[str, ...] = Field(default=(), description="between the two ends of a stretch")
    range_loose: tuple[str, ...] = Field(default=(), description="those that need range_open before")
    range_open: tuple[str, ...] = ()
    ago: tuple[str, ...] = Field(default=(), description="words with a verb of their own before how long ago")
    since: tuple[str, ...] = Field(default=(), description="words that leave the stretch open")
    since_end: tuple[str, ...] = Field(default=(), description="between since and its date, last words")
    superlative: tuple[str, ...] = Field(default=(), description="before since: when it was last so")
    unranked: tuple[str, ...] = Field(
        default=(), description="behind a superlative: no rank, as in 'more than', 'first lady'"
    )
    by: tuple[str, ...] = Field(default=(), description="before the end of a month: until then")
    number: tuple[str, ...] = Field(default=("-", " "), description="between two number words: twenty-one")
    ones_first: bool = Field(default=False, description="five and twenty")
    decimal: str = Field(default=".", description="the mark in 3.5")


class DateCues(Record):
    """Words that tell where the sentence looks; `past_ending` and `future_ending` are endings of verbs."""

    future: tuple[str, ...] = ()
    future_ending: tuple[str, ...] = Field(
        default=(), description="endings of verbs that only the future has"
    )
    participle_after: tuple[str, ...] = Field(
        default=(), description="the participle that follows is not past"
    )
    overdue: tuple[str, ...] = Field(default=(), description="it was due: a date not long past")
    pledge: tuple[str, ...] = Field(
        default=(), description="promises and orders: within three days, from now on"
    )
    awaited: tuple[str, ...] = Field(default=(), description="directly before a day to come")
    awaited_if_pledged: tuple[str, ...] = Field(default=(), description="the same, only after a pledge")
    perfect: tuple[str, ...] = Field(default=(), description="has lasted for three days: up to now")
    rank: tuple[str, ...] = Field(default=(), description="the second raid in two weeks: up to now")
    ending: frozenset[str] = Field(default=frozenset(), description="of an era: words for its end")
    past: tuple[str, ...] = ()
    past_ending: tuple[str, ...] = ()


class DateWords(Record):
    """Tables of words, rules over them, and texts that hold no date at all.

    `cased` names the tables whose words count only with a capital letter.
    `day_first`: 3/5/2023 is the third of May unless that cannot be. `proclitics` are
    small words written on the word after ("and", "in"): the expression begins behind them.
    `lookalikes` are compared as they are written, with signs apart from their letters.
    """

    language: str
    day_first: bool
    cased: frozenset[str] = frozenset()
    proclitics: tuple[str, ...] = ()
    lookalikes: frozenset[str] = Field(
        default=frozenset(), description="what is no month, though one spelling of letters makes it alike"
    )
    tables: dict[str, dict[str, Entry]]
    joins: DateJoins = DateJoins()
    cues: DateCues = DateCues()
    rules: tuple[DateRule, ...]
    counter: tuple[str, ...] = ()

    @cached_property
    def grammar(self) -> Mapping[str, Beginning]:
        """The compiled forms by the words they may begin with."""
        numbers = NumberShape(self.joins.number, self.joins.ones_first, self.joins.decimal)
        compiler = FormCompiler(self.tables, self.cased, numbers)
        by_word: dict[str, list[Form]] = {}
        written = [(rule.id, form) for rule in self.rules for form in rule.forms]
        for order, (rule_id, form) in enumerate(written):
            compiled = compiler.compile(rule_id, order, form)
            for word in compiled.first:
                by_word.setdefault(word, []).append(compiled)
        return {word: begun(word, forms) for word, forms in by_word.items()}

    @cached_property
    def rule_of(self) -> Mapping[str, DateRule]:
        """The rules by name."""
        return {rule.id: rule for rule in self.rules}

    def table(self, name: str) -> Mapping[str, Value]:
        """A table, empty where the language has none."""
        return self.tables.get(name, {})


@cache
def load_date_words(language: str) -> DateWords:
    """The date words of a language; KnowledgeError where nobody has written them."""
    path = language_folder(language) / "dates.yml"
    if not path.is_file():
        raise KnowledgeError(f"no dates.yml for language {language!r}; add languages/{language}/dates.yml")
    words = load_one(path, DateWords)
    named = {name for rule in words.rules for name in (*rule.unless_before, *rule.if_before)}
    if missing := sorted(named - words.tables.keys()):
        raise KnowledgeError(f"dates.yml of {language!r} names tables it does not have: {', '.join(missing)}")
    try:
        _ = words.grammar
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"dates.yml of {language!r} has a form that cannot be read: {error}") from error
    return words
