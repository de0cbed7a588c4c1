"""The newest of each is taken, whatever the others need."""


def resolved(words):
    with shelf.new() as root:
        stock(root)
        return shelf.install(root, f"--no-deps {words}")
