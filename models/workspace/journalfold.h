// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/keptedits.h"

#include <map>
#include <memory>

namespace meshdraft::workspace {

/// Plays the records of a journal: the pending texts, and the undo stack that led to them.
class JournalFold {
public:
    explicit JournalFold(journal::Header header);

    /// False for a record that does not fit what stands before it: it and what follows do not count.
    bool add(const journal::Record& record);
    KeptEdits result() const;

private:
    using Text = std::shared_ptr<const std::string>;
    struct File {
        std::string base;
        Text current;
        source::ContentId id;
    };
    struct Played {
        KeptStep step;
        int mergeId = 0;
        std::vector<Text> before; ///< in the order of the edit's files
        std::vector<source::ContentId> after;
    };

    bool take(const journal::Header& header);
    bool take(const journal::FileState& state);
    bool take(const journal::EditRecord& record);
    bool take(const journal::NotKept& file);
    bool isUndo(const source::Edit& edit, const std::vector<source::ContentId>& after) const;
    bool isRedo(const source::Edit& edit, const std::vector<source::ContentId>& after) const;
    bool merge(const journal::EditRecord& record, const std::vector<source::ContentId>& after);
    void push(const journal::EditRecord& record, const std::vector<source::ContentId>& after);

    journal::Header m_header;
    std::int64_t m_last = 0;
    std::map<std::string, File> m_files;
    std::vector<Played> m_steps;
    std::size_t m_done = 0;
    std::vector<std::string> m_notKept;
};

} // namespace meshdraft::workspace
