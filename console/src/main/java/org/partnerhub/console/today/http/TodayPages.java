package org.partnerhub.console.today.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Today;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where staff arrive: what waits on the pages that are open to them. One service that is down hides nothing of the others. */
@Controller
class TodayPages {

    private final List<Watch> watches;

    TodayPages(List<Watch> watches) {
        this.watches =
                watches.stream().sorted(Comparator.comparing(Watch::page)).toList();
    }

    @GetMapping("/")
    ModelAndView today(Authentication staff, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Set<String> roles = AuthorityUtils.authorityListToSet(staff.getAuthorities());
        List<Watch> theirs =
                watches.stream().filter(it -> it.page().isOpenTo(roles)).toList();
        return Shown.page("today").addObject("today", ask(theirs, officer));
    }

    private static Today ask(List<Watch> watches, OAuth2AuthorizedClient officer) {
        List<Concern> concerns = new ArrayList<>();
        List<String> unasked = new ArrayList<>();
        Map<String, String> work = MDC.getCopyOfContextMap();
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<List<Concern>>>> answers = watches.stream()
                    .map(watch -> sideBySide.submit(() -> {
                        MDC.setContextMap(work == null ? Map.of() : work);
                        return watch.concerns(officer);
                    }))
                    .toList();
            for (int i = 0; i < watches.size(); i++) {
                Watch watch = watches.get(i);
                answer(answers.get(i))
                        .given()
                        .ifPresentOrElse(
                                concerns::addAll, () -> unasked.add(watch.page().title()));
            }
        }
        return new Today(concerns, unasked.stream().distinct().toList());
    }

    private static Answer<List<Concern>> answer(Future<Answer<List<Concern>>> coming) {
        try {
            return coming.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable<>();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("What waits could not be read.", broken);
        }
    }
}
