"""Which versions an installer takes: by limits, by a lock, by the order of indexes, by age."""

import hashlib
import json
import os
import shutil
import threading
import tomllib
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import shelf

WEEK = "--exclude-newer P7D"
PROJECT = '[project]\nname = "desk"\nversion = "1"\nrequires-python = ">=3.11"\n'
SOURCES = '[tool.uv.sources]\nmoney = {{ index = "own" }}\n[[tool.uv.index]]\nname = "own"\n'
PINNED = SOURCES + 'url = "{url}/own"\nexplicit = true\n'


def stock(root, *more):
    """Orders can only use money 1; the newest tax can only use money 2."""
    for version in ("1.9", "1.10", "2.0", *more):
        shelf.put(root / "shelf", "money", version)
    shelf.put(root / "shelf", "orders", "1.0", ["money<2"])
    shelf.put(root / "shelf", "tax", "1.0", ["money"])
    shelf.put(root / "shelf", "tax", "2.0", ["money>=2"])


def resolved(words):
    """How uv ends, and the versions it installed."""
    with shelf.new() as root:
        stock(root)
        return shelf.install(root, words)


def without_resolving():
    """The newest of each: how uv ends, what it installed, and how the check afterwards ends."""
    with shelf.new() as root:
        stock(root)
        shelf.uv(root, "venv alone")
        names = f"{shelf.ONLY_OURS} --no-deps money orders tax"
        ended = shelf.uv(root, f"pip install --python alone {names}")
        frozen = shelf.uv(root, "pip freeze --python alone").stdout.split()
        return [ended.returncode, frozen, shelf.uv(root, "pip check --python alone").returncode]


def project(root, needs, more=""):
    (root / "pyproject.toml").write_text(f"{PROJECT}dependencies = {needs}\n{more}", "utf-8")


def locked(root, words):
    """How `uv lock` ends, and the text of the lock."""
    ended = shelf.uv(root, f"lock {words}")
    return ended.returncode, (root / "uv.lock").read_text(encoding="utf-8")


def pin(text):
    return {each["name"]: each["version"] for each in tomllib.loads(text)["package"]}["money"]


def locked_twice(other):
    """Is the lock of orders and tax the same as that of these requirements?"""
    texts = []
    for needs in (["orders", "tax"], other):
        with shelf.new() as root:
            stock(root)
            project(root, needs)
            texts.append(locked(root, shelf.ONLY_OURS)[1])
    return texts[0] == texts[1]


def locked_again(words=""):
    """The pin of money, after money 1.11 has come out."""
    with shelf.new() as root:
        stock(root)
        project(root, ["orders"])
        locked(root, shelf.ONLY_OURS)
        stock(root, "1.11")
        return pin(locked(root, f"{shelf.ONLY_OURS} {words}")[1])


def of_an_old_lock(needs):
    """How `uv lock --check` ends, if the project's needs are these now."""
    with shelf.new() as root:
        stock(root)
        project(root, ["orders"])
        locked(root, shelf.ONLY_OURS)
        project(root, needs)
        return locked(root, f"{shelf.ONLY_OURS} --check")[0]


def standard_lock(by):
    """A pylock.toml made by uv: what uv or pip installs from it, and who says that it did."""
    with shelf.new() as root:
        stock(root)
        (root / "wanted.txt").write_text("orders", encoding="utf-8")
        shelf.uv(root, f"pip compile wanted.txt -o pylock.toml {shelf.ONLY_OURS}")
        return [*shelf.install(root, "-r pylock.toml", by), shelf.installers(root / "site")]


def in_two_environments():
    """The version that each imports, and whether they use this Python's standard library."""
    found = []
    with shelf.new() as root:
        stock(root)
        for name, wanted in {"old": "money<1.10", "new": "money"}.items():
            shelf.uv(root, f"venv {name}")
            shelf.uv(root, f"pip install --python {name} {shelf.ONLY_OURS} {wanted}")
            program = "import money, os; print(money.VERSION, os.__file__)"
            alone = shelf.run(root, shelf.python(root / name), "-I -c", program)
            found.append(alone.stdout.split())
    (first, library), (second, other) = found
    return [first, second, library == other == os.__file__]


class Index(SimpleHTTPRequestHandler):
    """Serves a folder; the page of a project is JSON (PEP 691, 700)."""

    def guess_type(self, path):
        if path.endswith("index.html"):
            return "application/vnd.pypi.simple.v1+json"
        return "application/octet-stream"

    def log_message(self, *arguments):
        """Says nothing."""


def publish(root, index, uploaded):
    """Puts the shelf's wheels on an index, each with a date, or without."""
    for wheel in (root / "shelf").glob("*.whl"):
        name, version = wheel.name.split("-")[:2]
        folder = root / index / name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.move(wheel, folder)
        digest = hashlib.sha256((folder / wheel.name).read_bytes()).hexdigest()
        file = {"filename": wheel.name, "url": wheel.name, "hashes": {"sha256": digest}}
        if uploaded:
            file["upload-time"] = uploaded[version]
        page = folder / "index.html"
        files = json.loads(page.read_text(encoding="utf-8"))["files"] if page.exists() else []
        text = {"meta": {"api-version": "1.1"}, "name": name, "files": [*files, file]}
        page.write_text(json.dumps(text), encoding="utf-8")


def taken(root, action):
    """The version of money that is installed from an index on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Index, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        try:
            action(f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
    return shelf.versions(root / "site").get("money", "none")


WAYS = {
    "pip": "--index-url {url}/own --extra-index-url {url}/public",
    "pip, public first": "--index-url {url}/public --extra-index-url {url}/own",
    "own index first": "--default-index {url}/public --index {url}/own",
}


def of_two_indexes(by, way):
    """Our own index has money 1.0; on the public one somebody has published money 99.0."""
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "1.0")
        publish(root, "own", {})
        shelf.put(root / "shelf", "money", "99.0")
        publish(root, "public", {})
        rest = "--target site money"
        if by == "pip":
            return taken(root, lambda url: shelf.pip(root, f"install {WAYS[way]} {rest}", url))
        return taken(root, lambda url: shelf.uv(root, f"pip install {WAYS[way]} {rest}", url))


def of_a_project(is_pinned):
    """The same for `uv lock`; the project says from which index money comes, or does not."""
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "1.0")
        publish(root, "own", {})
        shelf.put(root / "shelf", "money", "99.0")
        publish(root, "public", {})
        found = []

        def lock(url):
            project(root, ["money"], PINNED.format(url=url) * is_pinned)
            found.append(pin(locked(root, f"--default-index {url}/public")[1]))

        taken(root, lock)
        return found[0]


def of_a_fresh_release(has_dates, words="", by="uv"):
    """Money 1.0 is old, and 99.0 came out yesterday: somebody stole the maintainer's password."""
    days = {"1.0": 300, "99.0": 1} if has_dates else {}
    uploaded = {
        v: f"{datetime.now(UTC) - timedelta(n):%Y-%m-%dT%H:%M:%SZ}" for v, n in days.items()
    }
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "1.0")
        shelf.put(root / "shelf", "money", "99.0")
        publish(root, "public", uploaded)
        rest = f"install --index-url {{url}}/public --target site {words} money"
        if by == "pip":
            return taken(root, lambda url: shelf.pip(root, rest, url))
        return taken(root, lambda url: shelf.uv(root, f"pip {rest}", url))


def of_a_fresh_wheel():
    """The same with a folder of wheels instead of an index."""
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "99.0")
        return shelf.install(root, f"{WEEK} money")[1]["money"]


if __name__ == "__main__":
    print("orders and tax:", resolved("orders tax"))
    print("orders and tax 2:", resolved("orders tax>=2"))
    print("the newest of each:", without_resolving())
    print("two indexes:", {by: of_two_indexes(by, "pip") for by in ("uv", "pip")})
    print("a fresh release, with a cooldown:", of_a_fresh_release(True, WEEK))
