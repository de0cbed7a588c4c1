"""What code finds around it: nothing that another interpreter, machine or claim would not find."""

import os
import sys
import tempfile
import time


def seen():
    return {
        "files": os.listdir(),
        "temporary files here": os.path.samefile(tempfile.gettempdir(), os.getcwd()),
        "input": sys.stdin.read(),
        "arguments": sys.argv,
        "clock": [*time.tzname, time.localtime(0).tm_hour],
        "locale": os.environ["LC_ALL"],
        "stray settings": sorted(name for name in os.environ if name.startswith("LC_")),
    }


def leave_things_behind():
    with open("left behind", "w", encoding="utf-8") as file:
        file.write("by an earlier claim")
    os.mkdir("elsewhere")
    os.chdir("elsewhere")
    sys.argv.append("left behind")
    return os.path.abspath("..")
