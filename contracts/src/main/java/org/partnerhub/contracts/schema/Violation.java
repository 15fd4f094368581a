package org.partnerhub.contracts.schema;

/**
 * One thing wrong with a body.
 *
 * @param pointer JSON pointer to the field (RFC 6901)
 * @param remedy a sentence that says what to write instead; never the value that was sent
 */
public record Violation(String pointer, String remedy) {}
