-- For the person's own file (K27).
create index personnel_difference_person on personnel_difference (education_id);
