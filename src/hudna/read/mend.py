"""Same-length repairs, so that a parser is not misled and offsets never move.

Every repair swaps a character for one character: curly quotes become straight,
a dateline or a broken opening becomes blanks.
"""

import re
from functools import lru_cache

from hudna.knowledge.reading import SentenceWords

_SWAPS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "|": ";",
        "–": "-",
        "—": "-",
        "‑": "-",
    }
)
# Marks of direction, joiners and the like that stand between words; inside a word they stay.
_UNSEEN = re.compile(
    r"(?<![^\W_])[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff](?![^\W_])"
)
# "the general—known as the Lion—was shot": a dash without blanks that would read as a hyphen.
_GLUED_DASH = re.compile(r"(?<=[^\W\d_]|[\"”’»)])—(?=[^\W\d_]|[\"“‘«(])")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A dateline: a town, perhaps a day, perhaps an agency in brackets, then a dash.
_DATELINE = re.compile(
    r"^(?:[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){0,3})(?:, [A-Z][\w .]{1,24}){0,2}"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?(?: \([^()]{2,40}\)){0,2} ?(?:--|[-–—:]) ?(?=[A-Z\"“‘'])"
)
# "Yerevan — The ministry …": a name alone before the only dash of its sentence.
_BARE_DATELINE = re.compile(
    r"^[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2} (?:--|[–—]) (?=[A-Z\"“])(?!.*(?:--|\s[-–—]\s))", re.DOTALL
)
# "Bamako, 15 mag. ": a day that ends in an abbreviation; anything else would have ended the sentence.
_DATED = re.compile(
    r"^(?:\([^()\n]{2,30}\) ?(?:[-–—]+ ?)?)?[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,3}(?: \([^()]{2,40}\))?, \d{1,2} [^\W\d_]{3,5}\.(?: \d{4})? (?:[-–—]+ )?(?=[A-Z\"“«'])"
    r"|^[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,3}(?: \([^()]{2,40}\))?, \d{1,2}(?:[a-zº°]{0,2}) [^\W\d_]{3,10}(?: \d{4})?\.$"
)
# A town, a day and an agency in any order: "(Agency) - Beirut, 3 mar. - …", "Port Sudan (Agency) - …".
_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽ"
_WIRE = re.compile(
    rf"^(?:\([^()\n]{{2,30}}\) ?[-–—]+ ?)?[{_CAPITAL}][\w'’.-]+(?:[ /-][{_CAPITAL}][\w'’.-]+){{0,3}}"
    rf"(?:, [{_CAPITAL}][\w '’-]{{1,24}})?(?:,? (?:[a-z]{{2}} )?\d{{1,2}}(?:er|º|°)? [^\W\d_]{{3,10}}\.?(?:,? \d{{4}})?)?"
    rf"(?: ?[-–—]* ?\([^()\n]{{2,40}}\))?[.,]? ?(?:--|[-–—]) ?(?=[{_CAPITAL}\"“«‘'])"
)
# Without capitals: a town, perhaps more, the agency in brackets, a dash.
_UNCASED_DATELINE = re.compile(
    r"^[^\W\d_]{2,}(?:[ /،,]+[\w.]+){0,6} ?\([^()]{2,40}\) ?(?:--|[-–—:])\s?(?=[^\W\d_])"
)
# The hour of an entry in a running report: "[16.40]", "19:30", "12:05 —", "0915:".
_CLOCK = re.compile(
    r"^\s*\[?(?:\d{1,2}[.:]\d{2}|[0-2]\d[0-5]\d(?=:))\]?(?:(?: [A-Z]{2,4})?(?:\s?[-–—|]|:))?(?=\s+[^\W\d_])"
)
_UPPER_DATELINE = re.compile(r"^[A-Z][A-Z'’.-]{2,}(?:[ ,/]+[A-Z][\w'’.-]+){0,4}[^.!?\n]{0,40}?(?:--|[-–—]) ")


def mend(sentence: str, words: SentenceWords, *, first: bool) -> str:
    """The sentence with the same length, fit for parsing."""
    text = _blank_opening(sentence, words)
    text = _CLOCK.sub(lambda found: " " * len(found.group()), text)
    if first:
        text = _blank(text, dateline_end(text))
        text = _blank(text, _slug_end(text, words))
    # A lone surrogate cannot be encoded; the replacement character keeps its place.
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub(" ", _GLUED_DASH.sub(",", text).translate(_SWAPS)))


def dateline_end(sentence: str) -> int:
    """How many characters a dateline at the beginning takes; 0 where there is none."""
    if sentence[:1].isalpha() and sentence[:1].lower() == sentence[:1].upper():
        match = _UNCASED_DATELINE.match(sentence)
        return match.end() if match is not None else 0
    bare = _BARE_DATELINE.match(sentence)
    if bare is not None:
        return bare.end()
    match = _DATED.match(sentence) or _DATELINE.match(sentence) or _UPPER_DATELINE.match(sentence)
    match = match or _WIRE.match(sentence)
    if match is None or not re.search(r"\(|[A-Z]{3}|\d", match.group()):
        return 0
    return match.end()


def _slug_end(sentence: str, words: SentenceWords) -> int:
    """How many characters the marks of an agency take before a headline: "UPDATE 2-", "1st LD Writethru:"."""
    match = _slug(words.slugs).match(sentence) if words.slugs else None
    return match.end() if match is not None else 0


@lru_cache(maxsize=16)
def _slug(slugs: frozenset[str]) -> re.Pattern[str]:
    one = "|".join(re.escape(slug) for slug in sorted(slugs, key=len, reverse=True))
    return re.compile(rf"\s*(?:(?:{one})\b(?: ?\d{{1,2}})?[ ,]*)+(?:-+|:)\s*(?=\S)", re.IGNORECASE)


def _blank_opening(sentence: str, words: SentenceWords) -> str:
    """`XKQDis what …`: capitals stuck to a small word are remains of a lost opening."""
    if not words.glued_words:
        return sentence
    match = _glued(words.glued_words).match(sentence)
    return sentence if match is None else _blank(sentence, match.end())


@lru_cache(maxsize=16)
def _glued(small_words: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(small_words, key=len, reverse=True))
    return re.compile(rf"[A-Z]{{2,8}}(?=(?:{alternatives})\b)")


def _blank(text: str, count: int) -> str:
    return " " * count + text[count:]
