"""Counts calls by cProfile, and memory by tracemalloc, for 100 orders."""

import cProfile
import json
import tracemalloc

import desk

ORDERS = range(100)
found = {"cProfile": [], "tracemalloc": []}
actions = {"totals": desk.totals, "logged": lambda numbers: [*map(desk.logged, numbers)]}
for name, action in actions.items():
    profile = cProfile.Profile()
    profile.runcall(action, ORDERS)
    profile.create_stats()
    calls = {key[2]: value[0] for key, value in profile.stats.items()}
    if calls.get("fetch", 0) > 1:
        found["cProfile"].append(name)
    tracemalloc.start()
    action(ORDERS)
    if tracemalloc.get_traced_memory()[0] > 50_000:
        found["tracemalloc"].append(name)
    tracemalloc.stop()
print(json.dumps(found))
