"""Somebody at a terminal: starts a command there, reads, types, and knows what to wait for.

Arguments: JSON with `command` (a list), `environment` (more of it), and `steps`, carried out in
their order, each one of

    {"await": text}             read until the text appears
    {"type": keys}              type, as on a keyboard
    {"write": path, "text": t}  save a file, as an editor does: beside it, then renamed
    {"signal": number}          what the terminal sends for a key such as Ctrl-C, to all in front
    {"end": status}             wait for the end, which must have this exit status

Prints what stood on the screen, and whether the settings of the terminal are what they were; or,
with status 1, the step that did not happen.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios

PATIENCE = 60  # seconds without the awaited text
ESCAPE = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()=>][0-9A-B]?|\x1b[=>]")


class Person:
    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.seen = b""
        self.read_to = 0
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, os.environ | environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.settings = termios.tcgetattr(self.terminal)

    def read(self) -> bool:
        """Takes in what is new on the screen; whether there may be more."""
        ready, _, _ = select.select([self.terminal], [], [], PATIENCE)
        if not ready:
            raise TimeoutError(f"nothing more within {PATIENCE} s")
        try:
            data = os.read(self.terminal, 65536)
        except OSError:  # how Linux says that nobody has the terminal open any more
            return False
        self.seen += data
        return bool(data)

    def await_text(self, text: str) -> None:
        while True:
            found = self.plain().find(text, self.read_to)
            if found >= 0:
                self.read_to = found + len(text)
                return
            if not self.read():
                raise EOFError("the command ended before")

    def plain(self) -> str:
        return ESCAPE.sub(b"", self.seen).decode().replace("\r", "")

    def end(self, status: int) -> None:
        while self.read():
            pass
        _, ended = os.waitpid(self.pid, 0)
        actual = os.waitstatus_to_exitcode(ended)
        if actual != status:
            raise AssertionError(f"ended with {actual}")
        self.restored = termios.tcgetattr(self.terminal) == self.settings


def save(file: str, text: str) -> None:
    with open(file + "~", "w", encoding="utf-8") as beside:
        beside.write(text)
    os.replace(file + "~", file)


def main() -> None:
    script = json.loads(sys.argv[1])
    person = Person(script["command"], script["environment"])
    for step in script["steps"]:
        try:
            match step:
                case {"await": text}:
                    person.await_text(text)
                case {"type": keys}:
                    os.write(person.terminal, keys.encode())
                case {"write": file, "text": text}:
                    save(file, text)
                case {"signal": number}:
                    os.killpg(os.tcgetpgrp(person.terminal), number)
                case {"end": status}:
                    person.end(status)
        except Exception as error:
            os.kill(person.pid, signal.SIGKILL)
            print(f"{step}: {error!r}\nThe screen:\n{person.plain()}")
            sys.exit(1)
    print(person.seen.decode().replace("\r", ""))
    print("terminal restored:", person.restored)


if __name__ == "__main__":
    main()
