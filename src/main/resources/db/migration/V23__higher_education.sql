-- S6, K24: who applies to higher education. Rows keep the ID as it was filed; who asks asks with all IDs of the person.
create table university_application (
  education_id  bigint not null,
  round         text not null check (round ~ '^[0-9]{4}-(general|mid-year|supplementary)$'),
  registered_by text not null,
  registered_at timestamptz not null,
  primary key (education_id, round)
);

-- S7, K3: roles under the ID that the person has.
create table academic_role (
  id            bigint generated always as identity primary key,
  education_id  bigint not null,
  role          text not null check (role in ('student', 'lecturer')),
  since         date not null,
  until         date check (until >= since),
  taken_over_by text not null,
  taken_over_at timestamptz not null default now()
);

create unique index academic_role_lasting on academic_role (education_id, role, taken_over_by) where until is null;

-- K2: an ID was asked for, for somebody who had none.
create table education_id_request (
  number       uuid primary key,
  role         text not null check (role in ('student', 'lecturer')),
  state        text not null check (state in ('given', 'in-review', 'already-registered')),
  education_id bigint,
  review       uuid references review,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  check ((state = 'given') = (education_id is not null))
);

create unique index education_id_request_review on education_id_request (review) where review is not null;

revoke all on university_application, academic_role, education_id_request from public;
grant select, insert on university_application, academic_role, education_id_request to kapu_app;
grant update (until) on academic_role to kapu_app;
grant update (state, education_id) on education_id_request to kapu_app;

-- Who is registered for higher education has no affiliation in public education: no institution has reported (K14).
alter table review alter column institution_code drop not null;
