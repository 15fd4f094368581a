-- Files of stories. The bytes lie once under their hash; what the scanner says holds of the bytes.
create table attachment_content (
    hash        text primary key,
    bytes       bytea,
    size        bigint      not null,
    scan        text        not null check (scan in ('waiting-for-scan', 'passed', 'infected')),
    finding     text,
    attempts    int         not null default 0,
    due_at      timestamptz not null,
    scanned_at  timestamptz,
    check (bytes is not null or scan = 'infected')
);
create index attachment_content_to_scan on attachment_content (due_at) where scan = 'waiting-for-scan';
grant select, insert on attachment_content to ${serviceRole};
grant update (scan, finding, attempts, due_at, scanned_at) on attachment_content to ${serviceRole};

-- No UPDATE and no DELETE is granted: like a story's parts, a file stays as it was sent.
create table attachment (
    id          uuid primary key,
    person_id   uuid        not null references person,
    hash        text        not null references attachment_content,
    category    text        not null,
    name        text        not null,
    media_type  text        not null,
    added_by    text        not null,
    added_at    timestamptz not null,
    keeping     text        not null
);
create index attachment_of_person on attachment (person_id, added_at);
create index attachment_by_hash on attachment (hash);
grant select, insert on attachment to ${serviceRole};

-- The service may not change bytes; only those that a scanner has found infected go, through this.
create function drop_infected_bytes(infected text) returns void
    language sql security definer set search_path = public, pg_temp
    as $$ update attachment_content set bytes = null where hash = infected and scan = 'infected' $$;
revoke all on function drop_infected_bytes(text) from public;
grant execute on function drop_infected_bytes(text) to ${serviceRole};
