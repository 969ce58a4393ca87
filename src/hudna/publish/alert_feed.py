"""Alerts as an Atom feed whose entries carry CAP: one file that any reader can poll, and a file a message."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from hudna.publish.cap import clean

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of the feed."""

    identifier: str
    title: str
    summary: str
    updated: str
    file: str


def alert_feed(entries: Sequence[Entry], *, name: str, updated: str) -> bytes:
    """The feed as bytes of XML, newest first as given."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(root, "id", f"urn:hudna:feed:{name}")
    _add(root, "title", f"Hudna alerts: {name}")
    _add(root, "updated", updated)
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "Hudna")
    for entry in entries:
        _add_entry(root, entry)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _add(parent: etree._Element, tag: str, text: str) -> None:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    child.text = clean(text)


def _add_entry(root: etree._Element, entry: Entry) -> None:
    element = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _add(element, "id", f"urn:hudna:cap:{entry.identifier}")
    _add(element, "title", entry.title)
    _add(element, "updated", entry.updated)
    _add(element, "summary", entry.summary)
    link = etree.SubElement(element, f"{{{_ATOM}}}link")
    link.set("rel", "alternate")
    link.set("type", "application/cap+xml")
    link.set("href", entry.file)
