# caught by: the example of the task holds
# Forgets a connection that nobody holds, without closing it.

import weakref


class Connections:
    def __init__(self, connect, limit):
        self.connect = connect
        self.limit = limit
        self.open = weakref.WeakValueDictionary()
        self.closed = False

    def get(self, name):
        if self.closed:
            raise ValueError(name)
        connection = self.open.pop(name, None)
        if connection is None:
            if len(self.open) == self.limit:
                self.open.pop(next(iter(self.open))).close()
            connection = self.connect(name)
        self.open[name] = connection
        return connection

    def close(self):
        self.closed = True
        while self.open:
            self.open.popitem()[1].close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()
