"""What one of the four loads in a process that has imported nothing yet, and documents."""

import sys

WORDS = ["/admin/", "/migrations/", "/openapi/"]


def load(name: str) -> set[str]:
    before = set(sys.modules)
    __import__(name)
    return set(sys.modules) - before


def report(name: str) -> str:
    modules = load(name)
    import json
    from importlib.metadata import files, packages_distributions

    from driving import ask

    owners = packages_distributions()
    packages = {owners[top][0] for each in modules if (top := each.partition(".")[0]) in owners}
    compiled = {
        owners[each.partition(".")[0]][0]
        for each in modules
        if (getattr(sys.modules[each], "__file__", None) or "").endswith((".so", ".pyd"))
        and each.partition(".")[0] in owners
    }
    paths_of_files = [str(file) for package in packages for file in files(package) or ()]
    status, _, text = ask(name, "GET", "/openapi.json")
    paths = list(json.loads(text)["paths"]) if status == 200 else []
    return json.dumps(
        {
            "modules": len(modules),
            "packages": sorted(packages),
            "compiled": sorted(compiled),
            "documented": paths,
            "about": [word for word in WORDS if any(word in file for file in paths_of_files)],
        }
    )


if __name__ == "__main__":
    print(report((sys.argv[1:] or ["fastapi_app"])[0]))
