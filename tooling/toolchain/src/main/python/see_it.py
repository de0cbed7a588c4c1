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
shared = [each.lineno for each in ast.parse(SOURCE).body if "List(" in ast.dump(each.args)]
print("linter: calls share a list, line", *shared)
orders = [(total, people) for total in range(100) for people in range(1, 9)]
wrong = next(o for o in orders if sum(cents for _, cents in desk["split"](*o)) != o[0])
print("property: cents are lost for", wrong)
calls = []
sys.setprofile(lambda frame, event, _: event == "call" and calls.append(frame.f_code.co_name))
desk["split"](100, 4)
sys.setprofile(None)
print("profiler: for 4 people,", calls.count("query"), "queries")
