"""Ways in which alerts leave the desk. Every module of this folder is one kind of channel.

A module has `deliver(message, channel, environment)`, which returns a word on what was
done, or raises `DeliveryError`. It sends what is in the message and nothing else, and
never writes a secret into an error.
"""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from hudna.publish.alert_message import Message
from hudna.publish.channels.settings import ChannelSettings

Deliver = Callable[[Message, ChannelSettings, Mapping[str, str]], str]
_NO_KINDS = frozenset({"settings", "errors"})


@cache
def channel_kinds() -> tuple[str, ...]:
    """The kinds there are, by name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if name not in _NO_KINDS))


def deliver(message: Message, channel: ChannelSettings, environment: Mapping[str, str]) -> str:
    """Send a message on a channel; what it needs is loaded only now."""
    module = import_module(f"{__name__}.{channel.kind.replace('-', '_')}")
    done: str = module.deliver(message, channel, environment)
    return done
