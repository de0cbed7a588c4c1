# caught by: close closes each open connection once, and then there are none to get
# A second list of all connections, for the end: those that made room are in it too.

from collections import OrderedDict


class Connections:
    def __init__(self, connect, limit):
        self.connect = connect
        self.limit = limit
        self.open = OrderedDict()
        self.closed = False
        self.all = []

    def get(self, name):
        if self.closed:
            raise ValueError("these connections are closed")
        if name not in self.open:
            while len(self.open) >= self.limit:
                self.close_oldest()
            self.open[name] = self.connect(name)
            self.all.append(self.open[name])
        self.open.move_to_end(name)
        return self.open[name]

    def close_oldest(self):
        _, connection = self.open.popitem(last=False)
        connection.close()

    def close(self):
        self.closed = True
        first = None
        while self.all:
            try:
                self.all.pop().close()
            except Exception as failure:
                first = first or failure
        if first is not None:
            raise first

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()
