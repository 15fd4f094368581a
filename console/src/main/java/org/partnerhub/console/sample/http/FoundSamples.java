package org.partnerhub.console.sample.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.log.LogEntry;
import org.partnerhub.console.sample.Finding;
import org.partnerhub.console.sample.Question;
import org.partnerhub.console.sample.Sample;
import org.partnerhub.console.sample.SampledEntry;
import org.partnerhub.console.words.Codes;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about audit samples. */
final class FoundSamples {

    private FoundSamples() {}

    static List<Sample> list(JsonNode answer) {
        return answer.path("items").valueStream().map(FoundSamples::one).toList();
    }

    static Sample one(JsonNode it) {
        JsonNode summary = it.path("summary");
        return new Sample(
                it.path("id").asString(),
                it.path("reason").asString(),
                it.path("drawnBy").asString(),
                Instant.parse(it.path("drawnAt").asString()),
                it.path("seed").asString(),
                LocalDate.parse(it.path("from").asString()),
                LocalDate.parse(it.path("until").asString()),
                filter(it.path("filter")),
                it.path("population").asLong(),
                it.path("logSize").asLong(),
                summary.path("drawn").asInt(),
                summary.path("examined").asInt(),
                summary.path("withConcerns").asInt(),
                it.path("checklist")
                        .valueStream()
                        .map(question -> question(question, summary.path("questions")))
                        .toList(),
                it.path("entries").valueStream().map(FoundSamples::entry).toList());
    }

    private static Map<String, String> filter(JsonNode filter) {
        Map<String, String> words = new TreeMap<>();
        filter.properties()
                .forEach(it -> words.put(
                        it.getKey(),
                        it.getValue().isArray()
                                ? Codes.inWords(it.getValue()
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList())
                                : Codes.inWords(it.getValue().asString())));
        return words;
    }

    private static Question question(JsonNode question, JsonNode counts) {
        String code = question.path("code").asString();
        JsonNode counted = counts.valueStream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElse(question); // counts of none are nought
        return new Question(
                code,
                question.path("question").asString(),
                counted.path("yes").asLong(0),
                counted.path("no").asLong(0),
                counted.path("notApplicable").asLong(0));
    }

    private static SampledEntry entry(JsonNode it) {
        JsonNode entry = it.path("entry");
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        entry.path("fields")
                .properties()
                .forEach(field -> facts.put(field.getKey(), field.getValue().asString()));
        long sequence = it.path("sequence").asLong();
        return new SampledEntry(
                sequence,
                new LogEntry(
                        entry.path("id").asString(),
                        entry.path("kind").asString(),
                        Instant.parse(entry.path("at").asString()),
                        sequence,
                        facts),
                finding(it.path("finding")));
    }

    static @Nullable Finding finding(JsonNode it) {
        if (!it.isObject()) {
            return null;
        }
        Map<String, String> answers = new TreeMap<>();
        it.path("answers")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asString()));
        return new Finding(
                it.path("version").asInt(),
                answers,
                it.path("note").asString(""),
                it.path("by").asString(),
                Instant.parse(it.path("at").asString()));
    }
}
