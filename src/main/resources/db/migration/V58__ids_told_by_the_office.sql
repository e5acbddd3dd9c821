-- K2: who is registered already and does not know the ID: the Office gets their papers under this file number, and may let the ID
-- be told to whoever asked.
alter table education_id_request
  add column papers text,
  drop constraint education_id_request_check,
  add check (case state when 'given' then education_id is not null
                        when 'in-review' then education_id is null
                        else education_id is null or papers is not null end);
