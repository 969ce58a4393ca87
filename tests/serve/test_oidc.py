"""Who an identity provider may sign in: an account that an administrator made, and nobody else."""

import pytest

from hudna.serve import Options
from hudna.serve.oidc import _account
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room
from hudna.store import open_store
from serve.kadra import with_people

API = "/api/v1"
MAIL = {"iss": "https://id.example", "sub": "7", "email": "rita@example.org", "email_verified": True}


@pytest.fixture
def room(store):
    opened = open_store(with_people(store, rita="reader"))
    from hudna.store.accounts import Accounts
    from serve.kadra import NOW

    with opened.connection(writing=True) as connection:
        Accounts(connection).add("rita@example.org", "analyst", None, NOW)
    yield Room(Options(store), opened)
    opened.close()


def test_a_verified_address_opens_the_account_of_that_name_from_then_on_by_its_subject(room):
    assert _account(room, MAIL).role == "analyst"
    assert _account(room, {**MAIL, "email": "changed@example.org"}).name == "rita@example.org"


@pytest.mark.parametrize(
    "claims",
    [
        {**MAIL, "email_verified": False},
        {**MAIL, "email": "nobody@example.org"},
        {**MAIL, "email": "rita"},
        {},
    ],
)
def test_nobody_else_gets_in(room, claims):
    with pytest.raises(Refused, match="nobody here goes by that identity"):
        _account(room, claims)


def test_a_second_subject_cannot_take_an_account_over(room):
    _account(room, MAIL)
    with pytest.raises(Refused):
        _account(room, {**MAIL, "sub": "8"})


def test_without_a_provider_nobody_is_sent_anywhere(desk):
    assert desk.get(f"{API}/oidc/login").status_code == 404
