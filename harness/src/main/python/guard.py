"""Refuses what an exercise has no business doing: against accidents, not against attackers.

An audit hook sees a process being started, a file being written or a thread too many before
it happens, whoever asks. The code under check gets an exception; the first one is also kept,
because that code may swallow it.
"""

from __future__ import annotations

import _thread
import os
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import Any, NoReturn

from checking import Stopped, refusals

MOST_THREADS = 1000  # at once, of one check
STARTS_THREAD = {"_thread.start_new_thread", "_thread.start_joinable_thread"}
STARTS_PROCESS = {
    *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile"),
    *("os.system", "pty.spawn", "subprocess.Popen"),
}
CHANGES_FILE = {
    *("os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"),
    *("os.truncate", "shutil.rmtree"),  # rmtree names what it removes relative to an open folder
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
STARTS_PROCESS_ONCE_IMPORTED = "multiprocessing.popen_"  # whichever way it does

threads_before = 0  # left over from earlier checks


def on(kept: list[Path]) -> None:
    """Guards this process from now on; an audit hook cannot be taken away again.

    Files may be written below the working directory and the folder for temporary files, but
    for those that are to be kept as they are.
    """
    sys.dont_write_bytecode = True
    os._exit = leave
    folders = [Path.cwd().resolve(), Path(tempfile.gettempdir()).resolve()]
    kept = [file.resolve() for file in kept]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        imported = arguments[0] if event == "import" else ""
        if event in STARTS_PROCESS or imported.startswith(STARTS_PROCESS_ONCE_IMPORTED):
            refuse(f"an exercise starts no processes ({event})")
        if event in STARTS_THREAD and _thread._count() - threads_before >= MOST_THREADS:
            refuse(f"an exercise has at most {MOST_THREADS} threads at once")
        for path in written(event, arguments):
            if path in kept or not any(path.is_relative_to(folder) for folder in folders):
                refuse(f"an exercise writes no files but in its own folder ({path})")

    sys.addaudithook(hook)
    if sys.version_info < (3, 12):  # it tells nobody of a new thread
        start = threading._start_new_thread

        def audited_start(*arguments: Any) -> int:
            sys.audit("_thread.start_new_thread", *arguments)
            return start(*arguments)

        threading._start_new_thread = audited_start


def new_check() -> None:
    """Threads that are left over from an earlier check do not count from now on."""
    global threads_before
    threads_before = _thread._count()


def leave(status: int) -> NoReturn:
    """What `os._exit` does to an exercise: it must not take the verdict along."""
    raise SystemExit(status)


def refuse(why: str) -> NoReturn:
    refusals.append(Stopped(why, traceback.extract_stack()))
    raise PermissionError(why)


def written(event: str, arguments: tuple[object, ...]) -> list[Path]:
    """The files that what is about to happen would change: whichever of its arguments are paths."""
    if event == "open":
        path, mode, flags = arguments  # of C's files the mode, and of descriptors the flags
        arguments = (path,) if flags & WRITES or set("wax+") & set(mode or "") else ()
    elif event not in CHANGES_FILE:
        return []
    named = [os.fsdecode(each) for each in arguments if isinstance(each, str | bytes | os.PathLike)]
    return [Path(name).resolve() for name in named if name != os.devnull]
