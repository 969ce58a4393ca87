"""Whether the words of a provision's object stand in what is told. Whole words, any case, any of its languages."""

import re
from functools import cache

from hudna.model.agreement import Provision
from hudna.model.evidence import Telling

# Arabic writes and, for, by and the article together with the word.
_CLITICS = r"(?:[وفبلك]?(?:ال)?|لل)"


def names_object(provision: Provision, telling: Telling) -> bool:
    """Whether a telling names what the provision is about."""
    return any(
        _pattern(language, words).search(telling.text)
        for language, words in provision.words.items()
        if telling.language in {language, None}
    )


@cache
def _pattern(language: str, words: tuple[str, ...]) -> re.Pattern[str]:
    before = _CLITICS if language == "ar" else ""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w){before}(?:{listed})(?!\w)", re.IGNORECASE)
