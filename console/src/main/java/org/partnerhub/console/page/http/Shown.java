package org.partnerhub.console.page.http;

import java.util.List;
import java.util.Optional;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.Trouble;
import org.partnerhub.console.words.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Pages with what every page may have: faults of a form, and what to say where a service did not answer. */
public final class Shown {

    private Shown() {}

    /** The page of a template, with nothing to complain of. */
    public static ModelAndView page(String template) {
        return new ModelAndView(template).addObject("faults", List.of());
    }

    /** The same page again, because the form must be mended. */
    public static ModelAndView faulty(ModelAndView page, List<Fault> faults) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("faults", faults);
    }

    /** The page with what a service gave, under {@code name}, or with what to say instead. */
    public static ModelAndView answered(ModelAndView page, String name, Answer<?> answer) {
        answer.given().ifPresent(value -> page.addObject(name, value));
        return troubled(page, answer);
    }

    /** The page with what to say where the service did not do what was asked; unchanged where it did. */
    public static ModelAndView troubled(ModelAndView page, Answer<?> answer) {
        Optional<Trouble> trouble = Trouble.of(answer);
        trouble.ifPresent(it -> {
            page.setStatus(HttpStatus.valueOf(it.status()));
            page.addObject("trouble", it);
        });
        return page;
    }
}
