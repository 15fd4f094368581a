package org.partnerhub.console.sample.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.sample.Question;
import org.partnerhub.console.sample.Sample;
import org.partnerhub.console.sample.SampledEntry;
import org.partnerhub.console.sample.TypedFinding;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One entry of an audit sample, with its checklist; after it comes the next that nobody has examined. */
@Controller
class FindingPages {

    private static final String ENTRY = "/audit-samples/{id}/entries/{sequence}";
    private static final String CONSENT = "consent";
    private static final List<String> MARKS =
            Question.MARKS.stream().map(Map.Entry::getKey).toList();

    private final OfficerCalls calls;
    private final StaffNames staff;

    FindingPages(OfficerCalls calls, StaffNames staff) {
        this.calls = calls;
        this.staff = staff;
    }

    @GetMapping(ENTRY)
    ModelAndView one(
            @PathVariable UUID id,
            @PathVariable long sequence,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Answer<Sample> answer = entry(read(id, officer), sequence);
        TypedFinding typed = answer.given()
                .flatMap(it -> it.entry(sequence))
                .map(it -> TypedFinding.of(it.finding()))
                .orElse(TypedFinding.of(null));
        return shown(officer, answer, sequence, typed);
    }

    @PostMapping(ENTRY)
    ModelAndView record(
            @PathVariable UUID id,
            @PathVariable long sequence,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        Answer<Sample> present = entry(read(id, officer), sequence);
        if (present.given().isEmpty()) {
            return shown(officer, present, sequence, TypedFinding.of(null));
        }
        Sample sample = present.given().orElseThrow();
        TypedFinding typed = typed(form, sample);
        List<Fault> faults = typed.faults(sample.questions());
        if (!faults.isEmpty()) {
            return Shown.faulty(shown(officer, present, sequence, typed), faults);
        }
        Answer<Boolean> kept = calls.change(
                officer,
                CONSENT,
                typed.sent(),
                calls.document(it -> true),
                "/log/samples/{id}/findings/{sequence}",
                id,
                sequence);
        if (kept instanceof Answer.Given<Boolean>) {
            next.addFlashAttribute("confirmation", "Your finding is kept, here and in the disclosure log.");
            return new ModelAndView("redirect:" + onwards(sample, sequence));
        }
        return Shown.troubled(shown(officer, present, sequence, typed), kept);
    }

    private Answer<Sample> read(UUID id, OAuth2AuthorizedClient officer) {
        return calls.read(officer, CONSENT, calls.document(FoundSamples::one), "/log/samples/{id}", id);
    }

    /** The sample where it has such an entry. */
    private static Answer<Sample> entry(Answer<Sample> answer, long sequence) {
        return answer instanceof Answer.Given<Sample>(var sample)
                        && sample.entry(sequence).isEmpty()
                ? new Answer.NotThere<>()
                : answer;
    }

    private static String onwards(Sample sample, long sequence) {
        String one = "/audit-samples/" + sample.id();
        return sample.entries().stream()
                .filter(it -> !it.isExamined() && it.sequence() != sequence)
                .findFirst()
                .map(it -> one + "/entries/" + it.sequence())
                .orElse(one);
    }

    private static TypedFinding typed(Map<String, String> form, Sample sample) {
        Map<String, String> answers = new HashMap<>();
        for (Question question : sample.questions()) {
            String mark = form.getOrDefault(question.field(), "");
            if (MARKS.contains(mark)) {
                answers.put(question.code(), mark);
            }
        }
        String version = form.getOrDefault("version", "");
        return new TypedFinding(
                version.matches("[0-9]{1,5}") ? Integer.parseInt(version) : 0, answers, form.getOrDefault("note", ""));
    }

    private ModelAndView shown(
            OAuth2AuthorizedClient officer, Answer<Sample> answer, long sequence, TypedFinding typed) {
        ModelAndView page = Shown.page("sample-entry")
                .addObject("staff", staff.ask(officer))
                .addObject("typed", typed)
                .addObject("marks", Question.MARKS);
        answer.given().ifPresent(sample -> {
            SampledEntry entry = sample.entry(sequence).orElseThrow();
            page.addObject("one", entry).addObject("place", sample.place(entry));
        });
        return Shown.answered(page, "sample", answer);
    }
}
