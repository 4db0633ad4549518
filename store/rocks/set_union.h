// The merge operator of the postings: the union of sorted id sets.
#pragma once

#include <rocksdb/merge_operator.h>

#include <memory>

namespace tocsin {

// Idempotent and commutative: applying a batch twice changes nothing. A damaged operand makes the merge fail, and
// the read with it: it is never dropped in silence.
std::shared_ptr<rocksdb::MergeOperator> MakeSetUnion();

}  // namespace tocsin
