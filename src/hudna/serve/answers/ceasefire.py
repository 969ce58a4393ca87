"""Agreements, their provisions with findings counted, numbers since entry into force."""

import json
from collections import Counter
from typing import Any

from fastapi import Response

from hudna.knowledge.agreements import agreement_named
from hudna.model.agreement import Agreement
from hudna.serve.answers.pages import page, written
from hudna.serve.answers.records import bodies_of
from hudna.serve.shelves import Shelf
from hudna.store.shelves import facts_on, records_on


def agreements_of(shelf: Shelf) -> Response:
    """The agreements that are watched."""
    counted = Counter(
        one["agreement"] for one in _facts(shelf) if one["verdict"] != "out_of_scope" and not one["standing"]
    )
    watched = sorted(_watched(shelf), key=lambda one: (-counted[one.id], one.id))
    results = [written(_agreement(one)) for one in watched]
    return page(shelf, results, total=len(results), rule="those first of which most is found")


def _facts(shelf: Shelf) -> list[dict[str, Any]]:
    with shelf.reading() as connection:
        return [json.loads(row.facts) for row in facts_on(connection, shelf.ready.id, "findings")]


def _watched(shelf: Shelf) -> list[Agreement]:
    with shelf.reading() as connection:
        return [agreement_named(row.id) for row in records_on(connection, shelf.ready.id, "agreements")]


def _agreement(one: Agreement) -> dict[str, Any]:
    held = {"id", "title", "names", "signed", "effective", "ended", "status", "parties", "provisions", "gaps"}
    return one.model_dump(mode="json", by_alias=True, include=held)


def provisions_of(shelf: Shelf, agreement: str | None) -> Response:
    """Provisions in their order, each with its findings by verdict."""
    counted = Counter((one["agreement"], one["provision"], one["verdict"]) for one in _facts(shelf))
    verdicts = ("consistent", "inconsistent", "undetermined", "out_of_scope")
    results = [
        written({
            "agreement": one.id, "provision": provision.model_dump(mode="json", by_alias=True),
            "findings": {verdict: counted[one.id, provision.id, verdict] for verdict in verdicts},
        })
        for one in _watched(shelf) if agreement in {None, one.id}
        for provision in one.provisions
    ]  # fmt: skip
    return page(shelf, results, total=len(results), rule="in the order of the agreement")


def counts_of(shelf: Shelf, agreement: str | None) -> Response:
    """Numbers since entry into force."""
    return shelf.json({"counts": bodies_of(shelf, "counts", agreement=agreement), "as_of": shelf.as_of})
