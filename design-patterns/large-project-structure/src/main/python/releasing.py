"""Publishing wheels: what others need goes first, and the index is asked what it has."""

import sys
import zipfile
from email.parser import Parser
from graphlib import TopologicalSorter
from pathlib import Path


def needs(wheel):
    """The distributions that it needs, as its metadata say."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())
    return {each.split(">")[0] for each in metadata.get_all("Requires-Dist", [])}


def name_of(wheel):
    return wheel.name.split("-")[0].replace("_", "-")


def in_order(folder):
    wheels = {name_of(wheel): wheel for wheel in sorted(Path(folder).glob("*.whl"))}
    graph = {name: sorted(needs(wheel)) for name, wheel in wheels.items()}
    return [wheels[name] for name in TopologicalSorter(graph).static_order()]


def order(folder):
    return [name_of(wheel) for wheel in in_order(folder)]


def release(wheels, index, step):
    """A killed release is run again as it is: it has no memory of its own."""
    for wheel in wheels:
        content = wheel.read_bytes()
        step("read", wheel.name)
        publish(index, wheel.name, content, step)


def publish(index, name, content, step):
    """All of it appears at once, and a version that is there is never replaced."""
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
