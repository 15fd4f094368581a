-- A stay is read from all its messages. Until now each message was its own stay; its id stays the admission's.
alter table admission_message
    add column channel        text not null default 'json' check (channel in ('json', 'fhir', 'hl7v2', 'answer')),
    add column visit          uuid,
    -- the setting's own number of the patient, and the one that was merged into it
    add column patient        text,
    add column former_patient text,
    -- what it says, in the hub's words; absent where it could not be read
    add column report         text,
    add column unreadable     text,
    add column looked_at_by   text,
    add column looked_at      timestamptz;

-- One of a setting's numbers. Its id is what partners call the admission.
create table visit (
    id             uuid primary key,
    partner        text not null,
    number         text not null,
    subject        uuid,
    -- of what the person was recognised by, so that nobody is asked twice
    recognised_by  text,
    birth_date     date,
    unique (partner, number)
);
create index visit_subject on visit (subject);

insert into visit (id, partner, number, subject)
select distinct on (partner, coalesce(body::jsonb ->> 'visitNumber', 'admission ' || admission_message.id))
       admission_message.id, partner, coalesce(body::jsonb ->> 'visitNumber', 'admission ' || admission_message.id), stay.subject
  from admission_message
  left join stay on stay.message = admission_message.id
 order by partner, coalesce(body::jsonb ->> 'visitNumber', 'admission ' || admission_message.id), received_at;

update admission_message
   set visit = visit.id,
       report = ((body::jsonb - 'subject')
                 || jsonb_build_object('event', 'admitted',
                                       'saidAt', to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                 || case when body::jsonb -> 'subject' ? 'personId'
                         then jsonb_build_object('person', body::jsonb -> 'subject' -> 'personId')
                         else jsonb_build_object('subject', body::jsonb -> 'subject') end)::text
  from visit
 where visit.partner = admission_message.partner
   and visit.number = coalesce(body::jsonb ->> 'visitNumber', 'admission ' || admission_message.id);

create index admission_message_visit on admission_message (visit);
create index admission_message_patient on admission_message (partner, patient) where patient is not null;
create index admission_message_former on admission_message (partner, former_patient) where former_patient is not null;
create index admission_message_unreadable on admission_message (received_at) where unreadable is not null and looked_at is null;

-- Every notice about a stay. Its id is the delivery's, the same on every attempt.
create table stay_notice (
    id              uuid        primary key,
    position        bigint      generated always as identity,
    visit           uuid        not null references visit,
    number          int         not null default 0,
    kind            text        not null,
    to_role         text        not null check (to_role in ('COUNCIL', 'DIRECTOR', 'ICB', 'SETTING')),
    to_code         text        not null,
    recipient       text        not null,
    section         text,
    about           uuid,
    given_at        timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    reference       text,
    withdrawn_at    timestamptz
);
-- the same notice is given once, whoever thinks of it
create unique index stay_notice_once
    on stay_notice (visit, number, kind, to_role, to_code, coalesce(section, ''), coalesce(about, '00000000-0000-0000-0000-000000000000'))
 where withdrawn_at is null;
create index stay_notice_recipient on stay_notice (recipient);

insert into stay_notice (id, visit, kind, to_role, to_code, recipient, section, given_at)
select distinct on (m.visit, stay.authority, stay.section)
       stay.delivery, m.visit, 'INTENTION', 'COUNCIL', stay.authority, stay.recipient,
       case stay.section when '85' then 'EIGHTY_FIVE' else 'EIGHTY_SIX' end, stay.concluded_at
  from stay join admission_message m on m.id = stay.message
 where stay.delivery is not null and stay.authority is not null
 order by m.visit, stay.authority, stay.section, stay.concluded_at;

drop table stay;

-- How each stay stands, worked out afresh whenever something is said or a day has passed. The admissions hold what is true.
create table stay (
    visit         uuid        not null references visit,
    number        int         not null,
    subject       uuid,
    admissions    uuid[]      not null,
    partners      text[]      not null,
    standing      text        not null,
    overdue_since date,
    view          text        not null,
    next_at       timestamptz,
    concluded_at  timestamptz not null,
    primary key (visit, number)
);
create index stay_due on stay (next_at) where next_at is not null;
create index stay_subject on stay (subject);
create index stay_admissions on stay using gin (admissions);
create index stay_partners on stay using gin (partners);

-- everything is looked at once more when the service starts
insert into stay (visit, number, subject, admissions, partners, standing, view, next_at, concluded_at)
select id, 0, subject, array[id], array[partner], 'WATCHED', '{}', now(), now() from visit;

grant select, insert, update on visit, stay_notice to ${serviceRole};
grant update (visit, looked_at_by, looked_at) on admission_message to ${serviceRole};
grant select, insert, update, delete on stay to ${serviceRole};
