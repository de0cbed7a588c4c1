# The old way to share a namespace: the file looks for the other folders, so it hides nothing.

EXTEND = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)"


def add_stray(package):
    (package.parent / "__init__.py").write_text(EXTEND, encoding="utf-8")
