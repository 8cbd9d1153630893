"""Who may decide: passwords kept as hashes, refusals that tell nothing, guessing slowed down."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from departures.errors import BadInputError, NotFoundError, RefusedError, TooOftenError
from departures.record import Record
from departures.review import Person, add_person, decide, people, remove_person
from departures.review.people import anybody, events, known, log_in, log_out

PASSWORD = "correct horse battery"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "record.db")


@pytest.fixture
def ada(record: Record) -> Person:
    return add_person(record, "ada", "reviewer", PASSWORD, by="admin")


def test_nobody_may_decide_at_first(record: Record) -> None:
    assert not anybody(record)
    assert people(record) == []


def test_a_person_logs_in_until_removed_or_given_another_password(
    record: Record, ada: Person
) -> None:
    person, mark = log_in(record, " ada ", PASSWORD, "127.0.0.1")
    assert person == ada
    assert known(record, "ada", mark, "a session") == ada
    add_person(record, "ada", "admin", "another password", by="admin")
    assert known(record, "ada", mark, "a session") is None
    remove_person(record, "ada", by="admin")
    with pytest.raises(RefusedError):
        log_in(record, "ada", "another password", "127.0.0.1")
    with pytest.raises(NotFoundError):
        remove_person(record, "ada", by="admin")


def test_a_session_that_was_ended_is_believed_no_longer(record: Record, ada: Person) -> None:
    person, mark = log_in(record, "ada", PASSWORD, "127.0.0.1")
    log_out(record, person, "one session", "127.0.0.1")
    assert known(record, "ada", mark, "one session") is None
    assert known(record, "ada", mark, "another session") == ada
    assert all("one session" not in event.about for event in events(record, 10))


def test_many_guesses_at_once_are_slowed_too(record: Record, ada: Person) -> None:
    def guess(password: str) -> str:
        try:
            log_in(record, "ada", password, "10.0.0.1")
        except (RefusedError, TooOftenError) as error:
            return type(error).__name__
        return "in"

    with ThreadPoolExecutor(8) as guessers:
        told = Counter(guessers.map(guess, [f"guess {number}" for number in range(12)]))
    assert told == {"RefusedError": 5, "TooOftenError": 7}


def test_a_refusal_does_not_tell_whether_there_is_such_a_name(record: Record, ada: Person) -> None:
    told = set()
    for name in ("ada", "nobody"):
        with pytest.raises(RefusedError) as refused:
            log_in(record, name, "wrong", "127.0.0.1")
        told.add(str(refused.value))
    assert len(told) == 1


def test_guessing_is_slowed_for_a_name_and_for_a_client(record: Record, ada: Person) -> None:
    for _ in range(5):
        with pytest.raises(RefusedError):
            log_in(record, "ada", "wrong", "10.0.0.1")
    with pytest.raises(TooOftenError):
        log_in(record, "ada", PASSWORD, "10.0.0.2")
    for number in range(15):
        with pytest.raises(RefusedError):
            log_in(record, f"name {number}", "wrong", "10.0.0.1")
    with pytest.raises(TooOftenError):
        log_in(record, "another", "wrong", "10.0.0.1")


def test_the_file_holds_no_password(record: Record, ada: Person) -> None:
    assert record.address.file is not None
    held = b"".join(path.read_bytes() for path in record.address.file.parent.iterdir())
    assert PASSWORD.encode() not in held


def test_what_was_done_is_in_the_audit(record: Record, ada: Person) -> None:
    log_in(record, "ada", PASSWORD, "127.0.0.1")
    told = [(event.who, event.act, event.about) for event in events(record, 10)]
    assert told == [("ada", "login", ""), ("admin", "person added", "ada")]


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("", "reviewer", PASSWORD),
        ("a\nb", "reviewer", PASSWORD),
        ("x" * 41, "reviewer", PASSWORD),
        ("ada", "owner", PASSWORD),
        ("ada", "reviewer", "short"),
        ("ada", "reviewer", "x" * 201),
    ],
)
def test_impossible_people_are_refused(record: Record, name: str, role: str, password: str) -> None:
    with pytest.raises(BadInputError):
        add_person(record, name, role, password, by="admin")  # type: ignore[arg-type]


def test_only_an_admin_lifts_what_is_withheld(record: Record, ada: Person) -> None:
    made = {"act": "lift", "document": "sha256:" + "0" * 64, "why": "It is an official."}
    with pytest.raises(RefusedError):
        decide(record, ada, made)  # type: ignore[arg-type]
