// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"
#include "models/mesh/meshgraph.h"

#include <span>
#include <string>
#include <vector>

namespace meshdraft::checks {

enum class Severity : std::uint8_t { Error, Warning, Info, Unknown };
/// "error", "warning", "info", "unknown".
std::string_view severityName(Severity severity);

/// One thing that a check has to say. The words are made from `message` and `args` (workspace/words.h).
struct Finding {
    std::string code; ///< IST0101, MD001 ...
    Severity severity = Severity::Warning;
    mesh::ElementRef element; ///< null for a finding about a file
    Location where;
    source::ByteRange range; ///< what to underline
    std::string message; ///< id of the sentence, "dangling.subset"
    std::vector<std::string> args;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What a check reads and may say.
struct CheckInfo {
    std::string id; ///< "dangling-gateway"
    std::vector<std::string> kinds; ///< kinds it reads
    std::vector<std::string> codes; ///< codes it may give
};

using Findings = mesh::SharedVector<Finding>;

/// What the checks see: one environment's graph and the files it was read from.
struct CheckContext {
    const mesh::MeshGraph& graph;
    const mesh::FileSet& files;
    const mesh::SharedVector<std::string>& paths; ///< the files of the environment
    bool isComplete = false; ///< the files hold all that is in the cluster: what they do not have is not there
};

/// What the checks say of one resource or file, and the questions to the graph that this stands on.
class Report {
public:
    explicit Report(bool isComplete = false)
        : m_isComplete(isComplete)
    {
    }

    void add(Finding finding) { m_findings.push_back(std::move(finding)); }
    /// What files cannot tell of a target: in the end one finding for all that say this of it, at the first place, with
    /// the number of places as last argument. Of a complete environment it is said as what it then is, at every place,
    /// unless something else keeps it open (`isOpen`).
    void addUnknown(const std::string& target, Finding finding, bool isOpen = false);

    std::span<const Finding> findings() const { return m_findings; }
    /// The first of each, and how many there are.
    struct Unknown {
        std::string group;
        Finding finding;
        std::uint32_t places = 0;

        friend bool operator==(const Unknown&, const Unknown&) = default;
    };
    std::span<const Unknown> unknowns() const { return m_unknowns; }
    bool isEmpty() const { return m_findings.empty() && m_unknowns.empty(); }

    /// To be passed to the graph's lookups.
    mesh::Lookups* asked() { return &m_asked; }
    std::vector<mesh::Lookup> takeLookups() { return m_asked.take(); }

private:
    bool m_isComplete;
    std::vector<Finding> m_findings;
    std::vector<Unknown> m_unknowns;
    mesh::Lookups m_asked;
};

/// A stateless check; one a file. It looks at a resource, a file, or both. What it reads of other resources it finds
/// through the references of the resource or by lookups that are written down: so a change calls it again where it
/// matters and nowhere else.
struct Check {
    CheckInfo info;
    void (*onResource)(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report) = nullptr;
    /// `text` is null and `error` is not where the file could not be read.
    void (*onFile)(const std::string& path, const source::ParsedText* text, const Error* error,
                   Report& report) = nullptr;
};

/// Every check, sorted by id.
const std::vector<Check>& allChecks();

/// Runs the checks; sorted by file, line, code, resource.
Findings runChecks(const CheckContext& context);

} // namespace meshdraft::checks
