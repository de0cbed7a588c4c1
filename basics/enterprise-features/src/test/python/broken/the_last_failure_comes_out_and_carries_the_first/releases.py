"""Closing never raises: the first failure is the one that comes out."""


class Connection(Connection):
    def __exit__(self, *failure):
        self.closed.append(self.name)
