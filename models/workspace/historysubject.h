// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshhistory.h"

namespace meshdraft::workspace {

/// Tells what belongs to the subject of a history.
class SubjectFilter {
public:
    explicit SubjectFilter(const HistorySubject& subject);

    /// Whether a file can hold something of the subject, by its path.
    bool takesPath(const std::string& path) const;
    /// The same by its content: cheap, and no more than a guess.
    bool takesText(std::string_view text) const;
    bool takes(const mesh::Resource& resource) const;

private:
    bool takesHost(const std::string& written, const mesh::Resource& resource, const std::string& ns) const;

    const HistorySubject& m_subject;
    std::string m_word; ///< what stands in every file of the subject
    std::vector<std::string> m_hosts; ///< spellings of the host
};

/// The files that hold a resource in a revision; found with `git grep`, then read.
std::vector<std::string> filesOfResource(const git::Repository& repository, const QString& commit,
                                         const HistorySubject& subject, const SubjectFilter& filter, ParseCache& cache);

} // namespace meshdraft::workspace
