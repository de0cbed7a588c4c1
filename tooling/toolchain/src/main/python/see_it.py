"""Four kinds of tools on one function with three defects: a program to paste."""

import ast
import sys

SOURCE = """
def query(person): return f"name of {person}"
def split(total, people, found=[]):
    found[:] = [(query(person), total // people) for person in range(people)]
    return found
"""
exec(SOURCE, desk := {})
print("example passes:", [cents for _, cents in desk["split"](100, 4)] == [25, 25, 25, 25])
for each in ast.parse(SOURCE).body:
    if any(isinstance(default, ast.List) for default in each.args.defaults):
        print("linter: calls share a list, line", each.lineno)
for order in [(total, people) for total in range(100) for people in range(1, 9)]:
    if sum(cents for _, cents in desk["split"](*order)) != order[0]:
        print("property: cents are lost for", order)
        break
calls = []
sys.setprofile(lambda frame, event, _: event == "call" and calls.append(frame.f_code.co_name))
desk["split"](100, 4)
sys.setprofile(None)
print("profiler: for 4 people,", calls.count("query"), "queries")
