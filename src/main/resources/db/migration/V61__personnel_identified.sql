-- E4: a message that was once found to be about the person stays so, whatever birth date the registry is told later.
alter table personnel_message add identified boolean not null default false;

update personnel_message set identified = true
 where state in ('applied', 'waiting') or (state = 'parked' and reason <> 'Client.Person.NotFound');
