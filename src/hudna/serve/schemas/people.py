"""People, sessions and tokens."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, Field

from hudna.serve.schemas.base import Schema

RoleName = Literal["reader", "analyst", "verifier", "admin"]
Scope = Literal["read", "extract", "export", "review"]


class Given(Schema):
    """Something a person sends."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Credentials(Given):
    """Name and password."""

    name: str = Field(min_length=1, max_length=100)
    password: str = Field(min_length=1, max_length=1000)


class SessionOut(Schema):
    """Who is signed in. `csrf` goes into the header X-CSRF-Token of every request that changes something."""

    name: str | None
    role: RoleName | None
    may: list[str] = Field(description="acts and pages that this person may use")
    csrf: str | None
    alone: bool
    public: bool
    oidc: bool = Field(description="whether /api/v1/oidc/login can be used")


class NewPassword(Given):
    """A person's own new password."""

    old: str = Field(max_length=1000)
    new: str = Field(min_length=12, max_length=1000)


class NewUser(Given):
    """An account."""

    name: str = Field(pattern=r"^[\w.@-]{1,100}$")
    role: RoleName
    password: str | None = Field(default=None, min_length=12, max_length=1000)


class UserChange(Given):
    """What is to change of an account."""

    role: RoleName | None = None
    password: str | None = Field(default=None, min_length=12, max_length=1000)
    active: bool | None = None
    unlock: bool = False


class UserOut(Schema):
    """An account without its secret."""

    name: str
    role: RoleName
    active: bool
    locked_until: datetime | None
    made: datetime


class NewToken(Given):
    """A token for programs."""

    label: str = Field(min_length=1, max_length=100)
    scopes: list[Scope] = Field(min_length=1, max_length=4)
    days: int = Field(default=90, ge=1, le=730)


class TokenOut(Schema):
    """A token; its secret is shown once, when it is made."""

    id: str
    label: str
    scopes: list[Scope]
    user: str
    made: datetime
    expires: datetime
    last_used: datetime | None = None
    secret: str | None = None
