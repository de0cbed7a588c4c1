# The old way to share a namespace: this file looks for the other folders itself, so it hides nothing.

EXTEND = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)"


def add_stray(package):
    (package.parent / "__init__.py").write_text(EXTEND, encoding="utf-8")
