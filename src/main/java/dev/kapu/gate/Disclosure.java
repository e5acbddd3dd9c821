package dev.kapu.gate;

import java.util.List;
import java.util.Set;

/** What is left in an answer after minimisation: about whom, and which fields. */
record Disclosure(List<String> persons, Set<String> fields) {}
