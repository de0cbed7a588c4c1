"""Which failure comes out when releasing what was taken fails too."""

import traceback
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


def order(closed, breaks):
    """Takes three connections and then fails; closing one of them may break."""
    with ExitStack() as connections:
        for name in ("stock", "prices", "payments"):
            taken = connections.enter_context(Connection(name, closed, name == breaks))
            taken.closed.append(f"{name} taken")
        raise PriceMissing("LAMP")


def comes_out(closed, breaks):
    """The failure that leaves the `with`, and the ones that it carries, latest first."""
    try:
        order(closed, breaks)
    except Exception as error:
        return [type(failure).__name__ for failure in chain(error)]


def closed(breaks):
    """What was closed, in this order."""
    names = []
    comes_out(names, breaks)
    return names


def printed(breaks):
    """Whether the traceback shows [the missing price, the lost connection]."""
    try:
        order([], breaks)
    except Exception as error:
        text = "".join(traceback.format_exception(error))
    return ["PriceMissing: LAMP" in text, "OSError: prices is gone" in text]


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
    print("closed after a failure, in this order:", closed(""))
    print("... also if closing one breaks:", closed("prices"))
    print("what comes out then, and carries what:", comes_out([], "prices"))
    print(
        "`except PriceMissing` runs [closing works, closing breaks]:",
        [handled(""), handled("prices")],
    )
