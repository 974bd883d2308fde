// SPDX-License-Identifier: Apache-2.0
// What people have decided not to be told: docs/suppression.md.
#pragma once

#include "models/checks/suppression/baseline.h"
#include "models/mesh/glob.h"
#include "models/mesh/meshgraph.h"

#include <QDate>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::checks {

/// Who keeps a finding back.
enum class SuppressedBy : std::uint8_t {
    Annotation, ///< galley.istio.io/analyze-suppress or kiali.io/ignore-validations of the resource
    Project, ///< an entry of .meshdraft.yaml
    Baseline, ///< .meshdraft/baseline.yaml
};
/// "annotation", "project", "baseline".
std::string_view suppressedByName(SuppressedBy by);

/// A finding that is kept back, never lost: it is counted, and written out apart.
struct SuppressedFinding {
    Finding finding;
    SuppressedBy by = SuppressedBy::Annotation;
    std::string reason; ///< of an entry; of an annotation its name and value; else empty
    Location where; ///< of the entry, annotation or baseline

    friend bool operator==(const SuppressedFinding&, const SuppressedFinding&) = default;
};

/// `suppress:` of .meshdraft.yaml and the baseline.
struct Suppressions {
    struct Entry {
        std::vector<std::string> codes; ///< "*": all
        std::optional<mesh::Glob> path;
        std::optional<mesh::Glob> resource; ///< "Kind/namespace/name"
        std::string reason;
        std::optional<QDate> expires; ///< the last day on which it holds
        Location where;

        bool holdsFor(const Finding& finding) const;
    };
    std::vector<Entry> entries; ///< those that hold today, in the order of the file
    Baseline baseline;
    std::vector<Error> errors; ///< located: mistakes in either file
    std::vector<Error> expired; ///< "suppress.expired" {codes, date, reason}, located: entries that hold no more

    bool isEmpty() const { return entries.empty() && baseline.isEmpty(); }
};

/// Reads them out of the files that decide: of a review those of the base. An entry with an error is left out, the
/// others hold. Errors: "project.type" {field, type}, "project.unknownField" {field, known ones}, "project.missing"
/// {field}, "suppress.pattern" {text}, "suppress.date" {text}, "suppress.everything" {} ("*" without a path or
/// resource), those of readBaseline.
Suppressions readSuppressions(const mesh::FileSet& files, QDate today);

/// Findings, and those among them that are kept back; both in order.
struct SortedFindings {
    Findings shown;
    std::vector<SuppressedFinding> suppressed;
};

/// Sorts findings of one environment by what keeps them back. Annotations are those of the resources in `annotated`:
/// the graph itself, or that of a review's base. Shares the findings where nothing is kept back.
SortedFindings sortFindings(const Findings& all, const Suppressions& suppressions, const mesh::MeshGraph& annotated);

/// What Kiali reports for a finding, sorted; empty where it reports nothing like it.
std::vector<std::string> kialiCodesOf(const Finding& finding);
/// Whether a finding is what Kiali reports under this code (KIA1107), or under any (empty).
bool isKialiFinding(const Finding& finding, std::string_view kialiCode);

} // namespace meshdraft::checks
