package org.partnerhub.console.words;

/**
 * One field of a form that must be mended, and how.
 *
 * @param field the id of its input
 */
public record Fault(String field, String message) {}
