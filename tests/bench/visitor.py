"""A visitor without a browser: speaks to the server as the browser does, in protobuf messages.

What it times is the server's share: from sending a click to the message that the script is done.
"""

import time
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

COUNCILS = ("Fife", "Glasgow City")
OPEN_SECONDS = 120


class Visitor:
    """One session: `async with Visitor(url) as visitor`, then `await visitor.choose("Fife")`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.query = ""
        self.page = ""
        self.pages: dict[str, str] = {}
        self.council_id = ""
        self.chart_messages = 0

    async def __aenter__(self) -> "Visitor":
        host = urlsplit(self.url).netloc
        self.socket: ClientConnection = await connect(
            f"ws://{host}/_stcore/stream",
            origin=self.url,  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=OPEN_SECONDS,
            ping_interval=None,
        )
        await self._run(BackMsg())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def choose(self, council: str) -> float:
        """Choose a council; the milliseconds until the server has answered in full."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = self.council_id, council
        return await self._run(message)

    async def turn_to(self, path: str) -> float:
        """Turn to a page by the end of its address; the milliseconds that the server needed."""
        self.page = self.pages[path]
        return await self._run(BackMsg())

    async def _run(self, message: BackMsg) -> float:
        message.rerun_script.query_string = self.query
        message.rerun_script.page_script_hash = self.page
        started = time.perf_counter()
        self.chart_messages = 0
        await self.socket.send(message.SerializeToString())
        while not self._finished(await self.socket.recv()):
            pass
        return (time.perf_counter() - started) * 1000

    def _finished(self, data: str | bytes) -> bool:
        """Take in one message; True for the last one of a run that was not cut short by another."""
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
            self.pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "selectbox" and element.selectbox.label == "Council":
                self.council_id = element.selectbox.id
            self.chart_messages += element.WhichOneof("type") == "plotly_chart"
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
        )
