"""Which failure comes out when releasing what was taken fails too."""

from contextlib import ExitStack


class PriceMissing(Exception):
    pass


class Connection:
    def __init__(self, name, closed, breaks):
        self.name = name
        self.closed = closed
        self.breaks = breaks

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.closed.append(self.name)
        if self.breaks:
            raise OSError(f"{self.name} is gone")


def order(closed, breaks=""):
    """Takes three connections and then fails; closing one of them may break."""
    with ExitStack() as connections:
        for name in ("stock", "prices", "payments"):
            connections.enter_context(Connection(name, closed, name == breaks))
        raise PriceMissing("LAMP")


def closed_after_a_failure():
    closed = []
    comes_out(closed)
    return closed


def comes_out(closed, breaks=""):
    """The failure that leaves the `with`, and the ones that it carries, latest first."""
    try:
        order(closed, breaks)
    except Exception as error:
        return [type(failure).__name__ for failure in chain(error)]


def when_closing_breaks():
    return comes_out([], breaks="prices")


def closed_when_closing_breaks():
    closed = []
    comes_out(closed, breaks="prices")
    return closed


def handled(breaks):
    """Whether the caller's handler for a missing price is the one that runs."""
    try:
        order([], breaks)
    except PriceMissing:
        return True
    except OSError:
        return False


def chain(failure):
    while failure is not None:
        yield failure
        failure = failure.__cause__ or failure.__context__


if __name__ == "__main__":
    print("closed after a failure, in this order:", closed_after_a_failure())
    print("... also if closing one breaks:", closed_when_closing_breaks())
    print("what comes out then, and carries what:", when_closing_breaks())
    print(
        "`except PriceMissing` runs [closing works, closing breaks]:",
        [handled(""), handled("prices")],
    )
