package pykata.basics.generatorsvsiterators;

import pykata.practice.KataTest;

class GeneratorsKataTest extends KataTest {}
