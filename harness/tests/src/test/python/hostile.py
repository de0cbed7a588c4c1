"""Code that does not come back by itself."""

import os
import subprocess
import sys
import time


def loop():
    while True:
        pass


def swallow():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def power():
    return 3 ** (15 * 10**6) % 7  # seconds of one operation that nothing interrupts


def allocate():
    hoard = []
    while True:
        hoard.append(bytearray(1 << 27))


def chatter():
    while True:
        print("I am still here " * 100)


def fork_and_leave(seconds):
    """A child keeps the pipe open after its parent is gone."""
    child = os.fork()
    if child == 0:
        time.sleep(seconds)
        os._exit(0)
    print("child", child, flush=True)
    os._exit(7)


def fork_and_loop(seconds):
    child = os.fork()
    if child == 0:
        time.sleep(seconds)
        os._exit(0)
    print("child", child, flush=True)
    loop()


def fork_into_another_group_and_leave(seconds):
    """As a server does, to be ended with its workers: its child, oddly named, loses its parent."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        grandchild = os.fork()
        if grandchild == 0:
            if sys.platform == "linux":
                with open("/proc/self/comm", "wb") as name:
                    name.write(b"\xff) Z")
            time.sleep(seconds)
        print("child", grandchild, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    loop()


def start_and_answer(seconds):
    return subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({seconds})"]).pid


def leave(status):
    os._exit(status)


def fine():
    return "fine"
