package dev.kapu.messaging;

/** @param url where partners connect, without anybody's login */
public record BrokerAddress(String url) {}
