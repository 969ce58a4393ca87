"""Which channels there are: a file of the user's own, with secrets only by the names of environment variables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError, model_validator

from hudna.errors import InputError
from hudna.model.alert import Level
from hudna.model.record import Record
from hudna.publish.channels.errors import DeliveryError

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class ChannelSettings(Record):
    """One channel: where to, from which level on, and whether exercises go out on it."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Literal["webhook", "notify", "cap-folder"]
    least: Level = "watch"
    exercises: bool = Field(default=True, description="false: nothing goes out before a person released it")
    sender: str = Field(default="hudna@localhost", pattern=r"^[^\s,<&]+$")
    languages: tuple[str, ...] = ("en", "ar")
    url: str | None = None
    url_from: str | None = Field(default=None, description="environment variable that holds the address")
    secret_from: str | None = Field(default=None, description="environment variable that holds the secret")
    folder: Path | None = None
    timeout_seconds: float = Field(default=10, gt=0, le=120)

    @model_validator(mode="after")
    def _complete(self) -> "ChannelSettings":
        if self.kind == "cap-folder" and self.folder is None:
            raise ValueError("a cap-folder needs `folder`")
        if self.kind == "webhook" and (
            self.secret_from is None or (self.url is None) == (self.url_from is None)
        ):
            raise ValueError("a webhook needs `secret_from` and either `url` or `url_from`")
        if self.kind == "notify" and self.url_from is None:
            raise ValueError(
                "notify needs `url_from`: its addresses hold passwords, which do not belong in a file"
            )
        return self

    def address(self, environment: Mapping[str, str]) -> str:
        """The address, from the file or the environment."""
        return self.url or _held(self.url_from, environment)

    def secret(self, environment: Mapping[str, str]) -> str:
        """The secret, from the environment."""
        return _held(self.secret_from, environment)


def _held(name: str | None, environment: Mapping[str, str]) -> str:
    value = environment.get(name or "", "").strip()
    if not value:
        raise DeliveryError(f"the environment variable {name} is empty")
    return value


class Channels(Record):
    """The whole file."""

    channels: tuple[ChannelSettings, ...]

    @model_validator(mode="after")
    def _apart(self) -> "Channels":
        names = [one.name for one in self.channels]
        if len(set(names)) < len(names):
            raise ValueError("two channels have one name; each needs its own")
        return self


def read_channels(path: Path) -> tuple[ChannelSettings, ...]:
    """The channels of a file; InputError says what is wrong in it."""
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"{path} is not valid YAML: {error}") from error
    try:
        return Channels.model_validate(given).channels
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path} is no list of channels: {where}: {first['msg']}") from error


def is_safe(address: str) -> bool:
    """Encrypted, or to this very machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and (parts.hostname or "") in _LOOPBACK)
