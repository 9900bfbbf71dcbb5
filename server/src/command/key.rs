//! `server keys rotate`: successors for issuing keys.

use std::process::ExitCode;

use xinju_domain::region::RegionCode;
use xinju_service::issuing_key;

use super::{cannot, say};

/// Makes the next key of a region and tells from when it signs.
pub async fn rotate(region: &str) -> ExitCode {
    let Ok(region) = region.parse::<RegionCode>() else {
        return cannot("a region code has 2, 4, 6, 9 or 12 digits");
    };
    let (_, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    match issuing_key::rotate(&services, region).await {
        Ok(key) => {
            say(format!("{} {} signs from {} to {}", key.region, hex::encode(key.kid), key.first, key.last));
            ExitCode::SUCCESS
        }
        Err(broken) => cannot(format!("{broken:?}")),
    }
}
