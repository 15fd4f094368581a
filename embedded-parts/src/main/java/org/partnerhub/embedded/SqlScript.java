package org.partnerhub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a psql script over JDBC, as far as {@code deploy/postgres/databases.sql} needs psql: \gexec, \connect and :'variable'. */
final class SqlScript {

    private static final Pattern VARIABLE = Pattern.compile(":'([a-z_]+)'");
    private static final String CONNECT = "\\connect ";

    private final List<String> lines;

    private SqlScript(List<String> lines) {
        this.lines = lines;
    }

    static SqlScript resource(String name, Map<String, String> variables) {
        try (InputStream file = SqlScript.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path.");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new SqlScript(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .map(line -> filledIn(line, variables))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void run(ConnectionTo server) throws SQLException {
        Connection connection = server.database("postgres");
        try {
            List<String> statement = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith(CONNECT)) {
                    connection.close();
                    connection =
                            server.database(line.substring(CONNECT.length()).strip());
                } else if (line.equals("\\gexec")) {
                    for (String made : answers(connection, taken(statement))) {
                        execute(connection, made);
                    }
                } else {
                    statement.add(line);
                    if (line.endsWith(";")) {
                        execute(connection, taken(statement));
                    }
                }
            }
        } finally {
            connection.close();
        }
    }

    private static String taken(List<String> statement) {
        String sql = String.join("\n", statement);
        statement.clear();
        return sql;
    }

    private static List<String> answers(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String filledIn(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("The script needs a value for " + found.group(1) + ".");
            }
            return Matcher.quoteReplacement("'" + value.replace("'", "''") + "'");
        });
    }

    /** Opens a connection to a database of the server that the script runs on. */
    interface ConnectionTo {
        Connection database(String name) throws SQLException;
    }
}
