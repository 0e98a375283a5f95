"""`demo`: two institutions in the middle of their reviews, to be looked at and tried."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.doors.cli import addresses
from pingyi.doors.cli.addresses import EVERYWHERE, LOOPBACK, is_taken, lan_address

summary = "演示：两个示例单位，一个正在投票，一个正在整改"
PORT = 8000
ROOT = Path(__file__).resolve().parents[4]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=addresses.port, default=PORT, help=f"端口，默认 {PORT}")
    parser.add_argument("--lan", action="store_true", help="让同一网络里的手机和电脑也打得开")


def run(options: Namespace) -> int:
    """Prepares the data once, tells how to get in, then becomes the server."""
    host = EVERYWHERE if options.lan else LOOPBACK
    if is_taken(host, options.port):
        message = f"端口{options.port}已被别的程序占用，没有启动。换一个：demo --port {options.port + 1}"
        raise Refused(message, code="serve.port")
    # Imported late: `demo --help` and a taken port should not wait for it.
    from pingyi.doors.cli.demonstration.prepare import prepare
    from pingyi.doors.cli.demonstration.told import told

    folder = Path(os.environ.get("PINGYI_DATA") or ROOT / "data" / "demo").resolve()
    reachable = lan_address() if options.lan else None
    address = f"http://{reachable or LOOPBACK}:{options.port}"
    print("正在准备演示数据，只在第一次，约一分钟。", file=sys.stderr, flush=True)
    notes = prepare(folder, now(), address)
    print(told(notes, address, is_reachable=reachable is not None), flush=True)
    return serve_afresh(host, options.port, folder)


def serve_afresh(host: str, port: int, folder: Path) -> int:
    """A fresh process image: what the preparation needed in memory is given back. Returns on Windows only."""
    command = [sys.executable, "-m", "pingyi", "serve", "--host", host, "--port", str(port)]
    own = {"PINGYI_DATA": str(folder), "PINGYI_DEMO": "1", "DATABASE_URL": ""}
    env = {name: value for name, value in os.environ.items() if name != "PINGYI_SCENARIO_CLOCK"} | own
    if os.name != "nt":
        os.execve(command[0], command, env)  # noqa: S606 (our own server)
    return subprocess.run(command, env=env, check=False).returncode  # noqa: S603 (our own server)
