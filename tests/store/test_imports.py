"""What is taken over stays apart from claims, once a file, the newest file counting."""

from hudna.collect.imports import importer_named
from hudna.store import using_store
from hudna.store.imports import using_imports

HEAD = "id,type_of_violence,side_a,side_b,country,where_prec,latitude,longitude,date_start,date_end,best,high,low\n"
ROW = "7,1,Government,Front,Libya,1,12,30,2021-03-01,2021-03-01,{best},9,1\n"


def events(tmp_path, best):
    path = tmp_path / f"ged{best}.csv"
    path.write_text(HEAD + ROW.format(best=best))
    return list(importer_named("ucdp").read(path))


def test_the_same_file_adds_nothing_and_a_newer_one_counts(tmp_path):
    with using_imports(tmp_path / "s.db", create=True) as held:
        assert held.add_events(events(tmp_path, 4)) == 1
        assert held.add_events(events(tmp_path, 4)) == 0
        assert held.add_events(events(tmp_path, 5)) == 1
        assert [one.incident.fatalities.best for one in held.events()] == [5]


def test_what_is_taken_over_is_no_claim_and_no_incident(tmp_path):
    with using_imports(tmp_path / "s.db", create=True) as held:
        held.add_events(events(tmp_path, 4))
    with using_store(tmp_path / "s.db") as store:
        assert store.claims() == []
        assert list(store.incidents()) == []
