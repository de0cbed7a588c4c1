# whole
"""A dict and a list of names in order of use; every failure is collected, the first is raised."""


class Connections:
    def __init__(self, connect, limit):
        self._connect, self._limit = connect, limit
        self._by_name, self._names = {}, []
        self._is_open = True

    def get(self, name):
        while self._is_open and name not in self._by_name and len(self._names) == self._limit:
            self._drop(self._names[0])
        if not self._is_open:
            raise ValueError(f"no {name!r}: closed")
        if name in self._by_name:
            self._names.remove(name)
        else:
            self._by_name[name] = self._connect(name)
        self._names.append(name)
        return self._by_name[name]

    def _drop(self, name):
        self._names.remove(name)
        self._by_name.pop(name).close()

    def close(self):
        self._is_open = False
        failures = []
        while self._names:
            try:
                self._drop(self._names[-1])
            except BaseException as failure:
                failures.append(failure)
        try:
            for failure in failures:
                raise failure
        finally:
            failures.clear()

    def __enter__(self):
        return self

    def __exit__(self, kind, failure, trace):
        if failure is None:
            self.close()
            return
        try:
            self.close()
        except BaseException as second:
            failure.add_note(f"closing failed, too: {type(second).__name__}")
