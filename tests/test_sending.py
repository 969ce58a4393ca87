"""Alerts through the outbox to real receivers: failures, time-outs, killed senders, repeats, ends, releases."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks.webhooks import Webhook

from hudna import sending as sent_module
from hudna.publish.channels.settings import ChannelSettings
from hudna.sending import Sending, latest, queue_alerts, send_due
from hudna.store import open_store
from hudna.store.alerts import using_alerts
from hudna.store.outbox import LEASE, TRIES, Outbox
from publish import alerts as a
from publish.channels.desks import SECRET, http_desk, mail_desk
from warn import kadra as k

ENVIRONMENT = {"HOOK_SECRET": SECRET}


@pytest.fixture
def desk():
    with http_desk() as opened:
        yield opened


@pytest.fixture
def outbox(tmp_path):
    open_store(tmp_path / "x.db", create=True).close()
    with using_alerts(tmp_path / "x.db") as log:
        yield Outbox(log)


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until it is moved."""

    class Clock:
        moment = datetime.now(UTC)

        def move(self, **step):
            self.moment += timedelta(**step)

    found = Clock()
    monkeypatch.setattr(sent_module, "_now", lambda: found.moment)
    return found


def hook(desk, **fields):
    return ChannelSettings(
        name="desk",
        kind="webhook",
        secret_from="HOOK_SECRET",
        **{"url": desk.url, "timeout_seconds": 0.5, **fields},
    )


def queue(outbox, channel, *alerts):
    return queue_alerts(alerts, outbox, [channel], datetime.now(UTC))


def send(outbox, channel, owner="one", environment=ENVIRONMENT):
    return send_due(Sending(outbox, (channel,), environment, owner))


def test_an_alert_is_queued_and_sent_once_however_often_it_is_asked(outbox, desk, clock):
    channel = hook(desk)
    assert queue(outbox, channel, a.alert()) == 1
    assert [one.sent for one in send(outbox, channel)] == [True]
    held = a.alert(state="held", as_of=k.ago(-2))
    assert queue(outbox, channel, held) == 0
    assert send(outbox, channel) == []
    assert len(desk.received) == 1


def test_nothing_leaves_before_it_is_sent(outbox, desk):
    queue(outbox, hook(desk), a.alert())
    assert desk.received == []
    assert [one.state for one in outbox.messages()] == ["waiting"]


def test_a_receiver_that_fails_gets_the_same_message_again_later(outbox, desk, clock):
    desk.answers = [500, 503]
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    assert [one.detail for one in send(outbox, channel)] == ["answered 500"]
    assert send(outbox, channel) == []
    clock.move(minutes=2)
    assert [one.detail for one in send(outbox, channel)] == ["answered 503"]
    clock.move(minutes=4)
    assert [one.sent for one in send(outbox, channel)] == [True]
    assert len(set(desk.keys)) == 1
    assert len({body for _, body in desk.received}) == 1
    assert outbox.messages()[0].tries == 3


def test_a_receiver_that_times_out_and_one_that_was_killed_are_tried_again(outbox, clock):
    with http_desk() as slow:
        slow.answers = [0.9]
        channel = hook(slow, timeout_seconds=0.2)
        queue(outbox, channel, a.alert())
        assert "no answer" in send(outbox, channel)[0].detail
    clock.move(minutes=2)
    assert "not reached" in send(outbox, channel)[0].detail
    clock.move(minutes=5)
    with http_desk() as back:
        assert [one.sent for one in send(outbox, hook(back))] == [True]


def test_a_failure_that_nothing_helps_is_given_up_at_once_and_stays_visible(outbox, desk, clock):
    desk.answers = [404]
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    send(outbox, channel)
    clock.move(days=3)
    assert send(outbox, channel) == []
    [message] = outbox.messages()
    assert (message.state, message.detail) == ("given up", "answered 404")


def test_after_enough_tries_it_is_given_up(outbox, desk, clock):
    desk.answers = [500] * 50
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    for _ in range(30):
        send(outbox, channel)
        clock.move(hours=7)
    assert len(desk.received) == TRIES
    assert outbox.messages()[0].state == "given up"


def test_the_wait_that_a_receiver_asks_for_is_kept(outbox, desk, clock):
    desk.answers, desk.extra = [429], {"retry-after": "3600"}
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    send(outbox, channel)
    clock.move(minutes=59)
    assert send(outbox, channel) == []
    clock.move(minutes=2)
    assert [one.sent for one in send(outbox, channel)] == [True]


def test_a_sender_killed_between_sending_and_noting_sends_it_twice_under_one_key(
    outbox, desk, clock, monkeypatch
):
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "close", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            send(outbox, channel, "killed")
    assert send(outbox, channel, "other") == []
    clock.move(seconds=LEASE.total_seconds())
    assert [one.sent for one in send(outbox, channel, "other")] == [True]
    assert len(desk.received) == 2
    assert len(set(desk.keys)) == 1


def test_two_senders_at_once_send_each_message_once(tmp_path, desk):
    path, channel = tmp_path / "y.db", hook(desk, timeout_seconds=10)
    open_store(path, create=True).close()
    with using_alerts(path) as log:
        queue(Outbox(log), channel, *(a.alert(id=f"a-{n}", subject=f"s{n}") for n in range(20)))

    def run(owner):
        with using_alerts(path) as log:
            send(Outbox(log), channel, owner)

    threads = [threading.Thread(target=run, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(desk.keys) == sorted(set(desk.keys))
    assert len(desk.keys) == 20


def test_a_receiver_with_another_secret_can_tell(outbox, desk):
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    send(outbox, channel, environment={"HOOK_SECRET": "whsec_" + "B" * 32})
    headers, body = desk.received[0]
    from standardwebhooks.webhooks import WebhookVerificationError

    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body, headers)


def test_a_missing_secret_sends_nothing_and_says_which(outbox, desk):
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    assert "HOOK_SECRET is empty" in send(outbox, channel, environment={})[0].detail
    assert desk.received == []


def test_a_release_goes_out_as_more_than_an_exercise(outbox, desk):
    channel = hook(desk)
    queue(outbox, channel, a.alert())
    send(outbox, channel)
    assert queue(outbox, channel, a.alert(released_by="desk officer")) == 1
    send(outbox, channel)
    assert [desk.body(n)["data"]["exercise"] for n in (0, 1)] == [True, False]


def test_a_channel_without_exercises_waits_for_a_release(outbox, desk):
    channel = hook(desk, exercises=False)
    assert queue(outbox, channel, a.alert()) == 0
    assert queue(outbox, channel, a.alert(released_by="desk officer")) == 1


def test_a_channel_hears_of_its_levels_and_of_what_becomes_of_them(outbox, desk):
    channel = hook(desk, least="elevated")
    assert queue(outbox, channel, a.alert(level="watch")) == 0
    assert queue(outbox, channel, a.alert()) == 1
    send(outbox, channel)
    lowered = a.alert(id="a-2", level="watch", state="held", supersedes=a.alert().id)
    assert queue(outbox, channel, lowered) == 1
    send(outbox, channel)
    assert queue(outbox, channel, a.alert(id="a-2", level="watch", state="stood_down")) == 1
    send(outbox, channel)
    caps = [a.parsed(a.read(one.body).cap) for one in outbox.messages()]
    assert [a.texts(cap, "msgType")[0] for cap in caps] == ["Alert", "Update", "Cancel"]
    assert a.texts(caps[2], "references")[0].count(" ") == 1


def test_an_end_is_not_told_where_nothing_was(outbox, desk):
    assert queue(outbox, hook(desk), a.alert(state="stood_down")) == 0


def test_mail_and_webhook_go_out_side_by_side_and_fail_apart(outbox, desk, clock):
    desk.answers = [500]
    with mail_desk() as box:
        mail = ChannelSettings(name="mail", kind="notify", url_from="MAIL_URL", timeout_seconds=2)
        channels = (hook(desk), mail)
        queue_alerts([a.alert()], outbox, channels, datetime.now(UTC))
        url = f"mailto://127.0.0.1:{box.port}?from=h@kadra.example&to=d@kadra.example"
        done = send_due(Sending(outbox, channels, {**ENVIRONMENT, "MAIL_URL": url}, "one"))
        assert {one.channel: one.sent for one in done} == {"desk": False, "mail": True}
        assert len(box.mails) == 1


def test_the_last_line_of_each_area_is_what_is_sent():
    lines = [a.alert(as_of=k.ago(n), id=f"a-{n}") for n in (3, 1, 2)]
    assert [one.id for one in latest(lines)] == ["a-1"]


pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
