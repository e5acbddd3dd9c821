-- K4, K24: application sheets of secondary-school admissions. A change is a new sheet that voids the one before; nothing
-- is deleted or overwritten. The ID stays as it was filed: one that a merger retired leads on.
create sequence admission_sheet_serial;

create table admission_sheet (
  number           text primary key check (number ~ '^[0-9]{4}-[0-9]{8}$'),
  procedure        text not null,
  education_id     bigint not null,
  version          integer not null check (version > 0),
  family_name      text not null, -- as it was then
  given_name       text not null,
  institution_code text references institution, -- null: filed with the admissions centre
  submitted_by     text not null,
  submitted_at     timestamptz not null,
  voided_by        text references admission_sheet deferrable initially deferred, -- it comes after those it voids
  check (voided_by <> number)
);

-- Two at the same moment: one wins.
create unique index admission_sheet_valid on admission_sheet (education_id, procedure) where voided_by is null;
create index admission_sheet_person on admission_sheet (education_id);
create index admission_sheet_voided_by on admission_sheet (voided_by) where voided_by is not null;

create table admission_choice (
  sheet            text not null references admission_sheet,
  rank             integer not null check (rank > 0),
  institution_code text not null references institution,
  study_area       text not null check (study_area ~ '^[0-9]{4}$'),
  primary key (sheet, rank),
  unique (sheet, institution_code, study_area)
);

create index admission_choice_school on admission_choice (institution_code, sheet);

create table admission_result (
  sheet            text primary key references admission_sheet,
  institution_code text,
  study_area       text,
  published_by     text not null,
  published_at     timestamptz not null,
  foreign key (sheet, institution_code, study_area)
    references admission_choice (sheet, institution_code, study_area), -- null: not admitted
  check ((institution_code is null) = (study_area is null))
);

revoke all on admission_sheet, admission_choice, admission_result from public;
grant usage on sequence admission_sheet_serial to kapu_app;
grant select, insert on admission_sheet, admission_choice, admission_result to kapu_app;
grant update (voided_by) on admission_sheet to kapu_app;
