"""What `entry_points()` finds, in which order, and what it leaves to the host."""

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from importlib.metadata import EntryPoint, MetadataPathFinder, distributions, entry_points
from pathlib import Path

GROUP = "shop.carriers.v"  # and the version of the contract


@contextmanager
def installed(*folders):
    """These folders on the path, and no carrier imported, before and after."""
    sys.path.extend(folders)
    try:
        yield
    finally:
        del sys.path[-len(folders) :]
        MetadataPathFinder().invalidate_caches()
        for name in imported(*folders):
            del sys.modules[name]


def imported(*folders):
    files = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
    return sorted(name for name, file in files.items() if file and file.startswith(folders))


def offered() -> list[EntryPoint]:
    return [point for point in entry_points() if point.group.startswith(GROUP)]


def load_all(points):
    """A carrier that cannot be loaded is reported, and the others are loaded all the same."""
    loaded = {}
    for point in points:
        try:
            loaded[point.name] = type(point.load()).__name__
        except KeyboardInterrupt:
            raise
        except BaseException as failure:  # `sys.exit()` too
            loaded[point.name] = type(failure).__name__
    return loaded


def finding_and_loading(folder):
    with installed(folder):
        points = offered()
        found = {"found": len(points), "imported": imported(folder)}
        found["loaded"] = load_all(points)
        return found | {"imported then": imported(folder)}


def names_as_listed(folder, backwards):
    """The names in the order of discovery, if the system lists the folder in this order."""
    listdir = os.listdir
    with installed(folder):
        os.listdir = lambda path: sorted(listdir(path), reverse=backwards)
        try:
            return [point.name for point in offered()]
        finally:
            os.listdir = listdir


def distributions_offering(folder, name):
    with installed(folder):
        return sorted(point.dist.name for point in offered() if point.name == name)


def beside_a_malformed_one(folder):
    """What discovery gives if a package that is no plug-in has a line without `=`."""
    with tempfile.TemporaryDirectory() as other:
        metadata = Path(other, "unrelated-1.0.dist-info")
        metadata.mkdir()
        (metadata / "entry_points.txt").write_text("[other.tools]\nno equals sign")
        with installed(folder, other):
            try:
                return len(offered())
            except Exception as failure:
                return type(failure).__name__


def in_two_folders(folder, distribution):
    """One distribution in two folders of the path: how many copies, and whose offers are found."""
    with tempfile.TemporaryDirectory() as other:
        (metadata,) = Path(folder).glob(f"{distribution}-*.dist-info")
        shutil.copytree(metadata, Path(other, metadata.name))
        with installed(folder, other):
            copies = list(distributions(name=distribution))
            found = [point.dist for point in offered() if point.dist.name == copies[0].name]
            return [len(copies), [dist.locate_file("") == Path(folder) for dist in found]]


if __name__ == "__main__":
    import installing

    with tempfile.TemporaryDirectory() as temporary:
        site = installing.install_all(temporary)
        report = finding_and_loading(site)
        print("found:", report["found"], "imported meanwhile:", report["imported"])
        print("loaded:", report["loaded"])
        print("offer `swift`:", distributions_offering(site, "swift"))
