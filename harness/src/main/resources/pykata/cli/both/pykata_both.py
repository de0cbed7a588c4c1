"""Calls one function of somebody's file, and says what came of it in words that two Pythons share.

Whatever goes wrong on the way to the call is told apart from what the function itself does.
It runs as `__main__`: the arguments name the request and the file for the answer, both JSON.
"""

import json
import os
import re
import sys
from contextlib import suppress
from types import FunctionType, MethodType

from pykata_notation import Incomparable, written

IDENTIFIER = re.compile(r"[^\W\d]\w*")


class Unusable(Exception):
    """The function was not called, and why."""

    def __init__(self, outcome, why, failure=None):
        super().__init__(why)
        self.outcome = outcome
        self.failure = failure


def loaded(path):
    """The module in a file, whatever its name, its folder's modules, and those of the library.

    The folder comes last: what the library imports is the library's, whatever lies there.
    """
    folder, file = os.path.split(path)
    stem = file[: -len(".py")]
    package = []
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        folder, name = os.path.split(folder)
        package.insert(0, name)
    sys.path.append(folder)
    try:
        if package and package[0] in sys.stdlib_module_names:
            raise Unusable("unloadable", f"its package has the name of the library's {package[0]}")
        if package and all(map(IDENTIFIER.fullmatch, [*package, stem])):
            return of_package(package if stem == "__init__" else [*package, stem], path)
        return by_path(stem, path)
    except Unusable:
        raise
    except BaseException as failure:
        raise Unusable("unloadable", why_unloadable(failure, folder, file), failure) from failure


def of_package(names, path):
    import importlib

    module = importlib.import_module(".".join(names))
    if not os.path.samefile(module.__file__ or "", path):
        raise Unusable("unloadable", f"{'.'.join(names)} is found elsewhere: {module.__file__}")
    return module


def by_path(stem, path):
    import importlib.util

    name = stem if IDENTIFIER.fullmatch(stem) else re.sub(r"\W", "_", stem)
    if name in sys.stdlib_module_names or name in sys.modules or not IDENTIFIER.fullmatch(name):
        name = f"your_{name}"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def why_unloadable(failure, folder, file):
    told = f"{type(failure).__name__}: {message_of(failure)}"
    if isinstance(failure, ImportError) and "relative import" in str(failure):
        return (
            f"{told}. {file} imports from its package, and its folder is none: put an __init__.py"
            " there, or write a file beside the folder that imports package.module"
        )
    if isinstance(failure, ModuleNotFoundError) and failure.name:
        if failure.name.partition(".")[0] in sys.stdlib_module_names:
            return told
        return f"{told}. There is the standard library, and what lies in {folder}"
    return told


def found(module, names):
    """What a dotted name leads to from a module, if it can be called as it is."""
    owner, thing = None, module
    for name in names.split("."):
        if not hasattr(thing, name):
            raise Unusable("missing", names + meant(names, name, thing))
        owner, thing = thing, getattr(thing, name)
    if not callable(thing):
        raise Unusable("refused", f"{names} is no function, but {article(type(thing).__name__)}")
    if isinstance(owner, type) and type(thing) is FunctionType:
        code = thing.__code__
        if code.co_varnames[: code.co_argcount][:1] == ("self",):
            raise Unusable(
                "refused",
                f"{names} needs an object: call it in a function of your own, as in"
                f" def tried(): return {owner.__name__}().{names.rpartition('.')[2]}()",
            )
    return thing


def meant(names, name, thing):
    """What somebody may have meant who misspelt a name of a module or of a class."""
    from difflib import get_close_matches

    near = get_close_matches(name, dir(thing), 1)
    return f"; did you mean {names.replace(name, near[0], 1)}?" if near else ""


def article(noun):
    return f"{'an' if noun[:1] in 'aeiouAEIOU' else 'a'} {noun}"


def value_of(text):
    """An argument, however many digits it has."""
    limit = getattr(sys, "get_int_max_str_digits", int)()
    if limit:
        sys.set_int_max_str_digits(0)
    try:
        return json.loads(text)
    finally:
        if limit:
            sys.set_int_max_str_digits(limit)


def answered(request):
    try:
        module = loaded(request["file"])
        function = found(module, request["function"])
        arguments = [value_of(text) for text in request["arguments"]]
        keywords = {name: value_of(text) for name, text in request["keywords"].items()}
    except Unusable as unusable:
        failure = unusable.failure
        return {
            "outcome": unusable.outcome,
            "shown": str(unusable),
            "type": type(failure).__name__ if failure else None,
            "detail": traceback_of(failure) if failure else "",
        }
    try:
        value = function(*arguments, **keywords)
    except BaseException as failure:
        frames = failure.__traceback__.tb_next
        is_python = isinstance(function, FunctionType | MethodType)
        if isinstance(failure, TypeError) and frames is None and is_python:
            return {"outcome": "refused", "shown": message_of(failure)}
        kind = type(failure).__qualname__
        return {"outcome": "raised", "shown": kind, "type": kind, "detail": traceback_of(failure)}
    return returned(value)


def returned(value):
    kind = type(value).__qualname__
    try:
        shown = written(value, repr)
        exact = shown if shown.isascii() else written(value, ascii)
        unordered = written(value, ascii, is_ordered=False) if "{" in exact else exact
    except Incomparable as failure:
        if hasattr(value, "cr_frame"):
            value.close()  # nobody awaits it, and nobody needs to be told
        return {"outcome": "incomparable", "shown": article(str(failure)), "type": kind}
    return {
        "outcome": "returned",
        "shown": shown,
        "exact": exact,
        "unordered": unordered,
        "type": kind,
    }


def message_of(failure):
    try:
        return str(failure)
    except Exception as second:
        return f"<its message cannot be shown: {type(second).__name__}>"


def traceback_of(failure):
    """As Python prints it, without our own frames."""
    import traceback

    frames = failure.__traceback__
    while frames is not None and frames.tb_frame.f_globals is globals():
        frames = frames.tb_next
    return "".join(traceback.format_exception(type(failure), failure, frames)).rstrip()


def left_running():
    """How many threads and processes would keep the interpreter from ending."""
    left = 0
    if threading := sys.modules.get("threading"):
        me = threading.current_thread()
        left += sum(thread is not me and not thread.daemon for thread in threading.enumerate())
    if multiprocessing := sys.modules.get("multiprocessing"):
        left += sum(not child.daemon for child in multiprocessing.active_children())
    return left


def main(request, answer, opened=open, dump=json.dump, end=os._exit):
    """The answer; and the end, whatever the function has left behind or put in our way."""
    process = os.getpid()
    streams = [sys.stdout, sys.stderr]
    here = os.path.dirname(os.path.abspath(request))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here]
    globals().update(__spec__=None)  # else a process that the function starts would look for us
    globals().pop("__file__", None)
    with opened(request, encoding="utf-8") as file:
        wanted = json.load(file)
    sys.argv[:] = [wanted["file"]]
    result = answered(wanted)
    if os.getpid() != process:
        end(0)  # a fork that came back, too
    result["left running"] = left_running()
    with opened(answer, "w", encoding="utf-8") as file:
        dump(result, file)
    for stream in [*streams, sys.stdout, sys.stderr]:
        with suppress(Exception):  # it has been closed, or is no stream
            stream.flush()
    if sys.implementation.name == "cpython":
        end(0)  # not waiting for threads


if __name__ == "__main__":
    main(*sys.argv[1:])
