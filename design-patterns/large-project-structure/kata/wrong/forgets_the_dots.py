# caught by: relative imports are resolved first
# `from ..web import api` is read as `from web import api`, which is none of ours.


def origin(node, file):
    return node.module or ""
