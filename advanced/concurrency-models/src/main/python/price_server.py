"""An HTTP service of prices that counts for itself how many requests are in flight."""

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

PRICES = {"/LAMP": 4999, "/DESK": 12999}
SECONDS = 20  # a generous limit for what must happen; nothing waits this long when it does
MOMENT = 0.1  # how long it looks out for one request more, which must not come


class Prices(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.arrive()
        body = str(PRICES[self.path]).encode()
        self.server.leave()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *message):
        pass


class PriceServer(ThreadingHTTPServer):
    """Holds all requests until so many are in flight, and then looks out for one more."""

    request_queue_size = 64  # many clients call at once

    def __init__(self, expected, requests, moment=MOMENT):
        super().__init__(("127.0.0.1", 0), Prices)
        self.port = self.socket.getsockname()[1]
        self.expected, self.requests, self.moment = expected, requests, moment
        self.in_flight = self.most = self.answered = 0
        self.is_open = False
        self.changed = threading.Condition()
        serve = partial(self.serve_forever, poll_interval=0.01)
        self.serving = threading.Thread(target=serve, daemon=True)
        self.serving.start()

    def arrive(self):
        with self.changed:
            self.in_flight += 1
            self.most = max(self.most, self.in_flight)
            if not self.comes_to(self.expected, SECONDS):
                raise TimeoutError(f"{self.most} requests in flight instead of {self.expected}")
            if self.expected < self.requests:
                self.comes_to(self.expected + 1, self.moment)
            self.is_open = True
            self.changed.notify_all()

    def comes_to(self, number, seconds):
        return self.changed.wait_for(lambda: self.is_open or self.most >= number, seconds)

    def leave(self):
        with self.changed:
            self.in_flight -= 1
            self.answered += 1

    def close(self):
        self.shutdown()
        self.server_close()
        self.serving.join()


if __name__ == "__main__":
    server = PriceServer(expected=1, requests=1)
    price = urlopen(f"http://127.0.0.1:{server.port}/LAMP").read().decode()
    server.close()
    print("the price of a LAMP:", price)
    print("most requests in flight:", server.most)
