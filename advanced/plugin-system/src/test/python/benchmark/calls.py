"""A host that asks one plug-in many times: in its own process, or in another one."""

import json
import subprocess
import sys

import pluggy

spec = pluggy.HookspecMarker("shop")
hook = pluggy.HookimplMarker("shop")


def quote(parcel):
    """The plug-in's work: as good as none, so that what is measured is the call."""
    return 492 if parcel["country"] == "DE" else 1490


class Contract:
    @spec
    def quote(self, parcel):
        """Cents."""


class Plugin:
    @hook
    def quote(self, parcel):
        return quote(parcel)


def parcel_of(size):
    return {"grams": 250, "country": "US", "notes": "n" * size}


def ask(carrier, calls, size):
    parcel = parcel_of(size)
    total = 0
    for _ in range(calls):
        total += carrier(parcel)
    return total


def in_process(calls, size):
    return ask(quote, calls, size)


def by_pluggy(calls, size):
    manager = pluggy.PluginManager("shop")
    manager.add_hookspecs(Contract)
    manager.register(Plugin())
    return ask(lambda parcel: manager.hook.quote(parcel=parcel)[0], calls, size)


def quote_json(text):
    """For a host on the other side of a wall: text in, a number out."""
    return quote(json.loads(text))


def text_of(size):
    return json.dumps(parcel_of(size))


def in_another_context(carrier, calls, size):
    """`carrier` is another context's `quote_json`."""
    return ask(lambda parcel: carrier(json.dumps(parcel)), calls, size)


def in_another_interpreter(calls, size):
    return ask(interpreter_of(), calls, size)


def in_another_process(calls, size):
    return ask(process_of(), calls, size)


kept = {}  # what is started is started once, and is not measured after the first call


def interpreter_of():
    from concurrent import interpreters  # since 3.14

    if "interpreter" not in kept:
        kept["interpreter"] = interpreters.create()
    other = kept["interpreter"]
    return lambda parcel: other.call(quote, parcel)


SERVE = """
import json, sys
for line in sys.stdin:
    print(492 if json.loads(line)["country"] == "DE" else 1490, flush=True)
"""


def process_of():
    if "process" not in kept:
        kept["process"] = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    process = kept["process"]

    def carrier(parcel):
        print(json.dumps(parcel), file=process.stdin, flush=True)
        return int(process.stdout.readline())

    return carrier
