"""An invented agreement between the two camps of Kadra, and what is needed to ask it."""

from datetime import date

import factory
from hudna.check import Asked
from hudna.knowledge.checks import load_check_rules
from hudna.model.agreement import Agreement
from hudna.model.evidence import evidence_of
from hudna.picture import draw

DAY = date(2021, 3, 1)
AS_OF = date(2021, 3, 10)


def provision(**fields):
    """The ceasefire in all of Kadra since 2021."""
    return {
        "id": "K1", "kind": "cessation_of_hostilities", "title": "Ceasefire", "summary": "Both cease fire.",
        "duty": "must_not", "binds": [{"party": "n"}, {"party": "s"}], "from": date(2021, 1, 1), "severity": 5,
        "settles": ["who fired"], "source": "invented", "evidence": "V", **fields,
    }  # fmt: skip


def agreement(*provisions, **fields):
    """The agreement of Kadra with these provisions."""
    given = {
        "id": "kadra", "title": "Truce of Kadra", "countries": ["KDR"], "class": "preliminary", "signed": date(2021, 1, 1),
        "effective": date(2021, 1, 1), "place": "Kadra", "status": "in force",
        "parties": [
            {"id": "n", "name": "the Front", "signed_as": "the Front", "camp": "north", "actors": [{"actor": "front"}]},
            {"id": "s", "name": "the Government", "signed_as": "the Government", "camp": "south", "actors": [{"actor": "government"}]},
        ],
        "outside": {"listed": ["cult"], "sectors": ["CRM"], "source": "invented"},
        "provisions": list(provisions) or [provision()], "sources": ["invented"], "reviewed": date(2021, 1, 1), **fields,
    }  # fmt: skip
    return Agreement.model_validate(given)


def asked(*incidents, claims=(), reports=(), judgements=(), agreements=None, as_of=AS_OF):
    """Everything the check needs about these incidents."""
    evidence = evidence_of(incidents, claims, reports, judgements)
    picture = draw(evidence, factory.setting(), as_of)
    return Asked(tuple(agreements or (agreement(),)), factory.cast(), load_check_rules(), evidence, picture)


def army(**fields):
    """The army of the south."""
    return factory.party("army", sector="MIL", **fields)


def fight(**fields):
    """The Front fires on the army."""
    return factory.incident(
        **{"root": "ASSAULT", "mode": "firearms", "move": None, "recipients": (army(),), **fields}
    )
