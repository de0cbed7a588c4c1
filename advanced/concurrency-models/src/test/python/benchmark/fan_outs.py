"""The same requests by tasks, threads, processes and interpreters of one CPython."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing

from work import checksum

executors: dict[tuple[str, int], Executor] = {}
runners: list[asyncio.Runner] = []


def request(port: int, path: str, numbers: int) -> bytes:
    """What comes of one request: the body that the server answers, once the numbers are added."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(asking_for(path))
        with connection.makefile("rb") as stream:
            answer = stream.read()
    checksum(numbers)
    return body_of(answer)


async def request_awaiting(port: int, path: str, numbers: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with closing(writer):
        writer.write(asking_for(path))
        answer = await reader.read()
    checksum(numbers)
    return body_of(answer)


def asking_for(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n".encode()


def body_of(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


async def gather(port: int, path: str, numbers: int, requests: int) -> list[bytes]:
    return await asyncio.gather(*(request_awaiting(port, path, numbers) for _ in range(requests)))


def tasks(port: int, path: str, numbers: int, requests: int, size: int) -> int:
    if not runners:
        runners.append(asyncio.Runner())
    return whole(runners[0].run(gather(port, path, numbers, requests)), size)


def whole(bodies: list[bytes], size: int) -> int:
    """How many answers are complete."""
    return sum(len(body) == size for body in bodies)


def interpreters(workers: int) -> Executor:
    from concurrent.futures import InterpreterPoolExecutor  # since 3.14

    same_path = f"import sys; sys.path[:] = {sys.path!r}"
    return InterpreterPoolExecutor(workers, initializer=exec, initargs=(same_path,))


KINDS: dict[str, Callable[[int], Executor]] = {
    "threads": ThreadPoolExecutor,
    "processes": ProcessPoolExecutor,
    "interpreters": interpreters,
}


def executor(
    kind: str, workers: int, port: int, path: str, numbers: int, requests: int, size: int
) -> int:
    key = kind, workers
    if key not in executors:
        executors[key] = KINDS[kind](workers)
    jobs = [executors[key].submit(request, port, path, numbers) for _ in range(requests)]
    return whole([job.result() for job in jobs], size)
