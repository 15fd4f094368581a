-- Everybody that the hub exchanges with. Whoever is not here is refused.
create table partner (
    id       text primary key,
    name     text not null,
    kind     text not null,
    ods_code text
);

create table recipient (
    id         text primary key,
    name       text not null,
    kind       text not null,
    role       text not null,
    area       text,
    school_urn text,
    channel    text not null check (channel in ('WEBHOOK', 'FHIR', 'MAILBOX', 'MANUAL'))
);

create table recipient_operator (
    recipient text not null references recipient,
    partner   text not null references partner,
    primary key (recipient, partner)
);

grant select, insert, update on partner, recipient to ${serviceRole};
grant select, insert, delete on recipient_operator to ${serviceRole};
