// Which claim about the authors is believed: the page's data when they name people, else what
// readers see; and what belongs to the byline besides.
#include <algorithm>
#include <functional>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/authors.hpp"
#include "metadata/claim_text.hpp"
#include "rules/byline_words.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "LN", "DT": a paper or somebody whom it does not name.
bool are_initials(const std::string& name) {
  constexpr std::size_t kMostLetters = 4;
  return name.size() <= kMostLetters && std::all_of(name.begin(), name.end(), is_capital);
}

// An account and no name: "jsmith", "ann.lee", "site-admin".
bool looks_like_account(const std::string& name) {
  return are_initials(name) ||
         (name.find(' ') == std::string::npos && std::all_of(name.begin(), name.end(), [](char c) {
            return static_cast<unsigned char>(c) < kAsciiEnd && !is_capital(c);
          }));
}

// "ann.lee" is Ann Lee where "ann" is known as a name.
std::string name_of_account(const std::string& account) {
  const std::size_t mark = account.find_first_of("._-");
  if (mark == std::string::npos || mark + 2 >= account.size() ||
      !is_person_word(account.substr(0, mark)) ||
      !std::all_of(account.begin() + static_cast<std::ptrdiff_t>(mark) + 1, account.end(),
                   is_small))
    return account;
  std::string name = account;
  name[mark] = ' ';
  for (const std::size_t at : {std::size_t{0}, mark + 1})
    name[at] = static_cast<char>(name[at] - 'a' + 'A');
  return name;
}

bool is_data(const AuthorClaim& claim) {
  return claim.source == MetadataSource::json_ld || claim.source == MetadataSource::meta_tag;
}

bool holds_all(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
  std::string all;
  for (const std::string& name : names) all += ' ' + comparison_key(name);
  return std::all_of(wanted.begin(), wanted.end(), [&all](const std::string& name) {
    return word_overlap(comparison_key(name), all) >= 1;
  });
}

// Whether a visible place names one of the claim's people too.
bool is_shown(const std::vector<AuthorClaim>& claims, const AuthorClaim& claim) {
  return std::any_of(claims.begin(), claims.end(), [&](const AuthorClaim& other) {
    return !is_data(other) && other.is_near &&
           std::any_of(claim.names.begin(), claim.names.end(),
                       [&](const std::string& name) { return holds_all(other.names, {name}); });
  });
}

// Whether a byline near the headline does.
bool is_announced(const std::vector<AuthorClaim>& claims, const AuthorClaim& claim) {
  return std::any_of(claims.begin(), claims.end(), [&](const AuthorClaim& other) {
    return other.is_near && std::string_view(other.place) == "line" &&
           std::any_of(claim.names.begin(), claim.names.end(),
                       [&](const std::string& name) { return holds_all(other.names, {name}); });
  });
}

// The first of two visible places near the headline, of different kinds, that name the same people.
const AuthorClaim* seen_twice(const std::vector<AuthorClaim>& claims) {
  for (const AuthorClaim& claim : claims) {
    if (is_data(claim) || !claim.is_near) continue;
    for (const AuthorClaim& other : claims) {
      if (other.source == MetadataSource::text && claim.source == MetadataSource::markup &&
          holds_all(other.names, claim.names)) {
        return &claim;
      }
    }
  }
  return nullptr;
}

// "Ann Lee Example Times", where style sheets set the two apart.
void cut_site_behind(std::string& name, const SiteNames& site, std::string_view language) {
  std::size_t words = 0;
  for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
    if (++words >= 2 && site.is_stated(comparison_key(std::string_view(name).substr(at))) &&
        looks_like_name(std::string_view(name).substr(0, at), language)) {
      name.resize(at);
      return;
    }
  }
}

// Who did something else is no author, unless nobody else is.
void drop_others(std::vector<AuthorClaim>& claims) {
  std::vector<std::string> others;
  for (const AuthorClaim& claim : claims)
    if (claim.is_other) others.insert(others.end(), claim.names.begin(), claim.names.end());
  std::erase_if(claims, [](const AuthorClaim& claim) { return claim.is_other; });
  if (others.empty()) return;
  const auto is_other = [&](const std::string& name) {
    return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
      return has_words(comparison_key(other), comparison_key(name));
    });
  };
  const auto all_are = [&](const AuthorClaim& claim) {
    return std::all_of(claim.names.begin(), claim.names.end(), is_other);
  };
  if (std::all_of(claims.begin(), claims.end(), all_are)) return;
  std::erase_if(claims, all_are);
  for (AuthorClaim& claim : claims) std::erase_if(claim.names, is_other);
}

// What says that it is a byline goes before an element whose class has to do with authors.
int rank_of(const AuthorClaim& claim) {
  if (!claim.is_near) return 2;
  const std::string_view place = claim.place;
  return place == "class" || claim.is_guess ? 1 : 0;
}

// What readers see when `weak` names the site or a group alone: a person in a line near the
// headline, the only one that the page names as an author anywhere, an agency, or an account that
// an element near the headline calls the author.
template <typename IsPerson, typename IsSite>
const AuthorClaim* better_than_site(const std::vector<AuthorClaim>& claims, const AuthorClaim& weak,
                                    const IsPerson& is_person, const IsSite& is_site,
                                    std::string_view language) {
  const bool is_weak_data = is_data(weak);
  const bool is_weak_site = std::all_of(weak.names.begin(), weak.names.end(), is_site);
  const auto is_known = [&](const std::string& name) { return is_known_person(name, language); };
  const auto has_few_words = [](const std::string& name) {
    constexpr std::ptrdiff_t kMostSpaces = 2;
    return std::count(name.begin(), name.end(), ' ') <= kMostSpaces;
  };
  const auto is_likely = [&](const std::string& name) {
    return (!is_weak_site && has_few_words(name)) || is_known(name);
  };
  const AuthorClaim* only = nullptr;
  bool several = false;
  for (const AuthorClaim& claim : claims) {
    const auto& names = claim.names;
    // A guess does not displace what readers see.
    if (is_data(claim) || (claim.is_guess && claim.is_near && !is_weak_data) ||
        !std::all_of(names.begin(), names.end(), is_person))
      continue;
    if (claim.source == MetadataSource::text) {
      if (claim.is_near && std::any_of(names.begin(), names.end(), is_known)) return &claim;
      if (!claim.is_near && std::none_of(names.begin(), names.end(), is_likely)) continue;
      if (claim.is_guess && std::none_of(names.begin(), names.end(), has_few_words)) continue;
    }
    if (only && !holds_all(only->names, names)) several = true;
    if (!only) only = &claim;
  }
  if (only && !several) return only;
  for (const AuthorClaim& claim : claims) {
    if (is_weak_data && claim.is_near && std::string_view(claim.place) == "line" &&
        is_agency(claim.names[0], language))
      return &claim;
    // "Ann" beside the date.
    if (is_weak_data && claim.is_near && std::string_view(claim.place) == "beside" &&
        claim.names.size() == 1 && is_person_word(to_lower(claim.names[0])))
      return &claim;
    if (claim.source == MetadataSource::markup && claim.is_near && claim.names.size() == 1 &&
        !claim.is_guess && !is_site(claim.names[0]) &&
        claim.names[0].find(' ') == std::string::npos)
      return &claim;
  }
  return nullptr;
}

} // namespace

AuthorClaim choose_authors(std::vector<AuthorClaim> claims, const SiteNames& site,
                           std::string_view language) {
  for (AuthorClaim& claim : claims) {
    for (std::string& name : claim.names) cut_site_behind(name, site, language);
  }
  drop_others(claims);
  const auto is_site = [&site](const std::string& name) {
    return site.may_be_name(comparison_key(name));
  };
  const auto is_person = [&](const std::string& name) {
    return looks_like_name(name, language) && !is_site(name);
  };
  const auto any = [](const AuthorClaim& claim, const auto& what) {
    return std::any_of(claim.names.begin(), claim.names.end(), what);
  };
  // One word that the page itself calls the author near the headline: a pen name or an account.
  const auto names_account = [&](const AuthorClaim& claim) {
    return claim.is_near && !claim.is_guess && claim.names.size() == 1 &&
           (claim.is_signed || std::string_view(claim.place) == "byline" ||
            std::string_view(claim.place) == "itemprop") &&
           claim.names[0].find(' ') == std::string::npos && !is_site(claim.names[0]) &&
           !is_group_name(claim.names[0], language);
  };
  const auto is_no_person = [&](const std::string& name) {
    return is_site(name) || is_group_name(name, language) || are_initials(name);
  };
  const AuthorClaim* chosen = nullptr;
  const AuthorClaim* weak = nullptr; // the site or an account
  for (const AuthorClaim& claim : claims) {
    if (chosen || !is_data(claim)) continue;
    const bool good = any(claim, [&](const std::string& name) {
      return !is_site(name) && !looks_like_account(name) && !is_group_name(name, language);
    });
    if ((good && !claim.is_group) || is_shown(claims, claim))
      chosen = &claim;
    else if (!weak)
      weak = &claim;
  }
  // Who signed the text itself goes before the site that published it.
  const auto signature = std::find_if(claims.begin(), claims.end(), [](const AuthorClaim& claim) {
    return claim.is_signature && claim.is_near;
  });
  if (signature != claims.end() &&
      !(chosen && any(*chosen, is_person) && is_announced(claims, *chosen)))
    chosen = &*signature;
  // Two visible places that agree beat data that nothing visible confirms: templates name the
  // editor.
  const AuthorClaim* seen = seen_twice(claims);
  if (chosen && seen && any(*seen, is_person) && !is_shown(claims, *chosen)) chosen = seen;
  // A byline of somebody who is known as a person beats data that are not and that nothing
  // confirms.
  const auto is_known = [&](const std::string& name) { return is_known_person(name, language); };
  if (chosen && is_data(*chosen) && !is_shown(claims, *chosen) && !any(*chosen, is_known)) {
    const auto announced =
        std::find_if(claims.begin(), claims.end(), [&](const AuthorClaim& claim) {
          const std::string_view place = claim.place;
          return claim.is_near && !claim.is_guess && (place == "line" || place == "byline") &&
                 any(claim,
                     [&](const std::string& name) { return is_known(name) && !is_site(name); });
        });
    if (announced != claims.end()) chosen = &*announced;
  }
  if (chosen && !is_shown(claims, *chosen)) {
    const auto dated = std::find_if(claims.begin(), claims.end(), [&](const AuthorClaim& claim) {
      return claim.is_signed && (any(claim, is_person) || names_account(claim));
    });
    if (dated != claims.end()) chosen = &*dated;
  }
  // What readers see, when it is surely a person, or when the data say nothing: first near the
  // headline.
  for (const int rank : {0, 1, 2}) {
    for (const AuthorClaim& claim : claims) {
      if (chosen || is_data(claim) || rank_of(claim) != rank) continue;
      const bool near = claim.is_near;
      if (claim.is_guess && weak) continue;
      const bool is_property =
          near && !weak && std::string_view(claim.place) == "itemprop" && !any(claim, is_no_person);
      if ((any(claim, is_person) || names_account(claim) || is_property) && (near || !weak))
        chosen = &claim;
      else if (!weak)
        weak = &claim;
    }
  }
  if (!chosen && weak &&
      (weak->is_group || std::all_of(weak->names.begin(), weak->names.end(), is_no_person)))
    chosen = better_than_site(claims, *weak, is_person, is_site, language);
  if (!chosen) chosen = weak;
  if (!chosen) return {};

  AuthorClaim people = *chosen;
  // Templates often state the first author alone; the byline has them all.
  constexpr std::size_t kMostMore = 6;
  for (const AuthorClaim& claim : claims) {
    if (claim.names.size() <= people.names.size() ||
        claim.names.size() > people.names.size() + kMostMore)
      continue;
    if (!holds_all(claim.names, people.names)) continue;
    if (!claim.is_near && !is_data(claim)) continue;
    if (!std::all_of(claim.names.begin(), claim.names.end(), is_person)) continue;
    people = claim;
  }
  // "Ann" in the data is the "Ann Lee" of the byline.
  for (std::string& name : people.names) {
    if (name.find(' ') != std::string::npos) continue;
    for (const AuthorClaim& claim : claims) {
      for (const std::string& longer : claim.names) {
        if (claim.is_near && is_person(longer) &&
            has_words(comparison_key(longer), comparison_key(name))) {
          name = longer;
          break;
        }
      }
    }
  }
  // "Ann Lee, Example Times - Berlin": behind the site stands the place.
  if (any(people, is_person)) {
    auto& names = people.names;
    const auto at = std::find_if(names.begin(), names.end(), is_site);
    if (at != names.begin())
      names.erase(std::remove_if(at, names.end(), std::not_fn(is_known)), names.end());
  }
  if (any(people, is_person)) std::erase_if(people.names, is_site);
  // "Ann Lee, in Weather": what goes with a person's name is no second author when it is long or
  // begins with a small letter.
  const auto goes_with_name = [&](const std::string& name) {
    constexpr std::ptrdiff_t kMostSpaces = 3;
    const auto spaces = std::count(name.begin(), name.end(), ' ');
    return spaces > kMostSpaces ||
           (spaces > 0 && !looks_like_name(name, language) && name[0] >= 'a' && name[0] <= 'z');
  };
  for (std::string& name : people.names) name = name_of_account(name);
  if (people.names.size() > 1 && is_person(people.names[0])) {
    people.names.erase(std::remove_if(people.names.begin() + 1, people.names.end(), goes_with_name),
                       people.names.end());
  }
  return people;
}

} // namespace lectern
