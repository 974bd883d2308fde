// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace meshdraft::tests {

/// What YAML says, as plain data that a test can change. Knows nothing of how the program compares.
struct Data {
    enum class Kind : std::uint8_t { Scalar, List, Map };

    Kind kind = Kind::Scalar;
    std::string scalar = "null"; ///< as JSON: with quotes where it is a string
    std::vector<std::string> keys; ///< of a map, in the order of the file
    std::map<std::string, Data> map;
    std::vector<Data> list;

    static Data of(source::NodeRef node);
    const Data* get(const std::string& key) const;

    /// JSON as Python writes it.
    std::string text() const;
    /// The same for comparing: keys sorted, and the items of lists whose order means nothing.
    std::string sortedText(std::string_view kind, std::string_view key = {}) const;
};

/// Takes the reported changes of a resource back, with nothing but their paths and ranges.
class Undo {
public:
    explicit Undo(const changes::ResourceChange& change);

    /// The old resource made out of the new one.
    Data run() const;
    /// What is wrong with the changes themselves; empty: nothing.
    QString faults() const;

private:
    Data undo(const Data& now, const mesh::FieldPath& path, const mesh::FieldPath& oldPath) const;
    Data undoList(const Data& now, const mesh::FieldPath& path, const mesh::FieldPath& oldPath) const;
    Data undoMap(const Data& now, const mesh::FieldPath& path, const mesh::FieldPath& oldPath) const;
    Data oldData(const changes::FieldChange& field) const;
    const changes::FieldChange* at(changes::Operation operation, const mesh::FieldPath& path) const;

    const changes::ResourceChange& m_change;
};

} // namespace meshdraft::tests
