"""An older store gets the indices that it lacks."""

from sqlalchemy import inspect

from hudna.store import open_store, tables
from hudna.store.shown_tables import shown_incident


def test_a_store_of_an_older_version_gets_its_indices(tmp_path):
    store = open_store(tmp_path / "kadra.db", create=True)
    with store.connection(writing=True) as connection:
        connection.exec_driver_sql("DROP INDEX shown_incident_root")
        connection.exec_driver_sql("DROP INDEX edge_other_score")
        connection.exec_driver_sql("CREATE INDEX ix_edge_other ON edge (other)")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS about_no_delete")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS about_no_update")
        connection.execute(tables.about.update().values(version=tables.VERSION - 1))
    store.close()
    store = open_store(tmp_path / "kadra.db")
    with store.connection() as connection:
        found = {one["name"] for one in inspect(connection).get_indexes("shown_incident")}
        of_edges = {one["name"] for one in inspect(connection).get_indexes("edge")}
    store.close()
    assert of_edges == {"edge_other_score"}
    assert {index.name for index in shown_incident.indexes} <= found
