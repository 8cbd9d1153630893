"""The command line: one small module for each command.

Invariant: whatever goes wrong that a person can mend is one line on standard error and exit
status 2. Starting loads no stage: a command imports what it needs when it runs.
"""


def main() -> None:
    """Run the command line and leave with its exit status."""
    from departures.cli.app import run

    raise SystemExit(run())
