"""The plug-in's side of a process: loads one carrier, and answers requests line by line."""

import json
import os
import sys
from importlib.metadata import distribution
from pathlib import Path


def limit_memory(megabytes):
    """So much more than now; only Linux does it."""
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    size = pages * resource.getpagesize() + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def answer(quote, request):
    try:
        return {"answer": quote(**json.loads(request))}
    except Exception as failure:
        return {"raised": type(failure).__name__}


def serve(name, megabytes):
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what the carrier prints is no answer
    (point,) = distribution(name).entry_points
    quote = point.load()
    if int(megabytes):
        limit_memory(int(megabytes))
    print("ready", file=answers, flush=True)
    for request in sys.stdin:
        print(json.dumps(answer(quote, request)), file=answers, flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        serve(*sys.argv[1:])
    else:
        print(
            "a host starts it, see processes.py; it answers:",
            answer(lambda grams: 490, '{"grams": 250}'),
        )
