"""A release that is killed after each of its steps in turn, and run again."""

import tempfile
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
    (index / wheel.name).write_bytes(wheel.read_bytes())
    step("published", wheel.name)


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
    """Whether it was killed, whether the index was sound then, and what is published in the end."""
    with tempfile.TemporaryDirectory() as folder:
        index, steps = Path(folder), Steps(last)
        try:
            release(wheels, index, steps)
            return False, is_sound(index), steps.published, contents(index)
        except Killed:
            was_sound = is_sound(index)
        release(wheels, index, steps)
        return True, was_sound, steps.published, contents(index)


def is_sound(index):
    """Whether everything that is there finds there what it needs."""
    there = {releasing.name_of(wheel): releasing.needs(wheel) for wheel in index.glob("*.whl")}
    return all(names <= there.keys() for names in there.values())


def contents(folder):
    return {wheel.name: wheel.read_bytes() for wheel in folder.glob("*.whl")}


def killed_everywhere(dist, how, is_by_name=False):
    """How many kills there are, and after how many of them something is wrong."""
    wheels = sorted(Path(dist).glob("*.whl")) if is_by_name else releasing.in_order(dist)
    kills = unsound = twice = incomplete = 0
    is_killed = True
    while is_killed:
        kills += 1
        is_killed, was_sound, published, there = killed_after(kills, wheels, RELEASES[how])
        unsound += not was_sound
        twice += len(published) > len(set(published))
        incomplete += there != contents(Path(dist))
    return {"kills": kills - 1, "unsound": unsound, "twice": twice, "incomplete": incomplete}


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


if __name__ == "__main__":
    import shipping

    with tempfile.TemporaryDirectory() as dist:
        shipping.build(dist)
        for how in RELEASES:
            print(how, killed_everywhere(dist, how))
