"""A process for each plug-in, of the environment that the plug-in is installed in."""

import json
import os
import subprocess
import tempfile
import threading
from pathlib import Path

import installing

WORKER = Path(__file__).with_name("worker.py")
PARCEL = {"grams": 250, "country": "DE"}


class Carrier:
    def __init__(self, environment, distribution, megabytes=0):
        script = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        command = [str(Path(environment, script)), str(WORKER), distribution]
        self.process = subprocess.Popen(
            [*command, str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.ready = self.process.stdout.readline() == "ready\n"

    def quote(self, seconds, **parcel):
        """Cents; or what went wrong."""
        timer = threading.Timer(seconds, self.process.kill)
        timer.start()
        try:
            print(json.dumps(parcel), file=self.process.stdin, flush=True)
            reply = self.process.stdout.readline()
        finally:
            timer.cancel()
        if not reply:
            return self.end()
        reply = json.loads(reply)
        if "raised" in reply:
            return reply["raised"]
        cents = reply["answer"]
        return cents if type(cents) is int and cents >= 0 else f"no cents: {cents!r}"

    def end(self):
        status = self.process.wait()
        return f"exit status {status}" if status > 0 else "killed"

    def close(self):
        self.process.kill()
        self.process.communicate()


def quotes(environment, distribution, parcels, seconds=30, megabytes=0):
    """What one carrier answers; after an end, a new process answers the next parcel."""
    answers = []
    for parcel in parcels:
        carrier = Carrier(environment, distribution, megabytes)
        try:
            answers.append(carrier.quote(seconds, **parcel))
        finally:
            carrier.close()
    return answers


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        installing.install_all(temporary)
        home = str(Path(temporary, "environment"))
        for carrier in "swift-post", "grumpy-cargo", "quitter-lines":
            print(carrier, quotes(home, carrier, [PARCEL]))
        print("molasses-mail", quotes(home, "molasses-mail", [PARCEL], seconds=0.5))
