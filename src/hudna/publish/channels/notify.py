"""E-mail and chat through Apprise (the extra `hudna[notify]`), loaded only when a message goes out.

The text is that of every language after the other; the CAP message goes with it where
the service takes attachments. Mail carries the message's key in a header.
"""

from collections.abc import Mapping
from typing import Any

from hudna.publish.alert_message import Message
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings

_HEADER = "X-Hudna-Key"


def deliver(message: Message, channel: ChannelSettings, environment: Mapping[str, str]) -> str:
    """Send the message; the name of the service that took it."""
    apprise = _apprise()
    sender = apprise.Apprise()
    if not sender.add(channel.address(environment)) or len(sender) != 1:
        raise DeliveryError(f"the address in {channel.url_from} is none that Apprise knows", final=True)
    [service] = sender
    if isinstance(getattr(service, "headers", None), dict):
        service.headers[_HEADER] = message.key
    service.socket_connect_timeout = service.socket_read_timeout = channel.timeout_seconds
    attached = _attachment(apprise, message) if getattr(service, "attachment_support", False) else None
    taken = sender.notify(title=message.title, body=message.text, body_format="text", attach=attached)
    if not taken:
        raise DeliveryError(f"{service.service_name} did not take it")
    return f"taken by {service.service_name}"


def _apprise() -> Any:
    try:
        import apprise  # noqa: PLC0415  # heavy, and an extra
    except ImportError as error:
        raise DeliveryError(
            "Apprise is not installed; `pip install hudna[notify]` brings it", final=True
        ) from error
    return apprise


def _attachment(apprise: Any, message: Message) -> Any:
    from apprise.attachment.memory import AttachMemory  # noqa: PLC0415

    make: Any = AttachMemory
    cap = make(content=message.cap, name=f"{message.identifier}.xml", mimetype="application/xml")
    return apprise.AppriseAttachment(cap)
