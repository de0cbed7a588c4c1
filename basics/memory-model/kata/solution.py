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
        self.must_be_open()
        if name not in self.open:
            while len(self.open) >= self.limit:
                self.close_oldest()
            self.must_be_open()  # closing one may have closed all
            self.open[name] = self.connect(name)
        self.open.move_to_end(name)
        return self.open[name]

    def must_be_open(self) -> None:
        if self.closed:
            raise ValueError("these connections are closed")

    def close_oldest(self) -> None:
        _, connection = self.open.popitem(last=False)
        connection.close()

    def close(self) -> None:
        self.closed = True
        first: BaseException | None = None
        while self.open:  # not a for loop: closing one may close others
            try:
                self.close_oldest()
            except BaseException as failure:
                first = failure if first is None else first
        if first is not None:
            raise first

    def __enter__(self) -> "Connections":
        return self

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        try:
            self.close()
        except BaseException as second:
            if failure is None:
                raise
            failure.add_note(f"closing failed, too: {second!r}")
