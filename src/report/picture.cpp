// SPDX-License-Identifier: EUPL-1.2
#include "report/picture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "report/markup.h"

namespace koers::report {
namespace {

constexpr double kWidth = 680;
constexpr double kLabels = 210;  // left of the axis of intervals
constexpr double kWords = 150;   // right of it
constexpr double kRow = 26;
constexpr double kTop = 12;
constexpr double kAxisRoom = 34;

std::string text_at(double x, double y, const std::string& text, const char* anchor = "start", const char* kind = "") {
  return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor + "\"" +
         (*kind ? std::string(" class=\"") + kind + "\"" : "") + '>' + escaped(text) + "</text>";
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
  return "<line x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" + coordinate(x2) + "\" y2=\"" +
         coordinate(y2) + "\" class=\"" + kind + "\"/>";
}

std::string circle(double x, double y, double radius, const char* kind) {
  return "<circle cx=\"" + coordinate(x) + "\" cy=\"" + coordinate(y) + "\" r=\"" + coordinate(radius) + "\" class=\"" + kind +
         "\"/>";
}

/// Long names get two lines: cut at the space that is nearest to the middle.
std::pair<std::string, std::string> in_two(const std::string& label) {
  constexpr std::size_t kLongest = 30;
  if (label.size() <= kLongest) return {label, ""};
  std::size_t best = std::string::npos;
  for (std::size_t at = label.find(' '); at != std::string::npos; at = label.find(' ', at + 1)) {
    const auto off = [&](std::size_t place) { return std::abs(static_cast<long>(place) - static_cast<long>(label.size() / 2)); };
    if (best == std::string::npos || off(at) < off(best)) best = at;
  }
  if (best == std::string::npos) return {label, ""};
  return {label.substr(0, best), label.substr(best + 1)};
}

class Scale {
 public:
  Scale(Axis axis, double from, double to) : axis_(axis), from_(from), to_(to) {}
  [[nodiscard]] double at(double value) const { return from_ + (value - axis_.from) / (axis_.to - axis_.from) * (to_ - from_); }
  [[nodiscard]] const Axis& axis() const { return axis_; }
  [[nodiscard]] std::vector<double> ticks() const {
    std::vector<double> out;
    const int count = static_cast<int>(std::lround((axis_.to - axis_.from) / axis_.step));
    for (int i = 0; i <= count; ++i) out.push_back(axis_.from + i * axis_.step);
    return out;
  }

 private:
  Axis axis_;
  double from_;
  double to_;
};

int decimals_of(double step) { return step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9)); }

std::string intervals(const IntervalPicture& picture, const std::string& language, double& height) {
  double lowest = picture.reference.value_or(picture.marks.empty() ? 0 : picture.marks.front().lower);
  double highest = lowest;
  for (const IntervalMark& each : picture.marks) {
    lowest = std::min({lowest, each.lower, each.value});
    highest = std::max({highest, each.upper, each.value});
  }
  const Scale scale(axis_over(lowest, highest), kLabels, kWidth - kWords);
  const double bottom = kTop + kRow * static_cast<double>(picture.marks.size());
  std::string out;
  for (const double tick : scale.ticks()) {
    out += line(scale.at(tick), kTop, scale.at(tick), bottom, "grid");
    out += text_at(scale.at(tick), bottom + 15, number_words(tick, decimals_of(scale.axis().step), language), "middle", "small");
  }
  if (picture.reference) {
    out += line(scale.at(*picture.reference), kTop - 4, scale.at(*picture.reference), bottom, "reference");
    out += text_at(scale.at(*picture.reference), bottom + 29, picture.reference_label, "middle", "small");
  }
  double y = kTop + kRow / 2;
  for (const IntervalMark& each : picture.marks) {
    const auto [first, second] = in_two(each.label);
    out += text_at(0, second.empty() ? y + 4 : y - 2, first);
    if (!second.empty()) out += text_at(0, y + 10, second);
    out += line(scale.at(each.lower), y, scale.at(each.upper), y, "interval");
    out += line(scale.at(each.lower), y - 4, scale.at(each.lower), y + 4, "interval");
    out += line(scale.at(each.upper), y - 4, scale.at(each.upper), y + 4, "interval");
    out += circle(scale.at(each.value), y, 4.5, "mark");
    out += text_at(kWidth - kWords + 10, y + 4, each.words, "start", "small");
    y += kRow;
  }
  height = bottom + kAxisRoom;
  return out;
}

std::string series(const LinePicture& picture, const std::string& language, double& height) {
  constexpr double kHeight = 190;
  constexpr double kLeft = 62;
  std::vector<LinePoint> all = picture.points;
  all.insert(all.end(), picture.targets.begin(), picture.targets.end());
  const auto [low_y, high_y] = std::minmax_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.y < b.y; });
  const auto [low_x, high_x] = std::minmax_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.x < b.x; });
  const Scale up(axis_over(low_y->y, high_y->y), kHeight - 28, kTop);
  const Scale along(axis_over(std::floor(low_x->x), std::ceil(high_x->x)), kLeft, kWidth - 16);
  std::string out;
  for (const double tick : up.ticks()) {
    out += line(kLeft, up.at(tick), kWidth - 16, up.at(tick), "grid");
    out += text_at(kLeft - 8, up.at(tick) + 4, number_words(tick, decimals_of(up.axis().step), language), "end", "small");
  }
  for (const double tick : along.ticks()) {
    if (std::abs(tick - std::round(tick)) > 1e-6) continue;  // there is no half of a year to name
    out += text_at(along.at(tick), kHeight - 8, std::to_string(std::lround(tick)), "middle", "small");
  }
  std::string path;
  for (const LinePoint& each : picture.points) {
    path += (path.empty() ? "M" : " L") + coordinate(along.at(each.x)) + ' ' + coordinate(up.at(each.y));
  }
  out += "<path d=\"" + path + "\" class=\"series\"/>";
  for (const LinePoint& each : picture.points) out += circle(along.at(each.x), up.at(each.y), 3.5, "mark");
  for (const LinePoint& each : picture.targets) {
    out += circle(along.at(each.x), up.at(each.y), 6, "target");
    out += text_at(along.at(each.x) - 10, up.at(each.y) - 8, each.words, "end", "small");
  }
  height = kHeight;
  return out;
}

}  // namespace

Axis axis_over(double lowest, double highest) {
  constexpr int kSteps = 6;  // about so many
  if (!std::isfinite(lowest) || !std::isfinite(highest) || lowest > highest) return {};
  if (highest - lowest < 1e-9) {
    const double half = std::max(1e-3, std::abs(highest) / 10);
    lowest -= half;
    highest += half;
  }
  const double rough = (highest - lowest) / kSteps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (nice * power >= rough) {
      step = nice * power;
      break;
    }
  }
  return {std::floor(lowest / step + 1e-9) * step, std::ceil(highest / step - 1e-9) * step, step};
}

std::string number_words(double value, int decimals, const std::string& language) {
  const bool is_dutch = language == "nl";
  char text[400];  // the longest double in full has 309 digits
  std::snprintf(text, sizeof text, "%.*f", std::clamp(decimals, 0, 9), std::abs(value));
  const std::string plain = text;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string whole = plain.substr(0, point);
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, is_dutch ? "." : ",");
  std::string out = whole;
  if (point < plain.size()) out += (is_dutch ? "," : ".") + plain.substr(point + 1);
  const bool is_zero = plain.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !is_zero ? "\u2212" + out : out;
}

std::string svg_of(const Figure& figure, const std::string& language) {
  double height = 0;
  std::string inside;
  if (const auto* picture = std::get_if<IntervalPicture>(&figure.picture)) inside = intervals(*picture, language, height);
  if (const auto* picture = std::get_if<LinePicture>(&figure.picture)) inside = series(*picture, language, height);
  const std::string id = escaped(figure.id);
  return "<svg role=\"img\" viewBox=\"0 0 " + coordinate(kWidth) + ' ' + coordinate(height) + "\" aria-labelledby=\"" + id +
         "-t " + id + "-d\"><title id=\"" + id + "-t\">" + escaped(figure.title) + "</title><desc id=\"" + id + "-d\">" +
         escaped(figure.description) + "</desc>" + inside + "</svg>";
}

}  // namespace koers::report
