"""The pricing engine: the same files for a Java host and for CPython."""
