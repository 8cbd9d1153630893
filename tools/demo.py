"""The demonstration: the example reports read into a record of their own, and shown.

Prints each command before running it, so that a visitor sees what to type.
"""

import json
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = Path("examples")
HOME = Path(".demo")
COMMAND = Path(sys.executable).parent / "departures"
AT_HOME = ("--home", str(HOME))


def run(*arguments: str) -> None:
    """Print a command as a person would type it, and run it."""
    print(f"\n$ {shlex.join(('departures', *AT_HOME, *arguments))}", flush=True)
    subprocess.run([COMMAND, *AT_HOME, *arguments], cwd=ROOT, check=True)


def operations() -> list[str]:
    """The ids of the operations in the record."""
    listed = subprocess.run(
        [COMMAND, *AT_HOME, "operations", "--format", "json"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return [operation["id"] for operation in json.loads(listed.stdout)]


def main() -> None:
    """Make the record anew, and show all of it."""
    shutil.rmtree(ROOT / HOME, ignore_errors=True)
    reports = tomllib.loads((ROOT / EXAMPLES / "reports.toml").read_text(encoding="utf-8"))
    for name, known in reports.items():
        options = [part for key, value in known.items() for part in (f"--{key}", str(value))]
        run("add", str(EXAMPLES / name), *options)
    run("operations")
    for id in operations():
        run("show", id)


if __name__ == "__main__":
    main()
