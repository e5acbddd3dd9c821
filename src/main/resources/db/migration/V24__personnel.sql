-- E4: what the personnel module has said, as it came; nothing is deleted. The ID is the one that was sent: no reference to
-- person, for a merger deletes the retired row.
create table personnel_message (
  education_id     bigint not null,
  number           integer not null check (number > 0),
  kind             text check (kind in ('posting', 'assignment', 'title', 'end')), -- null: withdrawn before it came
  birth_date       date,
  day              date, -- from which it holds; of an end the last day
  institution_code text,
  type             text check (type in ('main-employment', 'secondary-employment', 'hourly-paid')),
  site_serial      text,
  weekly_hours     numeric(5, 2),
  post             text,
  received_at      timestamptz not null,
  state            text not null check (state in ('applied', 'waiting', 'parked', 'withdrawn')),
  reason           text, -- code of a fault
  primary key (education_id, number),
  check ((state = 'parked') = (reason is not null)),
  check (kind is not null or state = 'withdrawn')
);

create index personnel_message_open on personnel_message (state, received_at) where state in ('parked', 'waiting');

-- What the registry held of a person's employments when the module spoke of them for the first time, and what it was made
-- to hold since.
create table personnel_person (
  education_id bigint primary key,
  since        timestamptz not null
);

create table personnel_employment (
  education_id     bigint not null,
  origin           text not null check (origin in ('found', 'followed')),
  institution_code text not null,
  type             text not null,
  start_date       date not null,
  end_date         date,
  site_serial      text not null,
  weekly_hours     numeric(5, 2) not null,
  post             text,
  primary key (education_id, origin, institution_code, type, start_date)
);

-- How the module's own lists compare.
create table personnel_comparison (
  institution_code text primary key references institution,
  day              date, -- of the last that succeeded
  only_here        integer not null default 0,
  only_there       integer not null default 0,
  differing        integer not null default 0,
  failure          text check (failure in ('unreachable', 'too-slow', 'unreadable', 'other-institution', 'not-asked')),
  failed_at        timestamptz,
  check ((failure is null) = (failed_at is null))
);

create table personnel_difference (
  institution_code text not null references personnel_comparison,
  education_id     bigint not null,
  type             text not null,
  difference       text not null check (difference in ('only-here', 'only-there', 'differs')),
  fields           text[] not null default '{}',
  primary key (institution_code, education_id, type)
);

-- One node compares on each night.
create table personnel_run (
  planned     timestamptz primary key,
  started_at  timestamptz not null,
  finished_at timestamptz,
  compared    integer,
  failed      integer
);

revoke all on personnel_message, personnel_person, personnel_employment, personnel_comparison, personnel_difference,
              personnel_run from public;
grant select, insert, update on personnel_message, personnel_person, personnel_comparison, personnel_run to kapu_app;
grant select, insert, delete on personnel_employment, personnel_difference to kapu_app;

-- An employment that the module has taken back is gone as if it had never been reported; the history keeps it. The hub
-- may do this, and not delete by itself.
create function withdraw_employment(person bigint, institution text, kind text, start date) returns bigint
  language sql security definer set search_path = kapu, pg_temp as $$
  with gone as (
    delete from affiliation
     where education_id = person and institution_code = institution and type = kind and start_date = start
       and type in ('main-employment', 'secondary-employment', 'hourly-paid')
    returning 1)
  select count(*) from gone
$$;

revoke all on function withdraw_employment(bigint, text, text, date) from public;
grant execute on function withdraw_employment(bigint, text, text, date) to kapu_app;
