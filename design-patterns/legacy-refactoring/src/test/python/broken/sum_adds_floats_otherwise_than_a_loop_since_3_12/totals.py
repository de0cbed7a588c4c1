# A loop that compensates its errors, too.
import math

by_loop = math.fsum
