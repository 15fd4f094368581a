package org.partnerhub.referral.referral;

/**
 * What a partner sent that the hub has no form for, such as a diagnosis in a FHIR message; {@code schema/definitions.json}. It has no
 * category, so nobody is told of it.
 *
 * @param form media type of the text
 * @param text as it came
 */
public record Unplaced(String form, String text) {

    @Override
    public String toString() {
        return "Unplaced[" + form + "]";
    }
}
