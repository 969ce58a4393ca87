"""Agreements as data: sound ones are read, others refused with file, field and remedy."""

from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from hudna.check import known_kinds, require_rules
from hudna.errors import KnowledgeError
from hudna.knowledge.agreements import FOLDER, agreement_named, load_agreements, read_agreement
from hudna.knowledge.cast import load_cast
from hudna.knowledge.files import read_yaml

AGREEMENTS = load_agreements()
CAST = load_cast(("libya",))


def spoiled(folder: Path, change) -> Path:
    """The Libyan agreement with one thing changed, in a file of its own."""
    whole = deepcopy(read_yaml(FOLDER / "libya_2020.yml"))
    change(whole)
    path = folder / "libya_2020.yml"
    path.write_text(yaml.safe_dump(whole, allow_unicode=True))
    return path


def refused(folder, change):
    with pytest.raises(KnowledgeError) as raised:
        require_rules(read_agreement(spoiled(folder, change)))
    return str(raised.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda a: a.pop("parties"), ("libya_2020.yml", "parties", "is required")),
        (lambda a: a.update(patries=[]), ("libya_2020.yml", "patries", "is no field", "parties")),
        (lambda a: a["provisions"][0].update(kind="truce"), ("libya_2020.yml", "provisions.0.kind", "'truce'", "known kinds: arbitrary_arrest")),
        (lambda a: a["provisions"][0].update(severity=9), ("provisions.0.severity", "less than or equal to 5")),
        (lambda a: a["provisions"][0].update({"from": "soon"}), ("provisions.0.from", "date")),
        (lambda a: a["provisions"][1].update(zone="nowhere"), ("names zone 'nowhere'", "known: coastal-road, front")),
        (lambda a: a["provisions"][0]["binds"].append({"party": "south"}), ("names party 'south'", "known: east, west")),
        (lambda a: a["provisions"][0].update(id="P2"), ("provision id 'P2' stands twice",)),
        (lambda a: a["provisions"][-1].update(instrument="letter"), ("names instrument 'letter'", "known: ")),
        (lambda a: a["zones"][0].update(line=[[1, 2], [2, 3]]), ("zones.0", "exactly one of polygon, line and point")),
        (lambda a: a["zones"][0].update(polygon=[[1, 2], [2, 3], [3, 4], [4, 5]]), ("zones.0", "ends where it begins")),
        (lambda a: a["zones"][1].update(buffer_km=0), ("zones.1", "needs a buffer_km above 0")),
        (lambda a: a.update(id="other"), ("libya_2020.yml: id: 'other'", "'libya_2020' would be right")),
        (lambda a: a["provisions"][0].update(duty="may"), ("provisions.0.duty", "'must'")),
    ],
)  # fmt: skip
def test_a_wrong_agreement_is_refused_with_file_field_and_remedy(tmp_path, change, words):
    message = refused(tmp_path, change)
    assert all(word in message for word in words), message


def test_a_file_that_is_no_yaml_is_refused(tmp_path):
    (tmp_path / "x.yml").write_text("a: [")
    with pytest.raises(KnowledgeError, match=r"x\.yml is not valid YAML"):
        read_agreement(tmp_path / "x.yml")


def test_an_unknown_agreement_lists_the_known():
    with pytest.raises(KnowledgeError, match="no agreement 'x'; known: hodeidah_2018, libya_2020"):
        agreement_named("x")


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda one: one.id)
def test_a_shipped_agreement_is_sound(agreement):
    require_rules(agreement)
    listed = [tenure.actor for party in agreement.parties for tenure in party.actors]
    listed += [*agreement.bodies, *agreement.third_parties, *agreement.outside.listed]
    for provision in agreement.provisions:
        listed += [*provision.bodies, *provision.authority, *(host.actor for host in provision.foreign)]
        assert provision.source
        assert provision.basis == "treaty" or provision.instrument
        assert provision.settles or provision.kind in {"exception", "training_freeze"} or provision.done
    assert [one for one in listed if one not in CAST.entries] == []
    assert agreement.gaps
    assert agreement.sources


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda one: one.id)
def test_what_people_added_says_so(agreement):
    for provision in agreement.provisions:
        if provision.basis == "derived":
            assert provision.note, provision.id
        if provision.evidence in {"K", "J"}:
            assert provision.basis != "treaty", provision.id
    for zone in agreement.zones:
        assert zone.source


def test_every_provision_of_geneva_is_there():
    libya = agreement_named("libya_2020")
    assert libya.pax_id == 2320
    assert [one.id for one in libya.provisions if one.basis == "treaty"] == [f"P{n}" for n in range(1, 16)]
    assert {"prisoner_exchange", "withdrawal", "foreign_forces", "joint_mechanism", "hostile_propaganda"} <= {
        one.kind for one in libya.provisions
    }


def test_the_order_on_movements_is_derived_and_disputed_by_one_party():
    [order] = [one for one in agreement_named("libya_2020").provisions if one.kind == "movement_notification"]
    assert order.basis == "derived"
    assert {one.party: bool(one.disputed) for one in order.binds} == {"west": False, "east": True}


def test_every_kind_the_issue_asks_for_has_a_rule():
    asked = {
        "cessation_of_hostilities", "frozen_lines", "withdrawal", "foreign_forces", "movement_notification",
        "prisoner_exchange", "humanitarian_access", "joint_mechanism", "hostile_propaganda",
    }  # fmt: skip
    assert asked <= set(known_kinds())
