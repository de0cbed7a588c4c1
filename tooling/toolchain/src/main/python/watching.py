"""The planted program, watched by tools that Python does not bring: py-spy and memray."""

import importlib.util
import json
import linecache
import os
import subprocess
import sys

import counting
import shelf

TRIES = 5  # py-spy may look just before the call, or just after it


def customer(number):
    """Takes long, as a query does."""
    return f"customer {sum(range(100_000))} {number}"


def served(way):
    """Goes on for ever, as a service does."""
    counting.customer = customer
    print("begun", flush=True)
    while True:
        counting.KEPT.clear()
        counting.WAYS[way](500)


def started_and_looked_at(way):
    """Starts the service and becomes py-spy: an ancestor may look where others may not."""
    service = subprocess.Popen([sys.executable, __file__, "serve", way], stdout=subprocess.PIPE)
    print(service.stdout.readline().decode(), service.pid, flush=True)
    spy = shelf.tool("py-spy")
    os.execv(spy, [spy, "dump", "--json", "--pid", str(service.pid)])


def stack(way):
    """The functions that py-spy finds the service in, once."""
    path = {"PYTHONPATH": os.pathsep.join([os.path.dirname(os.path.abspath(__file__)), *sys.path])}
    command = [sys.executable, __file__, "look", way]
    ended = subprocess.run(command, env=os.environ | path, stdout=subprocess.PIPE, check=True)
    _, pid, dump = ended.stdout.split(b"\n", 2)
    os.kill(int(pid), 9)
    return [frame["name"] for thread in json.loads(dump) for frame in thread["frames"]]


def named_by_py_spy(way):
    """Which of the two does it ever find: the function of this way, and `customer`."""
    if sys.implementation.name != "cpython":
        return "absent"  # it reads the memory of CPython only
    asking = counting.WAYS[way].__name__
    seen = set()
    for _ in range(TRIES):
        seen.update(stack(way))
        if {asking, "customer"} <= seen:
            break
    return [asking in seen, "customer" in seen]


def kept(way):
    """The line of the program that holds the most memory afterwards, as memray names it."""
    if importlib.util.find_spec("memray") is None:
        return "absent"
    import memray

    counting.KEPT.clear()
    with shelf.new() as root:
        with memray.Tracker(root / "seen.bin"):
            counting.WAYS[way](500)
        with memray.FileReader(root / "seen.bin") as reader:
            records = list(reader.get_leaked_allocation_records(merge_threads=True))
        largest = max(records, key=lambda record: record.size, default=None)
        if largest is None:
            return "nothing"
        _, file, line = largest.stack_trace()[0]
        return linecache.getline(file, line).strip()


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        served(sys.argv[2])
    elif sys.argv[1:2] == ["look"]:
        started_and_looked_at(sys.argv[2])
    else:
        for way in counting.WAYS:
            print(f"{way}: py-spy names [the way, customer]", named_by_py_spy(way), end=", ")
            print("memray:", kept(way))
