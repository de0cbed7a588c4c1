# caught by: no file is ever run
# find_spec looks harmless, and imports every package above the module that it looks for.

import importlib.util
import sys


def is_module(module, root):
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:
        return False
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if within(name, module.split(".")[0])]:
            del sys.modules[name]
