"""Installs what a requirements.txt pins, for the CPython that runs this or for another interpreter.

    install.py TOOLS.txt TOOLS REQUIREMENTS.txt FOLDER [marker=value ...]

FOLDER becomes a virtual environment or, if there are markers, gets a folder `site-packages`.
uv does the work, with the index, proxy and certificates that pip's own settings name. The pip that
is bundled with CPython installs uv into TOOLS, and beside it a pip, which says what its settings
are, and packaging, which evaluates markers.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

PINNED = ("--require-hashes", "--only-binary", ":all:")

UNREACHABLE = 75  # EX_TEMPFAIL of sysexits.h
NO_INDEX = re.compile(
    "Failed to fetch|error sending request|network was disabled"  # uv
    "|connection broken|from versions: none"  # pip
)


def main(pins, tools, requirements, folder, *markers):
    tools = Path(tools)
    if not tools.is_dir():
        make(tools, pins)
    os.environ["PYTHONPATH"] = str(tools)
    settings = pip_settings()
    for name, value in for_uv(settings).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("UV_CACHE_DIR", str(tools.with_name("uv-cache")))
    uv = (str(tools / "bin/uv"), "pip", "install", "--quiet", "--system-certs", *PINNED)
    if settings.get("no-index", "0").lower() in ("1", "y", "yes", "t", "true", "on"):
        uv += ("--no-index",)
    if markers:
        sys.path.append(str(tools))
        says = dict(marker.split("=", 1) for marker in markers)
        pinned = Path(folder, "requirements.txt")
        pinned.write_text("\n".join(applicable(Path(requirements), says)), encoding="utf-8")
        target = ("--target", f"{folder}/site-packages", "--no-deps", "-r", str(pinned))
        version = ("--python", sys.executable, "--python-version", says["python_full_version"])
        run(*uv, *target, *version)
    else:
        venv.create(folder, symlinks=os.name != "nt")
        run(*uv, "--python", folder, "--compile-bytecode", "-r", requirements)


def make(tools, pins):
    """Install what installs, in one step: a killed build leaves none of it or all."""
    for left_over in tools.parent.glob(tools.name + ".*"):
        shutil.rmtree(left_over, ignore_errors=True)
    beside = tempfile.mkdtemp(prefix=tools.name + ".", dir=tools.parent)
    os.environ.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    quietly = ("--quiet", "--root-user-action=ignore", "--no-warn-script-location")
    pip = (sys.executable, str(bundled_pip()), "install", *quietly)
    run(*pip, *PINNED, "--target", beside, "-r", pins)
    try:
        os.rename(beside, tools)
    except OSError:
        if not tools.is_dir():
            raise
        shutil.rmtree(beside)  # what a killed build had begun was ready before


def bundled_pip():
    try:
        import ensurepip
    except ImportError:
        sys.exit(f"{sys.executable} has no ensurepip: Debian has it in python3-venv")
    bundled = Path(ensurepip.__file__).parent / "_bundled"
    folders = (bundled, sysconfig.get_config_var("WHEEL_PKG_DIR"))
    wheels = (wheel for folder in folders if folder for wheel in Path(folder).glob("pip-*.whl"))
    return next(wheels) / "pip"


def pip_settings():
    """What pip is told by its files and, before those, by the environment."""
    said = run(sys.executable, "-m", "pip", "config", "list").splitlines()
    settings = {}
    for section in ("global.", "install.", ":env:."):
        for line in said:
            name, _, value = line.partition("=")
            if name.startswith(section):
                settings[name.removeprefix(section)] = ast.literal_eval(value)
    return settings


def for_uv(settings):
    links = settings.get("find-links", "").split()
    said = {
        "UV_DEFAULT_INDEX": settings.get("index-url"),
        "UV_INDEX": " ".join(settings.get("extra-index-url", "").split()),
        "UV_INDEX_STRATEGY": "unsafe-best-match",  # as pip does; safe, for the hashes are pinned
        "UV_FIND_LINKS": ",".join(link for link in links if "://" in link or os.path.isdir(link)),
        "UV_INSECURE_HOST": " ".join(settings.get("trusted-host", "").split()),
        "SSL_CERT_FILE": settings.get("cert"),
        "ALL_PROXY": settings.get("proxy"),
    }
    return {name: value for name, value in said.items() if value}


def applicable(requirements, says):
    """The requirements whose markers hold for an interpreter; uv would ask the one it runs on."""
    from packaging.requirements import Requirement

    for line in requirements.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        pin, *hashes = line.partition("#")[0].split("--hash=")
        if pin.strip():
            requirement = Requirement(pin)
            if requirement.marker is None or requirement.marker.evaluate(says):
                requirement.marker = None
                yield " --hash=".join((str(requirement), *(text.strip() for text in hashes)))


def run(*command):
    """What a command prints; if it fails, the end of this program with the same words."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    if done.returncode == 0:
        return done.stdout
    said = done.stdout + done.stderr
    print(said)
    sys.exit(UNREACHABLE if NO_INDEX.search(said) else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
