-- The register: one entry a person and home office, found by the keyed hash of the ID number.
create table register_entry (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    account uuid,
    id_index bytea not null unique,
    name_index bytea not null,
    content bytea not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index register_entry_name on register_entry (office, name_index);
create index register_entry_account on register_entry (account);

create table certificate (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    entry uuid not null references register_entry (id),
    account uuid,
    application uuid,
    version bigint not null,
    short_number text not null unique,
    official_number text not null unique,
    state text not null,
    issued_at bigint not null,
    issued_on bigint not null,
    valid_until bigint not null,
    issued_by uuid not null,
    content bytea not null,
    renewed_by text,
    ended_at bigint,
    reason bytea
);
create unique index certificate_version on certificate (entry, version);
create unique index certificate_active on certificate (entry) where state = 'active';
create index certificate_account on certificate (account);
create index certificate_office on certificate (office, issued_at) where state = 'active';
create index certificate_ending on certificate (valid_until) where state = 'active';
create index certificate_application on certificate (application);

-- Gap-free serial numbers: one row a county and year (both stand in the short number), counted up inside the issuing
-- transaction.
create table serial (
    region text not null,
    year bigint not null,
    last bigint not null,
    primary key (region, year)
);

create table issuing_key (
    kid bytea not null primary key,
    region text not null,
    secret bytea not null,
    x bytea not null,
    y bytea not null,
    first_on bigint not null,
    last_on bigint not null,
    created_at bigint not null,
    removed_at bigint
);
create unique index issuing_key_first on issuing_key (region, first_on) where removed_at is null;

-- `changes` counts the changes of values in the list, `signed_changes` for how many of them the token was signed.
create table status_list (
    list text not null primary key,
    region text not null,
    capacity bigint not null,
    created_at bigint not null,
    changes bigint not null default 0,
    signed_changes bigint not null default -1,
    signed_at bigint not null default 0,
    token bytea
);

-- A random index, new at each renewal, so that no old verifier can watch a person for years.
create table status_index (
    list text not null references status_list (list),
    position bigint not null,
    region text not null,
    certificate uuid not null references certificate (id),
    holder_key uuid,
    purpose text not null,
    value bigint not null default 0,
    expires_at bigint not null,
    created_at bigint not null,
    primary key (list, position)
);
create index status_index_marked on status_index (list, position) where value <> 0;
create index status_index_expiry on status_index (expires_at);
create index status_index_certificate on status_index (certificate, expires_at);
create index status_index_holder on status_index (holder_key, expires_at);

-- The phone's key. One phone a person, one person a phone.
create table holder_key (
    id uuid not null primary key,
    region text not null default '',
    account uuid not null references account (id),
    x bytea not null,
    y_odd bigint not null,
    device text not null,
    bound_at bigint not null,
    active_at bigint not null,
    replaces uuid,
    removed_at bigint
);
create unique index holder_key_point on holder_key (x, y_odd) where removed_at is null;
create index holder_key_account on holder_key (account, bound_at);

create table binding_nonce (
    nonce_hash bytea not null primary key,
    account uuid not null,
    expires_at bigint not null
);

-- Loss reported without signing in, or a dispute taken up by the home office.
create table suspension (
    id uuid not null primary key,
    office text not null,
    certificate uuid not null references certificate (id),
    cause text not null,
    began_at bigint not null,
    ended_at bigint
);
create index suspension_certificate on suspension (certificate);
