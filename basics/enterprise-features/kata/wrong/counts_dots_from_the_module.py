# caught by: an import that begins with dots is resolved
# An __init__.py is its package: one dot leads to itself, not to its parent.

with_dots = absolute


def absolute(node, package):
    above = package.rpartition(".")[0] if node.level else package
    return with_dots(node, above)
