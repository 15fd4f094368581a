package org.partnerhub.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL with the hub's roles and databases, as {@code deploy/postgres} makes them. */
interface DatabaseServer {

    String jdbcUrl(String database);

    String password(String role);

    /** As the superuser. */
    Connection connect(String database) throws SQLException;
}
