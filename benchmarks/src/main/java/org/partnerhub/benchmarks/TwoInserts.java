package org.partnerhub.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The baseline: transactions of two inserts, a message of 2 kB and an event of 200 bytes, on the hub's own PostgreSQL. What a hub
 * would do that did nothing but keep what it is told.
 */
interface TwoInserts {

    /** Where the baseline's tables lie. */
    record Database(String host, int port, String name, String user, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + name, user, password);
        }

        /** Empty tables, made afresh. */
        void prepare() throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists benchmark cascade");
                statement.execute("create schema benchmark");
                statement.execute("create table benchmark.message (id uuid primary key, body text not null)");
                statement.execute("create table benchmark.event (id uuid primary key, body text not null)");
            }
        }

        /** How durable its commits are; a baseline without durability is no fair one for a durable hub. */
        String durability() throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    var row =
                            statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                                    + " current_setting('synchronous_commit')")) {
                row.next();
                return "PostgreSQL " + row.getString(1) + ", fsync " + row.getString(2) + ", synchronous_commit "
                        + row.getString(3);
            }
        }
    }

    /** What it is, for the output. */
    String description();

    /** Transactions a second over so long, from so many connections. */
    double perSecond(int connections, Duration duration);
}
