#!/usr/bin/env bash
# Run by the PostgreSQL image at its first start. Mount databases.sql at /etc/partner-hub/databases.sql.
# Each role's password comes from the environment (REFERRAL_OWNER_PASSWORD, ...), read by psql itself so that none is an argument.
set -euo pipefail

roles="referral_owner referral_service consent_owner consent_service log_eraser notification_owner notification_service fhir_owner fhir_service"
for role in $roles; do
  variable="$(printf '%s' "$role" | tr '[:lower:]' '[:upper:]')_PASSWORD"
  [ -n "${!variable:-}" ] || { echo "Set $variable: the password of the database role $role." >&2; exit 1; }
done
{
  for role in $roles; do
    printf '\\getenv %s_password %s_PASSWORD\n' "$role" "$(printf '%s' "$role" | tr '[:lower:]' '[:upper:]')"
  done
  printf '\\i /etc/partner-hub/databases.sql\n'
} | psql -v ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres
