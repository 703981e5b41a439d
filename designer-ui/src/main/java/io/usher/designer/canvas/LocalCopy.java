package io.usher.designer.canvas;

/**
 * What was drawn and never reached the engine, as the browser kept it.
 *
 * @param slot where the browser keeps it
 * @param base the ETag of the draft it was drawn on
 * @param at when it was kept, as an ISO instant
 */
public record LocalCopy(String slot, String base, String bpmn, String at) {}
