package dev.kapu.demo;

/** How a simulated partner fared. REFUSED is the sender's fault, FAILED the hub's or the network's. */
enum Outcome {
    ANSWERED,
    REFUSED,
    FAILED,
    SENT,
    RECEIVED,
    NOTHING
}
