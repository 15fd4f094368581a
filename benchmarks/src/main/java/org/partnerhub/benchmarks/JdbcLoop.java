package org.partnerhub.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same two inserts from Java, for a machine without pgbench. */
final class JdbcLoop implements TwoInserts {

    private final Database database;

    JdbcLoop(Database database) {
        this.database = database;
    }

    @Override
    public String description() {
        return "two inserts by JDBC (no pgbench on this machine)";
    }

    @Override
    public double perSecond(int connections, Duration duration) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> shares = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                shares.add(threads.submit(() -> insertUntil(end)));
            }
            int transactions = 0;
            for (Future<Integer> share : shares) {
                transactions += share.get();
            }
            return transactions / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The baseline failed.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The baseline was interrupted.", stopped);
        }
    }

    private int insertUntil(long end) throws SQLException {
        int transactions = 0;
        try (Connection connection = database.connect();
                PreparedStatement message = connection.prepareStatement(
                        "insert into benchmark.message values (gen_random_uuid(), repeat('0123456789', 200))");
                PreparedStatement event = connection.prepareStatement(
                        "insert into benchmark.event values (gen_random_uuid(), repeat('0123456789', 20))")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                message.executeUpdate();
                event.executeUpdate();
                connection.commit();
                transactions++;
            }
        }
        return transactions;
    }
}
