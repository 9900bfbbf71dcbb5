-- What an officer's scanner tells: number, time and verdict, never claims.
create table scan (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    officer uuid not null,
    certificate uuid,
    account uuid,
    number text not null,
    replay_id bytea not null,
    verdict text not null,
    scanned_at bigint not null,
    arrived_at bigint not null
);
create unique index scan_once on scan (office, officer, replay_id);
create index scan_account on scan (account, scanned_at);

create table registration (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    officer uuid not null,
    entry uuid not null references register_entry (id),
    certificate uuid not null references certificate (id),
    account uuid,
    idempotency_key text not null unique,
    replay_id bytea not null unique,
    kind text not null,
    address bytea,
    scanned_at bigint not null,
    registered_at bigint not null,
    late bigint not null,
    challenged bigint not null
);
create index registration_office on registration (office, registered_at);
create index registration_account on registration (account);

create table notice (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    registration uuid not null references registration (id),
    account uuid,
    content bytea not null,
    due_on bigint not null,
    sent_at bigint not null,
    completed_at bigint
);
create index notice_account on notice (account, sent_at);
create index notice_office on notice (office, sent_at);

-- What the home office is told.
create table report (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    from_office text not null,
    kind text not null,
    registration uuid references registration (id),
    sent_at bigint not null,
    due_on bigint not null,
    read_at bigint,
    read_by uuid
);
create index report_office on report (office, sent_at);
create unique index report_once on report (registration, kind);

-- Wrong digits typed from a card, counted for each paper: it is known by the hash of what was signed.
create table paper_try (
    replay_id bytea not null primary key,
    office text not null,
    region text not null,
    tries bigint not null,
    tried_at bigint not null
);
