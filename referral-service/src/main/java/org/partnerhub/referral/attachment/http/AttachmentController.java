package org.partnerhub.referral.attachment.http;

import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.FileType;
import org.partnerhub.referral.attachment.Filing;
import org.partnerhub.referral.attachment.SentFile;
import org.partnerhub.referral.attachment.Sniffing;
import org.partnerhub.referral.attachment.store.Attachments;
import org.partnerhub.referral.attachment.store.FilingCabinet;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.story.http.StoryRefusals;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where partners add files to a story, and see how far their own are with the scanner. */
@RestController
class AttachmentController {

    /** What words somebody wrote can be about; identity, contact and the like are no files. */
    private static final Set<Category> CATEGORIES = EnumSet.of(
            Category.EDUCATION,
            Category.EMOTIONAL_HEALTH,
            Category.PHYSICAL_HEALTH,
            Category.SAFETY,
            Category.POLICE,
            Category.HOUSING_AND_MONEY,
            Category.VOICE,
            Category.PLAN);

    private final FilingCabinet cabinet;
    private final Attachments attachments;
    private final Sniffing sniffing;
    private final KnownDirectory directory;

    AttachmentController(FilingCabinet cabinet, Attachments attachments, Sniffing sniffing, KnownDirectory directory) {
        this.cabinet = cabinet;
        this.attachments = attachments;
        this.sniffing = sniffing;
        this.directory = directory;
    }

    @PostMapping("/people/{id}/attachments")
    ResponseEntity<?> add(
            @PathVariable PersonId id,
            @RequestParam String category,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] bytes,
            Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        if (directory.last().isEmpty()) {
            return StoryRefusals.notReady();
        }
        if (directory.required().partner(partner).isEmpty()) {
            return StoryRefusals.unknownPartner();
        }
        if (key == null || !StoryRefusals.KEY.matcher(key).matches()) {
            return StoryRefusals.keyRequired();
        }
        Category under = category(category);
        String name = FileName.of(headers);
        if (cabinet.known(partner, id).isEmpty()) {
            return StoryRefusals.nobodyOfYours();
        }
        Optional<FileType> type = sniffing.of(bytes);
        if (type.isEmpty()) {
            return notTaken();
        }
        if (!type.get().fits(name) || !isCalled(type.get(), headers)) {
            return notWhatItSays();
        }
        return answer(cabinet.file(partner, id, key, new SentFile(name, type.get(), under, bytes)));
    }

    /** The caller's own files: ids and codes. */
    @GetMapping("/people/{id}/attachments")
    ResponseEntity<?> own(@PathVariable PersonId id, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        return cabinet.known(partner, id)
                .<ResponseEntity<?>>map(person -> ResponseEntity.ok(OwnAttachments.of(attachments.of(person, partner))))
                .orElseGet(StoryRefusals::nobodyOfYours);
    }

    /** The caller's own file should never have been there: nobody is told of it any more. */
    @PostMapping("/people/{id}/attachments/{attachment}/retraction")
    ResponseEntity<?> takeBack(@PathVariable PersonId id, @PathVariable UUID attachment, Caller caller) {
        return cabinet.takeBack(new PartnerId(caller.requiredPartner()), id, attachment)
                ? ResponseEntity.noContent().build()
                : ProblemResponse.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such file of your own on this person's record.");
    }

    private static Category category(String code) {
        return CATEGORIES.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "/category", "Write a category that a file can belong to, such as plan or education."));
    }

    private static boolean isCalled(FileType type, HttpHeaders headers) {
        String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return sent != null && sent.split(";", 2)[0].strip().equalsIgnoreCase(type.mediaType());
    }

    private static ResponseEntity<Object> notTaken() {
        return ProblemResponse.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "attachment-type-not-taken",
                "Send a PDF, an image (PNG, JPEG, GIF, WebP) or a Word document without macros.");
    }

    private static ResponseEntity<Object> notWhatItSays() {
        return ProblemResponse.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "attachment-not-what-it-says",
                "The bytes are not what the file's name or the Content-Type says; send the file under its true name and"
                        + " type.");
    }

    private static ResponseEntity<?> answer(Filing filing) {
        return switch (filing) {
            case Filing.Filed filed ->
                ResponseEntity.created(URI.create("/people/" + filed.person() + "/attachments/" + filed.id()))
                        .body(AttachmentTaken.of(filed));
            case Filing.NobodyOfYours() -> StoryRefusals.nobodyOfYours();
            case Filing.KeyUsedForOtherFile() -> StoryRefusals.keyUsedForOtherBody();
        };
    }
}
