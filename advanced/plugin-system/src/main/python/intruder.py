"""What a plug-in may try on the host that it runs in."""


def reads_a_file(path):
    with open(path, encoding="utf-8") as file:
        file.read()


def writes_a_file(path):
    with open(path, "a", encoding="utf-8") as file:
        file.write(path)


def lists_a_folder(path):
    import os

    return os.listdir(path)


def reads_the_environment(name):
    import os

    return os.environ[name]


def starts_a_process(nothing):
    import os

    if os.system("exit 0"):
        raise OSError


def starts_a_thread(nothing):
    import threading

    thread = threading.Thread()
    thread.start()
    thread.join()


def opens_a_socket(nothing):
    import socket

    socket.socket().close()


def takes_a_java_class(name):
    import java

    return str(java.type(name))


def patches_the_library(nothing):
    import json

    json.dumps = lambda value: "free"


def uses_the_library(nothing):
    import json

    return json.dumps(490)


def reads_the_clock_and_the_process(nothing):
    import os
    import time

    return os.getpid() > 0 and time.time() > 0


def attempts(file, folder):
    """What is tried on a host that has this file and this folder: function and argument."""
    return [
        ["reads_a_file", file],
        ["writes_a_file", folder + "/written.txt"],
        ["lists_a_folder", folder],
        ["reads_the_environment", "PATH"],
        ["starts_a_process", None],
        ["starts_a_thread", None],
        ["opens_a_socket", None],
        ["takes_a_java_class", "java.lang.System"],
    ]


if __name__ == "__main__":
    reads_a_file(__file__)
    print("on CPython nothing is refused, it has read", __file__)
