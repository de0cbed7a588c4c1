"""What a lock with hashes refuses, and what it lets run."""

import hashlib
import io
import tarfile

import shelf

BACKEND = """
import pathlib, zipfile
pathlib.Path({note!r}).touch()

def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "fees-1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("fees-1.0.dist-info/METADATA", {metadata!r})
        wheel.writestr("fees-1.0.dist-info/WHEEL", {wheel!r})
        wheel.writestr("fees-1.0.dist-info/RECORD", "")
    return name
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
METADATA = "Metadata-Version: {}\nName: fees\nVersion: 1.0\n"
HASHED = "--require-hashes -r lock.txt"


def of_changed_bytes(by, is_changed, is_hashed):
    """Money's wheel is another one than the lock's, of the same name: status, fee, installer."""
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "1.0", text="FEE = 1")
        text = shelf.lock(root, "money")
        (root / "lock.txt").write_text(text if is_hashed else text.split()[0], encoding="utf-8")
        if is_changed:
            shelf.put(root / "shelf", "money", "1.0", text="FEE = 9")
        ended, there = shelf.install(root, HASHED if is_hashed else "-r lock.txt", by)
        fee = (root / "site/money.py").read_text(encoding="utf-8")[-1] if there else "none"
        return [ended, fee, shelf.installers(root / "site")]


def of_an_incomplete_lock(what, by, flags="--require-hashes"):
    """Orders needs money; is the lock accepted that leaves it out, or pins it without a hash?"""
    with shelf.new() as root:
        shelf.put(root / "shelf", "money", "1.0")
        shelf.put(root / "shelf", "orders", "1.0", ["money"])
        money, orders = shelf.lock(root, "orders").split("orders")
        text = {"complete": money, "not listed": "", "no hash": "money==1.0\n"}[what]
        (root / "lock.txt").write_text(f"{text}orders{orders}", encoding="utf-8")
        return shelf.install(root, f"{flags} -r lock.txt", by)[0] == 0


def of_a_bad_wheel(has_line=True):
    """It was bad before it was locked: did its code run [when installed, when Python starts]?"""
    with shelf.new() as root:
        note = root / "note"
        line = f"import pathlib; pathlib.Path({str(note)!r}).touch()\n"
        shelf.put(root / "shelf", "money", "1.0", more={"money.pth": line * has_line}.items())
        (root / "lock.txt").write_text(shelf.lock(root, "money"), encoding="utf-8")
        shelf.uv(root, "venv alone")
        shelf.uv(root, f"pip install --python alone {shelf.ONLY_OURS} {HASHED}")
        installed = note.exists()
        shelf.run(root, shelf.python(root / "alone"), "-I -c pass")
        return [installed, note.exists()]


def of_a_source_archive(by, metadata, words=""):
    """How a dry run ends for an archive with metadata of this version, and whether its code ran."""
    with shelf.new() as root:
        note, about = root / "note", METADATA.format(metadata)
        texts = {
            "pyproject.toml": PROJECT,
            "PKG-INFO": about,
            "backend.py": BACKEND.format(note=str(note), metadata=about, wheel=shelf.WHEEL),
        }
        (root / "shelf").mkdir()
        archive = root / "shelf/fees-1.0.tar.gz"
        with tarfile.open(archive, "w:gz") as tar:
            for name, text in texts.items():
                entry = tarfile.TarInfo(f"fees-1.0/{name}")
                entry.size = len(text)
                tar.addfile(entry, io.BytesIO(text.encode()))
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        text = f"fees==1.0 --hash=sha256:{digest}"
        (root / "lock.txt").write_text(text, encoding="utf-8")
        return [shelf.install(root, f"--dry-run {HASHED} {words}", by)[0], note.exists()]


if __name__ == "__main__":
    print(
        "other bytes: no hash, hash:", [of_changed_bytes("uv", True, way) for way in (False, True)]
    )
    print("a .pth file ran: when installed, when Python starts:", of_a_bad_wheel())
    for metadata in ("2.1", "2.2"):
        print(f"a dry run, metadata {metadata}: status, ran:", of_a_source_archive("uv", metadata))
