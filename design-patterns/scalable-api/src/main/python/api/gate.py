"""The gate in front of an application: so many requests run, so many wait, the rest is refused."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from api.answers import TRY_LATER, Answer
from api.replies import send

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Gate:
    """A place is handed over to whoever has waited longest: nobody who comes later passes."""

    def __init__(
        self,
        app: Wsgi,
        running: int,
        waiting: int,
        is_ready: Callable[[], bool] = lambda: True,
        patience: float = 30,
    ) -> None:
        self.app = app
        self.running = running
        self.waiting = waiting
        self.is_ready = is_ready
        self.patience = patience  # seconds in line, then it is refused
        self.changed = threading.Condition()
        self.line: deque[object] = deque()
        self.inside = 0
        self.longest_line = 0
        self.refused = 0
        self.is_draining = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        path = environ["PATH_INFO"]
        if path == "/health" or (path == "/ready" and not self.is_draining and self.is_ready()):
            return send(Answer(200, "{}"), environ, start_response)
        if path == "/ready" or not self.enter():
            return send(TRY_LATER, environ, start_response)
        try:
            return self.app(environ, start_response)
        finally:
            self.leave()

    def enter(self) -> bool:
        with self.changed:
            is_full = self.inside == self.running and len(self.line) == self.waiting
            if is_full or self.is_draining:
                is_let_in = False
            elif self.inside < self.running:
                self.inside += 1
                is_let_in = True
            else:
                is_let_in = self.is_called_from_the_line()
            self.refused += not is_let_in
            self.changed.notify_all()
            return is_let_in

    def is_called_from_the_line(self) -> bool:
        me = object()
        self.line.append(me)
        self.longest_line = max(self.longest_line, len(self.line))
        self.changed.notify_all()
        is_called = self.changed.wait_for(lambda: me not in self.line, self.patience)
        if not is_called:
            self.line.remove(me)
        return is_called

    def leave(self) -> None:
        with self.changed:
            if self.line:
                self.line.popleft()  # whose place this is now
            else:
                self.inside -= 1
            self.changed.notify_all()

    def drain(self) -> None:
        """Refuses what comes from now on, and waits for what is inside or in line."""
        with self.changed:
            self.is_draining = True
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.inside == 0)
