package pykata.basics.gil;

import pykata.practice.KataTest;

class GilKataTest extends KataTest {}
