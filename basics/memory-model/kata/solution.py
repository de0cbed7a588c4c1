"""The cache owns its connections: each leaves the table before it is closed, so only once."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any


class Connections:
    def __init__(self, connect: Callable[[str], Any], limit: int) -> None:
        self.connect = connect
        self.limit = limit
        self.open: OrderedDict[str, Any] = OrderedDict()  # longest unused first
        self.closed = False

    def get(self, name: str) -> Any:
        if self.closed:
            raise ValueError("these connections are closed")
        if name not in self.open:
            while len(self.open) >= self.limit:
                self.close_oldest()
            self.open[name] = self.connect(name)
        self.open.move_to_end(name)
        return self.open[name]

    def close_oldest(self) -> None:
        _, connection = self.open.popitem(last=False)
        connection.close()

    def close(self) -> None:
        self.closed = True
        first: Exception | None = None
        while self.open:  # not a for loop: closing one may close others
            try:
                self.close_oldest()
            except Exception as failure:
                first = first or failure
        if first is not None:
            raise first

    def __enter__(self) -> "Connections":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()
