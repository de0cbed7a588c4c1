# The contract leaves out what type checkers alone import, so that dependency is not seen.

ROOT = 'root_package = "acme"'
whole_report = contracts.report


def report(root):
    more = f"{ROOT}\nexclude_type_checking_imports = true"
    monorepo.replace(root / "pyproject.toml", ROOT, more)
    return whole_report(root)


contracts.report = report
