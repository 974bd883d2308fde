// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// Reads a section of .meshdraft.yaml, or of a policy that comes with the program. Keeps the first error, located; what
/// is read behind it counts for nothing. Errors: those of the YAML, "project.type" (args: field, what it has to be),
/// "project.unknownField" (field, known ones), "project.missing" (field), and those of fail().
class ProjectSection {
public:
    /// The section `key` of .meshdraft.yaml in these files; they outlive it.
    ProjectSection(const mesh::FileSet& files, std::string_view key);
    /// The whole first document of a text.
    ProjectSection(const source::ParsedText& text, std::string path);

    /// Invalid where nothing is said.
    source::NodeRef root() const { return m_root; }
    const std::optional<Error>& error() const { return m_error; }
    void fail(std::string code, std::vector<std::string> args, source::NodeRef node);
    Location locate(source::NodeRef node) const;

    /// The entries of a mapping; complains of keys that are not among `known` (empty: all are).
    std::vector<source::NodeRef::Entry> entries(std::string_view name, source::NodeRef node,
                                                std::initializer_list<std::string_view> known);
    std::vector<source::NodeRef> items(std::string_view name, source::NodeRef node);
    std::string string(std::string_view name, source::NodeRef node);
    /// A string or a list of them.
    std::vector<std::string> strings(std::string_view name, source::NodeRef node);
    std::uint32_t number(std::string_view name, source::NodeRef node);
    bool truth(std::string_view name, source::NodeRef node);

private:
    const source::ParsedText* m_text = nullptr;
    std::string m_path;
    source::NodeRef m_root;
    std::optional<Error> m_error;
};

} // namespace meshdraft::changes
