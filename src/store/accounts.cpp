// SPDX-License-Identifier: EUPL-1.2
#include "store/accounts.h"

#include "store/database.h"
#include "store/stored_text.h"

namespace koers {
namespace {

/// One row per role; one without a role for an account that has none.
std::string select(std::string_view where) {
  return "SELECT a.id, a.login, a.display_name, a.password_hash, a.disabled, a.created, a.revision, r.role FROM account a "
         "LEFT JOIN account_role r ON r.account = a.id " +
         std::string(where) + " ORDER BY a.number";
}

Account read_account(const Rows& rows) {
  Account account;
  account.id = Id<Account>(rows.text(0));
  account.login = rows.text(1);
  account.display_name = rows.text(2);
  account.password_hash = rows.text(3);
  account.disabled = rows.integer(4) != 0;
  account.created = Instant{rows.integer(5)};
  account.revision = static_cast<int>(rows.integer(6));
  return account;
}

std::vector<Account> all_of(Rows& rows) {
  std::vector<Account> accounts;
  while (rows.next()) {
    Account account = read_account(rows);
    if (accounts.empty() || accounts.back().id != account.id) accounts.push_back(std::move(account));
    if (!rows.is_null(7)) accounts.back().roles.insert(stored_enum<Role>(rows.text(7)));
  }
  return accounts;
}

std::optional<Account> find_where(Connection& connection, std::string_view column, std::string_view value) {
  const auto rows = connection.query(select("WHERE a." + std::string(column) + " = ?"), {value});
  auto accounts = all_of(*rows);
  if (accounts.empty()) return std::nullopt;
  return std::move(accounts.front());
}

void insert_roles(Connection& connection, const Account& account) {
  for (const Role role : account.roles) {
    connection.run("INSERT INTO account_role (account, role) VALUES (?, ?)", {account.id.str(), name_of(role)});
  }
}

Result<void> check(const Account& account) {
  if (account.id.str().empty()) return failure(ErrorCode::bad_input, "An account needs an id.");
  if (fold_login(account.login).empty()) return failure(ErrorCode::bad_input, "An account needs a login name.");
  if (account.roles.contains(Role::resident)) {
    return failure(ErrorCode::bad_input, "Resident is everybody who is not logged in; an account cannot have that role.");
  }
  return expect_storable({{account.id.str(), "id"},
                          {account.login, "login name"},
                          {account.display_name, "name"},
                          {account.password_hash, "password hash"}});
}

Error login_taken(const Account& account) {
  return {ErrorCode::conflict, "The login name " + account.login + " is in use already.", {}};
}

// Two-byte UTF-8 letters whose lower case is a fixed distance away: À…Þ, and Ā…ž in pairs.
void fold_two_bytes(unsigned char lead, unsigned char& trail) {
  const int letter = ((lead & 0x1f) << 6) | (trail & 0x3f);
  const bool latin_1 = letter >= 0xc0 && letter <= 0xde && letter != 0xd7;
  const bool even_is_capital = (letter >= 0x100 && letter <= 0x137 && letter != 0x130) || (letter >= 0x14a && letter <= 0x177);
  const bool odd_is_capital = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17e);
  if (latin_1) trail = static_cast<unsigned char>(trail + 0x20);
  if ((even_is_capital && letter % 2 == 0) || (odd_is_capital && letter % 2 == 1)) trail = static_cast<unsigned char>(trail + 1);
}

}  // namespace

std::string fold_login(std::string_view login) {
  const auto first = login.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string folded(login.substr(first, login.find_last_not_of(" \t\r\n") - first + 1));
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (byte >= 'A' && byte <= 'Z') folded[at] = static_cast<char>(byte + ('a' - 'A'));
    if (byte < 0xc3 || byte > 0xc5 || at + 1 == folded.size()) continue;
    auto trail = static_cast<unsigned char>(folded[at + 1]);
    fold_two_bytes(byte, trail);
    if (trail == 0xc0) {  // one more than the last trail byte: the next lead byte
      folded[at] = static_cast<char>(byte + 1);
      trail = 0x80;
    }
    folded[++at] = static_cast<char>(trail);
  }
  return folded;
}

Result<Account> Accounts::create(const Account& account) {
  if (const auto checked = check(account); !checked) return std::unexpected(checked.error());
  const std::string folded = fold_login(account.login);
  return database_->write([&](Connection& connection) -> Result<Account> {
    if (find_where(connection, "id", account.id.str())) {
      return failure(ErrorCode::conflict, "There is an account " + account.id.str() + " already.");
    }
    if (find_where(connection, "login_folded", folded)) return std::unexpected(login_taken(account));
    Account made = account;
    made.revision = 1;
    connection.run(
        "INSERT INTO account (number, id, login, login_folded, display_name, password_hash, disabled, created, revision) "
        "SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM account",
        {made.id.str(), made.login, folded, made.display_name, made.password_hash, made.disabled ? 1 : 0, made.created,
         made.revision});
    insert_roles(connection, made);
    return made;
  });
}

Result<Account> Accounts::update(const Account& account) {
  if (const auto checked = check(account); !checked) return std::unexpected(checked.error());
  const std::string folded = fold_login(account.login);
  return database_->write([&](Connection& connection) -> Result<Account> {
    const auto found = find_where(connection, "id", account.id.str());
    if (!found) return failure(ErrorCode::not_found, "There is no account " + account.id.str() + ".");
    if (found->revision != account.revision) {
      return failure(ErrorCode::stale, "The account " + account.id.str() + " is at revision " + std::to_string(found->revision) +
                                           "; the change was based on revision " + std::to_string(account.revision) + ".");
    }
    const auto namesake = find_where(connection, "login_folded", folded);
    if (namesake && namesake->id != account.id) return std::unexpected(login_taken(account));
    Account changed = account;
    changed.created = found->created;
    ++changed.revision;
    connection.run(
        "UPDATE account SET login = ?, login_folded = ?, display_name = ?, password_hash = ?, disabled = ?, revision = ? "
        "WHERE id = ?",
        {changed.login, folded, changed.display_name, changed.password_hash, changed.disabled ? 1 : 0, changed.revision,
         changed.id.str()});
    connection.run("DELETE FROM account_role WHERE account = ?", {changed.id.str()});
    insert_roles(connection, changed);
    return changed;
  });
}

std::optional<Account> Accounts::find(const Id<Account>& id) const {
  if (!is_storable(id.str())) return std::nullopt;
  return database_->read([&](Connection& connection) { return find_where(connection, "id", id.str()); });
}

std::optional<Account> Accounts::find_by_login(std::string_view login) const {
  if (!is_storable(login)) return std::nullopt;
  const std::string folded = fold_login(login);
  return database_->read([&](Connection& connection) { return find_where(connection, "login_folded", folded); });
}

std::vector<Account> Accounts::list() const {
  static const std::string kSql = select("");
  return database_->read([](Connection& connection) { return all_of(*connection.query(kSql)); });
}

}  // namespace koers
