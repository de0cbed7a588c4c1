"""One plain dict: what is used is taken out and put in again, so the first is the oldest."""


class Connections(Connections):
    def __init__(self, connect, limit):
        super().__init__(connect, limit)
        self.open = {}

    def get(self, name):
        self.must_be_open()
        try:
            connection = self.open.pop(name)
        except KeyError:
            if len(self.open) >= self.limit:
                self.close_oldest()
            self.must_be_open()
            connection = self.connect(name)
        self.open[name] = connection
        return connection

    def close_oldest(self):
        self.open.pop(next(iter(self.open))).close()
