// Events as earlier runs of the packs told them: key event id, run.
#pragma once

#include <string>

#include "store/codec/records.h"
#include "store/rocks/database.h"

namespace tocsin {

inline std::string VersionKey(const StoredEvent& stored) { return Big64(stored.id) + stored.event.pack_hash; }

}  // namespace tocsin
