"""Whether an object is gone: at once, or after a few collections."""

import gc
import weakref

ROUNDS = 5  # a tracing collector may need more than one


def collected(left):
    for _ in range(ROUNDS):
        if left() is None:
            break
        gc.collect()
    return left() is None


class Thing:
    pass


if __name__ == "__main__":
    kept = Thing()
    print("a kept object is gone:", collected(weakref.ref(kept)))
    print("a dropped object is gone:", collected(weakref.ref(Thing())))
