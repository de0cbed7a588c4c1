package pykata.basics.enterprisefeatures;

import pykata.practice.KataTest;

class EnterpriseFeaturesKataTest extends KataTest {}
