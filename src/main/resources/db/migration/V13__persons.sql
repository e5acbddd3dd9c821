-- Who changed what of a person, when, and how it was before. Rows are only ever added. Who is what the transaction says
-- in its settings; the gate sets them with the claim of a message id, Authorship within the registry.
create table history (
  id           bigint generated always as identity primary key,
  education_id bigint not null,
  at           timestamptz not null default clock_timestamp(),
  kind         text not null,
  partner      text default nullif(current_setting('kapu.partner', true), ''),
  institution  text default nullif(current_setting('kapu.institution', true), ''),
  end_user     text default nullif(current_setting('kapu.end_user', true), ''),
  message_id   text default nullif(current_setting('kapu.message', true), ''),
  before       jsonb not null,
  after        jsonb not null
);

comment on column history.message_id is 'with the partner, the disclosure record of the change';
comment on column history.before is 'the changed fields only, flat, as text';

create index history_person on history (education_id, id);

-- K1, K2: two held persons turned out to be one. The ID stays taken for ever and leads to the person it belongs to.
create table retired_id (
  education_id bigint primary key,
  survivor     bigint not null references person,
  retired_at   timestamptz not null default now()
);

create index retired_id_survivor on retired_id (survivor);

-- K2: what somebody at the Office must decide.
create table review (
  id                uuid primary key,
  opened_at         timestamptz not null default now(),
  partner           text default nullif(current_setting('kapu.partner', true), ''),
  institution_code  text not null,
  kind              text not null check (kind in ('registration', 'held')),
  reported          jsonb,
  state             text not null default 'open' check (state in ('open', 'same-person', 'different-person', 'merged')),
  decided_at        timestamptz,
  decided_by        text,
  decided_for       text,
  outcome_id        bigint,
  check ((kind = 'registration') = (reported is not null)),
  check ((state = 'open') = (decided_at is null))
);

comment on column review.reported is 'person and affiliation that wait to be registered';
comment on column review.outcome_id is 'education ID of the person that the decision named, registered or kept';

create index review_open on review (opened_at, id) where state = 'open';

create table review_candidate (
  review       uuid not null references review,
  education_id bigint not null,
  primary key (review, education_id)
);

create index review_candidate_person on review_candidate (education_id);

alter table person add qualification text;

revoke all on history, retired_id, review, review_candidate from public;
grant select, insert on history, review_candidate to kapu_app;
grant select on retired_id to kapu_app;
grant select, insert, update (state, decided_at, decided_by, decided_for, outcome_id) on review to kapu_app;
grant update (family_name, given_name, birth_family_name, birth_given_name, mother_family_name, mother_given_name,
              birth_place, birth_date, sex, citizenship, residence_country, residence_postcode, residence_settlement,
              residence_street, stay_country, stay_postcode, stay_settlement, stay_street, taj, qualification)
   on person to kapu_app;
grant update (post) on affiliation to kapu_app;

-- Moves what hangs on the retired person to the other and deletes the first. Where both hold the same affiliation, the
-- survivor's stays. The hub may do this, and not delete by itself.
create function merge_person(retired bigint, kept bigint) returns void
  language plpgsql security definer set search_path = kapu, pg_temp as $$
begin
  delete from affiliation gone using affiliation stays
   where gone.education_id = retired and stays.education_id = kept
     and gone.institution_code = stays.institution_code and gone.type = stays.type
     and (gone.start_date = stays.start_date or (gone.end_date is null and stays.end_date is null));
  update affiliation set education_id = kept where education_id = retired;
  update card_request set education_id = kept where education_id = retired;
  update retired_id set survivor = kept where survivor = retired;
  insert into retired_id (education_id, survivor) values (retired, kept);
  delete from person where education_id = retired;
end $$;

revoke all on function merge_person(bigint, bigint) from public;
grant execute on function merge_person(bigint, bigint) to kapu_app;
