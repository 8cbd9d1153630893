"""The app: the options before the command, the commands, and how a run ends.

Invariant: every run ends in an exit status: 0, 2 for what a person can mend, 130 for Ctrl-C, 1
for a reader that went away.
"""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

import departures
from departures.cli import (
    add,
    decide,
    evaluate,
    law,
    operations,
    read,
    record,
    releases,
    review,
    schema,
    search,
    serve,
    show,
    user,
)
from departures.cli.options import examples
from departures.cli.telling import tell_error
from departures.errors import DeparturesError
from departures.settings import DEFAULT_HOME, HOME_VARIABLE, RECORD_VARIABLE, Settings

INTERRUPTED = 130
PIPE_CLOSED = 1

app = typer.Typer(
    name="departures",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for module in (read, add, operations, show, search, review, serve, evaluate, schema):
    name = module.__name__.rpartition(".")[2]
    app.command(name, epilog=examples(*module.EXAMPLES))(module.command)
for group in (decide, law, record, releases, user):
    app.add_typer(group.app, name=group.__name__.rpartition(".")[2], no_args_is_help=True)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"departures {departures.__version__}")
        raise typer.Exit


@app.callback(
    epilog=examples(
        "departures read report.txt --published 2025-05-01 --source 'A newspaper'",
        "departures add reports/*.txt",
        "departures operations",
        "departures --home ~/deportations serve",
    )
)
def options(
    context: typer.Context,
    home: Annotated[
        Path, typer.Option(envvar=HOME_VARIABLE, metavar="DIR", help="The folder of the record.")
    ] = DEFAULT_HOME,
    record: Annotated[
        str | None,
        typer.Option(
            envvar=RECORD_VARIABLE,
            metavar="URL",
            help="The record, if elsewhere than in record.db of the home folder.",
        ),
    ] = None,
    color: Annotated[
        bool | None,
        typer.Option(
            "--color/--no-color", help="Colours, or none; else as the terminal and NO_COLOR say."
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Keep the public record of deportations: every figure with its words, speaker and source.

    Departures reads reports, gathers what they say about one operation, and shows where they
    differ. These options stand before the command.
    """
    context.obj = Settings(home=home, record_address=record or None, color=color)


def run() -> int:
    """Run the command that the arguments name; its exit status."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = sys.argv[1:] or ["--help"]
        status = app(arguments, prog_name="departures", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except DeparturesError as error:
        return _told(error, error.exit_code)
    except typer.TyperException as error:
        return _told(f"{error.format_message()} See departures --help.", 2)
    except BrokenPipeError:
        _write_no_more()
        return PIPE_CLOSED
    except OSError as error:
        _write_no_more()
        return _told(f"the output can't be written ({error.strerror}); write it elsewhere", 2)
    except KeyboardInterrupt:
        return INTERRUPTED
    return status if isinstance(status, int) else 0


def _told(message: object, status: int) -> int:
    tell_error(message)
    return status


def _write_no_more() -> None:
    """What is still to be written goes nowhere, so that leaving says nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
