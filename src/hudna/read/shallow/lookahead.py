"""What follows a phrase: a verb, a mark, an opener? Rules ask before they decide what the phrase is."""

from hudna.read.shallow.words import Words

# What may belong to a phrase or hang from it.
PHRASAL = frozenset({"determiner", "number", "adjective", "noun", "name", "owner", "preposition", "pronoun"})
BEFORE = frozenset({"clitic", "negation", "adverb"})
FAR = 14
# The longest aside without a verb.
ASIDE = 8


class Lookahead:
    """Looks ahead in the words of one sentence."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._forms = words.forms
        self._low = words.low
        self._size = len(words.low)

    def after(self, last: int) -> str:
        """The kind of the first word behind a phrase and what hangs from it."""
        return self.beyond(last)[0]

    def beyond(self, last: int) -> tuple[str, int]:
        """The same, and which word it is."""
        forms, low, starts, ends = self._forms, self._low, self._words.starts, self._words.ends
        at, upto = last + 1, min(self._size, last + FAR)
        hangs = False
        while at < upto:
            tag = forms[at].tag
            if tag == "verb":
                return "verb", at
            if tag in BEFORE or (starts[at] == ends[at - 1] and self._words.has_pronoun_behind(at - 1)):
                at += 1
                continue
            if tag == "preposition":
                hangs = True
            elif tag == "mark":
                if low[at] != '"':
                    return "mark", at
            elif tag == "participle" and not hangs:
                pass
            elif tag not in PHRASAL or (tag in {"determiner", "pronoun"} and not hangs):
                return tag, at
            elif tag in {"noun", "name", "number"}:
                hangs = False
            at += 1
        return "mark", at

    def ends_behind(self, at: int) -> bool:
        """Whether a mark, or the end, stands right behind a word."""
        at += 1
        while at < self._size and self._forms[at].tag == "adverb":
            at += 1
        return at >= self._size or self._forms[at].tag == "mark"

    def _subject_ahead(self, at: int) -> bool:
        """Whether a phrase without a preposition, and behind it a verb, follows."""
        starts = at < self._size and self._forms[at].tag in PHRASAL and self._forms[at].tag != "preposition"
        return starts and any(
            self._forms[place].tag == "verb" and all(f.tag != "mark" for f in self._forms[at:place])
            for place in range(at, min(self._size, at + FAR))
        )

    def aside_ends(self, last: int, *, subject: bool = False) -> bool:
        """Whether a mark and behind it a finite verb follow: ", he said, has left"."""
        for at in range(last + 1, min(self._size, last + FAR)):
            tag = self._forms[at].tag
            if tag == "mark" and self._low[at] != '"':
                return self.verb_at(at + 1) or (subject and self._subject_ahead(at + 1))
            if tag in {"verb", "opener"}:
                return False
        return False

    def verb_at(self, at: int) -> bool:
        """Whether a verb group begins here."""
        forms = self._forms
        while at < self._size and forms[at].tag in {"clitic", "negation", "adverb"}:
            at += 1
        return at < self._size and forms[at].tag == "verb"

    def phrase_follows(self, last: int) -> bool:
        """Whether a phrase without a preposition stands right behind."""
        at = last + 1
        while at < self._size and (self._forms[at].tag == "adverb" or self._low[at] == '"'):
            at += 1
        return at < self._size and self._forms[at].tag in PHRASAL and self._forms[at].tag != "preposition"

    def verb_without_joint(self, last: int) -> bool:
        """Whether another finite verb follows with nothing between that could join or part the two."""
        for at in range(last + 1, min(self._size, last + FAR)):
            form = self._forms[at]
            if form.tag == "verb":
                return not form.both
            named = form.tag == "gerund" and self._forms[at - 1].tag == "preposition"
            if (form.tag in {"joint", "opener", "infinitive", "gerund"} and not named) or (
                form.tag == "mark" and self._low[at] != '"'
            ):
                return False
        return False

    def finite_in_part(self, last: int) -> bool:
        """Whether this part of the sentence, as far as a semicolon, still has a finite verb."""
        for at in range(last + 1, self._size):
            if self._low[at] in {";", ":"}:
                return False
            if self._forms[at].tag == "verb":
                return True
        return False

    def joint_before_verb(self, last: int) -> bool:
        """Whether a further member and then a finite verb in the plural follow."""
        _, joint = self.beyond(last)
        if joint + 1 >= self._size or self._forms[joint + 1].tag not in PHRASAL - {"preposition"}:
            return False
        kind, verb = self.beyond(joint)
        return kind == "verb" and self._forms[verb].number == "p"

    def bare_aside(self, at: int) -> int | None:
        """The comma that closes what a relative word opens, where no verb stands between and one stands behind."""
        for place in range(at + 1, min(self._size, at + ASIDE)):
            tag = self._forms[place].tag
            if tag == "mark":
                return place if self._low[place] == "," and self.verb_at(place + 1) else None
            if tag in {"verb", "opener", "participle", "gerund"}:
                return None
        return None
