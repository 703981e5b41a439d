package io.usher.engine.workflow.internal.compile;

/** What is deployed for a version: its process id on the broker and the XML. */
public record Compiled(String processId, byte[] xml) {}
