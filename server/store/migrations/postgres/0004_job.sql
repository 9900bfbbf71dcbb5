-- Work that happens after a transaction: mail, reminders, renewals. Written in the transaction that wants it, claimed
-- by a lease, safe to do twice.
create table job (
    id uuid not null primary key,
    office text not null default '',
    kind text not null,
    unique_key text unique,
    payload bytea not null,
    run_at bigint not null,
    tries bigint not null default 0,
    leased_until bigint,
    last_error text,
    created_at bigint not null,
    done_at bigint,
    given_up_at bigint
);
create index job_due on job (run_at) where done_at is null and given_up_at is null;
