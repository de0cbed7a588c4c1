"""The hashes are taken out of the lock, so nothing is compared."""

checked = of_changed_bytes


def of_changed_bytes(by, is_changed, is_hashed):
    return checked(by, is_changed, False)
