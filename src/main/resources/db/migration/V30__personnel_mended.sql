-- Something that the registry does not take and no message could be parked for; it is tried again every day.
alter table personnel_person add held_back boolean not null default false;

create index personnel_person_held_back on personnel_person (education_id) where held_back;

-- Until when the node that compares may be silent; one that says nothing for longer has died, and another takes over.
alter table personnel_run add silent_until timestamptz;

update personnel_run set finished_at = started_at where finished_at is null;
