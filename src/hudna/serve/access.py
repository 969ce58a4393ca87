"""Who asks, and whether they may: sessions, tokens, roles, CSRF."""

from typing import Annotated, Literal, cast

from fastapi import Depends, Request

from hudna.serve.options import Options
from hudna.serve.people import SAFE, Person, may, person_of
from hudna.serve.problems import Refused

Need = Literal["read", "extract", "export", "review", "judge", "administer", "seat"]


def anybody(request: Request) -> Person | None:
    """Who asks, if anybody is known."""
    person = person_of(request)
    request.state.person = person
    return person


def _needs(need: Need) -> object:
    def check(request: Request) -> Person:
        """The person, where allowed."""
        options = cast("Options", request.app.state.room.options)
        person = anybody(request)
        if options.public and need not in {"read", "export"}:
            raise Refused(403, "this server is public and read-only; nobody signs in here")
        if person is None:
            raise Refused(
                401, "sign in, or send a token as Authorization: Bearer …", {"WWW-Authenticate": "Bearer"}
            )
        if need == "seat" and person.token is not None:
            raise Refused(403, "a token cannot do this; sign in with name and password")
        if not may(person, need):
            right = (
                "one with that scope would be right" if person.token else "an administrator can change that"
            )
            raise Refused(403, f"{person.told} may not {need}; {right}")
        if request.method not in SAFE and person.csrf is not None and not person.confirms(request):
            raise Refused(
                403,
                "the header X-CSRF-Token is missing or not that of this session; GET /api/v1/session gives it",
            )
        return person

    return check


Anybody = Annotated[Person | None, Depends(anybody)]
Reads = Annotated[Person, Depends(_needs("read"))]
Extracts = Annotated[Person, Depends(_needs("extract"))]
Exports = Annotated[Person, Depends(_needs("export"))]
Reviews = Annotated[Person, Depends(_needs("review"))]
Judges = Annotated[Person, Depends(_needs("judge"))]
Administers = Annotated[Person, Depends(_needs("administer"))]
Seated = Annotated[Person, Depends(_needs("seat"))]
SignedIn = Annotated[Person, Depends(_needs("seat"))]
