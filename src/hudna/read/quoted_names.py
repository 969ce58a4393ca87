"""A name between quotation marks belongs to the noun before it: la brigade « Salim », كتيبة "درع الوادي".

Readers end a phrase at the mark, or at the first word of the name that could describe the noun. What the marks hold is
one name, and is read as no more than that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hudna.knowledge.language import load_language
from hudna.knowledge.phrase_words import load_phrase_words
from hudna.model.clause import Clause, Oblique, Passage, Phrase, Quote

# A name has no more words than this, and no such sign.
MOST_WORDS, _LONGEST = 5, 60
_SIGNS = frozenset(".!?;:,،؛؟\n")
# A shorter word of a name may be written small: "Martyrs of the Valley".
_SMALL_WORD = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """A quoted name; where its marks begin and end."""

    start: int
    end: int


def with_quoted_names(
    passage: Passage, clauses: tuple[Clause, ...], quotes: Iterable[Quote], language: str
) -> Passage:
    """The passage with these clauses, and its phrases, each with the quoted name that belongs to it."""
    offset = passage.start
    held = [q for q in quotes if offset <= q.start and q.end < passage.end]
    has_case = load_language(language).has_case
    names = [n for q in held if (n := _name(q, passage, has_case=has_case)) is not None]
    if not names:
        return replace(passage, clauses=clauses)
    names_here = _Quoted(passage, names, load_phrase_words(language).and_, has_case=has_case)
    return replace(
        passage,
        clauses=tuple(map(names_here.of_clause, clauses)),
        phrases=tuple(map(names_here.of_phrase, passage.phrases)),
    )


def _name(quote: Quote, passage: Passage, *, has_case: bool) -> _Name | None:
    words = passage.text[quote.start - passage.start : quote.end - passage.start]
    parts = words.split()
    if not parts or len(parts) > MOST_WORDS or len(words) > _LONGEST or not _SIGNS.isdisjoint(words):
        return None
    is_small = any(part[0].islower() and len(part) >= _SMALL_WORD for part in parts) or parts[0][0].islower()
    return None if has_case and is_small else _Name(quote.start - 1, quote.end + 1)


class _Quoted:
    """The quoted names of one sentence, put to their nouns."""

    def __init__(
        self, passage: Passage, names: Sequence[_Name], and_: frozenset[str], *, has_case: bool
    ) -> None:
        self._passage, self._names, self._has_case = passage, names, has_case
        self._and = and_

    def of_clause(self, clause: Clause) -> Clause:
        """The clause with its phrases whole; what stands inside a name takes no part."""
        names = self._taken(clause)
        if not names:
            return clause
        whole = self.of_phrase
        return replace(
            clause,
            subject=whole(clause.subject) if clause.subject else None,
            objects=tuple(whole(one) for one in clause.objects if not _is_inside(one, names)),
            obliques=tuple(self._oblique(one) for one in clause.obliques if not _begins_inside(one, names)),
            phrase=whole(clause.phrase) if clause.phrase else None,
            noun=whole(clause.noun) if clause.noun else None,
        )

    def _taken(self, clause: Clause) -> list[_Name]:
        """The names that some noun of the clause takes up."""
        phrases = [p for p in (clause.subject, clause.phrase, clause.noun, *clause.objects) if p is not None]
        phrases += [one.phrase for one in clause.obliques]
        return [n for n in self._names if any(self._reaches(p, n) for top in phrases for p in _all_of(top))]

    def of_phrase(self, phrase: Phrase) -> Phrase:
        """The phrase up to the end of the name that it begins, or that stands right behind it."""
        inner = self._parts(phrase)
        name = next((n for n in self._names if self._reaches(phrase, n)), None)
        end = max(
            [inner.end, *(o.phrase.end for o in inner.obliques), *([self._last(name).end] if name else [])]
        )
        if end == inner.end:
            return inner
        core_end = end if name and name.start <= inner.core_end + 1 else inner.core_end
        return replace(inner, end=end, text=self._words(inner.start, end), core_end=core_end)

    def _parts(self, phrase: Phrase) -> Phrase:
        names = [n for n in self._names if self._reaches(phrase, n)]
        if not (phrase.obliques or phrase.appositions or phrase.conjuncts):
            return phrase
        return replace(
            phrase,
            obliques=tuple(self._oblique(one) for one in phrase.obliques if not _begins_inside(one, names)),
            appositions=tuple(
                self.of_phrase(one) for one in phrase.appositions if not _is_inside(one, names)
            ),
            conjuncts=tuple(self.of_phrase(one) for one in phrase.conjuncts),
        )

    def _oblique(self, oblique: Oblique) -> Oblique:
        return replace(oblique, phrase=self.of_phrase(oblique.phrase))

    def _reaches(self, phrase: Phrase, name: _Name) -> bool:
        """Whether the phrase ends within the name, or at the noun right before it."""
        if phrase.start < name.start < phrase.end < name.end:
            return True
        between = self._words(phrase.end, name.start) if phrase.end <= name.start else "-"
        return self._has_case and not between.strip() and phrase.head_end == phrase.end

    def _last(self, name: _Name) -> _Name:
        """The last of the names that one noun stands before: 'les brigades « Salim » et « Harun »'."""
        ends = [
            n
            for n in self._names
            if n.start > name.end and self._words(name.end, n.start).strip() in self._and
        ]
        return self._last(ends[0]) if ends else name

    def _words(self, start: int, end: int) -> str:
        return self._passage.text[start - self._passage.start : end - self._passage.start]


def _all_of(phrase: Phrase) -> list[Phrase]:
    """The phrase and those inside it."""
    inner = [*(o.phrase for o in phrase.obliques), *phrase.appositions, *phrase.conjuncts]
    return [phrase, *(one for part in inner for one in _all_of(part))]


def _begins_inside(oblique: Oblique, names: Iterable[_Name]) -> bool:
    """Whether it is part of a name: of "four of «Harun»", "the control of «Harun»" the whole name hangs from the noun."""
    phrase = oblique.phrase
    return any(n.start < oblique.start and phrase.end < n.end and not _is_whole(phrase, n) for n in names)


def _is_whole(phrase: Phrase, name: _Name) -> bool:
    return phrase.start == name.start + 1 and phrase.end == name.end - 1


def _is_inside(phrase: Phrase, names: Iterable[_Name]) -> bool:
    return any(n.start < phrase.start and phrase.end < n.end for n in names)
