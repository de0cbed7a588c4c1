"""Two functions with the same bug, one of them without annotations."""

import ast

CODE = """
def shelf(number: int) -> str:
    return "shelf " + number

def label(number):
    return "label " + number
"""
exec(CODE)
for function in ast.parse(CODE).body:
    hints = [each.annotation for each in function.args.args] + [function.returns]
    print(function.name, "is checked" if any(hints) else "is skipped by mypy's defaults")
    try:
        globals()[function.name](7)
    except TypeError as error:
        print("... and Python raises", type(error).__name__)
