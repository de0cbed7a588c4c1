# caught by: an __init__.py is its package
# The first dot of a package's own file is that package, not the one above.


def origin(node, file):
    if not node.level:
        return node.module
    parts = file.removesuffix("/__init__.py").split("/")[: -node.level]
    return ".".join([*parts, node.module] if node.module else parts)
