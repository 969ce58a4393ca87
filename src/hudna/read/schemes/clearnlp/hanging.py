"""Where a clause hangs: its parent verb, how, by which word, and from which noun."""

from dataclasses import dataclass, replace

from hudna.knowledge.grammar import load_grammar
from hudna.model.clause import Link
from hudna.read.schemes.clearnlp.lent import (
    FINITE,
    bidden,
    garden,
    goes_past,
    thought_to,
    told_above,
    told_by_thought,
)
from hudna.read.schemes.clearnlp.tree import Word
from hudna.read.schemes.clearnlp.words import (
    PASSIVE_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    child,
    is_verb,
    lemma,
    verb_behind,
)

# A sentence nests no deeper; a loop in a broken parse ends here.
MAX_CLIMB = 40


@dataclass(frozen=True, slots=True)
class Hang:
    """Where a clause hangs: its parent verb, how, by which word, and from which noun."""

    parent: Word | None
    link: Link
    marker: str | None = None
    noun: Word | None = None


class Hanging:
    """Finds the place of each clause head among the heads of one sentence."""

    def __init__(self, index: dict[int, int], language: str) -> None:
        self._index = index
        self._to_account = load_grammar(language).to_account

    def noun(self, token: Word) -> Hang:
        """The verb above a nominal event, and the noun and preposition on the way."""
        behind = verb_behind(token)
        if behind is not None and behind.i in self._index:
            return Hang(behind, "argument", "subject")
        link: Link = "argument"
        marker: str | None = None
        noun: Word | None = None
        current = token
        for _ in range(MAX_CLIMB):
            head = current.head
            if current.dep_ == "prep":
                link, marker = "modifier", marker or current.lower_
            elif current.dep_ == "pobj" and head.dep_ == "agent":
                marker = "by"
            if current.dep_ in ("nsubj", "nsubjpass"):
                marker = marker or "subject"
            if head.i in self._index:
                if not is_verb(head) and current.dep_ == "conj":
                    return self.noun(head)
                if is_verb(head):
                    return Hang(head, link, marker, noun)
            if head.pos_ in ("NOUN", "PROPN", "PRON") and current.dep_ != "conj" and noun is None:
                noun = head
            if head is current:
                break
            current = head
        return Hang(None, link, marker, noun)

    def host(self, token: Word) -> Word:
        """The verb that a coordinated verb goes on from, by concord of tenses.

        "said it would respond and criticised …", "said 52 had been hurt and put …": a simple
        past goes on from the verb of saying, not from what is said.
        """
        head = token.head
        if not is_verb(head):
            return _told_before(token) or head
        if token.tag_ in FINITE and child(token, *SUBJECTS, *PASSIVE_SUBJECTS) is None:
            # "let the women go and killed four", "kept the port closed and arrested two": what is told goes on from what is told.
            for _ in range(MAX_CLIMB):
                if _has_tense(head) or head.dep_ not in _LOOSE or not is_verb(head.head):
                    break
                head = head.head
        simple = token.tag_ in FINITE and child(token, "aux", "auxpass", *SUBJECTS, *PASSIVE_SUBJECTS) is None
        if not simple or head.dep_ != "ccomp" or not is_verb(head.head) or not head.i > head.head.i < token.i:
            return head
        if _tense(head.head) != _tense(token):
            return head
        speaks_of_itself = child(head, *SUBJECTS, *PASSIVE_SUBJECTS)
        if speaks_of_itself is not None and speaks_of_itself.lower_ in ("it", "they", "he", "she", "we"):
            # "said it had repelled an attack and shot down two drones": it tells of itself throughout.
            return head
        if _shares_had(token, head):
            return head
        return head.head if _tense(head) != _tense(token) or _turns_active(token, head) else head

    def verb(self, token: Word) -> Hang:
        """Where a verb clause hangs."""
        return self._around_aside(token) or self._by_label(token)

    def _by_label(self, token: Word) -> Hang:
        head, label = token.head, token.dep_
        if label == "conj":
            head = self.host(token)
        marks = child(token, "mark")
        marker = marks.lower_ if marks is not None else None
        if label == "ROOT" or garden(token) is not None:
            return Hang(None, "root", marker)
        if label == "parataxis":
            return Hang(self._verb_above(head), "parenthesis", marker)
        if label == "conj" and is_verb(head):
            return Hang(head, "coordinate", marker or self.verb(head).marker)
        if label in ("relcl", "acl"):
            return self._of_noun(token, head, marker)
        if label == "pcomp":
            hang = self._after_preposition(token, head)
            above = aside_of(token, hang.parent)
            return hang if above is None else replace(hang, parent=above)
        if label in ("ccomp", "xcomp", "csubj", "csubjpass", "acomp", "oprd"):
            return self._complement(token, head, marker)
        if label == "advcl":
            above = told_above(token, head) or self._verb_above(head)
            return Hang(above, *self._adverbial(token, marker))
        return Hang(self._verb_above(head), "adverbial", marker)

    def _around_aside(self, token: Word) -> Hang | None:
        """ "insurgents believed to be bandits attacked": the aside hangs from its noun, and what it parted takes its place."""
        if thought_to(token) is not None:
            return Hang(told_by_thought(token), "relative", None, thought_to(token))
        return self._by_label(token.head) if goes_past(token) is not None else None

    def _complement(self, token: Word, head: Word, marker: str | None) -> Hang:
        if token.dep_ == "ccomp" and _cut(token, head):
            # "says its defences destroyed six drones; it reports no loss": said by who says, not by who reports.
            said = is_verb(head.head) and head.head.i < token.i
            return Hang(head.head, "complement", marker) if said else Hang(None, "root", marker)
        infinitive = any(t.tag_ == "TO" for t in token.children if t.dep_ == "aux")
        noun = head if head.pos_ in ("NOUN", "PROPN") else None
        return Hang(self._verb_above(head), "complement", marker or ("to" if infinitive else None), noun)

    def _adverbial(self, token: Word, marker: str | None) -> tuple[Link, str | None]:
        infinitive = any(t.tag_ == "TO" for t in token.children if t.dep_ == "aux")
        if infinitive and marker in ("on", "for", "upon") and child(token, "nsubj", "nsubjpass") is not None:
            return "complement", "to"
        if infinitive and marker is None and bidden(token, token.head):
            return "complement", "to"
        if infinitive and marker in (None, "in", "so", "for"):
            return "purpose", "to"
        if marker is None:
            adverb = next((t for t in token.children if t.tag_ == "WRB"), None)
            inverted = next(
                (t for t in token.lefts if t.dep_ == "aux" and t.lower_ in ("should", "were", "had")), None
            )
            subject = child(token, "nsubj", "nsubjpass")
            if inverted is not None and subject is not None and inverted.i < subject.i:
                return "adverbial", "if"
            return "adverbial", adverb.lower_ if adverb is not None else None
        return "adverbial", marker

    def _of_noun(self, token: Word, head: Word, marker: str | None) -> Hang:
        """A clause that hangs from a noun: relative, reduced, or its content ("plan to …", "claim that …")."""
        parent = self._verb_above(head)
        own_subject = child(token, "nsubj", "nsubjpass")
        cites = parent is not None and parent.lower_ in ("citing", "quoting") and is_verb(parent.head)
        if parent is not None and cites and own_subject is not None and own_subject.tag_ not in RELATIVE_TAGS:
            # "writes, citing two officers, that the militia attacked": it is what the paper writes.
            return Hang(parent.head, "complement", "that")
        if token.dep_ == "relcl":
            adverb = next(
                (t.lower_ for t in token.subtree if t.tag_ in RELATIVE_TAGS and t.i < token.i), None
            )
            return Hang(parent, "relative", adverb, head)
        if any(t.tag_ == "TO" for t in token.children if t.dep_ == "aux"):
            return Hang(parent, "complement", "to", head)
        if marker == "that" or token.tag_ not in ("VBN", "VBG"):
            return Hang(parent, "complement", marker or "that", head)
        return Hang(parent, "relative", marker, head)

    def _after_preposition(self, token: Word, prep: Word) -> Hang:
        above = prep.head
        noun = above if above.pos_ in ("NOUN", "PROPN") else None
        if prep.lower_ == "for" and token.tag_ == "VBG" and lemma(above) in self._to_account:
            # "blamed the rebels for attacking": what they are charged with, as in "accused of".
            return Hang(self._verb_above(above), "complement", "of", None)
        link: Link = (
            "purpose" if prep.lower_ == "for" and noun is None and token.tag_ == "VBG" else "complement"
        )
        if prep.lower_ in ("after", "before", "while", "when", "by", "since", "without", "despite", "during"):
            link = "adverbial"
        if prep.lower_ == "with" and noun is None and child(token, "nsubj", "nsubjpass") is not None:
            # "have been protesting, with thousands turning out": what goes on beside it, and nothing that they say.
            link = "adverbial"
        return Hang(self._verb_above(above), link, prep.lower_, noun)

    def _verb_above(self, token: Word) -> Word | None:
        """The nearest clause head at or above a token."""
        current = token
        for _ in range(MAX_CLIMB):
            if current.i in self._index and is_verb(current):
                return current
            if current.head is current:
                return None
            current = current.head
        return None


def aside_of(token: Word, verb: Word | None) -> Word | None:
    """ "left on Sunday, hours after having taken it, residents told the paper": what stands before who tells belongs to what is told."""
    if verb is None or verb.dep_ not in ("advcl", "parataxis") or verb.tag_ not in FINITE:
        return None
    subject = child(verb, *SUBJECTS)
    behind = subject is not None and token.i < subject.i and child(verb, "mark", "advmod") is None
    return verb.head if behind and is_verb(verb.head) and verb.head.i < token.i else None


# How a verb without a tense hangs from the one that has it.
_LOOSE = frozenset("ccomp xcomp advcl acl oprd pcomp conj".split())
_PARTICIPLES = frozenset(
    "beaten driven taken broken given stolen chosen frozen hidden eaten written risen fallen gone done seen".split()
)


def _has_tense(token: Word) -> bool:
    """Has the verb a tense of its own, or shares that of the verb it is joined to?"""
    helping = [t for t in token.children if t.dep_ in ("aux", "auxpass") and t.tag_ != "TO"]
    return token.tag_ in FINITE or bool(helping) or (token.dep_ == "conj" and is_verb(token.head))


def _tense(token: Word) -> str:
    """Simple past, simple present or another, by the verb and its first helping verb."""
    helping = [t for t in token.children if t.dep_ in ("aux", "auxpass")]
    if helping and helping[0].lower_ == "did":
        return "past"
    if helping or token.lower_ in _PARTICIPLES:
        return (
            "passive" if helping and helping[0].lower_ in ("was", "were") and token.tag_ == "VBN" else "other"
        )
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(token.tag_, "other")


# What who speaks does next in the same breath: "said the army had left and accused it of …".
_SPEAKING = frozenset(
    """accuse add agree announce appeal approve ask assure blame call claim condemn confirm criticise criticize declare demand deny
    dismiss express insist invite order pledge praise promise refuse reject request suspend thank threaten urge vow warn welcome""".split()
)


def _shares_had(token: Word, head: Word) -> bool:
    """ "said troops had razed groves and fired at farmers": one "had" for both, where the form leaves it open."""
    had = any(t.dep_ == "aux" and t.lower_ in ("had", "have", "has") for t in head.children)
    open_ = token.lower_.endswith("ed") or (token.lower_ in _ALIKE and child(head, "auxpass") is None)
    return had and open_ and token.lemma_ not in _SPEAKING


# Past and participle in one form.
_ALIKE = frozenset(
    """set put cut hit shut sent held left lost made built brought caught laid led shot fought struck dug burnt split
    taught bound hung fed""".split()
)


def _told_before(token: Word) -> Word | None:
    """ "met at seven, an hour late, and agreed": the verb that goes on where the parser joins it to a noun."""
    for before in reversed(list(token.doc[: token.i])):
        if (
            is_verb(before)
            and before.tag_ in FINITE
            and child(before, *SUBJECTS, *PASSIVE_SUBJECTS) is not None
        ):
            return before if before.dep_ in ("ROOT", "ccomp", "conj") else None
    return None


def _turns_active(token: Word, head: Word) -> bool:
    """ "said 52 had been hurt and put the army on alert": whom it befell does not act next; who says it does."""
    return _tense(head) == "passive" and child(token, "dobj") is not None


def _cut(token: Word, head: Word) -> bool:
    """ "gunmen released 91 pupils; whether a ransom was paid is disputed": what follows a semicolon holds nothing before it."""
    between = [t.text for t in token.doc[token.i : head.i]]
    return ";" in between and not any(t in ('"', "“", "”", "''", "``") for t in between)
