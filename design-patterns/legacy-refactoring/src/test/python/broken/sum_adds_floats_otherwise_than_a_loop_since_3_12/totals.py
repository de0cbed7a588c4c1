# A loop that compensates its errors, too.
from math import fsum as by_loop
