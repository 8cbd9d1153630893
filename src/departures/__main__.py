"""`python -m departures` is `departures`."""

from departures.cli import main

main()
