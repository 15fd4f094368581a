package org.partnerhub.console.delivery.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.partnerhub.console.delivery.Deliveries;
import org.partnerhub.console.delivery.Replay;
import org.partnerhub.console.delivery.Replayed;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deliveries by state and partner, and trying again what is stuck; addresses carry codes and ids of deliveries only. */
@Controller
class DeliveryPages {

    private static final String LIST = "/deliveries/list";
    private static final String REPLAYS = "/deliveries/replays";
    private static final String NOTIFICATION = "notification";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:._-]+");

    private final OfficerCalls calls;

    DeliveryPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(LIST)
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String after,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        return page(operator, state, partner, after, Replay.empty());
    }

    @PostMapping(REPLAYS)
    ModelAndView replay(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Replay typed = new Replay(
                Typed.text(form, "state"),
                Typed.text(form, "partner"),
                Typed.text(form, "which").equals("all"),
                form.getOrDefault("ids", List.of()),
                Typed.text(form, "reason"));
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(
                    page(operator, typed.state(), typed.partner(), Typed.text(form, "after"), typed), faults);
        }
        Answer<Replayed> sent =
                calls.send(operator, NOTIFICATION, typed.sent(), calls.document(FoundDeliveries::replayed), REPLAYS);
        if (sent instanceof Answer.Given<Replayed>(Replayed done)) {
            next.addFlashAttribute("confirmation", done.words());
            return new ModelAndView("redirect:" + address(LIST, typed.state(), typed.partner(), ""));
        }
        return Shown.troubled(page(operator, typed.state(), typed.partner(), Typed.text(form, "after"), typed), sent);
    }

    private ModelAndView page(
            OAuth2AuthorizedClient operator, String state, String partner, String after, Replay typed) {
        Answer<Deliveries> answer = calls.read(
                operator,
                NOTIFICATION,
                calls.document(it -> FoundDeliveries.page(state, partner, it)),
                address("/deliveries", state, partner, after));
        ModelAndView page =
                Shown.page("delivery-list").addObject("typed", typed).addObject("after", after);
        return Shown.answered(page, "deliveries", answer);
    }

    /** A page of these; whatever is no code or place of a page is left out. */
    private static String address(String path, String state, String partner, String after) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("state", state);
        parameters.put("partner", partner);
        parameters.put("after", after);
        return parameters.entrySet().stream()
                .filter(it -> CODE.matcher(it.getValue()).matches())
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), it -> it.isEmpty() ? path : path + "?" + it));
    }
}
