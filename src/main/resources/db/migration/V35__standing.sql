-- K1: a merger is told to whoever keeps the ID of either, and so has either in a scope that asks for no institution.
alter table outbox add column standing text[] not null default '{}';
comment on column outbox.standing is 'scopes in which the person stands whatever the institution';

-- Who had it waiting gets it as before.
update outbox set standing = '{cardholders,in-academic-register}' where kind = 'personsMerged';
