package org.partnerhub.consent.pack;

/**
 * In which what is held is asked for.
 *
 * @param byAnother whether somebody asks for the person
 * @param whereaboutsProtected whether nobody may learn where the person is
 */
public record Circumstances(boolean byAnother, boolean whereaboutsProtected) {}
