package org.partnerhub.referral.report.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.report.Case;
import org.partnerhub.referral.report.Caseload;
import org.partnerhub.referral.report.Counted;
import org.partnerhub.referral.report.Families;
import org.partnerhub.referral.report.Figure;
import org.partnerhub.referral.report.Report;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.story.Measure;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.Theme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Whom the report on early help counts. */
@Repository
public class EarlyHelpFacts {

    private static final String EARLY_HELP = "early-help-support";
    private static final String ASKED = "[{\"purpose\": \"" + EARLY_HELP + "\"}]";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final JdbcClient database;
    private final Pathways pathways;
    private final JsonMapper json;

    EarlyHelpFacts(JdbcClient database, Pathways pathways, JsonMapper json) {
        this.database = database;
        this.pathways = pathways;
        this.json = json;
    }

    private record Move(
            UUID child,
            @Nullable String authority,
            String agency,
            String kind,
            boolean early,
            List<Theme> themes,
            Instant at) {}

    /** Everybody who counts in the months. */
    @Transactional(readOnly = true)
    public List<Counted> in(List<YearMonth> months) {
        Families families = families();
        List<Counted> counted = new ArrayList<>();
        for (Move move : moves(months.getFirst(), months.getLast())) {
            figures(move)
                    .forEach(figure -> counted.add(new Counted(
                            YearMonth.from(move.at().atZone(ENGLAND)),
                            figure,
                            move.child(),
                            families.of(move.child()),
                            area(move.authority()),
                            move.agency())));
        }
        Function<@Nullable String, String> areaOf = this::area;
        Caseload caseload = new Caseload(cases(), measures(), referred(), families, areaOf);
        months.forEach(month -> counted.addAll(caseload.in(month)));
        return counted;
    }

    private String area(@Nullable String authority) {
        return pathways.areas().authorityOf(authority).orElse(Report.ELSEWHERE);
    }

    /** What one referral counts towards; a request for something other than early help is none here. */
    private static List<Figure> figures(Move move) {
        List<Figure> figures = new ArrayList<>();
        switch (move.kind()) {
            case "request" -> {
                if (move.early()) {
                    figures.add(Figure.REQUEST);
                }
            }
            case "step-down" -> figures.add(Figure.STEP_DOWN);
            case "step-up" -> figures.add(Figure.STEP_UP);
            case "co-working" -> figures.add(Figure.CO_WORKING);
            default -> {
                return figures;
            }
        }
        if (move.early()) {
            figures.add(Figure.SCREENED);
            move.themes().forEach(theme -> figures.add(Figure.of(theme)));
        }
        return figures;
    }

    private List<Move> moves(YearMonth first, YearMonth last) {
        return database.sql("""
                        select known.id as child, known.authority, sender, kind, themes, asks @> :asked::jsonb as early,
                            coalesce(occurred_at, received_at) as at
                        from referral
                            join person on person.id = person_id
                            join person known on known.id = person.current_id
                        where coalesce(occurred_at, received_at) >= :from and coalesce(occurred_at, received_at) < :to
                        """)
                .param("asked", ASKED)
                .param("from", begin(first))
                .param("to", begin(last.plusMonths(1)))
                .query((row, number) -> new Move(
                        row.getObject("child", UUID.class),
                        row.getString("authority"),
                        row.getString("sender"),
                        row.getString("kind"),
                        row.getBoolean("early"),
                        themes(row),
                        instant(row, "at")))
                .list();
    }

    private static List<Theme> themes(ResultSet row) throws SQLException {
        List<Theme> themes = new ArrayList<>();
        for (String code : (String[]) row.getArray("themes").getArray()) {
            themes.add(Theme.of(code));
        }
        return themes;
    }

    private List<Case> cases() {
        return database.sql("""
                        select known.id as child, known.authority, referral.sender,
                            min(happened_at) filter (where happened in ('accepted', 'in-progress')) as opened_at,
                            min(happened_at) filter (where happened in
                                ('completed', 'rejected', 'failed', 'cancelled', 'entered-in-error')) as ended_at,
                            bool_or(happened = 'completed') as completed
                        from referral_recipient
                            join referral on referral.id = referral_recipient.referral_id
                            join person on person.id = referral.person_id
                            join person known on known.id = person.current_id
                            join referral_history on referral_history.referral_id = referral.id
                                and referral_history.recipient = referral_recipient.recipient
                        where purpose = :earlyHelp
                        group by referral_recipient.id, known.id, known.authority, referral.sender
                        having count(*) filter (where happened in ('accepted', 'in-progress')) > 0
                        """)
                .param("earlyHelp", EARLY_HELP)
                .query((row, number) -> new Case(
                        row.getObject("child", UUID.class),
                        row.getString("authority"),
                        row.getString("sender"),
                        instant(row, "opened_at"),
                        row.getObject("ended_at") == null ? null : instant(row, "ended_at"),
                        row.getBoolean("completed")))
                .list();
    }

    private Map<UUID, NavigableSet<Instant>> referred() {
        Map<UUID, NavigableSet<Instant>> referred = new HashMap<>();
        database.sql("""
                        select current_id as child, coalesce(occurred_at, received_at) as at
                        from referral join person on person.id = person_id
                        where kind = 'step-up' or (kind in ('request', 'step-down') and asks @> :asked::jsonb)
                        """).param("asked", ASKED).query(row -> {
            referred.computeIfAbsent(row.getObject("child", UUID.class), it -> new TreeSet<>())
                    .add(instant(row, "at"));
        });
        return referred;
    }

    private Map<UUID, List<Measure>> measures() {
        Map<UUID, List<Measure>> measures = new HashMap<>();
        database.sql("""
                        select current_id as child, content
                        from contribution join person on person.id = person_id
                        where part = 'progress'
                          and not exists (select from contribution later where later.corrects = contribution.id)
                        """).query(row -> {
            StoryPart.ProgressMeasured told =
                    json.readValue(row.getString("content"), StoryPart.ProgressMeasured.class);
            measures.computeIfAbsent(row.getObject("child", UUID.class), it -> new ArrayList<>())
                    .add(told.measure());
        });
        return measures;
    }

    private Families families() {
        Families families = new Families();
        database.sql("""
                        select child.current_id as child, relative.current_id as member
                        from contribution
                            cross join jsonb_array_elements(content -> 'members') link
                            join person child on child.id = person_id
                            join person relative on relative.id = (link ->> 'person')::uuid
                        where part = 'household'
                          and not exists (select from contribution later where later.corrects = contribution.id)
                        """).query(row -> {
            families.together(row.getObject("child", UUID.class), row.getObject("member", UUID.class));
        });
        return families;
    }

    private static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ENGLAND).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
