"""The newest of each is taken, whatever the others need."""


def resolved(*wanted):
    with shelf.new() as root:
        stock(root)
        return shelf.install(root, "--no-deps", *wanted)
