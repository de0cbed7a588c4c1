# caught by: the example of the task holds
# Leaves the closing to `__del__`: right on CPython, and nothing is ever closed on GraalPy.

from collections import OrderedDict


class Owned:
    def __init__(self, connection):
        self.connection = connection

    def __del__(self):
        self.connection.close()


class Connections:
    def __init__(self, connect, limit):
        self.connect = connect
        self.limit = limit
        self.open = OrderedDict()
        self.closed = False

    def get(self, name):
        if self.closed:
            raise ValueError(name)
        if name not in self.open:
            if len(self.open) == self.limit:
                self.open.popitem(last=False)
            self.open[name] = Owned(self.connect(name))
        self.open.move_to_end(name)
        return self.open[name].connection

    def close(self):
        self.closed = True
        self.open.clear()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()
