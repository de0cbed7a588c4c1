"""What py-spy, a sampler, sees of a running service that knows nothing of it."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig

import waiting_service

PY_SPY = shutil.which("py-spy", path=sysconfig.get_path("scripts"))
OURS = {"matched_before", "matched_after", "serve", "wait_for_database"}


def started_and_looked_at(*arguments):
    """Starts the service and becomes py-spy: an ancestor may look where others may not."""
    service = subprocess.Popen(
        [sys.executable, waiting_service.__file__, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    service.stdout.readline()
    os.set_inheritable(service.stdin.fileno(), True)  # open until py-spy has ended
    os.execv(PY_SPY, [PY_SPY, "dump", "--json", "--pid", str(service.pid)])


def stacks(way, payments_first):
    """For each thread the service's own functions that it is in, the innermost first."""
    command = [sys.executable, __file__, way, str(payments_first)]
    path = {"PYTHONPATH": os.path.dirname(os.path.abspath(__file__))}
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ | path)
    threads = {}
    for thread in json.loads(run.stdout):
        name = "main" if thread["thread_name"] == "MainThread" else "other"
        threads[name] = [frame["name"] for frame in thread["frames"] if frame["name"] in OURS]
    return threads


if __name__ == "__main__":
    if len(sys.argv) == 3:
        started_and_looked_at(*sys.argv[1:])
    elif PY_SPY is None or sys.platform != "linux":
        print("needs py-spy beside this Python, and Linux, where a parent may look")
    else:
        for thread, functions in stacks("before", 0).items():
            print(f"{thread} thread:", ", called by ".join(functions))
