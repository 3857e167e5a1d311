package io.mailslot4j.local;

import io.mailslot4j.delivery.LocalOutcome;

/**
 * What a reader in another process answers to a message.
 *
 * @param maxMessage octets that it takes
 * @param capacity messages that may wait there
 */
public record LocalAnswer(LocalOutcome outcome, int maxMessage, int capacity) {}
