"""A valve that leaves its closing to `__del__`."""


class Valve(Valve):
    def __exit__(self, *failure):
        pass
