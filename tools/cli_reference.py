"""The reference of the command line, from the help of its commands: `make docs`."""

import io
import os
from contextlib import redirect_stdout
from unittest.mock import patch

from typer.models import CommandInfo

from departures.cli.app import app

WIDTH = {"COLUMNS": "80"}
INTRODUCTION = """\
# Command line

*Written by `make docs` from `--help`; change the commands, not this page.*

A command ends with status 0. It ends with 2 and one line on standard error when there is something
that you can mend (a file that is no report, an option that makes no sense, a record that can't be
opened), and with 130 at Ctrl-C. What was added until then is kept, each report whole.

`NO_COLOR` turns colours off. `DEPARTURES_HOME` and `DEPARTURES_RECORD` stand for `--home` and
`--record`; an option goes before its variable.
"""


def commands() -> list[str]:
    """The names of the commands, in the order of the help; those of a group after the group."""
    names = [command.name for command in app.registered_commands if command.name]
    for group in app.registered_groups:
        made = group.typer_instance
        names.append(str(group.name))
        names += [f"{group.name} {_name(each)}" for each in made.registered_commands if made]
    return names


def _name(command: CommandInfo) -> str:
    return command.name or (command.callback.__name__ if command.callback else "")


def help_of(*arguments: str) -> str:
    """What `--help` prints after `arguments`."""
    with patch.dict(os.environ, WIDTH), redirect_stdout(io.StringIO()) as printed:
        app([*arguments, "--help"], prog_name="departures", standalone_mode=False)
    return printed.getvalue().rstrip()


def reference() -> str:
    """The whole page."""
    sections = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    sections += [f"## {name}\n\n```text\n{help_of(*name.split())}\n```\n" for name in commands()]
    return "\n".join(sections)


if __name__ == "__main__":
    print(reference(), end="")
