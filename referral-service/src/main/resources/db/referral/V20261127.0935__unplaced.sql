-- What partners sent with a referral and the hub has no form for. Nobody is told of it; it is kept and deleted as a story's parts are.
create table unplaced (
    number       bigint generated always as identity primary key,
    referral_id  uuid        not null references referral,
    form         text        not null,
    content      text        not null,
    keeping      text        not null,
    told_by      text        not null,
    told_at      timestamptz not null
);
create index unplaced_of_referral on unplaced (referral_id);
grant select, insert on unplaced to ${serviceRole};

create or replace function delete_past_retention(most int)
    returns table (person uuid, contributions int, attachments int)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    candidate record;
    ended date;
    people_done int := 0;
    deleted int;
begin
    for candidate in
        select current_id as one, min(birth_date) as born from public.person
        group by current_id
        having coalesce(min(birth_date), min(known_since)::date) < current_date - interval '25 years'
        order by current_id
    loop
        exit when people_done >= most;
        perform from public.person where current_id = candidate.one for update;
        continue when exists (select from legal_hold
            where ended_at is null
              and person_id in (select id from public.person where current_id = candidate.one));
        ended := record_ended(candidate.one);
        continue when ended is null;
        delete from contribution
            where person_id in (select id from public.person where current_id = candidate.one)
              and retention_ends(keeping, candidate.born, ended) < current_date;
        get diagnostics contributions = row_count;
        -- counted with what else was told
        delete from unplaced using referral
            where referral.id = referral_id
              and person_id in (select id from public.person where current_id = candidate.one)
              and retention_ends(keeping, candidate.born, ended) < current_date;
        get diagnostics deleted = row_count;
        contributions := contributions + deleted;
        delete from attachment
            where person_id in (select id from public.person where current_id = candidate.one)
              and retention_ends(keeping, candidate.born, ended) < current_date;
        get diagnostics attachments = row_count;
        continue when contributions = 0 and attachments = 0;
        people_done := people_done + 1;
        person := candidate.one;
        return next;
    end loop;
    delete from attachment_content
        where not exists (select from attachment where attachment.hash = attachment_content.hash)
          and people_done > 0;
end
$$;
