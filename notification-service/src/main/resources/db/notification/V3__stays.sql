-- What settings told, word for word, before anybody thinks about it.
create table admission_message (
    id              uuid        primary key,
    partner         text        not null,
    idempotency_key text        not null,
    body_hash       text        not null,
    body            text        not null,
    received_at     timestamptz not null default now(),
    unique (partner, idempotency_key)
);

-- What followed, with its reasons.
create table stay (
    id          uuid        primary key,
    message     uuid        not null unique references admission_message,
    subject     uuid        not null,
    state       text        not null check (state in ('NOTIFIED', 'NOT_DUE', 'WATCHED', 'FOR_A_PERSON')),
    section     text,
    authority   text,
    recipient   text,
    delivery    uuid references delivery,
    explanation text        not null,
    concluded_at timestamptz not null default now()
);
create index stay_open on stay (state) where state in ('WATCHED', 'FOR_A_PERSON');

create table mailbox_acknowledgement (
    delivery        uuid        primary key references delivery,
    by_role         text,
    reference       text,
    acknowledged_at timestamptz not null
);

grant select, insert on admission_message, mailbox_acknowledgement to ${serviceRole};
grant select, insert, update on stay to ${serviceRole};
