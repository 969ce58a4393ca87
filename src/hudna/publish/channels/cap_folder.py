"""A folder with a CAP file a message and an Atom feed of the newest ones, for any web server or reader.

Files are written whole or not at all. A message that is written twice is one file.
"""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from hudna.publish.alert_feed import Entry, alert_feed
from hudna.publish.alert_message import Message
from hudna.publish.cap import NAMESPACE
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings

FEED = "alerts.atom"
_NEWEST = 50


def deliver(message: Message, channel: ChannelSettings, _: Mapping[str, str]) -> str:
    """Write the message and the feed; the name of the file."""
    folder = channel.folder
    assert folder is not None  # the settings ask for it
    name = f"{message.identifier}.xml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / name, message.cap.encode())
        entries = [_entry(path) for path in _newest(folder)]
        _write(folder / FEED, alert_feed(entries, name=channel.name, updated=_feed_time(message.sent)))
    except OSError as error:
        raise DeliveryError(f"{folder} cannot be written: {error.strerror}") from error
    return f"wrote {name}"


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(content)
    draft.replace(path)


def _newest(folder: Path) -> list[Path]:
    """The files of the newest messages by the time they were sent, then by name."""
    sent = {path: _text(etree.parse(path).getroot(), "sent") for path in folder.glob("a-*.xml")}
    return sorted(sent, key=lambda path: (sent[path], path.name), reverse=True)[:_NEWEST]


def _entry(path: Path) -> Entry:
    root = etree.parse(path).getroot()
    info = root.find(f"{{{NAMESPACE}}}info")
    title = _text(info, "headline") if info is not None else path.stem
    summary = f"{_text(root, 'msgType')}, {_text(root, 'status')}"
    return Entry(_text(root, "identifier"), title, summary, _feed_time(_text(root, "sent")), path.name)


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(f"{{{NAMESPACE}}}{name}") or ""


def _feed_time(sent: str) -> str:
    """A time of CAP as Atom writes it."""
    return sent.replace("-00:00", "Z")
