// SPDX-License-Identifier: EUPL-1.2
#include <csignal>
#include <iostream>
#include <memory>

#include <malloc.h>
#include <pthread.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/people.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "http/api.h"
#include "http/static_site.h"

namespace koers::cli {
namespace {

struct Options {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8040;
  std::string site = "web/dist";
  std::string cbs_url;
  std::vector<std::string> proxies;
  std::vector<std::string> allowed_hosts;
  bool quiet = false;
};

/// Waits for Ctrl-C or SIGTERM, and meanwhile takes in what other processes write to the database.
void wait_and_follow(Workspace& workspace, const sigset_t& signals) {
  constexpr timespec kBetweenLooks{1, 0};
  while (sigtimedwait(&signals, nullptr, &kBetweenLooks) < 0) {
    try {
      workspace.refresh();
    } catch (const std::exception& problem) {
      std::cerr << "koers: " << problem.what() << " (trying again)\n";  // what was read before stays readable
    }
  }
}

/// Threads inherit the mask, so only the thread that waits gets the signals.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

http::ServerOptions server_options(const Options& options, http::Api& api, std::shared_ptr<http::Metrics> metrics) {
  http::ServerOptions out;
  out.host = options.host;
  out.port = options.port;
  out.trusted_proxies = options.proxies;
  out.allowed_hosts = options.allowed_hosts;
  out.hooks = api.hooks();
  out.metrics = std::move(metrics);
  if (!options.quiet) {
    out.log = spdlog::stderr_logger_mt("requests");
    out.log->set_pattern("%v");
  }
  return out;
}

http::StaticSiteOptions site_options() {
  http::StaticSiteOptions options;
  options.pages = {"visie",  "staat",     "beleid", "programmas", "besluiten", "buurten", "roltrap",
                   "agenda", "rapporten", "zoeken", "beheer",     "inloggen",  "welkom",  "documenten"};
  return options;
}

void add_gauges(http::Metrics& metrics, const Workspace& workspace) {
  metrics.add_gauge("koers_ledger_sequence", "Newest revision in the ledger", {},
                    [&workspace] { return static_cast<double>(workspace.snapshot()->head.seq); });
  metrics.add_gauge("koers_observations", "Figures in the database", {},
                    [&workspace] { return static_cast<double>(workspace.snapshot()->city.observations.size()); });
}

void greet(Store& store, const Options& options, std::uint16_t port) {
  const std::string shown =
      options.host == "0.0.0.0" || options.host == "::" || options.host == "127.0.0.1" ? "localhost" : options.host;
  const std::string address = "http://" + shown + ':' + std::to_string(port);
  std::cout << "Koers is at " << coloured(Colour::bold, address) << " (stop with Ctrl-C)\n";
  if (const auto token = first_administrator_token(store, now())) {
    std::cout << "The first administrator starts here, once and within a day:\n  " << address << "/welkom#" << *token << '\n';
  }
  std::cout << std::flush;
}

int serve(const Program& program, const Options& options) {
  // One arena for all threads: the answers are shared anyway, and memory that one thread freed serves the next.
  mallopt(M_ARENA_MAX, 2);
  const sigset_t signals = block_stop_signals();
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), false);
  auto site = http::StaticSite::load(options.site, site_options());
  if (!site) return report(site.error(), false);
  Workspace workspace(**store);
  Jobs jobs;
  auto metrics = std::make_shared<http::Metrics>();  // shared by server and API
  add_gauges(*metrics, workspace);
  http::Api api(workspace, jobs, metrics, now);
  http::Router router;
  api.add_routes(router);
  api.get_statistics_from({options.cbs_url, {}});
  router.set_fallback(site->as_fallback());
  http::Server server(server_options(options, api, metrics), std::move(router));
  if (auto started = server.start(); !started) return report(started.error(), false);
  greet(**store, options, server.port());
  malloc_trim(0);
  wait_and_follow(workspace, signals);
  std::cout << "Stopping: requests that are under way are finished first\n" << std::flush;
  server.stop();
  return kGood;
}

}  // namespace

void add_serve(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command = add_command(program, "serve", "Serve the pages and the API", "koers serve --host 0.0.0.0 --port 8040");
  command->add_option("--host", options->host, "address to listen at; 0.0.0.0 for everybody")->capture_default_str();
  command->add_option("--port", options->port, "0 for any free one")->capture_default_str();
  command->add_option("--site", options->site, "the built pages")->capture_default_str();
  command->add_option("--trusted-proxy", options->proxies, "address or network whose X-Forwarded-For is believed");
  command->add_option("--allowed-host", options->allowed_hosts, "a name that this server answers to; any unless told");
  command->add_option("--cbs-url", options->cbs_url, "a mirror of CBS with the same paths, for imports from the pages");
  command->add_flag("--quiet", options->quiet, "no line for each request");
  add_db_option(program, *command);
  command->callback([&program, options] { program.exit_code = serve(program, *options); });
}

}  // namespace koers::cli
