package pykata.basics.methodkinds;

import pykata.practice.KataTest;

class MethodKindsKataTest extends KataTest {}
