-- Partners that operators take on. One proposes, another approves; only then they stand in the directory.
create table partner_onboarding (
    id              uuid        primary key,
    partner         text        not null,
    name            text        not null,
    kind            text        not null,
    ods_code        text,
    -- a list of recipients with their addresses, as JSON
    recipients      text        not null,
    rights          text[]      not null,
    keys_url        text,
    reason          text        not null,
    state           text        not null default 'PROPOSED' check (state in ('PROPOSED', 'REFUSED', 'APPROVED', 'REGISTERED')),
    version         int         not null default 1,
    proposed_by     text        not null,
    proposed_at     timestamptz not null default now(),
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    registered_by   text,
    registered_at   timestamptz,
    check (decided_by <> proposed_by)
);
create unique index partner_onboarding_once on partner_onboarding (partner) where state <> 'REFUSED';
create index partner_onboarding_newest on partner_onboarding (proposed_at);

-- Where recipients are reached that were taken on so. A setting hub.channels.RECIPIENT.url goes before it.
create table recipient_address (
    recipient  text        primary key references recipient,
    url        text        not null,
    onboarding uuid        not null references partner_onboarding,
    set_at     timestamptz not null default now()
);

grant select, insert, update on partner_onboarding to ${serviceRole};
grant select, insert on recipient_address to ${serviceRole};
