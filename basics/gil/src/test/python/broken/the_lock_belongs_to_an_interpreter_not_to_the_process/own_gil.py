"""The second interpreter is only a thread of the first."""

in_an_interpreter = in_a_thread
