"""What the process beside us lays out is what we would have laid out; without it we do so ourselves."""

from datetime import date

import pytest

from hudna.knowing import edition_of
from hudna.laying_out import LayingOut
from hudna.publish import laid_out, situation
from hudna.store import open_store

LAYOUTS = ("md", "html")


@pytest.fixture
def document(tmp_path):
    open_store(tmp_path / "kadra.db", create=True).close()
    return situation(edition_of(tmp_path / "kadra.db", date(2025, 3, 12)), agreements=())


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def laid_out_by_us(document):
    return [laid_out(document, layout) for layout in LAYOUTS]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_document_is_the_same_whoever_lays_it_out(document, wanted):
    with LayingOut(wanted=wanted) as laying_out:
        assert laying_out.begin(document, LAYOUTS)() == laid_out_by_us(document)


def test_a_process_that_died_costs_nothing_but_time(document):
    with LayingOut(wanted=True) as laying_out:
        laying_out._beside._beside.kill()
        assert laying_out.begin(document, LAYOUTS)() == laid_out_by_us(document)


def test_on_one_core_none_is_started(document, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    with LayingOut(wanted=True) as laying_out:
        assert laying_out._beside is None
        assert laying_out.begin(document, LAYOUTS)() == laid_out_by_us(document)
