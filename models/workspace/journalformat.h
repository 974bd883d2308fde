// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The bytes of a journal: one record behind the other, each with its length and a CRC-32 in front. What follows the
// last whole record (a write that the end of the process cut off) does not count.
namespace meshdraft::workspace::journal {

/// Where the edits belong. The first record of every journal.
struct Header {
    QString workTree;
    QString commit; ///< HEAD when the journal was begun; empty: unborn
    QString branch;
    std::string environment;
    std::int64_t begun = 0; ///< ms since 1970

    friend bool operator==(const Header&, const Header&) = default;
};

/// What a file holds on disk, and the splices that make its pending text. Stands before the first edit of a file, and
/// wherever its text has become another one by something else than an edit.
struct FileState {
    std::string path;
    std::string base;
    std::vector<source::Splice> splices;

    friend bool operator==(const FileState&, const FileState&) = default;
};

enum class Step : std::uint8_t { Do, Undo, Redo };

/// An edit as it was done, or what undoing or redoing it did.
struct EditRecord {
    Step step = Step::Do;
    int mergeId = 0; ///< as for Workspace::apply
    std::int64_t time = 0; ///< ms since 1970
    QString text; ///< of the undo step
    source::Edit edit;

    friend bool operator==(const EditRecord&, const EditRecord&) = default;
};

/// An edit of this file was not written down because the file holds a Secret.
struct NotKept {
    std::string path;

    friend bool operator==(const NotKept&, const NotKept&) = default;
};

using Record = std::variant<Header, FileState, EditRecord, NotKept>;

/// The bytes of a record, frame included. A Header is framed with the mark of the format.
QByteArray encode(const Record& record);

/// Reads the records of a journal one by one; nothing at the end, or at the first that is torn or broken.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    std::optional<Record> next();
    /// True when nothing was left over behind the last record.
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace meshdraft::workspace::journal
