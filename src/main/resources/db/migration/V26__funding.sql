-- K22: the numbers of a reference date, taken once when the reports about it are due, and never again.
create table funding_snapshot (
  reference_date date primary key,
  taken_at timestamptz not null
);

create table funding_headcount (
  reference_date date not null references funding_snapshot,
  institution_code text not null,
  site_serial text not null,
  type text not null,
  grade smallint not null, -- 0: none
  affiliations integer not null check (affiliations > 0),
  primary key (institution_code, reference_date, site_serial, type, grade)
);

create table funding_inspection (
  number bigint generated always as identity primary key,
  institution_code text not null references institution,
  reference_date date,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  finding text,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (finding is null))
);

create index funding_inspection_open on funding_inspection (number) where closed_at is null;

revoke all on funding_snapshot, funding_headcount, funding_inspection from public;
grant select, insert on funding_snapshot, funding_headcount, funding_inspection to kapu_app;
grant update (closed_at, closed_by, finding) on funding_inspection to kapu_app;
