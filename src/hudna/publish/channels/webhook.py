"""A signed webhook in the form of Standard Webhooks.

`webhook-id` is the message's key: a receiver that sees it twice has the same message
twice. The signature covers id, time and body. Redirects are not followed; answers from
200 to 299 are deliveries, 408, 425, 429 and 5xx are tried again, the rest are final.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import httpx
from standardwebhooks.webhooks import Webhook

from hudna.publish.alert_message import Message
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings, is_safe

_AGAIN = frozenset({408, 425, 429})
_LONGEST_WAIT = 6 * 3600.0


def body_of(message: Message) -> str:
    """The body: type, time and the alert as `hudna warn` prints it."""
    alert = message.alert.model_dump(mode="json", by_alias=True)
    data = {"exercise": message.exercise, "alert": alert}
    return json.dumps({"type": message.type, "timestamp": message.sent, "data": data}, ensure_ascii=False)


def headers_of(message: Message, body: str, secret: str, now: datetime) -> dict[str, str]:
    """The three headers of Standard Webhooks, and what the body is."""
    try:
        signature = Webhook(secret).sign(msg_id=message.key, timestamp=now, data=body)
    except (ValueError, RuntimeError) as error:
        raise DeliveryError(
            "the secret is no Standard Webhooks secret (whsec_ and base64)", final=True
        ) from error
    return {
        "content-type": "application/json",
        "user-agent": "hudna",
        "webhook-id": message.key,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature,
    }


def deliver(message: Message, channel: ChannelSettings, environment: Mapping[str, str]) -> str:
    """Post the message; 'answered 204' and the like."""
    address = channel.address(environment)
    if not is_safe(address):
        raise DeliveryError("the address is not https (http is for this machine alone)", final=True)
    body = body_of(message)
    headers = headers_of(message, body, channel.secret(environment), datetime.now(UTC))
    try:
        answer = httpx.post(
            address,
            content=body.encode(),
            headers=headers,
            timeout=channel.timeout_seconds,
            follow_redirects=False,
        )
    except httpx.TimeoutException as error:
        raise DeliveryError(f"no answer within {channel.timeout_seconds:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DeliveryError(f"not reached: {type(error).__name__}") from error
    return _judged(answer)


def _judged(answer: httpx.Response) -> str:
    if answer.is_success:
        return f"answered {answer.status_code}"
    again = answer.status_code in _AGAIN or answer.status_code >= 500
    raise DeliveryError(f"answered {answer.status_code}", final=not again, wait_seconds=_wait(answer))


def _wait(answer: httpx.Response) -> float | None:
    """Seconds that the receiver asks to wait, where it gives a number."""
    given = answer.headers.get("retry-after", "").strip()
    return min(float(given), _LONGEST_WAIT) if given.isdigit() else None
