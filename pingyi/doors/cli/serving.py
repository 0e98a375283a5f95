"""The one server process: uvicorn with two lanes, and nothing written down about who asked for what."""

import socket

import uvicorn
from django.core.management import call_command

from pingyi.config.environment import data_place
from pingyi.core.backup.placing import refuse_unfinished_restore
from pingyi.core.errors import Refused
from pingyi.core.in_turn import in_turn
from pingyi.doors.cli.addresses import is_taken

# Open hint streams are told to end; whoever does not is cut off after so many seconds.
PATIENCE_SECONDS = 3


def serve(host: str, port: int) -> None:
    """Brings the database up to date and answers until told to stop. Django is set up already.

    No access log: a ballot page leaves no line. Refuses a port that another program holds, and data that a restore left
    half old and half new.
    """
    refuse_unfinished_restore(data_place())
    if is_taken(host, port):
        message = f"端口{port}已被别的程序占用，没有启动。关掉那个程序，或换一个：--port {port + 1}"
        raise Refused(message, code="serve.port")
    with in_turn(data_place()):
        call_command("migrate", verbosity=0)
    uvicorn.run(
        "pingyi.config.asgi:application",
        host=host,
        port=port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE_SECONDS,
        lifespan="on",
        # Two hundred phones may knock in the same second.
        backlog=max(2048, socket.SOMAXCONN),
    )
