"""Every environment variable, typed, read when asked for.

Deployment only: nothing here changes what a report is coded as.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the surroundings say.

    `debug` (HUDNA_DEBUG): faults show their whole traceback.
    `data` (HUDNA_DATA): folder with the public benchmark sets, for `hudna evaluate`.
    `channels` (HUDNA_CHANNELS): file that says where alerts go, for `hudna alerts send`.
    """

    debug: bool = False
    data: Path | None = None
    channels: Path | None = None


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of the given environment."""
    values = os.environ if environment is None else environment
    data = values.get("HUDNA_DATA", "").strip()
    channels = values.get("HUDNA_CHANNELS", "").strip()
    return Settings(
        debug=values.get("HUDNA_DEBUG", "").strip().lower() not in {"", "0", "no", "false"},
        data=Path(data) if data else None,
        channels=Path(channels) if channels else None,
    )
