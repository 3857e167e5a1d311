package io.mailslot4j.pcaps;

/**
 * Neither a UDP packet nor a fragment of one, or too little of it to tell.
 *
 * @param reason what it is instead, or what is wrong with it, in words; made of numbers and fixed words only
 */
public record NotUdp(String reason) implements FrameContent {}
