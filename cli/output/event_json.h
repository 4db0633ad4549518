// Events, storylines and alerts as JSON and CSV: the shapes that programs read and that stay.
//
// Spans are byte offsets into the article's text, as in `inspect text`.
#pragma once

#include <string>
#include <vector>

#include "cli/output/json.h"
#include "rules/alert_rule.h"
#include "store/correction.h"
#include "store/stored_event.h"

namespace tocsin {

// id, seq, storyline, article, type, status, roles, amount, stake_percent, date, published, jurisdiction, attribution,
// confidence, rule, background, trigger, sentence, evidence. What is not known is null, or absent from its list.
// "superseded": true stands only on an event that an earlier run of the packs told and the current one does not.
Json EventJson(const StoredEvent& stored);

// id, type, status, roles, amounts, stake_percent, first_report, last_report, reports, independent_sources, history.
Json StorylineJson(const Storyline& storyline);

// number, kind ("merge" or "split"), at, undoes, undone, left, right: ids of events.
Json CorrectionJson(const Correction& correction);

// id, rule, kind, headline, detail, storyline, event, url, source, title, published, rang_at.
Json AlertJson(const Alert& alert);

std::vector<std::string> EventCsvHeader();
std::vector<std::string> EventCsvRow(const StoredEvent& stored);
std::vector<std::string> StorylineCsvHeader();
std::vector<std::string> StorylineCsvRow(const Storyline& storyline);

}  // namespace tocsin
