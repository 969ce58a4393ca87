"""The only stage that writes to a database. Rows are added, never changed; what is derived can be made again."""

from hudna.store.database import Store, StoredClaim, open_store, using_store
from hudna.store.known import Moment
from hudna.store.linkage import Edge, Linkage, Member, NewUnit

__all__ = [
    "Edge",
    "Linkage",
    "Member",
    "Moment",
    "NewUnit",
    "Store",
    "StoredClaim",
    "open_store",
    "using_store",
]
