"""What a program prints, for a page to show."""

import contextlib
import io
import runpy
import sys


def printed(module):
    """What a module prints when it is run as `__main__`."""
    out = io.StringIO()
    sys.argv = [module]
    with contextlib.redirect_stdout(out):
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    return out.getvalue()
