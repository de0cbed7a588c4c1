"""Plug-ins as they reach a user: wheels, built by a back end and installed by a tool."""

import importlib
import os
import subprocess
import sysconfig
import tempfile
import tomllib
import venv
from pathlib import Path

PROJECTS = Path(__file__).parents[1] / "plugins"


def wheel_of(project: Path, folder: Path) -> Path:
    """Build it as any front end does: call the back end that its pyproject.toml names (PEP 517)."""
    system = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    back_end = importlib.import_module(system["build-backend"])
    before = os.getcwd()
    os.chdir(project)  # where a back end expects to be
    try:
        return folder / back_end.build_wheel(str(folder))
    finally:
        os.chdir(before)


def install(wheels: list[Path], environment: Path) -> Path:
    """Install them into a new virtual environment, without any index; its site-packages."""
    import uv

    venv.create(environment, symlinks=os.name != "nt")
    command = [
        uv.find_uv_bin(),
        "pip",
        "install",
        "--quiet",
        "--offline",
        "--no-index",
        "--no-deps",
    ]
    cache = ["--cache-dir", str(environment / "uv-cache")]
    subprocess.run([*command, *cache, "--python", str(environment), *map(str, wheels)], check=True)
    places = {"base": str(environment), "platbase": str(environment)}
    return Path(sysconfig.get_path("purelib", "venv", places))


def install_all(folder: str) -> str:
    wheels = [wheel_of(project, Path(folder)) for project in sorted(PROJECTS.iterdir())]
    return str(install(wheels, Path(folder, "environment")))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(install_all(temporary))
        for wheel in sorted(Path(temporary).glob("*.whl")):
            print("built", wheel.name)
        for metadata in sorted(site.glob("*/entry_points.txt")):
            print(metadata.parent.name, "offers", *metadata.read_text(encoding="utf-8").split())
