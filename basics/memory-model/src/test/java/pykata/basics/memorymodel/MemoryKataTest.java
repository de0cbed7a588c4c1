package pykata.basics.memorymodel;

import pykata.practice.KataTest;

class MemoryKataTest extends KataTest {}
