"""Notes which lines of some files run, in whichever thread or child process.

As a script it notes while it runs another: `python3 sitecustomize.py LINES ROOTS shim.py ...`.
LINES is a file that it makes, and ROOTS are folders, separated as on a path. As the module
`sitecustomize`, which every Python imports that starts, it does the same for a child.

The notes are bytes in shared memory. Writing them neither blocks nor lets go of the GIL, so
threads take the turns they would have taken, and no end of a process loses any.
"""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path

MOST_LINES = 10_000  # of a file


def begin(lines: str, *roots: str) -> None:
    files = [file for root in roots for file in sorted(map(str, Path(root).rglob("*.py")))]
    places = {file: number * MOST_LINES for number, file in enumerate(files)}
    with open(lines, "r+b") as file:
        file.truncate(max(1, len(files)) * MOST_LINES)
        reached = mmap.mmap(file.fileno(), 0)
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "reaching")

    def note(code, line):
        place = places.get(code.co_filename)
        if place is not None and line is not None and line < MOST_LINES:
            reached[place + line] = 1
        return monitoring.DISABLE

    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, note)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)


if __name__ == "__main__":
    import runpy

    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    os.environ["REACHING"] = os.pathsep.join(sys.argv[1:3])
    sys.argv[:3] = []
    begin(*os.environ["REACHING"].split(os.pathsep))
    runpy.run_path(sys.argv[0], run_name="__main__")
elif __name__ == "sitecustomize":
    begin(*os.environ["REACHING"].split(os.pathsep))
