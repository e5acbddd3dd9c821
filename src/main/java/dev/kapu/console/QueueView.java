package dev.kapu.console;

import dev.kapu.messaging.Queues.QueueState;

/** @param dead whether what lies in the queue was given up */
record QueueView(QueueState state, boolean dead) {}
