create table institution (
  code       text primary key check (code ~ '^[0-9]{6}$'),
  name       text not null,
  kind       text not null check (kind in ('kindergarten', 'primary', 'secondary', 'vocational', 'dormitory', 'arts')),
  postcode   text not null,
  settlement text not null,
  street     text not null,
  latitude   real,
  longitude  real,
  active     boolean not null default true,
  valid_from date not null
);

create table site (
  institution_code text not null references institution,
  serial           text not null check (serial ~ '^[0-9]{3}$'),
  name             text not null,
  postcode         text not null,
  settlement       text not null,
  street           text not null,
  active           boolean not null default true,
  primary key (institution_code, serial)
);

-- K1, K2: one row for each person, for life. The education ID is a number here: it has no leading zero.
create table person (
  education_id            bigint not null check (education_id between 70000000000 and 79999999999),
  family_name             text not null,
  given_name              text not null,
  birth_family_name       text not null,
  birth_given_name        text not null,
  mother_family_name      text not null,
  mother_given_name       text not null,
  birth_place             text not null,
  birth_date              date not null,
  sex                     text not null check (sex in ('female', 'male')),
  citizenship             text not null,
  residence_country       text,
  residence_postcode      text,
  residence_settlement    text,
  residence_street        text,
  stay_country            text,
  stay_postcode           text,
  stay_settlement         text,
  stay_street             text,
  taj                     text,
  responsible_institution text references institution, -- K5
  created_at              timestamptz not null default now(),
  primary key (education_id) include (responsible_institution)
);

-- K6, K8. The key answers "affiliated with this institution on this day" without reading the table.
create table affiliation (
  education_id     bigint not null references person,
  institution_code text not null,
  site_serial      text not null,
  type             text not null check (type in ('compulsory-student', 'student', 'dormitory', 'apprenticeship',
                                                 'main-employment', 'secondary-employment', 'hourly-paid')),
  start_date       date not null,
  end_date         date check (end_date >= start_date), -- last day; null while it lasts
  weekly_hours     numeric(5, 2) not null check (weekly_hours between 0 and 168),
  grade            text,
  post             text,
  reported_at      timestamptz not null default now(),
  primary key (education_id, institution_code, type, start_date) include (end_date),
  foreign key (institution_code, site_serial) references site
);

create unique index affiliation_open on affiliation (education_id, institution_code, type) where end_date is null;

-- K3: one person, many cards.
create table card_request (
  id                uuid primary key,
  education_id      bigint not null references person,
  institution_code  text not null,
  site_serial       text not null,
  card_type         text not null check (card_type in ('student', 'teacher')),
  state             text not null check (state in ('requested', 'issued', 'withdrawn', 'refused')),
  requested_by      text not null, -- partner
  requested_at      timestamptz not null,
  card_number       text unique check (card_number ~ '^[0-9A-Z]{16}$'),
  issued_on         date,
  valid_until       date check (valid_until >= issued_on),
  withdrawn_on      date check (withdrawn_on >= issued_on),
  withdrawal_reason text check (withdrawal_reason in ('lost', 'damaged', 'entitlement-ended', 'other')),
  foreign key (institution_code, site_serial) references site,
  check ((state in ('issued', 'withdrawn')) = (card_number is not null and issued_on is not null and valid_until is not null)),
  check ((state = 'withdrawn') = (withdrawn_on is not null and withdrawal_reason is not null))
);

create index card_request_holder on card_request (education_id, institution_code);

grant select, insert on institution, site, person, affiliation, card_request to kapu_app;
grant update (responsible_institution) on person to kapu_app;
grant update (end_date, reported_at) on affiliation to kapu_app;
grant update (state, card_number, issued_on, valid_until, withdrawn_on, withdrawal_reason) on card_request to kapu_app;
