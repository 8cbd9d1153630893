"""`departures serve`: says where it is, answers there, stops at Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Departures


def test_it_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    home = ("--home", str(tmp_path / "home"))
    server = subprocess.Popen(
        [sys.executable, "-m", "departures", *home, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout
        line = server.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address, timeout=10) as answer:
            assert answer.status == 200
        os.kill(server.pid, signal.SIGINT)
        out, err = server.communicate(timeout=20)
    finally:
        server.kill()
    assert (server.returncode, out, err) == (0, "Stopped.\n", "")


def test_a_port_in_use_is_one_line(departures: Departures) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = departures("serve", "--port", str(port))
    assert (ended.status, ended.out) == (2, "")
    assert f"port {port} is in use" in ended.err
    assert ended.err.count("\n") == 1
    assert not Path("departures-data").exists()


def test_a_host_that_is_none_of_ours_is_one_line(departures: Departures) -> None:
    for host in ("192.0.2.1", "no host", "x" * 300):
        ended = departures("serve", "--host", host, "--port", "0")
        assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert departures("serve", "--port", "99999").status == 2
