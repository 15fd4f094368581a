package org.partnerhub.console.request.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.request.Piece;
import org.partnerhub.console.request.Pieces;
import org.partnerhub.console.request.TypedSettlement;
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

/** One piece of what is held, for an officer to settle; after it comes the next that waits, those with hints first. */
@Controller
class PiecePages {

    private static final String PIECE = "/requests/{id}/pieces/{piece}";

    private final OfficerCalls calls;
    private final RequestCalls requests;

    PiecePages(OfficerCalls calls, RequestCalls requests) {
        this.calls = calls;
        this.requests = requests;
    }

    @GetMapping(PIECE)
    ModelAndView one(
            @PathVariable UUID id,
            @PathVariable UUID piece,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Answer<Piece> found = found(requests.pieces(officer, id), piece);
        return shown(id, found, found.given().map(TypedSettlement::of));
    }

    @PostMapping(PIECE)
    ModelAndView settle(
            @PathVariable UUID id,
            @PathVariable UUID piece,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        TypedSettlement typed = typed(form);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(again(officer, id, piece, typed), faults);
        }
        Answer<Pieces> settled = calls.change(
                officer,
                RequestCalls.CONSENT,
                typed.sent(),
                calls.document(FoundRequests::pieces),
                "/rights-requests/{id}/pieces/{piece}",
                id,
                piece);
        if (settled instanceof Answer.Given<Pieces>(var all)) {
            next.addFlashAttribute("confirmation", "The piece is settled.");
            String one = "/requests/" + id;
            return new ModelAndView("redirect:"
                    + all.nextAfter(piece.toString())
                            .map(it -> one + "/pieces/" + it.id())
                            .orElse(one));
        }
        return Shown.troubled(again(officer, id, piece, typed), settled);
    }

    private ModelAndView again(OAuth2AuthorizedClient officer, UUID id, UUID piece, TypedSettlement typed) {
        return shown(id, found(requests.pieces(officer, id), piece), Optional.of(typed));
    }

    private static Answer<Piece> found(Answer<Pieces> answer, UUID piece) {
        return switch (answer) {
            case Answer.Given<Pieces>(var all) ->
                all.find(piece.toString()).<Answer<Piece>>map(Answer.Given::new).orElseGet(Answer.NotThere::new);
            case Answer.NotAllowed<Pieces>(var remedies) -> new Answer.NotAllowed<>(remedies);
            case Answer.NotThere<Pieces>() -> new Answer.NotThere<>();
            case Answer.NotNow<Pieces>(var remedies) -> new Answer.NotNow<>(remedies);
            case Answer.NotAccepted<Pieces>(var remedies) -> new Answer.NotAccepted<>(remedies);
            case Answer.Unavailable<Pieces>() -> new Answer.Unavailable<>();
        };
    }

    private static ModelAndView shown(UUID id, Answer<Piece> piece, Optional<TypedSettlement> typed) {
        ModelAndView page =
                Shown.page("request-piece").addObject("request", id).addObject("grounds", TypedSettlement.GROUNDS);
        typed.ifPresent(it -> page.addObject("typed", it));
        return Shown.answered(page, "held", piece); // "piece" is the address's
    }

    private static TypedSettlement typed(Map<String, String> form) {
        String version = form.getOrDefault("version", "");
        return new TypedSettlement(
                version.matches("[0-9]{1,5}") ? Integer.parseInt(version) : 0,
                form.containsKey("thirdParty"),
                form.containsKey("seriousHarm"),
                form.getOrDefault("treatment", ""),
                form.getOrDefault("text", ""),
                form.getOrDefault("ground", ""),
                form.getOrDefault("note", ""));
    }
}
