-- People, their stories told once, referrals and their closed loop. Owned by the migrating role; the service's role is
-- granted, table by table, what it does and nothing else.

create table person (
    id                     uuid primary key,
    nhs_number             text unique,
    nhs_number_absent      text,
    upn                    text,
    given_names            text[]      not null,
    family_name            text        not null,
    birth_date             date,
    address_lines          text[],
    postcode               text,
    telephone              text,
    authority              text,
    school_urn             text,
    protected_whereabouts  boolean     not null default false,
    known_since            timestamptz not null
);
create index person_by_pupil_number on person (upn, birth_date) where upn is not null;
create index person_by_name on person (lower(family_name), birth_date);
grant select, insert, update on person to ${serviceRole};

-- How each agency wrote the person down; never changed, so that no agency's words replace another's.
create table person_description (
    id            bigint generated always as identity primary key,
    person_id     uuid        not null references person,
    described_by  text        not null,
    described_at  timestamptz not null,
    demographics  jsonb       not null
);
create index person_description_of_person on person_description (person_id);
grant select, insert on person_description to ${serviceRole};

create table referral (
    id           uuid primary key,
    person_id    uuid        not null references person,
    sender       text        not null,
    kind         text        not null,
    asks         jsonb       not null,
    reason       text        not null,
    themes       text[]      not null,
    level        text,
    urgency      text        not null,
    incident     jsonb,
    occurred_at  timestamptz,
    received_at  timestamptz not null,
    routed_at    timestamptz
);
create index referral_of_sender on referral (sender, received_at desc);
create index referral_of_person on referral (person_id);
grant select, insert on referral to ${serviceRole};
grant update (routed_at) on referral to ${serviceRole};

-- The answer to an Idempotency-Key is the referral that it made; the same key by another partner is another key.
create table idempotency_key (
    partner      text        not null,
    key          text        not null,
    body_hash    bytea       not null,
    referral_id  uuid        not null,
    used_at      timestamptz not null,
    primary key (partner, key)
);
create index idempotency_key_by_age on idempotency_key (used_at);
grant select, insert, delete on idempotency_key to ${serviceRole};

-- A consent that came with a referral, until consent-service has it.
create table consent_draft (
    referral_id  uuid primary key references referral,
    consent      jsonb not null
);
grant select, insert, delete on consent_draft to ${serviceRole};

-- What consent-service made of it: the consent's id, or that it could not be used.
create table referral_consent (
    referral_id  uuid primary key references referral,
    consent_id   uuid,
    refused_for  text,
    recorded_at  timestamptz not null
);
grant select, insert on referral_consent to ${serviceRole};

-- The story: every part with its author and time. No UPDATE and no DELETE is granted: nobody overwrites another's words.
create table contribution (
    id           uuid primary key,
    person_id    uuid        not null references person,
    referral_id  uuid references referral,
    part         text        not null,
    category     text        not null,
    content      jsonb       not null,
    occurred_on  date,
    contributed_by text      not null,
    contributed_at timestamptz not null
);
create index contribution_of_person on contribution (person_id, contributed_at);
grant select, insert on contribution to ${serviceRole};

-- Where a referral went: the id is the delivery's. State is kept per recipient, in Task's codes.
create table referral_recipient (
    id              uuid primary key,
    referral_id     uuid        not null references referral,
    recipient       text        not null,
    purpose         text        not null,
    pathway         text        not null,
    why_here        text        not null,
    state           text        not null,
    state_reason    text,
    better_place    text,
    outcome         text,
    message         text,
    delivery        text        not null,
    delivery_attempt int        not null default 0,
    missing         text,
    due_by          timestamptz,
    answer_by       timestamptz,
    changed_at      timestamptz not null,
    unique (referral_id, recipient, purpose)
);
create index referral_recipient_by_recipient on referral_recipient (recipient, changed_at desc);
grant select, insert, update on referral_recipient to ${serviceRole};

-- An ask that no rule may send anywhere: it waits for a person, who is told what to find out.
create table open_question (
    id           uuid primary key,
    referral_id  uuid        not null references referral,
    purpose      text        not null,
    missing      text        not null,
    words        text        not null,
    due_by       timestamptz,
    asked_at     timestamptz not null,
    settled_at   timestamptz,
    unique (referral_id, purpose, missing)
);
create index open_question_open on open_question (asked_at) where settled_at is null;
grant select, insert, update on open_question to ${serviceRole};

-- One history, only ever added to.
create table referral_history (
    id           bigint generated always as identity primary key,
    referral_id  uuid        not null references referral,
    recipient    text,
    happened     text        not null,
    reason       text,
    actor        text        not null,
    happened_at  timestamptz not null
);
create index referral_history_of_referral on referral_history (referral_id, id);
grant select, insert on referral_history to ${serviceRole};

-- What the referrer is told: one row for each thing told, the id being the delivery's.
create table feedback (
    id           uuid primary key,
    referral_id  uuid        not null references referral,
    recipient    text        not null,
    about        text,
    asked_at     timestamptz not null
);
create index feedback_of_referral on feedback (referral_id);
grant select, insert on feedback to ${serviceRole};

-- Permits are used once; an expired one is refused for its age and need not be remembered.
create table used_permit (
    id          uuid primary key,
    expires_at  timestamptz not null
);
create index used_permit_by_end on used_permit (expires_at);
grant select, insert, delete on used_permit to ${serviceRole};

-- The last directory of partners and recipients that notification-service gave, so that a restart needs nobody.
create table directory_copy (
    only_one   boolean primary key default true check (only_one),
    directory  jsonb       not null,
    copied_at  timestamptz not null
);
grant select, insert, update on directory_copy to ${serviceRole};
