"""Four kinds of tools on one function with three defects: a program to paste."""

import ast
import sys

SOURCE = """
def part(total, people): return total // people
def split(total, people, found=[]):
    found[:] = [part(total, people) for _ in range(people)]
    return found
"""
exec(SOURCE, desk := {})
print("example passes:", desk["split"](100, 4) == [25, 25, 25, 25])
shared = [each.lineno for each in ast.parse(SOURCE).body if each.args.defaults]
print("linter: shared default, line", *shared)
orders = [(total, people) for total in range(100) for people in range(1, 9)]
print("property: cents are lost for", next(o for o in orders if sum(desk["split"](*o)) != o[0]))
calls = []
sys.setprofile(lambda frame, event, _: event == "call" and calls.append(frame.f_code.co_name))
desk["split"](100, 4)
sys.setprofile(None)
print("profiler: part was called", calls.count("part"), "times")
