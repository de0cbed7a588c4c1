"""A release that is killed after each of its steps in turn, and run again."""

import os
import re
import shutil
import signal
import tempfile
import zipfile
from pathlib import Path

import releasing

PATIENCE = 60


class Stopped(BaseException):
    """Leaves all blocks, as if the process ended here; where it really is killed, see `die`."""


def throw():
    raise Stopped


def die():
    """No block is left: neither `except` nor `finally` runs."""
    os.kill(os.getpid(), signal.SIGKILL)


class Steps:
    """Remembers what is published, and ends the release after one of its steps."""

    def __init__(self, last, end):
        self.left = last
        self.end = end
        self.published = []

    def __call__(self, done, name):
        if done == "published":
            self.published.append(name)
        self.left -= 1
        if self.left == 0:
            self.end()


def is_stopped(release, wheels, index, last):
    """Whether the release has so many steps; an exception ends it after this one."""
    try:
        release(wheels, index, Steps(last, throw))
    except Stopped:
        return True
    return False


def is_killed(release, wheels, index, last):
    """The same in a process of its own, which SIGKILL ends (CPython)."""
    process = os.fork()
    if process == 0:
        signal.alarm(PATIENCE)
        try:
            release(wheels, index, Steps(last, die))
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(process, 0)
    ended = os.waitstatus_to_exitcode(status)
    if ended not in (0, -signal.SIGKILL):
        raise ChildProcessError(f"the release ended with {ended}")
    return ended != 0


ENDS = {"exception": is_stopped, "SIGKILL": is_killed}


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


def taking_back(wheels, index, step):
    """Notes a version first; an `except` takes back the notes of those that are not published."""
    try:
        RELEASES["notes it before"](wheels, index, step)
    except BaseException:
        notes = index / "notes.txt"
        noted = notes.read_text(encoding="utf-8").split()
        there = [f"{name}\n" for name in noted if (index / name).exists()]
        notes.write_text("".join(there), encoding="utf-8")
        raise


RELEASES = {
    "asks the index": releasing.release,
    "notes it before": noting(True),
    "notes it afterwards": noting(False),
    "takes a note back": taking_back,
}


def killed_after(last, wheels, release, ends):
    """Whether it was killed, whether the index was sound then, and what it holds in the end."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder)
        for wheel in wheels[0].parent.glob("earlier/*.whl"):
            shutil.copy(wheel, index)
        was_killed, was_sound = ends(release, wheels, index, last), is_sound(index)
        if was_killed:
            release(wheels, index, lambda done, name: None)
        return was_killed, was_sound, contents(index)


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


def killed_everywhere(dist, how, end, is_by_name=False):
    """How many kills there are, and after how many of them something is wrong."""
    wheels = sorted(Path(dist).glob("*.whl")) if is_by_name else releasing.in_order(dist)
    whole = contents(Path(dist)) | contents(Path(dist, "earlier"))
    kills = unsound = incomplete = 0
    is_killed = True
    while is_killed:
        kills += 1
        is_killed, was_sound, there = killed_after(kills, wheels, RELEASES[how], ENDS[end])
        unsound += not was_sound
        incomplete += there != whole
    return {"kills": kills - 1, "unsound": unsound, "incomplete": incomplete}


def published_again(dist, is_changed):
    """The index has this version already, and somebody publishes it again."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = releasing.in_order(dist)[0]
        step = Steps(0, throw)
        for content in wheel.read_bytes(), wheel.read_bytes() + b"!" * is_changed:
            try:
                releasing.publish(Path(folder), wheel.name, content, step)
            except FileExistsError:
                return ["refused", contents(Path(folder)) == {wheel.name: wheel.read_bytes()}]
        return [len(step.published), contents(Path(folder)) == {wheel.name: wheel.read_bytes()}]


def order_with_others():
    """The order of two wheels: web needs zoo, and zoo needs a distribution of somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        for name, need in {"acme_web": "Acme_Zoo==1", "acme_zoo": "requests>=2"}.items():
            with zipfile.ZipFile(Path(folder, f"{name}-1-py3-none-any.whl"), "w") as wheel:
                wheel.writestr(f"{name}-1.dist-info/METADATA", f"Requires-Dist: {need}")
        return releasing.order(folder)


if __name__ == "__main__":
    import shipping

    with tempfile.TemporaryDirectory() as dist:
        shipping.build(dist)
        for how in RELEASES:
            for end in ENDS:
                print(f"{how}, {end}:", killed_everywhere(dist, how, end))
