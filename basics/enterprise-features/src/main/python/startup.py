"""What an installed package runs before the program does, and without being imported."""

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

PACKAGE = {
    "rates.py": "print('package')",
    "rates.pth": "import sys; print('pth')",
    "sitecustomize.py": "print('sitecustomize')",
}
WITHOUT_IT = "import sys; print('isolated' * sys.flags.isolated, 'program')"
WITH_IT = "import rates; print('program')"


def starts():
    """What runs in an environment, in this order, with the package and without."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        without = ran(home, WITHOUT_IT)
        for name, text in PACKAGE.items():
            folder(home, "purelib").joinpath(name).write_text(text)
        return {
            "does not import it": ran(home, WITHOUT_IT),
            "imports it": ran(home, WITH_IT),
            "-I": ran(home, WITHOUT_IT, "-I"),
            "-S": ran(home, WITHOUT_IT, "-S"),
            "nothing installed": without,
        }


def ran(home, program, *options):
    """Each once: a virtual environment may read its `.pth` files twice at one start."""
    command = [folder(home, "scripts") / "python", "-E", *options, "-c", program]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return list(dict.fromkeys(said.stdout.split()))


def folder(home, name):
    """Where an environment keeps its packages, or its programs."""
    return Path(sysconfig.get_path(name, "venv", {"base": home}))


if __name__ == "__main__":
    for how, what in starts().items():
        print(f"{how}:", *what)
