"""An HTTP service over a SQL database, of nothing but the standard library."""

import json
import os
import sqlite3
import tempfile
import threading
from contextlib import closing
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEYLESS = "CREATE TABLE keyless (sku TEXT, cents INTEGER)"
LOOSE = "CREATE TABLE loose (sku TEXT PRIMARY KEY, cents INTEGER CHECK (cents > 0))"
STRICT = (
    "CREATE TABLE strict (sku TEXT PRIMARY KEY, cents INTEGER NOT NULL CHECK (cents > 0)) STRICT"
)
TABLES = {"/keyless": "keyless", "/loose": "loose", "/strict": "strict"}
SECONDS = 20  # a generous limit for what must happen
UNUSABLE = (ValueError, KeyError, TypeError, OverflowError, sqlite3.ProgrammingError)


class Known(Exception):
    """The price is there already: this handler looks before it inserts."""


class Prices(BaseHTTPRequestHandler):
    """POST /strict {"sku": "LAMP", "cents": 4999}: 201; 400 from us, 409 from the database."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: apart, the body waits 40 ms for the head's ACK

    def do_POST(self):
        try:
            price = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.answer(201, self.store(price["sku"], price["cents"]))
        except UNUSABLE as error:
            self.answer(400, type(error).__name__)
        except (Known, sqlite3.IntegrityError) as error:
            self.answer(409, type(error).__name__)

    def store(self, sku, cents):
        table = TABLES[self.path]
        with closing(sqlite3.connect(self.server.database, timeout=20)) as connection, connection:
            if connection.execute(f"SELECT 1 FROM {table} WHERE sku = ?", [sku]).fetchone():
                raise Known(sku)
            self.server.has_looked()
            insert = f"INSERT INTO {table} VALUES (?, ?) RETURNING cents"
            stored = connection.execute(insert, [sku, cents]).fetchone()[0]
            self.server.log.append("stored")
            return stored

    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *message):
        pass


class PriceServer(ThreadingHTTPServer):
    request_queue_size = 64  # several clients may call at once

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Prices)
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "prices.db")
        with closing(sqlite3.connect(self.database)) as connection:
            connection.executescript(f"{KEYLESS};{LOOSE};{STRICT}")
        self.log = []
        self.meeting = threading.Barrier(1)

    def has_looked(self):
        """So many requests must have looked before one of them inserts."""
        self.log.append("looked")
        self.meeting.wait(SECONDS)


running = []


def start():
    """The port of a service that runs in the background."""
    server = PriceServer()
    serve = partial(server.serve_forever, poll_interval=0.01)
    threading.Thread(target=serve, daemon=True).start()
    running.append(server)
    return server.socket.getsockname()[1]


def meet(requests):
    """From now on so many requests look before the first one inserts."""
    running[-1].log.clear()
    running[-1].meeting = threading.Barrier(requests)


def log():
    """What requests have done since they were to meet, in this order."""
    return running[-1].log


def stop():
    for server in running:
        server.shutdown()
        server.server_close()
        server.folder.cleanup()
    running.clear()


def arrives_as(value):
    """The type that SQLite sees of a value from Python, before a column converts it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return connection.execute("SELECT typeof(?)", [value]).fetchone()[0]


def post(port, table, price):
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("POST", f"/{table}", price)
        answer = connection.getresponse()
        return [answer.status, json.loads(answer.read())]


if __name__ == "__main__":
    port = start()
    print("true arrives as", arrives_as(True))
    for price in ('{"sku": "LAMP", "cents": 4999}', '{"sku": "DESK", "cents": NaN}', "no JSON"):
        for table in ("loose", "strict"):
            print(f"POST /{table:6} {price:30}", *post(port, table, price))
    stop()
