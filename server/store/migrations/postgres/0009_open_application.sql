-- The lists of a desk come in their order out of an index, so that a page of a long queue reads no more than itself.
drop index application_queue;
create index application_queue on application (office, state, due_on, submitted_at);
create index application_assigned on application (office, assigned_to, due_on, submitted_at)
    where state in ('submitted', 'more_asked');
