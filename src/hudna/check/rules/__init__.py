"""One module a kind of provision. Being in this folder is being registered.

A rule's module is named after the kind and has ROOTS, the roots it looks at, and
`judge`, which answers for one case or gives None where the case is no matter of it. The
first line of `judge`'s docstring is the question, printed with each finding. `SILENCE`
says what it means when nothing of the kind is told: a forbidden act that nobody tells of is
consistent as far as told, an act that is due and that nobody tells of stays undetermined.
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from hudna.check.case import Answer, Case
from hudna.errors import KnowledgeError
from hudna.model.agreement import Agreement
from hudna.model.claim import Root
from hudna.model.finding import Verdict

Judge = Callable[[Case], Answer | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of provision with its rule."""

    kind: str
    question: str
    roots: frozenset[Root]
    judge: Judge
    silence: Verdict
    third_parties: bool = False


@cache
def find_rules() -> Mapping[str, Rule]:
    """Every rule of the folder by its kind."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: _rule(name) for name in names}


def known_kinds() -> tuple[str, ...]:
    """The kinds of provision that have a rule."""
    return tuple(find_rules())


def require_rules(agreement: Agreement) -> None:
    """KnowledgeError where a provision is of a kind without a rule; it lists the kinds there are."""
    for number, provision in enumerate(agreement.provisions):
        if provision.kind not in find_rules():
            raise KnowledgeError(
                f"{agreement.id}.yml: provisions.{number}.kind: provision {provision.id} is of unknown kind "
                f"{provision.kind!r}; known kinds: {', '.join(known_kinds())}"
            )


def _rule(name: str) -> Rule:
    module = import_module(f"{__name__}.{name}")
    question = (module.judge.__doc__ or "").strip().splitlines()[0]
    return Rule(
        name, question, module.ROOTS, module.judge, module.SILENCE, getattr(module, "THIRD_PARTIES", False)
    )
