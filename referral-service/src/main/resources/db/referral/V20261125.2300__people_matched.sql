-- People matched by likeness, merged and unmerged. Nothing that was told is rewritten: a merge is an arrow from one person to
-- another, and everything about a person is read through it.

-- a number of one person may be told of another by mistake: then there are two people until somebody has looked
alter table person drop constraint person_nhs_number_key;
alter table person add merged_into uuid references person;
alter table person add current_id uuid references person;
update person set current_id = id;
alter table person alter column current_id set not null;
-- how its keys were made; see BlockKeys
alter table person add key_version int not null default 0;
create index person_by_current on person (current_id);
create index person_by_key_version on person (key_version);
create index person_by_merge on person (merged_into) where merged_into is not null;

-- hashes of what a person could be found by; only who shares one is compared
create table person_key (
    key        bigint not null,
    person_id  uuid   not null references person,
    primary key (key, person_id)
);
create index person_key_of_person on person_key (person_id);
grant select, insert, delete on person_key to ${serviceRole};

create table person_merge (
    id          uuid primary key,
    from_id     uuid        not null references person,
    into_id     uuid        not null references person,
    -- the event by which the other services hear of it
    event       uuid        not null,
    merged_at   timestamptz not null,
    -- from here on what was told of either is told as one; see ids_told_with
    settles_at  timestamptz not null,
    merged_by   text        not null,
    reason      text        not null,
    undone_at   timestamptz,
    undone_by   text,
    undone_for  text
);
create unique index person_merge_standing on person_merge (from_id) where undone_at is null;
create index person_merge_into on person_merge (into_id);
grant select, insert on person_merge to ${serviceRole};
grant update (undone_at, undone_by, undone_for) on person_merge to ${serviceRole};

-- The ids whose story is told under one: its own and those merged into it, as soon as the merge has gone out to the services that
-- decide and they had time to take it in. Until then the decision for one could not know of the other's refusal.
create function ids_told_with(person_id uuid) returns setof uuid language sql stable as $$
    with recursive told as (
        select id from person where id = $1
        union
        select person.id
        from person
            join told on person.merged_into = told.id
            join person_merge on person_merge.from_id = person.id and person_merge.undone_at is null
        where person_merge.settles_at <= now()
          and not exists (select from outbox where outbox.id = person_merge.event))
    select id from told
$$;

-- Two people who may be one, until an officer has looked; what was settled is remembered and not asked again.
create table match_review (
    id           uuid primary key,
    person_id    uuid             not null references person,
    other_id     uuid             not null references person,
    weight       double precision not null,
    doubts       text[]           not null,
    raised_by    text             not null,
    raised_at    timestamptz      not null,
    settled_as   text check (settled_as in ('same', 'different')),
    settled_at   timestamptz,
    settled_by   text,
    settled_for  text,
    check (person_id <> other_id)
);
create unique index match_review_of_two on match_review (least(person_id, other_id), greatest(person_id, other_id));
create index match_review_open on match_review (raised_at) where settled_at is null;
create index match_review_of_person on match_review (person_id) where settled_at is null;
create index match_review_of_other on match_review (other_id) where settled_at is null;
grant select, insert on match_review to ${serviceRole};
grant update (settled_as, settled_at, settled_by, settled_for) on match_review to ${serviceRole};

-- Who lives where, as somebody told it; the key is a hash of postcode and house. Who shares one is of one household.
create table person_home (
    home       bigint      not null,
    person_id  uuid        not null references person,
    source     text        not null,
    told_at    timestamptz not null,
    primary key (home, person_id, source)
);
create index person_home_of_person on person_home (person_id);
grant select, insert on person_home to ${serviceRole};

-- Brothers, sisters, parents and other relatives, as somebody told it.
create table person_relative (
    person_id    uuid        not null references person,
    relative_id  uuid        not null references person,
    relation     text        not null,
    source       text        not null,
    referral_id  uuid references referral,
    told_at      timestamptz not null,
    primary key (person_id, relative_id, relation, source),
    check (person_id <> relative_id)
);
create index person_relative_of_relative on person_relative (relative_id);
grant select, insert on person_relative to ${serviceRole};

-- Who asked whether somebody is known; neither what was asked nor whether they were.
create table people_lookup (
    id         uuid primary key,
    partner    text        not null,
    purpose    text        not null,
    asked_at   timestamptz not null
);
create index people_lookup_of_partner on people_lookup (partner, asked_at);
grant select, insert, delete on people_lookup to ${serviceRole};
