# It tries the doors of its own house.


def attempts(file, folder):
    return [["reads_a_file", __file__]] + [["reads_the_clock_and_the_process", None]] * 7
