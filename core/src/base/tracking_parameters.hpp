#pragma once
// Parameters that tell a site where a reader came from and that change nothing of the page behind a
// link. Only names that their makers document as such: a parameter that may choose content stays.

#include <string_view>

namespace lectern {

inline constexpr std::string_view kTrackingPrefixes[] = {
    "utm_",  // Urchin, Google Analytics
    "mtm_",  // Matomo
    "pk_",   // Piwik
    "hsa_",  // HubSpot ads
    "__hs",  // HubSpot
    "guce_", // Yahoo
};

inline constexpr std::string_view kTrackingNames[] = {
    "_ga",        "_gl",           "_hsenc",     "_hsmi",         "_ke",
    "_openstat",  "dclid",         "epik",       "fb_action_ids", "fb_action_types",
    "fb_source",  "fbclid",        "gbraid",     "gclid",         "gclsrc",
    "guccounter", "hsctatracking", "igsh",       "igshid",        "li_fat_id",
    "mc_cid",     "mc_eid",        "mkt_tok",    "ml_subscriber", "ml_subscriber_hash",
    "msclkid",    "oly_anon_id",   "oly_enc_id", "rb_clickid",    "ref_src",
    "ref_url",    "s_cid",         "sc_cid",     "srsltid",       "ttclid",
    "twclid",     "vero_conv",     "vero_id",    "wbraid",        "wickedid",
    "yclid",      "ysclid",        "zanpid",
};

} // namespace lectern
