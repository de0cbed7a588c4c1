"""Write here what this file shows."""


def shown() -> str:
    return "not yet proved: write plugin_system.py"


if __name__ == "__main__":
    print("what the reader sees:", shown())
