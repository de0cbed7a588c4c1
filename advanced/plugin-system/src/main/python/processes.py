"""A process for each plug-in, of the environment that the plug-in is installed in."""

import json
import os
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
LONGEST = 10_000  # characters of a reply


class Carrier:
    def __init__(self, environment, distribution, megabytes, folder):
        script = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        command = [str(Path(environment, script)), str(WORKER), distribution, str(megabytes)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            process_group=0,  # its children are killed with it
            env=os.environ | {"PYTHONPATH": folder},
        )
        self.is_late = False

    def quote(self, seconds, **parcel):
        """Cents; or what went wrong. The first call imports the carrier, within its time."""
        timer = threading.Timer(seconds, self.stop)
        timer.start()
        try:
            print(json.dumps(parcel), file=self.process.stdin, flush=True)
            reply = self.process.stdout.readline(LONGEST)
            return meaning(reply) if reply else self.end()
        except BrokenPipeError:
            return self.end()
        finally:
            timer.cancel()

    def stop(self):
        self.is_late = True
        os.killpg(self.process.pid, signal.SIGKILL)

    def end(self):
        status = self.process.wait()
        if self.is_late:
            return "killed"
        return f"exit status {status}" if status >= 0 else f"signal {-status}"

    def close(self):
        with suppress(ProcessLookupError):  # all of them have ended
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def meaning(reply):
    """The plug-in may have written anything, so whatever is not as it should be is no cents."""
    try:
        match json.loads(reply):
            case {"raised": str(name)}:
                return name
            case {"answer": cents} if type(cents) is int and cents >= 0:
                return cents
    except (ValueError, RecursionError):
        pass
    return f"no cents: {reply.strip()[:40]}"


def quotes(environment, distribution, parcels, seconds, megabytes, folder=""):
    """What one carrier answers; each parcel gets a new process."""
    answers = []
    for parcel in parcels:
        carrier = Carrier(environment, distribution, megabytes, folder)
        try:
            answers.append(carrier.quote(seconds, **parcel))
        finally:
            carrier.close()
    return answers


def quotes_of(environment, source, parcels, seconds, megabytes):
    """The same of a carrier whose module has this text."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "rogue.py").write_text(source, encoding="utf-8")
        metadata = Path(folder, "rogue-1.0.dist-info")
        metadata.mkdir()
        (metadata / "entry_points.txt").write_text("[shop.carriers.v2]\nrogue = rogue:quote")
        return quotes(environment, "rogue", parcels, seconds, megabytes, folder)


if __name__ == "__main__":
    import installing

    parcels = [{"grams": 250, "country": "DE"}]
    with tempfile.TemporaryDirectory() as temporary:
        installing.install_all(temporary)
        home = str(Path(temporary, "environment"))
        for distribution in "swift-post", "grumpy-cargo", "quitter-lines":
            print(distribution, quotes(home, distribution, parcels, 30, 0))
        print("molasses-mail", quotes(home, "molasses-mail", parcels, 0.5, 0))
