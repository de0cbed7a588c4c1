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
IMPORTS_NOTHING = "print('program')"
IMPORTS_IT = "import rates; print('program')"


def starts():
    """What runs in an environment, in this order, with the package and without."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        without = ran(home, IMPORTS_NOTHING)
        for name, text in PACKAGE.items():
            folder(home, "purelib").joinpath(name).write_text(text)
        return {
            "imports nothing": ran(home, IMPORTS_NOTHING),
            "imports the package": ran(home, IMPORTS_IT),
            "-I": ran(home, IMPORTS_NOTHING, "-I"),
            "-S": ran(home, IMPORTS_NOTHING, "-S"),
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
