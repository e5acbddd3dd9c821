-- K2: by what those are found who wait in an open review to be registered. The hub fills it for reviews of before.
create table waiting_key (
  key    bigint not null,
  review uuid not null references review,
  primary key (key, review)
);

create index waiting_key_review on waiting_key (review);

revoke all on waiting_key from public;
grant select, insert, delete on waiting_key to kapu_app;

-- What the Office was asked about a person (K27).
create index review_outcome on review (outcome_id) where outcome_id is not null;

-- Where the data of a person came from (K27).
create index submission_entry_person on submission_entry (education_id, number) where education_id is not null;

-- As before, and: the qualification of the retired person stays if the other has none, and spans of one type at one
-- institution that overlap become one. Such a span begins, and was reported, as the earliest; it ends as the latest; the
-- rest is the survivor's.
create or replace function merge_person(retired bigint, kept bigint) returns void
  language plpgsql security definer set search_path = kapu, pg_temp as $$
declare
  span record;
begin
  for span in
    with both_held as (
      select ctid as place, *, coalesce(end_date, 'infinity') as last_day
        from affiliation where education_id in (retired, kept)),
    cut as (
      select *, start_date > max(last_day) over (
               partition by institution_code, type order by start_date, education_id = kept desc
               rows between unbounded preceding and 1 preceding) as apart
        from both_held),
    joined as (
      select *, count(*) filter (where apart) over (
               partition by institution_code, type order by start_date, education_id = kept desc) as number
        from cut)
    select array_agg(place order by education_id = kept desc, start_date desc) as places,
           min(start_date) as start_date,
           nullif(max(last_day), 'infinity') as end_date,
           (array_agg(reported_at order by start_date, reported_at))[1] as reported_at,
           (array_agg(end_reported_at order by last_day desc, end_reported_at))[1] as end_reported_at,
           min(amend_by) as amend_by
      from joined group by institution_code, type, number
  loop
    delete from affiliation where ctid = any (span.places[2:]);
    update affiliation set education_id = kept, start_date = span.start_date, end_date = span.end_date,
                           reported_at = span.reported_at, end_reported_at = span.end_reported_at,
                           amend_by = span.amend_by
     where ctid = span.places[1];
  end loop;
  update person set qualification = coalesce(qualification, (select p.qualification from person p
                                                              where p.education_id = retired))
   where education_id = kept;
  update card_request set education_id = kept where education_id = retired;
  update retired_id set survivor = kept where survivor = retired;
  insert into retired_id (education_id, survivor) values (retired, kept);
  delete from person where education_id = retired;
end $$;

-- Persons who were loaded by a version that kept no keys get them from the hub, in the order of their IDs; up to which
-- one it has come stands here.
create table person_key_filled (upto bigint not null);

insert into person_key_filled
select case when exists (select from person p where not exists (select from person_key k
                                                                 where k.education_id = p.education_id))
            then 0 else 9223372036854775807 end;

revoke all on person_key_filled from public;
grant select, update on person_key_filled to kapu_app;
