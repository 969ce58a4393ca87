"""Headlines, read as the plain sentence they stand for: "Nine Killed, 30 Hurt in Market Blast".

A headline drops the helping verb and may write every word with a capital; the parser then takes the dead for those
who killed, or the whole for a name. Such a sentence is parsed once more with small letters and with the helping
verb where it was left out, and the words as they are written get what that parse says.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.language import Language
from spacy.lookups import Table
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from hudna.knowledge.country_words import adjectives_of_all_countries, names_of_countries

TELEGRAPHIC = "hudna_telegraphic"

# What befalls somebody, where nothing follows that it could be done to.
_BEFALLS = frozenset(
    """killed wounded injured hurt slain murdered massacred beheaded executed assassinated shot arrested detained captured kidnapped
    abducted slaughtered martyred displaced rescued freed evacuated""".split()
)
_DEAD = "dead"
_NAMING = frozenset("CD NN NNS NNP NNPS JJ JJR JJS DT PDT POS HYPH PRP$ VBG".split())
_HEADS = frozenset("CD NN NNS NNP NNPS JJ".split())
_ROUND = frozenset(
    "at least more than up to over about around nearly almost some as many another other".split()
)
# After these words a headline tells something of its own.
_OPENS = frozenset(
    """as after and but while when before says say said claims claim claimed reports report reported confirms confirm confirmed
    announces announced""".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset({",", ":", ";", "-", "--", "(", ")", "...", "?", "!", '"', "'"})
_BEHIND = frozenset(
    {"IN", "TO", "CC", "RB", "WRB", ".", ",", ":", "HYPH", "VBG", "-LRB-", "-RRB-", "''", "``", "RP", "NFP"}
)
_DAYS = frozenset(
    "yesterday today monday tuesday wednesday thursday friday saturday sunday overnight daily nationwide".split()
)
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("men", "man"),
)
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEGINS = frozenset({"DT", "CD", "PRP$"})
_TIMES = frozenset("day days week weeks month months year years hour hours minute minutes time times".split())
# So many words a noun may stand behind its article.
_REACH = 5
_HELPING = frozenset("is are was were be been being has have had will would".split())
_JOINS = frozenset({"and", ",", "&"})
_NOBODY = frozenset("no none nobody".split())
# "Nine feared dead": nobody says that they are.
_UNSURE = frozenset("feared believed presumed".split())
_LIKE_SMALL = {"IS": "ISIS"}
# "as" before one of these opens no clause.
_NO_CLAUSE = frozenset("part well many of".split())
# So many words make a headline of capitals, and so large a share of them must have one.
_LEAST_WORDS, _MOST_SMALL = 4, 0.2
# Words that no name begins or ends with, as a headline writes them: "Gunmen Kill Nine In Raid On Market".
_ONLY_IN_TITLES = frozenset(
    """In As At By From With After Over Near During Amid Kill Kills Killed Killing Dead Die Dies Attack Attacks Claim Claims Says Say Clash
    Clashes Raid Wounded Injured Hits Hit Leaves Strikes Strike Others And""".split()
)
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_BETWEEN = frozenset("as after amid while before".split())


@dataclass(frozen=True, slots=True)
class Plain:
    """The words of a plainer sentence, and for each the number of the word it stands for, or None."""

    words: list[str]
    stands_for: list[int | None]


class Telegraphic:
    """The doc of a headline with the parse of the sentence that it stands for."""

    def __init__(self, parser: Language) -> None:
        lemmatizer = cast("Lemmatizer", parser.get_pipe("lemmatizer"))
        index: Table = lemmatizer.lookups.get_table("lemma_index")
        # One for each part of speech; they may lie in a file, and are asked rather than gone through.
        self._common: tuple[Collection[str], ...] = tuple(index.values())
        self._parser = parser
        self._names = names_of_countries("en") | adjectives_of_all_countries("en")

    def __call__(self, doc: Doc) -> Doc:
        """The doc, with another parse where it is written like a headline."""
        if len(doc) < 3 or not doc.has_annotation("DEP"):
            return doc
        written = [t.text for t in doc]
        words = _told_apart(self._lowered(doc) or written)
        if words != written:
            self._take(doc, Plain(words, list(range(len(doc)))))
        plain = _completed(doc, words)
        if plain is not None:
            self._take(doc, plain)
        return doc

    def _lowered(self, doc: Doc) -> list[str] | None:
        """Its words in small letters, where every word has a capital."""
        words = [t.text for t in doc if _LETTERS.fullmatch(t.text)]
        long = [w for w in words if len(w) > 3]
        small = sum(w[0].islower() for w in long)
        if len(words) < _LEAST_WORDS or len(long) < 3 or small > len(long) * _MOST_SMALL:
            return None
        shouted = all(w.isupper() for w in long)
        # "Tension Escalates as Rebels Seize Kadra": nothing longer than such a small word is written small.
        titled = not small and any(w in _BETWEEN for w in words[1:])
        if not shouted and not titled and not any(w in _ONLY_IN_TITLES for w in words[1:]):
            return None  # "The Norland Liberation Front attacked Kadra": names alone have capitals
        found = [self._small(t.text, first=t.i == 0, shouted=shouted) for t in doc]
        return found if found != [t.text for t in doc] else None

    def _small(self, word: str, *, first: bool, shouted: bool) -> str:
        lower = word.lower()
        if not word[:1].isupper() or (word.isupper() and not shouted and len(word) > 1):
            return word
        if lower in self._names or not self._is_common(lower):
            return word.capitalize() if shouted else word
        return word.capitalize() if first else lower

    def _is_common(self, lower: str) -> bool:
        """Is it a word of the language in some form?"""
        if len(lower) < 4:
            return True
        return any(
            lower.endswith(end) and self._is_listed(lower[: len(lower) - len(end)] + put)
            for end, put in _ENDINGS
        )

    def _is_listed(self, base: str) -> bool:
        return any(base in words for words in self._common)

    def _take(self, doc: Doc, plain: Plain) -> None:
        """Tags and heads of the plainer sentence for the words as written, if its helping verbs are read as such."""
        read = Doc(self._parser.vocab, words=plain.words)
        for name in ("tok2vec", "tagger", "parser"):
            read = self._parser.get_pipe(name)(read)
        added = [t for t, number in zip(read, plain.stands_for, strict=True) if number is None]
        if any(t.dep_ != "auxpass" or t.head.i < t.i for t in added):
            return
        place = dict(enumerate(plain.stands_for))
        for token in read:
            number = place[token.i]
            if number is None:
                continue
            head = token.head
            while place[head.i] is None:
                head = head.head
            own = doc[number]
            own.tag_, own.dep_ = token.tag_, token.dep_
            own.head = doc[place[head.i] or 0]


@Language.factory(TELEGRAPHIC)
def telegraphic(nlp: Language, name: str) -> Telegraphic:  # noqa: ARG001  # spaCy asks for both by name
    """The component for this parser."""
    return Telegraphic(nlp)


def _told_apart(words: list[str]) -> list[str]:
    """ "IS kills nine": a name that is written like a small word, as another of the same kind."""
    if all(word.isupper() for word in words if word.isalpha()):
        return words
    return [_LIKE_SMALL.get(word, word) for word in words]


def _completed(doc: Doc, words: Sequence[str]) -> Plain | None:
    """The sentence with each helping verb that was left out; None where none was."""
    found: dict[int, tuple[int, str]] = {}
    for token in doc:
        if token.lower_ in _HELPING:
            break  # a sentence with a helping verb of its own leaves none out
        missing = _left_out(token, found)
        if missing is not None:
            found[token.i] = missing
    if not found:
        return None
    put = dict(found.values())
    plain = Plain([], [])
    for token in doc:
        if token.i in put:
            plain.words.append(put[token.i])
            plain.stands_for.append(None)
        plain.words.append(_read_as(token, words[token.i], found))
        plain.stands_for.append(token.i)
    return plain


def _read_as(token: Token, word: str, told: Collection[int]) -> str:
    """ "Nine dead as gunmen raid a market": they were killed when gunmen raided it."""
    if token.i in told and token.lower_ == _DEAD:
        return "killed"
    opens = token.lower_ == "as" and token.i - 1 in told and token.i + 2 < len(token.doc)
    return "when" if opens and token.nbor(1).lower_ not in _NO_CLAUSE else word


def _left_out(token: Token, before: Collection[int]) -> tuple[int, str] | None:
    """Where a helping verb is missing before this word, and which; `before`: the words before which one was."""
    if token.lower_ not in _BEFALLS and token.lower_ != _DEAD:
        return None
    if any(k.dep_ in ("aux", "auxpass", "expl", "cop") for k in token.children) or not _ends_there(token):
        return None
    if _object_follows(token):
        return None  # "Police shot dead late on Sunday two protesters"
    first = _adverbs_before(token)
    if first and token.doc[first - 1].lower_ in _UNSURE:
        return None
    start = _start_of_name(token.doc, first)
    if start is None or first == start or not _opens(token.doc, start, before) or _has_a_verb(token):
        return None
    if token.doc[start].lower_ in _NOBODY:
        return None
    last = token.doc[first - 1]
    one = last.tag_ in ("NN", "NNP") or last.lower_ in ("one", "1")
    return first, "was" if one else "were"


def _ends_there(token: Token) -> bool:
    """Nothing follows that it could be done to."""
    if token.i + 1 == len(token.doc):
        return True
    behind = token.nbor(1)
    if token.lower_ == "shot":
        # "the troops shot first"
        return behind.lower_ == "by" or (behind.lower_ == _DEAD and _ends_there(behind))
    if behind.text in (",", "and", "&") and token.i + 2 < len(token.doc):
        further = token.nbor(2)
        if further.lower_ in _BEFALLS:
            return _ends_there(further)
    return not _counts(behind) and (
        behind.tag_ in _BEHIND or behind.text in _MARKS or behind.lower_ in _DAYS or behind.lower_ in _OPENS
    )


def _counts(first: Token) -> bool:
    """ "Gunmen killed at least four people": a count of whom it befell, though such a word may open a place or an hour."""
    number = next((t for t in first.doc[first.i : first.i + _REACH] if t.lower_ not in _ROUND), first)
    noun = next((t for t in first.doc[number.i : number.i + _REACH] if t.tag_ == "NNS"), None)
    return first != number and number.tag_ == "CD" and noun is not None and _is_somebody(number.nbor(-1))


def _object_follows(token: Token) -> bool:
    """Whether somebody stands behind, and behind when or where it was, whom no preposition leads."""
    for behind in token.doc[token.i + 1 :]:
        if behind.text in _MARKS or behind.lower_ in _OPENS:
            return False
        before = behind.nbor(-1)
        ended = (
            before.tag_ in _NAMES or before.tag_ == "RB" or before.lower_ == _DEAD or before.lower_ in _DAYS
        )
        if behind.tag_ in _BEGINS and ended and before != token and _is_somebody(behind):
            return True
    return False


def _is_somebody(first: Token) -> bool:
    """A noun behind an article or a number that measures no time and names no month."""
    noun = next((t for t in first.doc[first.i + 1 : first.i + _REACH] if t.tag_ in ("NN", "NNS")), None)
    between = first.doc[first.i + 1 : noun.i] if noun is not None else ()
    return noun is not None and noun.lower_ not in _TIMES and all(t.tag_ in _NAMING for t in between)


def _adverbs_before(token: Token) -> int:
    """The number of the first adverb right before it, or its own."""
    at = token.i
    while at and token.doc[at - 1].tag_ == "RB":
        at -= 1
    return at


def _start_of_name(doc: Doc, end: int) -> int | None:
    """Where the noun before begins; None where none stands there."""
    if end == 0 or doc[end - 1].tag_ not in _HEADS:
        return None
    at = end
    while (
        at
        and (doc[at - 1].tag_ in _NAMING or doc[at - 1].lower_ in _ROUND)
        and doc[at - 1].lower_ not in _OPENS
    ):
        at -= 1
    return at


def _opens(doc: Doc, start: int, told: Collection[int]) -> bool:
    """At the beginning, behind a mark, or behind a word after which something new is told."""
    if start == 0:
        return True
    mark = doc[start - 1]
    goes_on = mark.lower_ in _JOINS and start > 1 and _is_harm(doc[start - 2])
    if goes_on or mark.lower_ == "and":
        # "put the toll at three dead and nine wounded", "two were killed and nine wounded"
        return start > 1 and start - 2 in told
    return mark.text in _MARKS or mark.lower_ in _OPENS


def _is_harm(token: Token) -> bool:
    return token.lower_ in _BEFALLS or token.lower_ == _DEAD


def _has_a_verb(token: Token) -> bool:
    """Does a verb with a tense follow before anything new is told: "Soldiers killed in Gaza were buried"?"""
    for behind in token.doc[token.i + 1 :]:
        if behind.text in _MARKS or behind.lower_ in _OPENS - _JOINS:
            return False
        if behind.tag_ in _FINITE and behind.lower_ not in _BEFALLS:
            return True
    return False
