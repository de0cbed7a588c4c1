"""Counts calls by cProfile, and memory by tracemalloc, of each function, for 100 orders."""

import cProfile
import json
import tracemalloc

import desk

ORDERS = range(100)
ARGUMENTS = {
    "added": ["LAMP"],
    "evaluated": ["half"],
    "shipping": [5],
    "discount": [1000],
    "split": [100, 4],
    "refund": [1999],
    "logged": [7],
    "quantity": ["3"],
    "tax": [100],
}


def each(name):
    for _ in ORDERS:
        getattr(desk, name)(*ARGUMENTS[name])


found = {"cProfile": [], "tracemalloc": []}
for name in [*ARGUMENTS, "totals"]:
    profile = cProfile.Profile()
    if name == "totals":
        action, arguments = desk.totals, ORDERS
    else:
        action, arguments = each, name
    profile.runcall(action, arguments)
    profile.create_stats()
    calls = {key[2]: value[0] for key, value in profile.stats.items()}
    if calls.get("fetch", 0) > 1:
        found["cProfile"].append(name)
    tracemalloc.start()
    action(arguments)
    if tracemalloc.get_traced_memory()[0] > 50_000:
        found["tracemalloc"].append(name)
    tracemalloc.stop()
print(json.dumps(found))
