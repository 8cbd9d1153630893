"""`departures user …`: who may decide.

Invariant: a password is never an argument, and never printed.
"""

import sys
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from departures.cli.options import examples
from departures.errors import BadInputError
from departures.settings import Settings

if TYPE_CHECKING:
    from departures.record import Record
    from departures.review import Role

app = typer.Typer(help="Say who may decide.", rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help="What the person is called.")]
OPERATOR = "command line"


@app.command(
    "add",
    epilog=examples(
        "departures user add ada",
        "departures user add grace --role admin < password.txt",
    ),
)
def add(
    context: typer.Context,
    name: Name,
    role: Annotated[
        str, typer.Option(help="reviewer decides; admin also shows what is withheld.")
    ] = "reviewer",
) -> None:
    """Let a person decide; or give somebody another password and role.

    The password is asked for, or is the first line of standard input.
    """
    from departures.review import add_person
    from departures.review.people import ROLES

    if role not in ROLES:
        raise BadInputError(f"--role is {' or '.join(ROLES)}, not {role}")
    known: Role = "admin" if role == "admin" else "reviewer"
    with _open(context) as record:
        person = add_person(record, name, known, _password(), by=OPERATOR)
    print(f"{person.name} may decide, as {person.role}.")


@app.command("remove", epilog=examples("departures user remove ada"))
def remove(context: typer.Context, name: Name) -> None:
    """Let a person decide no longer. What they decided stays."""
    from departures.review import remove_person

    with _open(context) as record:
        remove_person(record, name, by=OPERATOR)
    print(f"{name} may decide no longer.")


@app.command("list", epilog=examples("departures user list"))
def list_people(context: typer.Context) -> None:
    """List everybody who may decide."""
    from departures.review import people

    with _open(context) as record:
        found = people(record)
    for person in found:
        print(f"{person.name:<24}{person.role:<12}since {person.added:%Y-%m-%d}")
    if not found:
        print("Nobody may decide yet; `departures user add NAME` lets somebody.")


def _open(context: typer.Context) -> "Record":
    from departures.record import Record

    settings: Settings = context.obj
    return Record.open(settings.record)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("Password: ")
    if getpass("The same again: ") != password:
        raise BadInputError("the two passwords differ; try again")
    return password
