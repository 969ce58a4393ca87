"""Verb groups: the predicate of a clause with its helping and modal verbs, as one.

"pourrait avoir été attaqué" is one predicate with a modal, "est une menace" a copula whose
predicate is a noun. Which verbs are modal stands in the language's function_words.yml.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.words import (
    base,
    child,
    feature,
    first_verb,
    helpers,
    is_finite,
    is_infinitive,
    is_perfect,
    is_verb,
)

FUTURE = "will"
# A chain of modals is no longer.
MAX_MODALS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """A predicate: `token` with its participants, `word` that shows it, `top` by which it hangs."""

    token: Token
    word: Token
    top: Token
    modals: tuple[Token, ...] = ()
    copula: bool = False

    @property
    def bearer(self) -> Token:
        """The word that bears tense and mood."""
        return first_verb(self.top)

    def children(self) -> list[Token]:
        """Whatever hangs from any of its verbs, in order."""
        own = {self.token.i, *(m.i for m in self.modals)}
        kids = [c for verb in (*self.modals, self.token) for c in verb.children if c.i not in own]
        return sorted(kids, key=lambda t: t.i)

    def labelled(self, *labels: str) -> list[Token]:
        """Its children with one of these labels, subtypes left out."""
        return [c for c in self.children() if base(c) in labels]

    def helpers(self) -> list[Token]:
        """Helping verbs of its verbs."""
        return [h for verb in (*self.modals, self.token) for h in helpers(verb)]

    @property
    def first(self) -> Token:
        """The first word of the group, with the pronouns and negations written before it."""
        parts = [self.top, self.token, *self.helpers(), *self.modals]
        clitics = [c for c in self.children() if base(c) in ("expl", "iobj") or _is_clitic(c)]
        return min([*parts, *(c for c in clitics if c.i < self.word.i)], key=lambda t: t.i)


def _is_clitic(token: Token) -> bool:
    return base(token) == "advmod" and feature(token, "Polarity") == "Neg"


def groups(doc: Doc, small: FunctionWords) -> list[Group]:
    """The verb groups of a sentence, by their predicates."""
    found = [_verb(t, small) for t in doc if is_verb(t) and child(t, "cop") is None]
    copulas = [_copula(t, small) for t in doc if child(t, "cop") is not None]
    every = [g for g in (*found, *copulas) if g is not None]
    consumed = {m.i for g in every for m in g.modals}
    return sorted((g for g in every if g.token.i not in consumed), key=lambda g: g.word.i)


def _verb(token: Token, small: FunctionWords) -> Group | None:
    modals = _modals(token, small)
    return Group(token, token, modals[0] if modals else token, modals)


def _copula(token: Token, small: FunctionWords) -> Group | None:
    word = child(token, "cop")
    modals = _modals(token, small)
    return (
        Group(token, word, modals[0] if modals else token, modals, copula=True) if word is not None else None
    )


def _modals(token: Token, small: FunctionWords) -> tuple[Token, ...]:
    """The modal verbs above an infinitive, the outermost first."""
    found: list[Token] = []
    current = token
    while len(found) < MAX_MODALS and base(current) == "xcomp" and is_infinitive(current):
        above = current.head
        if child(current, "mark", "case") is not None or modal_name(above, small) is None:
            break
        found.insert(0, above)
        current = above
    return tuple(found)


def modal_name(token: Token, small: FunctionWords) -> str | None:
    """The canonical name of a modal verb by its form, else by its base form; None for other verbs."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    by_form = small.modals.get(token.lower_)
    name = by_form or small.modals.get(token.lemma_.lower())
    if name == FUTURE and by_form is None:
        # "est allé combattre" is a way that was gone.
        return name if is_finite(token) and not is_perfect(token) and not helpers(token) else None
    return name
