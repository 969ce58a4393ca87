"""Every environment variable, typed, read when asked for.

Deployment only: nothing here changes what a report is coded as.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider (OpenID Connect)."""

    issuer: str
    client: str
    secret: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What the surroundings say.

    `debug` (HUDNA_DEBUG): faults show their whole traceback.
    `data` (HUDNA_DATA): folder with the public benchmark sets, for `hudna evaluate`.
    `channels` (HUDNA_CHANNELS): file that says where alerts go, for `hudna alerts send`.
    `oidc` (HUDNA_OIDC_ISSUER, HUDNA_OIDC_CLIENT, HUDNA_OIDC_SECRET): who else signs people in, for `hudna serve`.
    """

    debug: bool = False
    data: Path | None = None
    channels: Path | None = None
    oidc: Provider | None = None


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of the given environment."""
    values = os.environ if environment is None else environment
    data = values.get("HUDNA_DATA", "").strip()
    channels = values.get("HUDNA_CHANNELS", "").strip()
    return Settings(
        debug=values.get("HUDNA_DEBUG", "").strip().lower() not in {"", "0", "no", "false"},
        data=Path(data) if data else None,
        channels=Path(channels) if channels else None,
        oidc=_provider(values),
    )


def _provider(values: Mapping[str, str]) -> Provider | None:
    """The identity provider, where all three of its variables are set."""
    named = [values.get(f"HUDNA_OIDC_{part}", "").strip() for part in ("ISSUER", "CLIENT", "SECRET")]
    return Provider(*named) if all(named) else None
