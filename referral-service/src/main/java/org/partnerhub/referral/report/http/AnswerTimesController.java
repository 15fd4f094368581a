package org.partnerhub.referral.report.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.report.AnswerTimes;
import org.partnerhub.referral.report.AskedBy;
import org.partnerhub.referral.report.store.AnswerFigures;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.Months;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long recipients take to answer; for governance officers. */
@RestController
class AnswerTimesController {

    private final AnswerFigures figures;
    private final Clock clock;

    AnswerTimesController(AnswerFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/reports/time-to-answer")
    ResponseEntity<Object> timeToAnswer(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "month") String by,
            Caller officer) {
        if (!GovernanceOfficers.include(officer)) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN, "officers-only", "Ask a governance officer; your account has no such role.");
        }
        Months months = Months.of(from, to, clock);
        AskedBy part = AskedBy.of(by).orElseThrow(() -> new BadInput("/by", "Write month, recipient or purpose."));
        List<Line> lines = figures.in(months.first(), months.last(), part).stream()
                .map(Line::of)
                .toList();
        return ResponseEntity.ok(new Report(
                months.first().toString(),
                months.last().toString(),
                part.code(),
                lines.getFirst(),
                lines.subList(1, lines.size())));
    }

    private record Report(String from, String to, String by, Line total, List<Line> rows) {}

    private record Line(
            @Nullable String part,
            long asked,
            long answered,
            long inTime,
            long waiting,
            long overdue,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double medianHours,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double nineInTenHours) {

        static Line of(AnswerTimes times) {
            return new Line(
                    times.part(),
                    times.asked(),
                    times.answered(),
                    times.inTime(),
                    times.waiting(),
                    times.overdue(),
                    times.medianHours(),
                    times.nineInTenHours());
        }
    }
}
