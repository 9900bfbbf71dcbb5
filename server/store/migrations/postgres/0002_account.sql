-- People: an account needs neither mail nor telephone. Personal text is sealed; what must be found has a keyed index.
create table account (
    id uuid not null primary key,
    region text not null default '',
    handle uuid not null unique,
    name bytea,
    locale text,
    state text not null,
    opened_by uuid,
    opened_office text,
    recovery_index bytea,
    recovery_hash bytea,
    recovery_made_at bigint,
    created_at bigint not null,
    deleted_at bigint
);

create index account_recovery on account (recovery_index);

-- A way back in with the recovery card: it waits, can be stopped, and then works once.
create table recovery (
    id uuid not null primary key,
    account uuid not null references account (id),
    started_at bigint not null,
    ready_at bigint not null,
    ends_at bigint not null,
    stopped_at bigint,
    used_at bigint
);
create unique index recovery_open on recovery (account) where stopped_at is null and used_at is null;

create table contact (
    id uuid not null primary key,
    account uuid not null references account (id),
    kind text not null,
    address bytea not null,
    address_index bytea not null unique,
    news bigint not null default 1,
    confirmed_at bigint,
    created_at bigint not null
);
create index contact_account on contact (account);

-- One ID number, one account: the index value is the only key, so the first claim wins on every engine.
create table id_claim (
    id_index bytea not null primary key,
    account uuid not null,
    claimed_at bigint not null
);

create table dispute (
    id uuid not null primary key,
    office text not null,
    region text not null,
    id_index bytea not null,
    holder uuid not null,
    claimant uuid not null,
    state text not null,
    opened_at bigint not null,
    taken_up_at bigint,
    decided_at bigint,
    decided_by uuid,
    reason bytea
);
create index dispute_office on dispute (office, opened_at);
create unique index dispute_open on dispute (id_index, claimant) where decided_at is null;

create table session (
    token_hash bytea not null primary key,
    account uuid not null references account (id),
    strength text not null,
    device text not null,
    passkey uuid,
    shared bigint not null default 0,
    created_at bigint not null,
    seen_at bigint not null,
    proven_at bigint,
    expires_at bigint not null
);
create index session_account on session (account);

create table passkey (
    id uuid not null primary key,
    account uuid not null references account (id),
    credential_id bytea not null unique,
    credential text not null,
    name bytea not null,
    created_at bigint not null,
    active_at bigint not null,
    used_at bigint
);
create index passkey_account on passkey (account);

create table ceremony (
    id uuid not null primary key,
    kind text not null,
    account uuid,
    state text not null,
    expires_at bigint not null
);

create table sign_in_code (
    flow_hash bytea not null primary key,
    account uuid,
    purpose text not null,
    kind text not null,
    address bytea not null,
    address_index bytea not null,
    code_mac bytea not null,
    tries bigint not null default 0,
    shared bigint not null default 0,
    next_path text not null default '',
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

-- Limits count here and not in a server's memory: with several servers, and over a restart, they stay the same. `whole_at`
-- is the moment at which the whole burst is allowed again.
create table attempt_count (
    subject bytea not null primary key,
    whole_at bigint not null
);

create table consent (
    id uuid not null primary key,
    account uuid not null references account (id),
    kind text not null,
    version bigint not null,
    given_at bigint not null,
    withdrawn_at bigint
);
create unique index consent_current on consent (account, kind) where withdrawn_at is null;

-- A refused form with everything that was typed, kept for an hour so that nobody types it twice.
create table refused_form (
    token_hash bytea not null primary key,
    account uuid,
    body bytea not null,
    expires_at bigint not null
);

-- One-time links: they open a page with a button, and the button uses them up.
create table one_time_link (
    token_hash bytea not null primary key,
    account uuid not null references account (id),
    purpose text not null,
    subject text not null default '',
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
