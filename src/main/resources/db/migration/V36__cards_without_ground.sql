-- Cards issued for an affiliation that has been taken back since, as if it had never been: nothing entitles to them.
update card_request c
   set entitled_until = current_date
 where c.state = 'issued' and c.entitled_until is null
   and not exists (select from affiliation a
                    where a.education_id = c.education_id
                      and a.type = any (case c.card_type
                            when 'student' then array['compulsory-student', 'student', 'dormitory', 'apprenticeship']
                            else array['main-employment', 'secondary-employment', 'hourly-paid'] end));
