"""A folder of CAP files with a feed: whole files, each message once, newest first."""

import pytest
from lxml import etree

from hudna.publish.channels.cap_folder import FEED, deliver
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings
from publish import alerts as a

ATOM = "{http://www.w3.org/2005/Atom}"


def channel(folder):
    return ChannelSettings(name="web", kind="cap-folder", folder=folder)


def links(folder):
    return [one.get("href") for one in etree.parse(folder / FEED).getroot().iter(f"{ATOM}link")]


def test_a_message_is_a_valid_file_that_the_feed_names(tmp_path):
    message = a.message()
    assert deliver(message, channel(tmp_path / "cap"), {}) == f"wrote {message.identifier}.xml"
    a.parsed((tmp_path / "cap" / f"{message.identifier}.xml").read_bytes())
    assert links(tmp_path / "cap") == [f"{message.identifier}.xml"]


def test_a_message_delivered_twice_is_one_file_and_one_entry(tmp_path):
    for _ in range(2):
        deliver(a.message(), channel(tmp_path), {})
    assert len(list(tmp_path.glob("a-*.xml"))) == len(links(tmp_path)) == 1


def test_the_newest_message_comes_first(tmp_path):
    later = a.message(a.alert(id="a-0"), now=a.NOW.replace(hour=15))
    for message in (later, a.message()):
        deliver(message, channel(tmp_path), {})
    assert links(tmp_path)[0] == f"{later.identifier}.xml"
    assert not list(tmp_path.glob(".*.part"))


def test_a_folder_that_cannot_be_written_is_a_failure(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryError, match="cannot be written"):
        deliver(a.message(), channel(tmp_path / "file"), {})
