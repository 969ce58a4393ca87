"""What needs a person, most consequential first; what people decide is recorded by the store."""

from hudna.review.proposing import proposals
from hudna.review.queue import Item, queue

__all__ = ["Item", "proposals", "queue"]
