#!/usr/bin/env bash
# Run by the PostgreSQL image at its first start: a database for Keycloak, beside the hub's own, that nobody else may enter.
set -euo pipefail

[ -n "${KEYCLOAK_OWNER_PASSWORD:-}" ] || { echo "Set KEYCLOAK_OWNER_PASSWORD: the password of the database role keycloak_owner." >&2; exit 1; }
psql -v ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv password KEYCLOAK_OWNER_PASSWORD
CREATE ROLE keycloak_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak_owner;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
