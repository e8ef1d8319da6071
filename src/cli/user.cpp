// SPDX-License-Identifier: EUPL-1.2
#include <iostream>
#include <memory>

#include "app/people.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

constexpr const char* kActor = "command line";

struct Options {
  std::string login;
  std::string name;
  std::vector<std::string> roles;
  bool enable = false;
  bool as_json = false;
};

Result<std::set<Role>> parse_roles(const std::vector<std::string>& names) {
  std::set<Role> roles;
  for (const std::string& name : names) {
    const auto role = enum_from<Role>(name);
    if (!role || *role == Role::resident) {
      std::string known;
      for (const auto& each : names_of<Role>()) known += each == "resident" ? "" : ' ' + each;
      return failure(ErrorCode::bad_input, '`' + name + "` is no role; there are" + known + '.');
    }
    roles.insert(*role);
  }
  return roles;
}

Result<Account> account_of(Store& store, const std::string& login) {
  auto account = store.accounts().find_by_login(login);
  if (!account) return failure(ErrorCode::not_found, "There is no account `" + login + "`.");
  return std::move(*account);
}

int add_person(Store& store, const Options& options) {
  const auto roles = parse_roles(options.roles);
  if (!roles) return report(roles.error(), options.as_json);
  const auto invitation =
      invite(store, {options.login, options.name.empty() ? options.login : options.name, *roles}, kActor, now());
  if (!invitation) return report(invitation.error(), options.as_json);
  const std::string path = "/welkom#" + invitation->token;
  if (options.as_json) {
    std::cout << "{\"id\":" << json_string(invitation->account.id.str()) << ",\"setup_path\":" << json_string(path) << "}\n";
  } else {
    std::cout << options.login << " chooses a password at this address of the site, once and within a week:\n  " << path << '\n';
  }
  return kGood;
}

int change(Store& store, const Options& options, const PersonChange& wish) {
  const auto account = account_of(store, options.login);
  if (!account) return report(account.error(), options.as_json);
  const auto changed = change_person(store, account->id, wish, account->revision, kActor, now());
  if (!changed) return report(changed.error(), options.as_json);
  std::cout << (options.as_json ? "{\"id\":" + json_string(changed->id.str()) + '}' : options.login + " has been changed.")
            << '\n';
  return kGood;
}

int set_roles(Store& store, const Options& options) {
  const auto roles = parse_roles(options.roles);
  if (!roles) return report(roles.error(), options.as_json);
  return change(store, options, {{}, *roles, {}});
}

int list_people(Store& store, const Options& options) {
  std::string json = "[";
  for (const Account& account : store.accounts().list()) {
    std::string roles;
    for (const Role role : account.roles) roles += (roles.empty() ? "" : ",") + std::string(name_of(role));
    if (options.as_json) {
      json += (json.size() > 1 ? "," : "") + std::string("{\"login\":") + json_string(account.login) +
              ",\"name\":" + json_string(account.display_name) + ",\"roles\":" + json_string(roles) +
              ",\"disabled\":" + (account.disabled ? "true" : "false") + '}';
    } else {
      std::cout << account.login << '\t' << account.display_name << '\t' << roles << (account.disabled ? "\tdisabled" : "")
                << '\n';
    }
  }
  if (options.as_json) std::cout << json << "]\n";
  return kGood;
}

using Work = int (*)(Store&, const Options&);

int with_store(const Program& program, const Options& options, Work work) {
  auto store = open_existing(program.db);
  return store ? work(**store, options) : report(store.error(), options.as_json);
}

}  // namespace

void add_user(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* command =
      add_command(program, "user", "People who can log in", "koers user add anna --name \"Anna de Wit\" --role officer");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* purpose, bool needs_login, Work work) {
    CLI::App* sub = command->add_subcommand(name, purpose);
    if (needs_login) sub->add_option("login", options->login, "login name")->required();
    add_db_option(program, *sub);
    add_json_option(*sub, options->as_json);
    sub->callback([&program, options, work] { program.exit_code = with_store(program, *options, work); });
    return sub;
  };
  add("list", "Everybody with an account", false, list_people);
  CLI::App* person = add("add", "Add somebody; prints the one-time address where they choose a password", true, add_person);
  person->add_option("--name", options->name, "as others see it");
  person->add_option("--role", options->roles, "one or more roles")->required();
  add("role", "Give somebody other roles", true, set_roles)
      ->add_option("--role", options->roles, "all their roles from now on")
      ->required();
  CLI::App* disable = add("disable", "Somebody may not log in any more", true, [](Store& store, const Options& each) {
    return change(store, each, {{}, {}, !each.enable});
  });
  disable->add_flag("--undo", options->enable, "they may again");
}

}  // namespace koers::cli
