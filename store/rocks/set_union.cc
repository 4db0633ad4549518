#include "store/rocks/set_union.h"

#include <algorithm>
#include <string>
#include <vector>

#include "store/codec/seal.h"

namespace tocsin {
namespace {

using rocksdb::Slice;

std::string_view View(const Slice& s) { return {s.data(), s.size()}; }

bool Collect(std::string_view key, std::string_view sealed, std::vector<uint64_t>& ids) {
  const auto payload = Unseal("postings", key, sealed);
  if (!payload) return false;
  const auto more = DecodeIds(*payload);
  if (!more) return false;
  ids.insert(ids.end(), more->begin(), more->end());
  return true;
}

std::string Union(std::string_view key, std::vector<uint64_t>& ids) {
  // Ids mostly arrive in order: checking is cheaper than sorting.
  if (!std::is_sorted(ids.begin(), ids.end())) std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return Seal(key, EncodeIds(ids));
}

class SetUnion final : public rocksdb::MergeOperator {
 public:
  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override {
    std::vector<uint64_t> ids;
    if (in.existing_value != nullptr && !Collect(View(in.key), View(*in.existing_value), ids)) return false;
    for (const Slice& operand : in.operand_list) {
      if (!Collect(View(in.key), View(operand), ids)) return false;
    }
    out->new_value = Union(View(in.key), ids);
    return true;
  }

  bool PartialMergeMulti(const Slice& key, const std::deque<Slice>& operands, std::string* out,
                         rocksdb::Logger*) const override {
    std::vector<uint64_t> ids;
    for (const Slice& operand : operands) {
      if (!Collect(View(key), View(operand), ids)) return false;
    }
    *out = Union(View(key), ids);
    return true;
  }

  const char* Name() const override { return "tocsin.set_union.1"; }
};

}  // namespace

std::shared_ptr<rocksdb::MergeOperator> MakeSetUnion() { return std::make_shared<SetUnion>(); }

}  // namespace tocsin
