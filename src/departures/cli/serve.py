"""`departures serve`: the record as a web site."""

import errno
import socket
from typing import Annotated

import typer

from departures.errors import BadInputError
from departures.settings import Settings

EXAMPLES = ("departures serve", "departures --home ~/deportations serve --port 8000")
WAITING = 2048
"""Connections that may wait to be accepted."""


def command(
    context: typer.Context,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen at; this machine's own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
) -> None:
    """Serve the record as a web site, until Ctrl-C."""
    with _listening(host, port) as listening:
        import uvicorn

        from departures.record import Record
        from departures.web import create_app

        settings: Settings = context.obj
        with Record.open(settings.record) as record:
            record.refresh()
        app = create_app(settings.record, settings.releases)
        print(f"The record is at {_address(listening)} (Ctrl-C stops).", flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            print("Stopped.")


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address. Raises `BadInputError` where there can be none."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError):
        raise BadInputError(f"--host {host} is no address of this machine; try 127.0.0.1") from None
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        raise BadInputError(_why_not(error, host, port)) from None
    return listening


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; stop the other program, or choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used; choose one above 1023 with --port"
    return f"can't listen at {host} ({error.strerror}); try --host 127.0.0.1"


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
