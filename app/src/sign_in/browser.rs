//! What a browser says about itself: its name for the list of sessions, and whether it is the one inside a messenger,
//! where neither passkeys nor a saved sign-in work.

use xinju_service::session::Device;

/// Words in the user agent of browsers that live in another app. The app's name is shown as people know it.
const MESSENGERS: [(&str, &str); 9] = [
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("AliApp", "支付宝"),
    ("Weibo", "微博"),
    ("aweme", "抖音"),
    ("QQ/", "QQ"),
    ("Lark", "飞书"),
    ("FBAN", "Facebook"),
    ("Line/", "LINE"),
];

const BROWSERS: [(&str, &str); 10] = [
    ("EdgA/", "Edge"),
    ("Edg/", "Edge"),
    ("HuaweiBrowser", "Huawei Browser"),
    ("MiuiBrowser", "Mi Browser"),
    ("UCBrowser", "UC"),
    ("MQQBrowser", "QQ Browser"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const SYSTEMS: [(&str, &str); 8] = [
    ("HarmonyOS", "HarmonyOS"),
    ("OpenHarmony", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
];

/// The app whose built-in browser this is.
pub fn messenger(user_agent: &str) -> Option<&'static str> {
    find(&MESSENGERS, user_agent)
}

/// *Chrome · Android*, as far as the browser says so. Product names, so in no language.
pub fn name(user_agent: &str) -> String {
    let browser = messenger(user_agent).or_else(|| find(&BROWSERS, user_agent));
    let parts: Vec<&str> = browser.into_iter().chain(find(&SYSTEMS, user_agent)).collect();
    parts.join(" · ")
}

pub(crate) fn device(user_agent: &str, is_shared: bool) -> Device {
    Device { name: name(user_agent), is_shared }
}

fn find(table: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    table.iter().find(|(word, _)| user_agent.contains(word)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::{messenger, name};

    #[test]
    fn browsers_inside_messengers_are_told_from_real_ones() {
        let wechat = "Mozilla/5.0 (Linux; Android 13; V2166A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                      Chrome/116.0 Mobile Safari/537.36 XWEB/1160065 MicroMessenger/8.0.45";
        let dingtalk = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/21A329 \
                        AliApp(DingTalk/7.0.50) com.laiwang.DingTalk/30219022";
        let chrome = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile \
                      Safari/537.36";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/17.0 Mobile/15E148 Safari/604.1";
        for (user_agent, app, shown) in [
            (wechat, Some("微信"), "微信 · Android"),
            (dingtalk, Some("钉钉"), "钉钉 · iPhone"),
            (chrome, None, "Chrome · Android"),
            (safari, None, "Safari · iPhone"),
            ("", None, ""),
        ] {
            assert_eq!(messenger(user_agent), app, "{user_agent}");
            assert_eq!(name(user_agent), shown, "{user_agent}");
        }
    }
}
