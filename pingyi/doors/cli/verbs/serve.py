"""`serve`: the server for real work. Settings come from the environment (docs/operation)."""

import os
from argparse import ArgumentParser, Namespace

from pingyi.doors.cli.addresses import EVERYWHERE, LOOPBACK, port

summary = "正式运行，设置来自环境变量"
needs_django = True
PORT = 8000


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--host", default=LOOPBACK, help=f"在哪个地址上等，{EVERYWHERE} 是全部；默认只有本机")
    # Text from the environment is read by the same rule as what was typed.
    given = os.environ.get("PINGYI_PORT") or PORT
    parser.add_argument("--port", type=port, default=given, help=f"端口，默认 {PORT}")


def run(options: Namespace) -> int:
    """Answers until it is told to stop (Ctrl-C, SIGTERM)."""
    import sys

    from pingyi.doors.cli.serving import serve

    print(f"评议在 http://{options.host}:{options.port}/ 运行，按 Ctrl-C 停。", file=sys.stderr)
    serve(options.host, options.port)
    return 0
