package org.partnerhub.quickstart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody of the hub's staff at the console, as a browser would be: signs in with Keycloak, fills in forms, follows links. */
public final class StaffSession {

    private final Connection browser = Jsoup.newSession()
            .followRedirects(true)
            .ignoreHttpErrors(true)
            .maxBodySize(0)
            .timeout(30_000);
    private final URI console;

    /**
     * A browser that has not signed in.
     *
     * @param gateway the hub's address; the console is behind it
     */
    public StaffSession(URI gateway) {
        this.console = URI.create(gateway + "/console/");
    }

    /** Opens the console, is sent to Keycloak, signs in there and comes back. */
    public Document signIn(String user, String password) {
        Document page = send(browser.newRequest(console.toString()));
        FormElement form = form(page, "form#kc-form-login");
        return submit(form, Map.of("username", user, "password", password));
    }

    /** Fills in the form that a CSS query finds and sends it. */
    public Document submit(FormElement form, Map<String, String> fields) {
        return send(filled(form, fields));
    }

    /** Sends a form and gives back what was downloaded. */
    public String download(FormElement form, Map<String, String> fields) {
        try {
            return filled(form, fields).ignoreContentType(true).execute().body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The form on a page, which must be there. */
    public static FormElement form(Document page, String query) {
        Element found = page.selectFirst(query);
        if (found instanceof FormElement form) {
            return form;
        }
        throw new IllegalStateException("There is no form " + query + " on the page “" + page.title() + "”.");
    }

    /** Opens a page of the console. */
    public Document open(String path) {
        return send(browser.newRequest(console.resolve(path).toString()));
    }

    private static Connection filled(FormElement form, Map<String, String> fields) {
        fields.forEach((name, value) -> fill(form, name, value));
        return form.submit();
    }

    /** Types into a field, chooses, or ticks what is to be ticked: several values with blanks between. */
    private static void fill(FormElement form, String name, String value) {
        List<Element> inputs = form.select("[name=" + name + "]");
        if (inputs.isEmpty()) {
            throw new IllegalStateException("The form has no field " + name + ".");
        }
        Element first = inputs.getFirst();
        if (List.of("radio", "checkbox").contains(first.attr("type"))) {
            List<String> ticked = List.of(value.split(" "));
            inputs.forEach(it -> it.attr("checked", ticked.contains(it.val())));
        } else if (first.nameIs("select")) {
            first.select("option").forEach(it -> it.attr("selected", it.val().equals(value)));
        } else {
            first.val(value);
        }
    }

    private Document send(Connection request) {
        try {
            Document page = request.execute().parse();
            // Keycloak marks its cookies Secure; browsers count localhost as secure, Java does not
            browser.cookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return page;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
