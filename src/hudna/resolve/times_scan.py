"""Words that speak of time, found by the forms of a language; nothing is resolved yet.

Of the forms that match at a word the one that reaches farthest wins, then the
one that stands first in the file. Pairs ("3 and 5 May") become two fragments.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hudna.knowledge.date_forms import DIGIT, Form, Value, folded
from hudna.knowledge.dates import DateRule, DateWords

WORD = re.compile(r"\w+")
FOLLOWING = re.compile(r"[\s-]{1,2}([\w.']+)(?:\s([\w']+))?")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of one rule. `linked`: shares its month or year with the fragment that follows."""

    start: int
    end: int
    rule: DateRule
    slots: Mapping[str, Value]
    linked: bool = False

    @property
    def means(self) -> str:
        """What kind of expression the words are."""
        return self.rule.means


def scan(text: str, words: DateWords) -> list[Fragment]:
    """Every fragment of the text, in order, none overlapping another."""
    found: list[Fragment] = []
    reached = 0
    for word in WORD.finditer(text):
        begins = words.proclitics or _key(word) in words.grammar
        if word.start() < reached or not begins:
            continue
        best = _farthest(text, word, words) or _behind_proclitic(text, word, words)
        if best is None:
            continue
        form, match = best
        found += _fragments(words.rule_of[form.rule], form, match)
        reached = max(reached, match.end("span"))
    return found


def _behind_proclitic(text: str, word: re.Match[str], words: DateWords) -> tuple[Form, re.Match[str]] | None:
    """The best match behind a small word that is written on this one: "والاثنين" is "and Monday"."""
    for proclitic in words.proclitics:
        inner = WORD.match(text, word.start() + len(proclitic)) if word[0].startswith(proclitic) else None
        best = _farthest(text, inner, words) if inner else None
        if best is not None:
            return best
    return None


def _farthest(text: str, word: re.Match[str], words: DateWords) -> tuple[Form, re.Match[str]] | None:
    """The best match here; "of 2024" gives way to "2024-08-07", which begins a word later."""
    best = _best(text, word, words)
    if best is None or best[1].start("span") == word.start():
        return best
    inner = WORD.match(text, best[1].start("span"))
    other = _best(text, inner, words) if inner else None
    return other if other and other[1].end() > best[1].end() else best


def _best(text: str, word: re.Match[str], words: DateWords) -> tuple[Form, re.Match[str]] | None:
    key = _key(word)
    beginning = words.grammar.get(key)
    if beginning is None or (key == DIGIT and _is_inside_number(text, word.start())):
        return None
    forms = beginning.before(_key(WORD.search(text, word.end())))
    matches = ((form, match) for form in forms if (match := form.pattern.match(text, word.start())))
    fitting = [
        (form, match) for form, match in matches if _fits(text, match, words.rule_of[form.rule], words)
    ]
    return min(fitting, key=lambda pair: (-pair[1].end(), pair[1].start("span"), pair[0].order), default=None)


def _key(word: re.Match[str] | None) -> str:
    """A word as the forms know it; nothing where the text ends."""
    if word is None:
        return ""
    return DIGIT if word[0][0].isdigit() else word[0].casefold()


def _is_inside_number(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    if not before:
        return False
    if before[-1] in "$€£#+@/":
        return True
    return before[-1] in ".,:-–" and len(before) == 2 and before[0].isalnum() and not before[0].islower()


def _fits(text: str, match: re.Match[str], rule: DateRule, words: DateWords) -> bool:
    start, end = match.span("span")
    if text[end - 1].isdigit() and (re.match(r"[.,]\d|\s?%|/\d|[-–]\d", text[end : end + 3])):
        return False
    if rule.ahead and not re.compile(rule.ahead).match(text, end):
        return False
    if rule.behind and not re.search(rf"(?:{rule.behind})\Z", text[max(0, start - 40) : start]):
        return False
    if rule.if_before and not any(_is_followed(text, end, name, words) for name in rule.if_before):
        return False
    return not any(_is_followed(text, end, name, words) for name in rule.unless_before)


def _is_followed(text: str, end: int, name: str, words: DateWords) -> bool:
    following = FOLLOWING.match(text, end)
    if following is None or (name in words.cased and not following[1][0].isupper()):
        return False
    first, table = folded(following[1]), words.table(name)
    return first in table or f"{first} {folded(following[2] or '')}" in table


def _fragments(rule: DateRule, form: Form, match: re.Match[str]) -> Iterator[Fragment]:
    slots: dict[str, Value] = dict(rule.sets)
    firsts: dict[str, Value] = {}
    first_end, second_start = 0, match.end("span")
    for group, slot, reader in form.slots:
        if match[group] is None:
            continue
        if slot.endswith("1"):
            firsts[slot[:-1]] = reader(match[group])
            first_end = max(first_end, match.end(group))
        else:
            slots[slot] = reader(match[group])
            second_start = min(second_start, match.start(group))
    if not firsts:
        yield Fragment(*match.span("span"), rule, slots)
        return
    yield Fragment(match.start("span"), first_end, rule, rule.sets | firsts, linked=True)
    yield Fragment(second_start, match.end("span"), rule, slots)
