// SPDX-License-Identifier: EUPL-1.2
// The body of a request as a record of each kind. What is read is written, as JSON and as YAML, so that it is read as the same.
#include <cstdint>

#include "model/write_record.h"
#include "model/write_yaml.h"
#include "require.h"

namespace {

using namespace koers;

template <Record R>
void read_as(const Tree& tree) {
  std::vector<Fault> faults;
  const R record = RecordReader(faults).read<R>(tree);
  require(faults.size() <= kMaxFaults);
  for (const Fault& fault : faults) require(fault.place.line > 0);
  if (!faults.empty()) return;
  const std::string json = to_json_text(record);
  const auto from_json = from_json_text<R>(json);
  require(from_json && *from_json == record && to_json_text(*from_json) == json);
  if constexpr (!std::is_same_v<R, Boundary>) {  // which is never YAML
    const auto yaml = parse_yaml(to_yaml(record), "y");
    require(yaml.has_value());
    require(RecordReader(faults).read<R>(*yaml) == record && faults.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = parse_json({reinterpret_cast<const char*>(data), size}, "body");
  if (!tree) return 0;
  for_each_kind([&]<class T>(RecordTag<T>) { read_as<T>(*tree); });
  return 0;
}
