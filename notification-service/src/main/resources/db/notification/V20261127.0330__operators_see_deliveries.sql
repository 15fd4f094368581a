-- How each recipient was reached last. Kept beside the attempts: nobody reads millions of them to say that all is well.
create table recipient_health (
    recipient     text primary key,
    last_success  timestamptz,
    last_failure  timestamptz,
    -- since the first failure after the last success
    failing_since timestamptz,
    failure       text
);

-- A recipient counted as down: one row from the first circuit that opened until it takes deliveries again.
create table recipient_incident (
    id        bigint generated always as identity primary key,
    recipient text        not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz
);
create unique index recipient_incident_open on recipient_incident (recipient) where closed_at is null;
create index recipient_incident_recent on recipient_incident (opened_at);

-- What operators look for first; the many that arrived are not in these.
create index delivery_stuck on delivery (state, created_at, id) where state in ('PARKED', 'MANUAL', 'GIVEN_UP', 'REFUSED');
create index delivery_failing on delivery (created_at, id) where failures > 0 and state in ('DUE', 'SENDING');
create index delivery_made on delivery (created_at, id);

grant select, insert, update on recipient_health, recipient_incident to ${serviceRole};

-- Nothing is sent to a recipient while one of its partners is paused. The version keeps two operators from undoing each other unseen.
create table partner_pause (
    partner    text        primary key references partner,
    paused     boolean     not null,
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    version    int         not null
);
grant select, insert, update on partner_pause to ${serviceRole};
