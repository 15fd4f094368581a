-- The hub's roles and databases: an owner that migrates, a service role that only uses what a migration grants it, and log_eraser.
-- Safe to run again. psql runs it (10-databases.sh) and embedded-parts runs it over JDBC, so keep to what both understand:
-- a ';' at the end of a line, \gexec, \connect and :'variable'.

SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name)
  FROM unnest(ARRAY['referral_owner', 'referral_service', 'consent_owner', 'consent_service', 'log_eraser',
                    'notification_owner', 'notification_service', 'fhir_owner', 'fhir_service']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE referral_owner PASSWORD :'referral_owner_password';
ALTER ROLE referral_service PASSWORD :'referral_service_password';
ALTER ROLE consent_owner PASSWORD :'consent_owner_password';
ALTER ROLE consent_service PASSWORD :'consent_service_password';
ALTER ROLE log_eraser PASSWORD :'log_eraser_password';
ALTER ROLE notification_owner PASSWORD :'notification_owner_password';
ALTER ROLE notification_service PASSWORD :'notification_service_password';
ALTER ROLE fhir_owner PASSWORD :'fhir_owner_password';
ALTER ROLE fhir_service PASSWORD :'fhir_service_password';

-- One collation everywhere, whatever the server's own: order and case never depend on the machine.
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C'' LOCALE_PROVIDER builtin BUILTIN_LOCALE ''C.UTF-8''',
              name, name || '_owner')
  FROM unnest(ARRAY['referral', 'consent', 'notification', 'fhir']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name)
\gexec

SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', name)
  FROM unnest(ARRAY['referral', 'consent', 'notification', 'fhir', 'postgres']) AS name
\gexec

GRANT CONNECT ON DATABASE referral TO referral_service;
GRANT CONNECT ON DATABASE consent TO consent_service, log_eraser;
GRANT CONNECT ON DATABASE notification TO notification_service;
GRANT CONNECT ON DATABASE fhir TO fhir_service;

\connect referral
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO referral_service;

\connect consent
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO consent_service, log_eraser;

\connect notification
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO notification_service;

\connect fhir
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO fhir_service;
