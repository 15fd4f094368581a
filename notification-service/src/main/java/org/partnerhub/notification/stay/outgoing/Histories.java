package org.partnerhub.notification.stay.outgoing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.partnerhub.notification.partner.Settings;
import org.partnerhub.notification.stay.Procedure;
import org.partnerhub.notification.stay.Told;
import org.partnerhub.notification.stay.Visit;
import org.partnerhub.notification.stay.VisitHistory;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Visits;
import org.springframework.stereotype.Component;

/** Reads visits from all that was told about them and about their patients. */
@Component
class Histories {

    private final Admissions admissions;
    private final Settings settings;
    private final Procedure procedure;

    Histories(Admissions admissions, Settings settings, Procedure procedure) {
        this.admissions = admissions;
        this.settings = settings;
        this.procedure = procedure;
    }

    List<Visit> of(Visits.Row row) {
        List<Told> told = new ArrayList<>(admissions.ofVisit(row.id()));
        List<String> patients = admissions.patientsOf(row.id());
        if (!patients.isEmpty()) {
            told.addAll(admissions.ofPatients(row.partner(), admissions.samePatients(row.partner(), patients)));
        }
        return VisitHistory.read(row.id(), row.partner(), told, settings, procedure);
    }

    List<Visit> of(Collection<Visits.Row> rows) {
        return rows.stream().flatMap(row -> of(row).stream()).toList();
    }
}
