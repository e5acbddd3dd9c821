-- K24: who withdraws is out of reach of whoever runs the procedure. Nothing is deleted: the row says when, and by whom.
alter table exam_candidate
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add check ((withdrawn_at is null) = (withdrawn_by is null));
grant update (withdrawn_at, withdrawn_by) on exam_candidate to kapu_app;

-- Who has withdrawn may apply again in the same round.
alter table university_application
  drop constraint university_application_pkey,
  add column id bigint generated always as identity primary key,
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add check ((withdrawn_at is null) = (withdrawn_by is null));
create unique index university_application_standing on university_application (education_id, round)
  where withdrawn_at is null;
create index university_application_person on university_application (education_id);
grant update (withdrawn_at, withdrawn_by) on university_application to kapu_app;

alter table admission_sheet
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add check ((withdrawn_at is null) = (withdrawn_by is null)),
  add check (withdrawn_at is null or voided_by is null);
drop index admission_sheet_valid;
create unique index admission_sheet_valid on admission_sheet (education_id, procedure)
  where voided_by is null and withdrawn_at is null;
grant update (withdrawn_at, withdrawn_by) on admission_sheet to kapu_app;
