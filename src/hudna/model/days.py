"""Days as people write them."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def on_day(day: date) -> str:
    """A day as the United Nations write it: '5 May 2023'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
