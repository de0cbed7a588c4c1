"""A release that is killed after each of its steps in turn, and run again."""

import re
import shutil
import tempfile
import zipfile
from pathlib import Path

import releasing


class Killed(BaseException):
    pass


class Steps:
    """Remembers what is published, and kills the release after one of its steps."""

    def __init__(self, last):
        self.left = last
        self.published = []

    def __call__(self, done, name):
        if done == "published":
            self.published.append(name)
        self.left -= 1
        if self.left == 0:
            raise Killed


def noting(is_noted_first):
    """A release that notes in a file what it has done, and does not ask the index."""

    def release(wheels, index, step):
        notes = index / "notes.txt"
        notes.touch()
        for wheel in wheels:
            if wheel.name not in notes.read_text(encoding="utf-8"):
                steps = [note, put] if is_noted_first else [put, note]
                for each in steps:
                    each(wheel, index, step)

    return release


def put(wheel, index, step):
    releasing.publish(index, wheel.name, wheel.read_bytes(), step)


def note(wheel, index, step):
    with (index / "notes.txt").open("a", encoding="utf-8") as notes:
        notes.write(f"{wheel.name}\n")
    step("noted", wheel.name)


RELEASES = {
    "asks the index": releasing.release,
    "notes it before": noting(True),
    "notes it afterwards": noting(False),
}


def killed_after(last, wheels, release):
    """Whether it was killed, whether the index was sound then, and what it holds in the end."""
    with tempfile.TemporaryDirectory() as folder:
        index, steps = Path(folder), Steps(last)
        for wheel in wheels[0].parent.glob("earlier/*.whl"):
            shutil.copy(wheel, index)
        try:
            release(wheels, index, steps)
            return False, is_sound(index), contents(index)
        except Killed:
            was_sound = is_sound(index)
        release(wheels, index, steps)
        return True, was_sound, contents(index)


def is_sound(index):
    """Whether each release that is there finds there a release of all that it needs."""
    wheels = list(index.glob("*.whl"))
    there = {(releasing.name_of(wheel), major(wheel)) for wheel in wheels}
    return all(allowed(need) & there for wheel in wheels for need in releasing.needs(wheel))


def major(wheel):
    return int(wheel.name.split("-")[1].split(".")[0])


def allowed(need):
    """The releases that `acme-money>=1,<2` allows, by their first number."""
    low, high = re.search(r">=(\d+),<(\d+)", need).groups()
    return {(releasing.name_in(need), number) for number in range(int(low), int(high))}


def contents(folder):
    return {wheel.name: wheel.read_bytes() for wheel in folder.glob("*.whl")}


def killed_everywhere(dist, how, is_by_name=False):
    """How many kills there are, and after how many of them something is wrong."""
    wheels = sorted(Path(dist).glob("*.whl")) if is_by_name else releasing.in_order(dist)
    whole = contents(Path(dist)) | contents(Path(dist, "earlier"))
    kills = unsound = incomplete = 0
    is_killed = True
    while is_killed:
        kills += 1
        is_killed, was_sound, there = killed_after(kills, wheels, RELEASES[how])
        unsound += not was_sound
        incomplete += there != whole
    return {"kills": kills - 1, "unsound": unsound, "incomplete": incomplete}


def published_again(dist, is_changed):
    """The index has this version already, and somebody publishes it again."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = releasing.in_order(dist)[0]
        step = Steps(0)
        for content in wheel.read_bytes(), wheel.read_bytes() + b"!" * is_changed:
            try:
                releasing.publish(Path(folder), wheel.name, content, step)
            except FileExistsError:
                return ["refused", contents(Path(folder)) == {wheel.name: wheel.read_bytes()}]
        return [len(step.published), contents(Path(folder)) == {wheel.name: wheel.read_bytes()}]


def order_with_others():
    """The order of two wheels of which one needs a distribution of somebody else, too."""
    with tempfile.TemporaryDirectory() as folder:
        for name, needs in {"acme_web": ["requests>=2", "Acme_Zoo==1"], "acme_zoo": []}.items():
            metadata = "\n".join(f"Requires-Dist: {need}" for need in needs)
            with zipfile.ZipFile(Path(folder, f"{name}-1-py3-none-any.whl"), "w") as wheel:
                wheel.writestr(f"{name}-1.dist-info/METADATA", metadata)
        return releasing.order(folder)


if __name__ == "__main__":
    import shipping

    with tempfile.TemporaryDirectory() as dist:
        shipping.build(dist)
        for how in RELEASES:
            print(how, killed_everywhere(dist, how))
