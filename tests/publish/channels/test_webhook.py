"""Signed webhooks against a real endpoint: what is signed, what is tried again, what is final."""

import json

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings
from hudna.publish.channels.webhook import deliver
from publish import alerts as a
from publish.channels.desks import SECRET, http_desk

ENVIRONMENT = {"HOOK_SECRET": SECRET}


@pytest.fixture
def desk():
    with http_desk() as opened:
        yield opened


def channel(desk, **fields):
    return ChannelSettings(
        name="desk",
        kind="webhook",
        secret_from="HOOK_SECRET",
        **{"url": desk.url, "timeout_seconds": 1, **fields},
    )


def test_a_receiver_can_verify_what_it_got(desk):
    assert deliver(a.message(), channel(desk), ENVIRONMENT) == "answered 204"
    headers, body = desk.received[0]
    data = Webhook(SECRET).verify(body, headers)
    assert data["type"] == "alert.raised"
    assert data["data"]["exercise"] is True
    assert data["data"]["alert"]["schema"] == "hudna.alert/1"
    assert headers["webhook-id"] == a.message().key


def test_a_wrong_secret_or_a_changed_body_does_not_verify(desk):
    deliver(a.message(), channel(desk), ENVIRONMENT)
    headers, body = desk.received[0]
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + "A" * 32).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body.replace("elevated", "high"), headers)


@pytest.mark.parametrize(
    ("answer", "final"),
    [
        (500, False),
        (503, False),
        (429, False),
        (408, False),
        (400, True),
        (401, True),
        (404, True),
        (302, True),
    ],
)
def test_what_helps_to_try_again_is_tried_again(desk, answer, final):
    desk.answers = [answer]
    with pytest.raises(DeliveryError, match=f"answered {answer}") as failed:
        deliver(a.message(), channel(desk), ENVIRONMENT)
    assert failed.value.final is final


def test_a_redirect_is_not_followed(desk):
    desk.answers, desk.extra = [307], {"location": desk.url}
    with pytest.raises(DeliveryError):
        deliver(a.message(), channel(desk), ENVIRONMENT)
    assert len(desk.received) == 1


def test_the_wait_that_a_receiver_asks_for_is_kept(desk):
    desk.answers, desk.extra = [503], {"retry-after": "120"}
    with pytest.raises(DeliveryError) as failed:
        deliver(a.message(), channel(desk), ENVIRONMENT)
    assert failed.value.wait_seconds == 120


def test_a_receiver_that_does_not_answer_in_time_is_a_failure(desk):
    desk.answers = [0.6]
    with pytest.raises(DeliveryError, match=r"no answer within 0\.2 seconds"):
        deliver(a.message(), channel(desk, timeout_seconds=0.2), ENVIRONMENT)


def test_a_receiver_that_is_gone_is_a_failure():
    with http_desk() as desk:
        gone = channel(desk)
    with pytest.raises(DeliveryError, match="not reached"):
        deliver(a.message(), gone, ENVIRONMENT)


def test_an_unencrypted_address_elsewhere_and_a_bad_secret_are_refused(desk):
    with pytest.raises(DeliveryError, match="not https") as failed:
        deliver(a.message(), channel(desk, url="http://desk.example/in"), ENVIRONMENT)
    assert failed.value.final
    with pytest.raises(DeliveryError, match="no Standard Webhooks secret") as failed:
        deliver(a.message(), channel(desk), {"HOOK_SECRET": "not base64 !"})
    assert "not base64" not in str(failed.value)
    assert desk.received == []


def test_hostile_words_are_only_words_of_the_body(desk):
    deliver(a.message(a.alert(note=a.HOSTILE)), channel(desk), ENVIRONMENT)
    assert json.loads(desk.received[0][1])["data"]["alert"]["note"] == a.HOSTILE
