"""Carries a call from Java into Python and its result back, as JSON text.

This is the only road a value takes, on every interpreter: what differs between two
interpreters is therefore their own doing and never a converter's. Modules are imported
where they are needed: on a cold GraalPy each costs a tenth of a second or more.
"""

import importlib
import importlib.machinery
import os
import sys


class Twin:
    """A meta path finder that lays a broken twin over the module of the same name.

    The original runs first, then the twin's text in the same namespace, so a twin holds
    nothing but what it breaks.
    """

    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        text = os.path.join(self.folder, *name.split(".")) + ".py"
        if not os.path.isfile(text):
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is None:
            raise ImportError(f"{text} is a broken twin of a module that does not exist")
        original = spec.loader.exec_module

        def exec_module(module):
            original(module)
            with open(text, encoding="utf-8") as source:
                exec(compile(source.read(), text, "exec"), module.__dict__)

        spec.loader.exec_module = exec_module
        return spec


start = os.getcwd()
folders = []
packages = None
hidden = {}


def use(roots, twin=None, installed=None):
    """Forget every module that came from earlier roots or twins, then look in these."""
    os.chdir(start)
    sys.argv = [""]
    for name in imported_from(folders):
        del sys.modules[name]
    sys.path[:] = [entry for entry in sys.path if entry not in folders]
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Twin)]
    folders[:] = roots
    sys.path[:0] = roots
    if twin is not None:
        sys.meta_path.insert(0, Twin(twin))
    for folder in roots:  # not importlib.invalidate_caches(): it imports half the standard library
        sys.path_importer_cache.pop(folder, None)
    if installed != packages:
        exchange_packages(installed)


def exchange_packages(installed):
    """Find these packages and no others; what was imported of those is kept for their next use."""
    global packages
    if packages is not None:
        sys.path[:] = [entry for entry in sys.path if entry != packages]
        hidden[packages] = {name: sys.modules.pop(name) for name in imported_from([packages])}
    if installed is not None:
        sys.path.append(installed)
        sys.modules.update(hidden.pop(installed, {}))
        if package_finder not in sys.path_hooks:
            sys.path_hooks.insert(0, package_finder)
    packages = installed


def package_finder(path):
    if packages is None or not (path + os.sep).startswith(packages + os.sep):
        raise ImportError
    return importlib.machinery.FileFinder(path, (PackageLoader, [".py"]))


class PackageLoader(importlib.machinery.SourceFileLoader):
    """Keeps the byte code, unlike that of modules under proof: compiling is half of an import."""

    def get_code(self, name):
        setting, sys.dont_write_bytecode = sys.dont_write_bytecode, False
        try:
            return super().get_code(name)
        finally:
            sys.dont_write_bytecode = setting


def imported_from(places):
    """The names of the modules that lie below these folders."""
    below = tuple(place + os.sep for place in places)
    return [
        name
        for name, module in list(sys.modules.items())
        if (getattr(module, "__file__", None) or "").startswith(below)
    ]


def answer(request):
    """The answer to one request, both JSON: `value` or `error`, and the modules used."""
    import json

    try:
        value = perform(json.loads(request))
        return json.dumps({"value": value, "modules": used()}, allow_nan=False)
    except BaseException as failure:  # SystemExit too: a call that exits has not answered
        return json.dumps({"error": describe(failure), "modules": used()})


def perform(request):
    if "use" in request:
        return use(*request["use"])
    module, _, function = request["call"].rpartition(".")
    return getattr(importlib.import_module(module), function)(*request["args"])


def used():
    return sorted(imported_from(folders))


def describe(failure):
    """The exception as data, with the traceback as Python prints it, less our own frames."""
    import traceback

    frames = failure.__traceback__
    while frames is not None and frames.tb_frame.f_globals is globals():
        frames = frames.tb_next
    lines = traceback.format_exception(type(failure), failure, frames)
    try:
        message = str(failure)
    except Exception as second:
        message = f"<its message cannot be shown: {type(second).__name__}>"
    return {
        "type": type(failure).__name__,
        "message": message,
        "traceback": "".join(lines).rstrip(),
    }


def serve(seconds):
    """Answer requests line by line until standard input ends, each within the limits."""
    import faulthandler

    requests = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)  # the pipe is ours alone; what the code under proof prints goes to the log
    for request in requests:
        faulthandler.dump_traceback_later(seconds, exit=True, file=2)
        text = answer(request)
        faulthandler.cancel_dump_traceback_later()
        print(text, file=answers, flush=True)
    if os.name == "posix":
        os.killpg(0, 9)  # with whatever was started and left behind
    os._exit(0)


def run(seconds, *what):
    """Run a module as `__main__` within the limits."""
    import faulthandler

    faulthandler.dump_traceback_later(seconds, exit=True, file=2)
    run_module(*what)


def run_module(roots, installed, module, *arguments):
    """Run a module as `__main__`, as `python3 module.py` would."""
    import runpy

    use(roots.split(os.pathsep), installed=installed or None)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def limit(memory, output):
    if os.name != "posix":
        return
    import contextlib
    from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_FSIZE, setrlimit

    os.setsid()  # one group with everything it starts, so that nothing outlives it
    for what, size in ((RLIMIT_AS, memory), (RLIMIT_FSIZE, output), (RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # macOS does not limit the address space
            setrlimit(what, (size, size))


def exit_status(*what):
    """Run a module as `run_module` does; the status that the interpreter would end with."""
    try:
        run_module(*what)
    except SystemExit as leaving:
        if leaving.code is None or isinstance(leaving.code, int):
            return leaving.code or 0
        print(leaving.code, file=sys.stderr)
        return 1
    except BaseException as failure:
        print(describe(failure)["traceback"], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    action, time, memory, output, *rest = sys.argv[1:]
    limit(int(memory), int(output))
    {"serve": serve, "run": run}[action](float(time), *rest)
