"""Mail through Apprise to a real mail server on loopback; the extra is loaded only when it is used."""

import subprocess
import sys
from email import message_from_bytes, policy

import pytest

from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.notify import deliver
from hudna.publish.channels.settings import ChannelSettings
from publish import alerts as a
from publish.channels.desks import mail_desk

# Apprise loads a module of Python that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
CHANNEL = ChannelSettings(name="mail", kind="notify", url_from="MAIL_URL", timeout_seconds=2)


@pytest.fixture
def box():
    with mail_desk() as opened:
        yield opened


def environment(box):
    return {"MAIL_URL": f"mailto://127.0.0.1:{box.port}?from=hudna@kadra.example&to=desk@kadra.example"}


def test_a_mail_arrives_in_both_languages_with_its_key_and_the_cap_message(box):
    message = a.message()
    assert deliver(message, CHANNEL, environment(box)).startswith("taken by")
    [raw] = box.mails
    mail = message_from_bytes(raw, policy=policy.default)
    assert "[EXERCISE]" in mail["subject"]
    assert "الشمال" in mail["subject"]
    assert mail["x-hudna-key"] == message.key
    body = mail.get_body(("plain",)).get_content()
    assert "Fighting is told of in the north" in body
    assert "الأسباب" in body
    [attached] = mail.iter_attachments()
    assert attached.get_filename() == f"{message.identifier}.xml"
    a.parsed(
        attached.get_content()
        if isinstance(attached.get_content(), bytes)
        else attached.get_content().encode()
    )


def test_a_mail_that_is_refused_is_a_failure_that_may_be_tried_again(box):
    box.refusals = ["451 try later"]
    with pytest.raises(DeliveryError) as failed:
        deliver(a.message(), CHANNEL, environment(box))
    assert not failed.value.final
    assert box.mails == []


def test_a_mail_server_that_is_gone_is_a_failure():
    with mail_desk() as box:
        gone = environment(box)
    with pytest.raises(DeliveryError):
        deliver(a.message(), CHANNEL, gone)


def test_an_address_that_nobody_knows_is_final_and_not_told():
    with pytest.raises(DeliveryError, match="MAIL_URL") as failed:
        deliver(a.message(), CHANNEL, {"MAIL_URL": "pigeon://user:secret@loft"})
    assert failed.value.final
    assert "secret" not in str(failed.value)


def test_nothing_of_the_extra_is_loaded_before_a_message_goes_out():
    probe = "import sys, hudna.publish.channels, hudna.sending; print('apprise' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_without_the_extra_the_failure_says_what_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(DeliveryError, match=r"hudna\[notify\]") as failed:
        deliver(a.message(), CHANNEL, {"MAIL_URL": "mailto://x"})
    assert failed.value.final
