-- Where sites and settlements are: the nearer institution answers for a person when all else is equal (K7, K8).
alter table site
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add check ((latitude is null) = (longitude is null));

create table place (
  country    text not null,
  postcode   text not null,
  settlement text not null,
  latitude   double precision not null check (latitude between -90 and 90),
  longitude  double precision not null check (longitude between -180 and 180),
  primary key (country, postcode, settlement)
);

create index place_name on place (country, lower(settlement));

-- A registry that was filled before: its institutions stand in the middle of their settlement.
insert into place
select distinct on (postcode, settlement) 'HU', postcode, settlement, latitude, longitude
  from institution where latitude is not null and longitude is not null
 order by postcode, settlement, code;

update site set latitude = p.latitude, longitude = p.longitude
  from place p where p.postcode = site.postcode and p.settlement = site.settlement;

-- When start and end were reported (K13): reported_at is the start's.
alter table affiliation add column end_reported_at timestamptz;
update affiliation set end_reported_at = reported_at where end_date is not null;

create index affiliation_start_reported on affiliation (institution_code, reported_at);
create index affiliation_end_reported on affiliation (institution_code, end_reported_at)
  where end_reported_at is not null;

create index history_amended on history (institution, at) where kind = 'amended';

-- K26: every change of the master, once. Numbers are given under a lock, so that who has read up to one has missed none.
create table institution_change (
  number           bigint primary key,
  institution_code text not null references institution,
  changed_at       timestamptz not null,
  changed_by       text not null, -- partner
  valid_from       date not null,
  site_serials     text[] not null,
  before           jsonb not null,
  after            jsonb not null
);

create index institution_change_of on institution_change (institution_code, number);
create index institution_change_at on institution_change (changed_at);

grant select, insert on place, institution_change to kapu_app;
grant update on institution, site to kapu_app;
grant update (end_date, end_reported_at) on affiliation to kapu_app;

-- Who looked at a person (K27): records are entered here some time after they were written, so that writing them costs
-- no index. disclosure_entered says up to which one.
create table disclosure_person (
  education_id  text not null,
  disclosure_id bigint not null references disclosure,
  primary key (education_id, disclosure_id)
);

create table disclosure_entered (id bigint not null);
insert into disclosure_entered values (0);

revoke all on disclosure_person, disclosure_entered from public;
grant select, insert on disclosure_person to kapu_app;
grant select, update on disclosure_entered to kapu_app;
