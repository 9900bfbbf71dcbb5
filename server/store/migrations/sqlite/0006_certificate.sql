-- The register: one entry a person and home office, found by the keyed hash of the ID number.
create table register_entry (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    account blob,
    id_index blob not null unique,
    name_index blob not null,
    content blob not null,
    created_at integer not null,
    updated_at integer not null
) strict;
create index register_entry_name on register_entry (office, name_index);
create index register_entry_account on register_entry (account);

create table certificate (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    entry blob not null references register_entry (id),
    account blob,
    application blob,
    version integer not null,
    short_number text not null unique,
    official_number text not null unique,
    state text not null,
    issued_at integer not null,
    issued_on integer not null,
    valid_until integer not null,
    issued_by blob not null,
    content blob not null,
    renewed_by text,
    ended_at integer,
    reason blob
) strict;
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
    year integer not null,
    last integer not null,
    primary key (region, year)
) strict;

create table issuing_key (
    kid blob not null primary key,
    region text not null,
    secret blob not null,
    x blob not null,
    y blob not null,
    first_on integer not null,
    last_on integer not null,
    created_at integer not null,
    removed_at integer
) strict;
create unique index issuing_key_first on issuing_key (region, first_on) where removed_at is null;

-- `changes` counts the changes of values in the list, `signed_changes` for how many of them the token was signed.
create table status_list (
    list text not null primary key,
    region text not null,
    capacity integer not null,
    created_at integer not null,
    changes integer not null default 0,
    signed_changes integer not null default -1,
    signed_at integer not null default 0,
    token blob
) strict;

-- A random index, new at each renewal, so that no old verifier can watch a person for years.
create table status_index (
    list text not null references status_list (list),
    position integer not null,
    region text not null,
    certificate blob not null references certificate (id),
    holder_key blob,
    purpose text not null,
    value integer not null default 0,
    expires_at integer not null,
    created_at integer not null,
    primary key (list, position)
) strict;
create index status_index_marked on status_index (list, position) where value <> 0;
create index status_index_expiry on status_index (expires_at);
create index status_index_certificate on status_index (certificate, expires_at);
create index status_index_holder on status_index (holder_key, expires_at);

-- The phone's key. One phone a person, one person a phone.
create table holder_key (
    id blob not null primary key,
    region text not null default '',
    account blob not null references account (id),
    x blob not null,
    y_odd integer not null,
    device text not null,
    bound_at integer not null,
    active_at integer not null,
    replaces blob,
    removed_at integer
) strict;
create unique index holder_key_point on holder_key (x, y_odd) where removed_at is null;
create index holder_key_account on holder_key (account, bound_at);

create table binding_nonce (
    nonce_hash blob not null primary key,
    account blob not null,
    expires_at integer not null
) strict;

-- Loss reported without signing in, or a dispute taken up by the home office.
create table suspension (
    id blob not null primary key,
    office text not null,
    certificate blob not null references certificate (id),
    cause text not null,
    began_at integer not null,
    ended_at integer
) strict;
create index suspension_certificate on suspension (certificate);
