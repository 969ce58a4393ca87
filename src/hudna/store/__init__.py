"""The only stage that writes to a database. Rows are added, never changed."""

from hudna.store.database import Store, StoredClaim, open_store, using_store

__all__ = ["Store", "StoredClaim", "open_store", "using_store"]
