"""One command, run by pre-commit as a commit hook, and by the same pre-commit in CI."""

import os
import sys

import shelf

CONFIG = """
repos:
  - repo: local
    hooks:
      - {{id: ruff, name: ruff, entry: '"{ruff}" check {how}', language: system, types: [python]}}
"""
GIT = "-c user.name=desk -c user.email=desk@localhost -c core.hooksPath=.git/hooks"
DEFECT, TIDY = "import os\n", "FEE = 1\n"


def ended(root, program, words):
    """How it ends; no setting of the user's git decides."""
    ours = {
        "PRE_COMMIT_HOME": str(root / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    os.environ.update(ours)
    return shelf.run(root / "desk", program, words).returncode


def of_a_commit(text):
    """How they end: a commit, the same with --no-verify, and the hook's command run by CI."""
    with shelf.new() as root:
        desk = root / "desk"
        desk.mkdir()
        (desk / "desk.py").write_text(text, encoding="utf-8")
        how = "--isolated --no-cache"
        config = CONFIG.format(ruff=shelf.tool("ruff").replace(os.sep, "/"), how=how)
        (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        for words in ("init -q", "add ."):
            ended(root, "git", words)
        ended(root, sys.executable, "-m pre_commit install")
        return [
            ended(root, "git", f"{GIT} commit -qm first"),
            ended(root, "git", f"{GIT} commit -qm second --allow-empty --no-verify"),
            ended(root, sys.executable, "-m pre_commit run --all-files"),
        ]


if __name__ == "__main__":
    for text in (DEFECT, TIDY):
        print(f"{text!r}: [commit, --no-verify, CI]", of_a_commit(text))
