"""The plug-in's side of a process: loads one carrier, and answers requests line by line."""

import json
import os
import sys
from functools import cache
from importlib.metadata import distribution


def limit_memory(megabytes):
    """For the whole process; only Linux does it."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


@cache
def carrier(name):
    (point,) = distribution(name).entry_points
    return point.load()


def answer(name, request):
    """A line of JSON. What cannot be loaded, called or written as JSON has failed."""
    try:
        return json.dumps({"answer": carrier(name)(**json.loads(request))})
    except Exception as failure:
        return json.dumps({"raised": type(failure).__name__})


def serve(name, megabytes):
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what the carrier prints is no answer
    if megabytes:
        limit_memory(megabytes)
    for request in sys.stdin:
        print(answer(name, request), file=answers, flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        serve(sys.argv[1], int(sys.argv[2]))
    else:
        print("a host starts it, see processes.py; it answers:", answer("nobody", "{}"))
