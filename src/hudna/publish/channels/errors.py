"""Why a message did not go out, and whether trying again may help."""

from hudna.errors import HudnaError


class DeliveryError(HudnaError):
    """A message that was not delivered.

    `final`: trying again will not help. `wait_seconds`: the receiver asked for so long.
    """

    def __init__(self, reason: str, *, final: bool = False, wait_seconds: float | None = None) -> None:
        super().__init__(reason)
        self.final = final
        self.wait_seconds = wait_seconds
