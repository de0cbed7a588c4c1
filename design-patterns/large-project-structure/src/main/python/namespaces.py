"""Three distributions share the namespace `acme`, and one of them ships a file too many."""

import importlib
import sys
import tempfile
from pathlib import Path

NAMES = ("orders", "billing", "web")


def importable(stray=None, together=False):
    """Which packages can be imported, if this distribution ships `acme/__init__.py`."""
    with tempfile.TemporaryDirectory() as root:
        folders = {name: str(Path(root, "site" if together else name)) for name in NAMES}
        for name, folder in folders.items():
            package = Path(folder, "acme", name)
            package.mkdir(parents=True)
            (package / "__init__.py").touch()
            if name == stray:
                add_stray(package)
        return [name for name in NAMES if is_found(f"acme.{name}", list(folders.values()))]


def add_stray(package):
    (package.parent / "__init__.py").touch()


def is_found(module, folders):
    forget()
    before = sys.path[:]
    sys.path[:0] = folders
    try:
        importlib.import_module(module)
        return True
    except ModuleNotFoundError:
        return False
    finally:
        sys.path[:] = before
        forget()


def forget():
    importlib.invalidate_caches()
    for name in [*sys.modules]:
        if name.split(".")[0] == "acme":
            del sys.modules[name]


if __name__ == "__main__":
    print("a folder each:", importable())
    for name in NAMES:
        print(f"{name} ships acme/__init__.py:", importable(name))
    print("... in one folder:", importable("web", together=True))
