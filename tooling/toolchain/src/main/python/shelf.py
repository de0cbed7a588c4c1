"""A shelf of small wheels, and the tools that take from it: uv, pip, and the Python they make."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path

PIP = "-m pip --isolated --disable-pip-version-check --no-cache-dir"
ONLY_OURS = "--no-index --find-links shelf"
WHEEL = "Wheel-Version: 1.0\nGenerator: shelf\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@contextmanager
def new():
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder).resolve()


def put(folder, name, version, needs=(), text="", more=()):
    """A wheel of one module, which knows its version."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    about = "".join(f"Requires-Dist: {need}\n" for need in needs)
    files = {
        f"{name}.py": f"VERSION = {version!r}\n{text}",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{about}",
        f"{info}/WHEEL": WHEEL,
        **dict(more),
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, content in files.items():
            wheel.writestr(zipfile.ZipInfo(path), content)


def run(folder, program, words, *more):
    """A program with these words, and more; no setting of the user decides what it does."""
    ours = {"UV_NO_CACHE": "1", "UV_PYTHON": sys.executable}
    kept = {name: text for name, text in os.environ.items() if name[:3] not in ("UV_", "PIP")}
    command = [program, *words.split(), *more]
    return subprocess.run(command, cwd=folder, env=kept | ours, capture_output=True, text=True)


def tool(name):
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    if found is None:
        raise FileNotFoundError(f"{name}: install what requirements.txt pins")
    return found


def uv(folder, words, url=""):
    return run(folder, tool("uv"), f"--no-config {words.format(url=url)}")


def pip(folder, words, url=""):
    return run(folder, sys.executable, f"{PIP} {words.format(url=url)}")


def install(folder, words, by="uv"):
    """How an installer ends that takes wheels from the shelf, and which versions are there then."""
    rest = f"install {ONLY_OURS} --target site {words}"
    ended = uv(folder, f"pip {rest}") if by == "uv" else pip(folder, rest)
    return [ended.returncode, versions(folder / "site")]


def lock(root, *lines):
    """What uv writes for these requirements, with the hash of each file."""
    (root / "wanted.txt").write_text("\n".join(lines), encoding="utf-8")
    hashed = f"{ONLY_OURS} --generate-hashes --no-header --no-annotate"
    return uv(root, f"pip compile {hashed} wanted.txt").stdout


def versions(site):
    parts = sorted(info.name.split("-") for info in site.glob("*.dist-info"))
    return {name: version.removesuffix(".dist") for name, version, *_ in parts}


def installers(site):
    """Who put the packages there, as each installer signs (PEP 376)."""
    return sorted({file.read_text(encoding="utf-8").strip() for file in site.glob("*/INSTALLER")})


def python(environment):
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    with new() as root:
        put(root / "shelf", "money", "1.9")
        put(root / "shelf", "money", "1.10")
        print("uv takes", install(root, "money"))
