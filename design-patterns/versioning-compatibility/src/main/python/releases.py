"""What becomes of old code on a newer Python: it works, it works and warns, or it fails.

Without a future import: the code that `exec` runs would inherit it.
"""

import ast
import re
import subprocess
import sys
import warnings

USES = {
    "imp": "import imp",
    "asyncore": "import asyncore",
    "imghdr": "import imghdr",
    "pipes": "import pipes",
    "ast.Num": "import ast; ast.Num",
    "bool(NotImplemented)": "bool(NotImplemented)",
    "pkgutil.find_loader": "import pkgutil; pkgutil.find_loader('json')",
    "sre_parse": "import sre_parse",
    "glob.glob0": "import glob; glob.glob0('.', 'orders')",
    "ast.parse": "import ast; ast.parse('1')",
}
ANSWERS = {
    "locals() is locals()": "def f(): return locals() is locals()\nanswer = f()",
    "'__annotations__' in vars(cls)": (
        "class Order:\n    cents: int\nanswer = '__annotations__' in vars(Order)"
    ),
    "warns": "import warnings\nwarnings.warn('old', DeprecationWarning)\nanswer = 1",
}


def tried(name: str, filters: str) -> str:
    """What an old use does: the exception that ends it, or `warns`, or `works`."""
    forget(name)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter(filters)
        try:
            exec(USES[name], {})
        except Exception as error:
            return type(error).__name__
    return "warns" if any(each.category is DeprecationWarning for each in said) else "works"


def forget(name: str) -> None:
    """Some things warn once: a module when it is imported, and `ast` when it first makes a name."""
    sys.modules.pop(name, None)
    if hasattr(ast, "_deprecated_globals"):
        vars(ast).pop("Num", None)


def in_a_process(*arguments: str) -> list[object]:
    """How a fresh Python ends that is given these arguments, and which warnings it tells of."""
    if sys.implementation.name != "cpython":
        return ["not tried", []]  # inside of a JVM there may be no executable
    done = subprocess.run([sys.executable, "-I", *arguments], capture_output=True, text=True)
    return [done.returncode, re.findall(r"\w+Warning(?=:)", done.stderr)]


def answered(name: str) -> list[object]:
    """What an expression gives, and how many warnings with it."""
    names: dict[str, object] = {}
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        exec(ANSWERS[name], names)
    return [names["answer"], len(said)]


if __name__ == "__main__":
    print(f"Python {sys.version_info[0]}.{sys.version_info[1]}")
    for name in USES:
        print(f"  {name}: {tried(name, 'always')}")
    for name in ANSWERS:
        print(f"  {name}: {answered(name)}")
    opening = "import os; open(os.devnull)"
    print("  open, asked for:", in_a_process("-X", "warn_default_encoding", "-c", opening))
