"""When an object goes, and what keeps one that nobody names: a program to paste."""

import gc
import weakref


class Request:
    def on_payment(self): ...


request = Request()
alone = weakref.ref(request)
del request
print("dropped, gone by the next line:", alone() is None)

request = Request()
request.itself = request
cycle = weakref.ref(request)
del request
print("a cycle, gone by the next line:", cycle() is None)
for _ in range(5):
    gc.collect()
print("a cycle, gone after a collection:", cycle() is None)

listeners = [Request().on_payment]
leak = weakref.ref(listeners[0].__self__)
gc.collect()
print("its method is a listener, gone after a collection:", leak() is None)
