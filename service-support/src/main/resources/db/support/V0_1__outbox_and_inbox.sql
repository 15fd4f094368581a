-- Events to publish: a row lives from the transaction that caused it until the broker has confirmed and routed it.
create table outbox (
    id             uuid primary key,
    type           text        not null,
    body           text        not null,
    correlation_id text,
    traceparent    text,
    created_at     timestamptz not null default now(),
    due_at         timestamptz not null default now(),
    attempts       integer     not null default 0
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create index outbox_due on outbox (due_at);

-- Events taken: one row each, so that the second coming of an event has no second effect. The body is kept only until done.
create table inbox (
    id             uuid primary key,
    type           text        not null,
    received_at    timestamptz not null default now(),
    done_at        timestamptz,
    body           text,
    correlation_id text,
    traceparent    text,
    attempts       integer     not null default 0,
    due_at         timestamptz,
    error          text
);
create index inbox_due on inbox (due_at) where done_at is null;
create index inbox_done on inbox (done_at);

grant select, insert, update, delete on outbox, inbox to ${serviceRole};
