-- K3: the first day of the role for which an ID was asked; null: the day on which it is given.
alter table education_id_request add column since date;
