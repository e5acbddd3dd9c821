-- K1: a merger is told to whoever keeps the ID of either, and so has either in a scope that asks for no institution.
alter table outbox add column standing text[] not null default '{}';
comment on column outbox.standing is 'scopes in which the person stands whatever the institution';

-- Who had it waiting gets it as before.
update outbox set standing = '{cardholders,in-academic-register}' where kind = 'personsMerged';

-- K13, E4: what the personnel module reports is no report of the institution, and has no day on which it was one.
alter table affiliation alter column reported_at drop not null;
comment on column affiliation.reported_at is 'when the institution reported the start; null if the personnel module did';
comment on column affiliation.end_reported_at is 'when the institution reported the end; null if it did not';

update affiliation a set reported_at = null
  from personnel_employment followed
 where followed.origin = 'followed'
   and (followed.education_id, followed.institution_code, followed.type, followed.start_date)
     = (a.education_id, a.institution_code, a.type, a.start_date)
   and not exists (
     select from personnel_employment found
      where found.origin = 'found'
        and (found.education_id, found.institution_code, found.type, found.start_date)
          = (a.education_id, a.institution_code, a.type, a.start_date));

update affiliation a set end_reported_at = null
  from personnel_employment followed
 where followed.origin = 'followed'
   and (followed.education_id, followed.institution_code, followed.type, followed.start_date, followed.end_date)
     = (a.education_id, a.institution_code, a.type, a.start_date, a.end_date)
   and not exists (
     select from personnel_employment found
      where found.origin = 'found'
        and (found.education_id, found.institution_code, found.type, found.start_date, found.end_date)
          = (a.education_id, a.institution_code, a.type, a.start_date, a.end_date));
