"""What py-spy, a sampler, sees of a running service that knows nothing of it."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig

import waiting_service

PY_SPY = shutil.which("py-spy", path=sysconfig.get_path("scripts"))
OURS = {"matched_before", "serve", "wait_for_database"}


def started_and_looked_at(payments_first):
    """Starts the service and becomes py-spy: an ancestor may look where others may not."""
    service = subprocess.Popen(
        [sys.executable, waiting_service.__file__, payments_first],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    print(int(service.stdout.readline()), flush=True)
    os.set_inheritable(service.stdin.fileno(), True)  # open until py-spy has ended
    os.execv(PY_SPY, [PY_SPY, "dump", "--json", "--pid", str(service.pid)])


def looked_at(payments_first):
    """How many payments were matched before, and each thread's functions, the innermost first."""
    command = [sys.executable, __file__, str(payments_first)]
    path = {"PYTHONPATH": os.path.dirname(os.path.abspath(__file__))}
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ | path)
    matched, dump = run.stdout.split(b"\n", 1)
    threads = {}
    for thread in json.loads(dump):
        name = "main" if thread["thread_name"] == "MainThread" else "other"
        threads[name] = [frame["name"] for frame in thread["frames"] if frame["name"] in OURS]
    return {"matched": int(matched), "stacks": threads}


if __name__ == "__main__":
    if len(sys.argv) == 2:
        started_and_looked_at(sys.argv[1])
    elif PY_SPY is None or sys.platform != "linux":
        print("needs py-spy beside this Python, and Linux, where an ancestor may look")
    else:
        for number in 0, 1000:
            seen = looked_at(number)
            print("payments matched before:", seen["matched"])
            for thread, functions in seen["stacks"].items():
                print(f"  {thread} thread:", ", called by ".join(functions))
