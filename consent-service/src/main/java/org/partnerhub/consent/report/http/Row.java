package org.partnerhub.consent.report.http;

import org.partnerhub.consent.report.Told;

/** One month of one part. */
record Row(String month, String part, long disclosures) {

    static Row of(Told told) {
        return new Row(told.month().toString(), told.part(), told.disclosures());
    }
}
