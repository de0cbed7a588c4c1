"""Each fork makes the lock new in the child, as the library does with the locks of `logging`."""

import os

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=journal._at_fork_reinit)
