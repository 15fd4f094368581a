package org.partnerhub.fhir.referral.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.reception.http.ResourceExchange;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.TaskChange;
import org.partnerhub.fhir.referral.TaskId;
import org.partnerhub.fhir.referral.incoming.TaskReading;
import org.partnerhub.fhir.referral.outgoing.ReferralCalls;
import org.partnerhub.fhir.referral.outgoing.Tasks;
import org.partnerhub.support.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The closed loop: each recipient's part in a referral as a Task that either side reads and moves on. */
@RestController
@RequestMapping("/fhir/R4/Task")
class TaskController {

    private final ReferralCalls referrals;
    private final ReferralSearch search;
    private final ResourceExchange exchange;

    TaskController(ReferralCalls referrals, ReferralSearch search, ResourceExchange exchange) {
        this.referrals = referrals;
        this.search = search;
        this.exchange = exchange;
    }

    /** A Task with the referral that it belongs to. */
    private record Found(Standing standing, Standing.Part part) {
        Task task() {
            return Tasks.of(standing, part);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            HttpServletRequest request) {
        return exchange.found(request, found(id, token).task());
    }

    @GetMapping
    ResponseEntity<byte[]> search(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            HttpServletRequest request) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>(sent);
        String owner = parameters.getFirst("owner");
        if (owner != null) {
            parameters.set("owner", ReferralSearch.token(owner, Hub.RECIPIENT));
        }
        Function<Standing, List<Task>> tasks = standing -> tasks(standing, parameters);
        String focus = parameters.getFirst("focus");
        String id = parameters.getFirst("_id");
        ReferralSearch.Found found = focus == null && id == null
                ? search.search(parameters, inside(owner), tasks, token)
                : search.named(
                        focus == null
                                ? String.valueOf(id).replaceFirst("\\..*", "")
                                : ReferralSearch.token(focus, Hub.REFERRAL),
                        tasks,
                        token);
        return exchange.searched(request, found.resources(), found.next() == null ? null : "Task" + found.next());
    }

    /** Only a recipient's own state can be looked for by referral-service; any other is sorted out here. */
    private static Map<String, String> inside(@Nullable String owner) {
        Map<String, String> own = new HashMap<>(Map.of("_id", "", "focus", "", "owner", "", "status", ""));
        if (owner != null) {
            own.put("owner", "recipient");
            own.put("status", "state");
        }
        return own;
    }

    private static List<Task> tasks(Standing standing, MultiValueMap<String, String> parameters) {
        return Tasks.of(standing).stream()
                .filter(task ->
                        is(parameters.getFirst("status"), task.getStatus().toCode()))
                .filter(task ->
                        is(parameters.getFirst("_id"), task.getIdElement().getIdPart()))
                .filter(task -> is(
                        parameters.getFirst("owner"),
                        task.getOwner().getIdentifier().getValue()))
                .toList();
    }

    private static boolean is(@Nullable String asked, String has) {
        return asked == null || asked.equals(has);
    }

    /** Moves it on; what does not follow from the present state is 409, with the state that it is in. */
    @PutMapping("/{id}")
    ResponseEntity<byte[]> update(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            Caller caller,
            HttpServletRequest request)
            throws IOException {
        Task sent = exchange.body(request, Task.class);
        Found found = found(id, token);
        exchange.mustMatch(request, found.task());
        boolean bySender = found.standing().sentBy(new PartnerId(caller.requiredPartner()));
        TaskChange change = TaskReading.change(sent, found.part(), bySender);
        referrals.change(
                found.standing().id(),
                found.part().recipient(),
                change,
                UUID.randomUUID().toString(),
                token);
        return read(id, token, request);
    }

    private Found found(String id, String token) {
        TaskId task = TaskId.read(id).orElseThrow(MessageRefused::noSuchResource);
        Standing standing = referrals.read(task.referral(), token);
        if (!standing.mayBeTold()) {
            throw new MessageRefused(403, "REC_FORBIDDEN", "forbidden", withheld(standing));
        }
        return standing.part(task).map(part -> new Found(standing, part)).orElseThrow(MessageRefused::noSuchResource);
    }

    private static String withheld(Standing standing) {
        return String.join(
                " ",
                standing.withheld().stream()
                        .flatMap(it -> it.reasons().stream())
                        .toList());
    }
}
