"""Whether an object is gone: at once, or after a collection."""

import gc
import weakref

ROUNDS = 5  # a tracing collector may need more than one


class Thing:
    pass


def collected(left):
    """Whether it is gone one collection after something else that was dropped just now."""
    another = weakref.ref(Thing())
    for _ in range(ROUNDS):
        is_last = another() is None
        gc.collect()
        if is_last or left() is None:
            break
    return left() is None


if __name__ == "__main__":
    kept = Thing()
    print("a kept object is gone:", collected(weakref.ref(kept)))
    print("a dropped object is gone:", collected(weakref.ref(Thing())))
