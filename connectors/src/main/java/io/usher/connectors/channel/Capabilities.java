package io.usher.connectors.channel;

import java.time.Duration;

/**
 * What a connector and the other side can do.
 *
 * @param idempotencyKey whether the other side takes a message of one id once: then a lost answer may be tried again
 * @param receipts whether the other side tells later what became of a message
 * @param longestCall the longest time that one call may take; whoever holds a lease meanwhile takes a longer one
 * @param defaultRate messages a second where a connection says nothing else; 0: as fast as it goes
 */
public record Capabilities(boolean idempotencyKey, boolean receipts, Duration longestCall, int defaultRate) {}
