# caught by: text that only looks like an import is none
# A docstring is no program, and neither is a comment.

import re


def violations(root, rules):
    found = []
    for file in root.rglob("*.py"):
        parts = file.relative_to(root).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for line, text in enumerate(file.read_text().splitlines(), 1):
            match = re.search(r"\bimport (.+)", text)
            for name in match[1].split(",") if match else []:
                imported = name.split()[0]
                for layer, forbidden in rules.items():
                    if (module + ".").startswith(layer + ".") and any(
                        (imported + ".").startswith(other + ".") for other in forbidden
                    ):
                        found.append((module, imported, line))
    return sorted(found)
