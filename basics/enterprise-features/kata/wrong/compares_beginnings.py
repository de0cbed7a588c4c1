# caught by: a package whose name only begins alike is another one
# orders.infrastructure begins with orders.infra, and is something else.


def within(module, package):
    return module.startswith(package)
