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


def ran(program, *options):
    """What runs, in this order, in an environment that has the package."""
    return ran_with(PACKAGE, program, *options)


def ran_with(files, program, *options):
    """Each once: a virtual environment may read its `.pth` files twice at one start."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        for name, text in files.items():
            folder(home, "purelib").joinpath(name).write_text(text)
        python = folder(home, "scripts") / "python"
        command = [python, *options, "-c", program]
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
        return list(dict.fromkeys(said.split()))


def folder(home, name):
    """Where an environment keeps its packages, or its programs."""
    return Path(sysconfig.get_path(name, "venv", {"base": home}))


def starts():
    return {
        "imports nothing": ran(IMPORTS_NOTHING),
        "imports the package": ran(IMPORTS_IT),
        "-I": ran(IMPORTS_NOTHING, "-I"),
        "-S": ran(IMPORTS_NOTHING, "-S"),
        "nothing installed": ran_with({}, IMPORTS_NOTHING),
    }


if __name__ == "__main__":
    for how, what in starts().items():
        print(f"{how}:", *what)
