package org.partnerhub.consent.officer;

/**
 * Who is behind an account.
 *
 * @param account as the log names it
 */
public record StaffName(String account, String name) {}
