-- One thing for one recipient; the id is the same on every attempt. No personal value is kept here.
create table delivery (
    id           uuid primary key,
    subject      uuid        not null,
    recipient    text        not null,
    purpose      text        not null,
    categories   text[]      not null,
    source       text        not null,
    partner      text,
    channel      text        not null check (channel in ('WEBHOOK', 'FHIR', 'MAILBOX', 'MANUAL')),
    state        text        not null check (state in ('DUE', 'SENDING', 'WAITING', 'COLLECTED', 'ACKNOWLEDGED', 'DELIVERED',
                                                       'PARKED', 'REFUSED', 'GIVEN_UP', 'MANUAL')),
    due_by       timestamptz,
    due_at       timestamptz not null default now(),
    lease_until  timestamptz,
    attempts     int         not null default 0,
    failures     int         not null default 0,
    -- a consent arrived while an attempt was under way: what it refuses for want of consent is asked again, not parked
    consent_news boolean     not null default false,
    correlation  text,
    missing      text,
    reason       text,
    created_at   timestamptz not null default now(),
    -- the age limit counts from here: made, or let go again
    fresh_at     timestamptz not null default now()
) with (fillfactor = 80);

create index delivery_due on delivery (recipient, due_at) where state = 'DUE';
create index delivery_leased on delivery (lease_until) where lease_until is not null;
create index delivery_open on delivery (subject) where state in ('PARKED', 'SENDING', 'WAITING', 'COLLECTED');
create index delivery_parked on delivery (fresh_at) where state = 'PARKED';
create index delivery_mailbox on delivery (recipient, created_at) where channel = 'MAILBOX';
create index delivery_source on delivery (source);

create table delivery_attempt (
    delivery        uuid        not null references delivery,
    attempt         int         not null,
    outcome         text        not null,
    decision        uuid,
    missing         text,
    reason          text,
    content_hash    text,
    acknowledgement text,
    started_at      timestamptz not null,
    ended_at        timestamptz not null default now(),
    primary key (delivery, attempt)
);

-- Permits of this audience are used once; an expired one needs no remembering.
create table used_permit (
    id         uuid primary key,
    expires_at timestamptz not null
);
create index used_permit_expiry on used_permit (expires_at);

-- What a holder is told of a withdrawal: reference, purpose, categories and dates, nothing more.
create table withdrawal_notice (
    consent    uuid        not null,
    delivery   uuid        not null primary key references delivery,
    purpose    text        not null,
    categories text[]      not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null
);

grant select, insert, update on delivery to ${serviceRole};
grant select, insert on delivery_attempt, withdrawal_notice to ${serviceRole};
grant select, insert, delete on used_permit to ${serviceRole};
