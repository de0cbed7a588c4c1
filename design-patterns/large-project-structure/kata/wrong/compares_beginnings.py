# caught by: names that only begin alike are others
# acme.orders_old begins with acme.orders, but is somebody else's.

is_breach_of_parts = is_breach


def is_breach(importer, module, layers):
    if module.startswith(f"acme.{importer}"):
        return False
    return is_breach_of_parts(importer, module, layers)
