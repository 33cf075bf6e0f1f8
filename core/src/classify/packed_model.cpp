// What is alike stands together in a packed model: all names, the first bytes of all thresholds,
// and so on; scripts/data_compilers/models.py has the order. Of its trees only the nodes are there:
// in preorder a right branch starts where the left one has ended.

#include "classify/packed_model.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace lectern {
namespace {

constexpr std::size_t kMagicSize = 6; // "LCTM", version, stages
constexpr unsigned char kLeaf = 255;
constexpr std::size_t kBytesOfThreshold = 4;

/// Takes bytes off the front of a plane; zeros when it has ended.
class Plane {
 public:
  Plane() = default;
  explicit Plane(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::size_t count) {
    const std::string_view part = bytes_.substr(0, count);
    if (part.size() < count) failed_ = true;
    bytes_.remove_prefix(part.size());
    return part;
  }
  char take() {
    if (bytes_.empty()) {
      failed_ = true;
      return '\0';
    }
    const char byte = bytes_.front();
    bytes_.remove_prefix(1);
    return byte;
  }
  template <typename T>
  T number() {
    T value{};
    const std::string_view part = take(sizeof(T));
    if (part.size() == sizeof(T)) std::memcpy(&value, part.data(), sizeof(T));
    return value;
  }
  std::string_view rest() const { return bytes_; }
  bool failed() const { return failed_; }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

void append(std::string& out, std::size_t number) {
  out += static_cast<char>(number & 0xFF);
  out += static_cast<char>(number >> 8 & 0xFF);
}

struct Planes {
  Plane heads, names, features, bins;
  std::array<Plane, kBytesOfThreshold> thresholds;
  std::array<Plane, 2> values;
  bool failed() const {
    return heads.failed() || names.failed() || features.failed() || bins.failed() ||
           thresholds[3].failed() || values[1].failed();
  }
};

void append_features(std::string& out, Planes& planes, std::size_t count) {
  for (std::size_t f = 0; f < count && !planes.failed(); ++f) {
    const char length = planes.names.take();
    out += length;
    out.append(planes.names.take(static_cast<unsigned char>(length)));
    out += planes.names.take();
    const std::size_t threshold_count = static_cast<unsigned char>(out.back());
    const std::size_t begin = out.size();
    out.resize(begin + threshold_count * kBytesOfThreshold);
    for (std::size_t part = 0; part < kBytesOfThreshold; ++part) {
      char* byte = out.data() + begin + part;
      for (const char c : planes.thresholds[part].take(threshold_count)) {
        *byte = c;
        byte += kBytesOfThreshold;
      }
    }
  }
}

/// Makes the nodes of one tree after another.
class TreeUnpacker {
 public:
  explicit TreeUnpacker(Planes& planes) : planes_(planes) {}

  /// The nodes of the next tree behind `out`, with their number before them. False when there are
  /// more than a tree may have, or too few.
  bool append_to(std::string& out) {
    const std::size_t count = count_nodes();
    if (count == 0) return false;
    const std::string_view features = planes_.features.take(count);
    const std::string_view bins = planes_.bins.take(count / 2);
    const std::string_view low = planes_.values[0].take(count / 2 + 1);
    const std::string_view high = planes_.values[1].take(count / 2 + 1);
    if (planes_.failed()) return false;
    append(out, count);
    const std::size_t begin = out.size();
    out.resize(begin + count * kNodeBytes);
    waiting_.resize(count / 2 + 1);
    char* node = out.data() + begin;
    const char* bin = bins.data();
    const char* low_byte = low.data();
    const char* high_byte = high.data();
    char** waiting = waiting_.data();
    for (std::size_t n = 0; n < count; ++n, node += kNodeBytes) {
      const char feature = features[n];
      node[0] = feature;
      if (static_cast<unsigned char>(feature) != kLeaf) {
        node[1] = *bin++;
        *waiting++ = node;
        continue;
      }
      node[2] = *low_byte++;
      node[3] = *high_byte++;
      if (n + 1 == count) break;
      char* const branch = *--waiting;
      branch[2] = static_cast<char>((n + 1) & 0xFF);
      branch[3] = static_cast<char>((n + 1) >> 8);
    }
    return true;
  }

 private:
  static constexpr std::size_t kNodeBytes = 4;
  static constexpr std::size_t kMostNodes = 0xFFFF;

  /// Of the next tree: it ends at the leaf that no branch waits behind. 0 when it has no end.
  std::size_t count_nodes() const {
    const std::string_view features = planes_.features.rest().substr(0, kMostNodes);
    std::size_t waiting = 0;
    for (std::size_t n = 0; n < features.size(); ++n) {
      if (static_cast<unsigned char>(features[n]) != kLeaf)
        ++waiting;
      else if (waiting-- == 0)
        return n + 1;
    }
    return 0;
  }

  Planes& planes_;
  std::vector<char*> waiting_; // nodes whose right branch has not begun
};

} // namespace

std::string unpack(const PackedModel& model) {
  const std::string_view bytes(reinterpret_cast<const char*>(model.bytes), model.size);
  Plane all(bytes);
  std::string out(all.take(kMagicSize));
  std::array<std::uint32_t, 6> sizes{};
  for (std::uint32_t& size : sizes) size = all.number<std::uint32_t>();
  if (all.failed()) return {};
  const auto stages = static_cast<unsigned char>(out.back());
  out.append(all.take(sizes[5])); // the weights of words, as they are
  if (all.failed()) return {};
  constexpr std::size_t kHeadBytes = 12; // features, bias, scale, trees
  Planes planes;
  planes.heads = Plane(all.take(stages * kHeadBytes));
  planes.names = Plane(all.take(sizes[0]));
  for (Plane& plane : planes.thresholds) plane = Plane(all.take(sizes[1]));
  planes.features = Plane(all.take(sizes[2]));
  planes.bins = Plane(all.take(sizes[3]));
  for (Plane& plane : planes.values) plane = Plane(all.take(sizes[4]));
  out.reserve(2 * model.size);
  TreeUnpacker unpacker(planes);
  for (unsigned stage = 0; stage < stages; ++stage) {
    const auto features = planes.heads.number<std::uint16_t>();
    append(out, features);
    append_features(out, planes, features);
    out.append(planes.heads.take(8));
    const auto trees = planes.heads.number<std::uint16_t>();
    append(out, trees);
    for (std::size_t t = 0; t < trees; ++t)
      if (!unpacker.append_to(out)) return {};
  }
  return planes.failed() ? std::string() : out;
}

} // namespace lectern
