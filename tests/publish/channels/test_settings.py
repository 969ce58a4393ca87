"""The file of channels is refused with one clear line where it is wrong, and holds no secret."""

import pytest

from hudna.errors import InputError
from hudna.publish.channels import channel_kinds
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings, is_safe, read_channels

HOOK = "channels: [{name: desk, kind: webhook, url: 'https://desk.example/in', secret_from: HOOK_SECRET}]"


def written(path, text):
    file = path / "channels.yml"
    file.write_text(text)
    return file


def test_a_file_is_read(tmp_path):
    [channel] = read_channels(written(tmp_path, HOOK))
    assert (channel.name, channel.kind, channel.least, channel.exercises) == (
        "desk",
        "webhook",
        "watch",
        True,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("channels: [{name: desk, kind: pigeon}]", "kind"),
        ("channels: [{name: desk, kind: webhook, url: 'https://x'}]", "secret_from"),
        ("channels: [{name: desk, kind: webhook, secret_from: S}]", "url"),
        ("channels: [{name: desk, kind: notify, url: 'mailto://user:password@x'}]", "url_from"),
        ("channels: [{name: desk, kind: cap-folder}]", "folder"),
        ("channels: [{name: desk, kind: cap-folder, folder: x, secret: y}]", "Extra inputs"),
        (
            "channels: [{name: a, kind: cap-folder, folder: x}, {name: a, kind: cap-folder, folder: y}]",
            "one name",
        ),
        ("channels: [", "valid YAML"),
        ("[]", "list of channels"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, text, words):
    with pytest.raises(InputError, match=words):
        read_channels(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_channels(tmp_path / "none.yml")


def test_an_empty_variable_is_named_and_no_secret_is():
    channel = ChannelSettings(name="d", kind="webhook", url="https://x", secret_from="HOOK_SECRET")
    with pytest.raises(DeliveryError, match="HOOK_SECRET is empty"):
        channel.secret({})
    assert channel.secret({"HOOK_SECRET": " s "}) == "s"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://x.example/a", True),
        ("http://x.example/a", False),
        ("http://127.0.0.1:1/a", True),
        ("http://localhost/a", True),
        ("ftp://x", False),
    ],
)
def test_only_encrypted_addresses_and_this_machine_are_safe(address, safe):
    assert is_safe(address) is safe


def test_every_module_of_the_folder_is_a_kind_that_the_file_may_name():
    assert channel_kinds() == ("cap-folder", "notify", "webhook")
    for kind in channel_kinds():
        fields = {"url": "https://x", "url_from": None, "secret_from": "S", "folder": "x"}
        if kind == "notify":
            fields |= {"url": None, "url_from": "U"}
        assert ChannelSettings(name="d", kind=kind, **fields).kind == kind
