"""`hudna serve` and `hudna user`: how a server is started and who may sign in."""

import io

import pytest

from hudna.cli.serve import Listening, _is_loopback, add_user, list_users, serve_store, set_password
from hudna.errors import InputError
from hudna.serve.people import is_right
from hudna.store import open_store
from hudna.store.accounts import Accounts

LONG = "a long enough word"


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "kadra.db"
    open_store(path, create=True).close()
    return path


@pytest.fixture
def typed(monkeypatch):
    def lines(text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))

    return lines


def test_the_first_administrator_is_made_on_the_command_line(store, typed, capsys):
    typed(LONG)
    assert add_user(store, "ada", "admin", with_password=True) == 0
    assert list_users(store) == 0
    assert capsys.readouterr().out == "ada\tadmin\n"
    typed(LONG)
    with pytest.raises(InputError, match="already"):
        add_user(store, "ada", "admin", with_password=True)


def test_a_new_password_replaces_the_old_one(store, typed):
    typed(LONG)
    add_user(store, "ada", "admin", with_password=True)
    typed("another long word")
    assert set_password(store, "ada") == 0
    opened = open_store(store)
    with opened.connection() as connection:
        kept = Accounts(connection).find("ada").password
    opened.close()
    assert is_right("another long word", kept)
    assert not is_right(LONG, kept)


@pytest.mark.parametrize(
    ("role", "password", "told"), [("king", LONG, "known: reader"), ("reader", "short", "12 characters")]
)
def test_a_wrong_role_or_a_short_password_is_refused(store, typed, role, password, told):
    typed(password)
    with pytest.raises(InputError, match=told):
        add_user(store, "x", role, with_password=True)


def test_without_accounts_only_this_machine_is_answered(store):
    with pytest.raises(InputError, match="has no accounts"):
        serve_store(store, Listening("0.0.0.0", 8321, public=False, secure=False, open_page=False))


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("example.org", False)],
)
def test_this_machine_is_known_by_its_addresses(host, is_here):
    assert _is_loopback(host) is is_here
