-- Cards issued before entitlements were kept, whose holders have left meanwhile.
update card_request c
   set entitled_until = case when c.card_type = 'teacher' then gone.last_day
                             when gone.last_day <= make_date(extract(year from gone.last_day)::int, 10, 31)
                             then make_date(extract(year from gone.last_day)::int, 10, 31)
                             else make_date(extract(year from gone.last_day)::int + 1, 10, 31) end
  from (select a.education_id, k.card_type, max(a.end_date) as last_day
          from affiliation a
          join (values ('student', array['compulsory-student', 'student', 'dormitory', 'apprenticeship']),
                       ('teacher', array['main-employment', 'secondary-employment', 'hourly-paid']))
               as k (card_type, types) on a.type = any (k.types)
         group by a.education_id, k.card_type
        having bool_and(a.end_date is not null)) gone
 where c.state = 'issued' and c.entitled_until is null
   and gone.education_id = c.education_id and gone.card_type = c.card_type;
