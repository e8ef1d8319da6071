// SPDX-License-Identifier: EUPL-1.2
#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <sstream>
#include <utility>
#include <vector>

namespace koers::http {
namespace {

struct OwnNumber {
  std::string name;
  std::string help;
  std::map<std::string, std::string> labels;
  std::function<double()> read;
  prometheus::MetricType type;
};

prometheus::MetricFamily family_of(const OwnNumber& number) {
  prometheus::ClientMetric metric;
  for (const auto& [name, value] : number.labels) metric.label.push_back({name, value});
  metric.gauge.value = number.read();
  metric.counter.value = metric.gauge.value;
  prometheus::MetricFamily family;
  family.name = number.name;
  family.help = number.help;
  family.type = number.type;
  family.metric.push_back(std::move(metric));
  return family;
}

}  // namespace

class Metrics::RouteSeries {
 public:
  std::array<prometheus::Counter*, 6> by_class{};  // index: status / 100
  prometheus::Histogram* seconds = nullptr;
  prometheus::Counter* bytes = nullptr;
};

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("koers_http_requests_total")
                                                          .Help("Requests answered, by route and class of status")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                           .Name("koers_http_request_seconds")
                                                           .Help("From the end of a request to its answer made")
                                                           .Register(registry);
  prometheus::Family<prometheus::Counter>& bytes = prometheus::BuildCounter()
                                                       .Name("koers_http_response_bytes_total")
                                                       .Help("Bytes of answers, headers included")
                                                       .Register(registry);
  prometheus::Family<prometheus::Counter>& refusals = prometheus::BuildCounter()
                                                          .Name("koers_http_refused_total")
                                                          .Help("Connections and requests refused, by reason")
                                                          .Register(registry);
  prometheus::Gauge& in_flight =
      prometheus::BuildGauge().Name("koers_http_requests_in_flight").Help("Requests being handled").Register(registry).Add({});
  prometheus::Gauge& open =
      prometheus::BuildGauge().Name("koers_http_connections").Help("Connections that are open").Register(registry).Add({});
  prometheus::Counter& opened =
      prometheus::BuildCounter().Name("koers_http_connections_total").Help("Connections accepted").Register(registry).Add({});

  std::mutex mutex;
  std::map<std::string, std::shared_ptr<RouteSeries>> routes;  // shared with the servers that count into them
  std::vector<OwnNumber> own;
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::add_gauge(const std::string& name, const std::string& help, const std::map<std::string, std::string>& labels,
                        std::function<double()> read) {
  const std::scoped_lock lock(state_->mutex);
  state_->own.push_back({name, help, labels, std::move(read), prometheus::MetricType::Gauge});
}

void Metrics::add_counter(const std::string& name, const std::string& help, const std::map<std::string, std::string>& labels,
                          std::function<double()> read) {
  const std::scoped_lock lock(state_->mutex);
  state_->own.push_back({name, help, labels, std::move(read), prometheus::MetricType::Counter});
}

std::string Metrics::to_text() const {
  std::vector<prometheus::MetricFamily> families = state_->registry.Collect();
  const std::scoped_lock lock(state_->mutex);
  for (const OwnNumber& number : state_->own) {
    prometheus::MetricFamily made = family_of(number);
    const auto same =
        std::find_if(families.begin(), families.end(), [&](const auto& family) { return family.name == made.name; });
    // One family per name: a second HELP line for the same name is not valid.
    if (same == families.end()) {
      families.push_back(std::move(made));
    } else {
      same->metric.push_back(std::move(made.metric.front()));
    }
  }
  std::ostringstream out;
  prometheus::TextSerializer{}.Serialize(out, families);
  return out.str();
}

std::shared_ptr<Metrics::RouteSeries> Metrics::route(const std::string& name) {
  const std::scoped_lock lock(state_->mutex);
  std::shared_ptr<RouteSeries>& series = state_->routes[name];
  if (series) return series;
  static constexpr std::array<const char*, 6> kClasses{"other", "1xx", "2xx", "3xx", "4xx", "5xx"};
  static const prometheus::Histogram::BucketBoundaries kSeconds{0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025,
                                                                0.05,   0.1,    0.25,  1,     5,    30};
  series = std::make_shared<RouteSeries>();
  for (std::size_t i = 0; i < kClasses.size(); ++i)
    series->by_class.at(i) = &state_->requests.Add({{"route", name}, {"status", kClasses.at(i)}});
  series->seconds = &state_->seconds.Add({{"route", name}}, kSeconds);
  series->bytes = &state_->bytes.Add({{"route", name}});
  return series;
}

void Metrics::request_started() { state_->in_flight.Increment(); }

void Metrics::request_ended(RouteSeries& series, int status, std::chrono::nanoseconds duration, std::size_t bytes) {
  state_->in_flight.Decrement();
  const std::size_t status_class = status >= 100 && status < 600 ? static_cast<std::size_t>(status) / 100 : 0;
  series.by_class.at(status_class)->Increment();
  series.seconds->Observe(std::chrono::duration<double>(duration).count());
  series.bytes->Increment(static_cast<double>(bytes));
}

void Metrics::connection_opened() {
  state_->opened.Increment();
  state_->open.Increment();
}

void Metrics::connection_closed() { state_->open.Decrement(); }

void Metrics::refused(std::string_view reason) { state_->refusals.Add({{"reason", std::string(reason)}}).Increment(); }

}  // namespace koers::http
