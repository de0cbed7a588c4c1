"""Publishing wheels: what others need goes first, and the index is asked what it has."""

import re
import sys
import zipfile
from email.parser import Parser
from graphlib import TopologicalSorter
from pathlib import Path


def needs(wheel):
    """What it needs, as its metadata say: `acme-money>=1,<2`."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())
    return metadata.get_all("Requires-Dist", [])


def name_in(requirement):
    """The distribution that `Acme_Money[fast]~=1.2` names, written as all write it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement).group()).lower()


def name_of(wheel):
    return name_in(wheel.name.split("-")[0])


def in_order(folder):
    wheels = {name_of(wheel): wheel for wheel in sorted(Path(folder).glob("*.whl"))}
    graph = {name: sorted(map(name_in, needs(wheel))) for name, wheel in wheels.items()}
    order = TopologicalSorter(graph).static_order()
    return [wheels[name] for name in order if name in wheels]  # the others are published elsewhere


def order(folder):
    return [name_of(wheel) for wheel in in_order(folder)]


def release(wheels, index, step):
    """A killed release is run again as it is: it has no memory of its own."""
    for wheel in wheels:
        content = wheel.read_bytes()
        step("read", wheel.name)
        publish(index, wheel.name, content, step)


def publish(index, name, content, step):
    """All of it appears at once; one release at a time never replaces a version that is there."""
    target = index / name
    if target.exists():
        if target.read_bytes() != content:
            raise FileExistsError(name)
        return
    beside = index / f"{name}.part"
    beside.write_bytes(content)
    step("uploaded", name)
    beside.rename(target)
    step("published", name)


if __name__ == "__main__":
    import tempfile

    import shipping

    with tempfile.TemporaryDirectory() as dist, tempfile.TemporaryDirectory() as index:
        shipping.build(dist)
        release(in_order(dist), Path(index), lambda *done: print(*done, file=sys.stdout))
