package org.partnerhub.referral.person.match;

/**
 * What speaks for or against two descriptions being one person: the whole list of weights, in the manner of Fellegi and Sunter
 * (A Theory for Record Linkage, JASA 64, 1969). A piece of evidence weighs log2(m / u) bits, where
 *
 * <ul>
 *   <li><b>m</b> is how often it is seen when both descriptions <em>are</em> of one person. These are planning figures of this
 *       project for how often agencies mistype, leave out or have not yet heard of a change;
 *   <li><b>u</b> is how often it is seen when they are <em>not</em>. These are counted out for 25 years of births in an area of a
 *       million people, as the comment beside each says; for names, the share of people who bear that very name is used instead.
 * </ul>
 *
 * <p>{@code bin/prove people} measures what they come to on a generated population; no figure was fitted to it. A field that one
 * side leaves out is no evidence at all.
 */
public enum Evidence {
    /** Ten digits with a check digit. u: one of some 60 million numbers in use. */
    NHS_NUMBER_SAME(0.97, 1e-8),
    /** m: a person has one; a right check digit catches ten of eleven mistyped ones. */
    NHS_NUMBER_OTHER(0.004, 1),
    /** u: one of some hundred thousand pupils, and a former pupil's number is sometimes given again by mistake. */
    PUPIL_NUMBER_SAME(0.95, 1e-6),
    /** m: children who changed schools abroad or in a hurry have two. */
    PUPIL_NUMBER_OTHER(0.03, 1),
    /** A number that ends in a letter is the school's own makeshift. */
    TEMPORARY_PUPIL_NUMBER_SAME(0.4, 0.0015),
    /** A council's or the police's own number, without check digit. */
    AGENCY_NUMBER_SAME(0.95, 1e-5),
    /** m: agencies open second records for a tenth of the people they know well. */
    AGENCY_NUMBER_OTHER(0.1, 1),

    /** u is the share of people with that name: 0.5 % where it is not known. */
    GIVEN_NAME_SAME(0.88, 0.005),
    /** A letter astray, a shortened form or the same sound. u: one name in a hundred is as close. */
    GIVEN_NAME_CLOSE(0.07, 0.01),
    /** One side gives an initial only, and it fits. u: the commonest initials. */
    GIVEN_NAME_INITIAL(0.98, 0.08),
    GIVEN_NAME_OTHER(0.03, 0.98),
    MIDDLE_NAME_SAME(0.8, 0.03),
    MIDDLE_NAME_INITIAL(0.9, 0.1),
    MIDDLE_NAME_OTHER(0.06, 0.93),
    /** u is the share of people with that name: 0.1 % where it is not known. */
    FAMILY_NAME_SAME(0.86, 0.001),
    FAMILY_NAME_CLOSE(0.06, 0.004),
    /** One of two joined names, as after a marriage. */
    FAMILY_NAME_PART(0.03, 0.002),
    /** m: one in twenty has another name since, or at another agency. */
    FAMILY_NAME_OTHER(0.05, 0.99),
    /** The names agree when given and family name change places; counted against what they then weigh. */
    NAMES_SWAPPED(0.06, 0.96),

    /** u: 9,131 days in 25 years. */
    BIRTH_DATE_SAME(0.95, 1.1e-4),
    /** The same year, where a 1 January stands for a day that nobody knows. u: 25 years. */
    BIRTH_YEAR_SAME(0.9, 0.04),
    /** Day and month changed places, or one digit is wrong. u: some thirty days are that close to any. */
    BIRTH_DATE_CLOSE(0.035, 0.0033),
    BIRTH_DATE_OTHER(0.012, 0.996),

    /** u: some 20,000 postcodes in the area. */
    POSTCODE_SAME(0.8, 5e-5),
    /** A code that is no British postcode: a larger area. */
    POSTAL_AREA_SAME(0.85, 0.002),
    /** One character astray. */
    POSTCODE_CLOSE(0.04, 5e-4),
    /** The same half: neither here nor there. */
    POSTCODE_DISTRICT(0.03, 0.03),
    /** m: one family in eight has moved since, or is known at two homes. */
    POSTCODE_OTHER(0.13, 0.97),
    /** Beside an agreeing postcode. u: some seventeen homes share one. */
    HOUSE_SAME(0.92, 0.06),
    HOUSE_OTHER(0.08, 0.94),
    /** House number and street, where the postcode does not help. */
    STREET_SAME(0.7, 5e-4),

    /** u: families share one; within the area it is nearly unique. */
    TELEPHONE_SAME(0.6, 5e-5),
    TELEPHONE_OTHER(0.4, 1),
    /** u: some 250 pupils in every hundred thousand go to the same school. */
    SCHOOL_SAME(0.8, 0.004),
    SCHOOL_OTHER(0.2, 1);

    /** One in 262,144: what two descriptions weigh before anything is compared. */
    static final double BEFORE = -18;

    private static final double MOST_FOR_A_NAME = 12;

    private final double m;
    private final double u;

    Evidence(double m, double u) {
        this.m = m;
        this.u = u;
    }

    /** In bits; positive where it speaks for one person. */
    double weight() {
        return weight(u);
    }

    /**
     * The same for a name.
     *
     * @param share of people who bear it, between 0 and 1
     */
    double weight(double share) {
        return Math.min(Math.log(m / share) / Math.log(2), share == u ? Double.MAX_VALUE : MOST_FOR_A_NAME);
    }
}
