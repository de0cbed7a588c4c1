"""What a plug-in does to a host that calls it in its own process, however careful the host is."""

import copy
import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, TimeoutError

SECONDS = 20  # a generous limit for what must happen


def raises(parcel):
    raise RuntimeError("no tariff")


def exits(parcel):
    sys.exit()


def interrupts(parcel):
    raise KeyboardInterrupt


def changes_the_library(parcel):
    json.dumps = lambda value: "free"


def changes_the_parcel(parcel):
    parcel["extras"].append("insurance")


def writes_json(parcel):
    return json.dumps(490)


def tells_the_extras(parcel):
    return list(parcel["extras"])


def ask(carrier, parcel):
    """As most hosts do it."""
    try:
        return carrier(parcel)
    except Exception as failure:
        return type(failure).__name__


def ask_with_care(carrier, parcel):
    """Whatever the carrier raises is its failure, and it sees only a copy of the parcel."""
    try:
        return carrier(copy.deepcopy(parcel))
    except KeyboardInterrupt:
        raise  # who raised it, a user or the carrier, cannot be seen here
    except BaseException as failure:
        return type(failure).__name__


def asking(name, guard="ask"):
    """What comes of it: an answer, or what got past the host."""
    try:
        return globals()[guard](globals()[name], {})
    except BaseException as escaped:
        return f"escaped: {type(escaped).__name__}"


def one_after_the_other(*names, guard=ask):
    """Each is asked about the same parcel; the library is mended afterwards."""
    parcel, dumps = {"extras": []}, json.dumps
    try:
        return [guard(globals()[name], parcel) for name in names]
    finally:
        json.dumps = dumps


def with_care(*names):
    return one_after_the_other(*names, guard=ask_with_care)


def giving_up():
    """A host that waits for a tenth of a second; what the carrier waits for comes after that."""
    comes, begun = threading.Event(), threading.Event()

    def hangs():
        begun.set()
        return comes.wait(SECONDS)

    with ThreadPoolExecutor() as pool:
        call = pool.submit(hangs)
        begun.wait(SECONDS)
        try:
            call.result(timeout=0.1)
            gave_up = None
        except TimeoutError as failure:
            gave_up = type(failure).__name__
        report = [gave_up, call.cancel(), call.running()]
        comes.set()
    return [*report, call.result()]


if __name__ == "__main__":
    for carrier in "raises", "exits", "interrupts":
        print(carrier, "->", asking(carrier))
    print(
        "json.dumps(490):", one_after_the_other("writes_json", "changes_the_library", "writes_json")
    )
    print(
        "extras:", one_after_the_other("tells_the_extras", "changes_the_parcel", "tells_the_extras")
    )
    print("[given up, cancelled, still running, ends in the end]:", giving_up())
