# caught by: closing may close all the rest
# Closing one closes the others, which are still in the table.

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
        _, connection = self.open.popitem(last=False)
        connection.close()

    def close(self):
        self.closed = True
        first = None
        for connection in list(self.open.values()):
            try:
                connection.close()
            except Exception as failure:
                first = first or failure
        self.open.clear()
        if first is not None:
            raise first

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()
