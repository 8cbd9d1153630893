"""The command line: one small module for each command."""


def main() -> None:
    """Run the command line."""
