"""What the page asks for first, asked for once when a server starts.

store → answers that are kept

A map and a timeline of all time take seconds of a million claims when nothing of the store is in memory yet, and
milliseconds once they are kept. In a new store the day is derived and the packs of knowledge are read, which else
whoever comes first would wait for: ten seconds on a busy machine.
"""

import threading
from dataclasses import replace

from hudna.serve.answers.incidents import page_of_incidents
from hudna.serve.answers.maps import SHOWN_SINGLY, map_of
from hudna.serve.answers.names import named_places
from hudna.serve.answers.overview import timeline_of
from hudna.serve.asked import Filters, Paging
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room, Shelf


def warm(room: Room) -> threading.Thread:
    """The thread that asks; it is no loss where it is cut off."""
    asking = threading.Thread(target=_ask, args=(room,), name="hudna-warming", daemon=True)
    asking.start()
    return asking


def _ask(room: Room) -> None:
    order = room.order(None)
    try:
        ready, state = room.ready(order, rows=room.is_large)
    except Refused:
        # A public day that is not ready: it is being made, and whoever asks is told so.
        return
    shelf, everything = Shelf(room, order, ready, state, "en", "", "/"), Filters()
    map_of(shelf, everything, SHOWN_SINGLY)
    timeline_of(shelf, everything, "auto")
    page_of_incidents(shelf, everything, Paging(), "json")
    for language in ("en", "ar"):
        named_places(replace(shelf, lang=language), Paging())
