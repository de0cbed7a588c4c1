# caught by: one that fails to close when it makes room is not closed again
# If closing raises, it is still in the table, and is closed again.

from collections import OrderedDict


class Connections:
    def __init__(self, connect, limit):
        self.connect = connect
        self.limit = limit
        self.open = OrderedDict()
        self.closed = False

    def get(self, name):
        if self.closed:
            raise ValueError("these connections are closed")
        if name not in self.open:
            while len(self.open) >= self.limit:
                self.close_oldest()
            self.open[name] = self.connect(name)
        self.open.move_to_end(name)
        return self.open[name]

    def close_oldest(self):
        name, connection = next(iter(self.open.items()))
        connection.close()
        self.open.pop(name, None)

    def close(self):
        self.closed = True
        first = None
        while self.open:
            try:
                self.open.popitem()[1].close()
            except Exception as failure:
                first = first or failure
        if first is not None:
            raise first

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()
