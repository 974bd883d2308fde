// SPDX-License-Identifier: Apache-2.0
#include "models/checks/suppression/suppression.h"

#include <algorithm>
#include <ranges>
#include <span>

namespace meshdraft::checks {

namespace {

constexpr std::string_view istioAnnotation = "galley.istio.io/analyze-suppress";
constexpr std::string_view kialiAnnotation = "kiali.io/ignore-validations";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

template <typename Holds> bool anyCode(std::string_view list, Holds holds)
{
    return std::ranges::any_of(list | std::views::split(','), [&](const auto& part) {
        return holds(trimmed(std::string_view(part.begin(), part.end())));
    });
}

/// "*" or our code.
bool istioHolds(std::string_view value, const Finding& finding)
{
    return anyCode(value, [&](std::string_view code) { return code == "*" || code == finding.code; });
}

/// Kiali's codes; without any the annotation holds for all that Kiali says.
bool kialiHolds(std::string_view value, const Finding& finding)
{
    if (trimmed(value).empty())
        return isKialiFinding(finding, {});
    return anyCode(value, [&](std::string_view code) { return isKialiFinding(finding, code); });
}

/// Sorts findings one by one, in their order.
class Sorter {
public:
    Sorter(const Suppressions& suppressions, const mesh::MeshGraph& annotated)
        : m_suppressions(suppressions)
        , m_graph(annotated)
    {
        const auto known = suppressions.baseline.environments.find(annotated.environment());
        if (known != suppressions.baseline.environments.end())
            m_left = known->second;
    }

    std::optional<SuppressedFinding> suppress(const Finding& finding)
    {
        if (auto found = byAnnotation(finding))
            return found;
        for (const Suppressions::Entry& entry : m_suppressions.entries) {
            if (entry.holdsFor(finding))
                return SuppressedFinding{finding, SuppressedBy::Project, entry.reason, entry.where};
        }
        return byBaseline(finding);
    }

private:
    /// Findings come in the order of the files: the resource is mostly the one that was found last, or one behind it.
    mesh::ResourceIndex indexOf(const mesh::ElementRef& element)
    {
        constexpr std::size_t mostLooks = 8;
        if (m_path == nullptr || *m_path != element.path) {
            m_path = &element.path;
            m_file = m_graph.ofFile(element.path);
        }
        for (std::size_t i = 0; i < std::min(m_file.size(), mostLooks); ++i) {
            const mesh::Resource& resource = m_graph.at(m_file[i]);
            if (resource.source.document == element.document && resource.source.item == element.item
                && resource.key == element.key) {
                m_file = m_file.subspan(i);
                return m_file.front();
            }
        }
        return m_graph.find(element);
    }

    std::optional<SuppressedFinding> byAnnotation(const Finding& finding)
    {
        if (finding.element.isNull())
            return std::nullopt;
        const mesh::ResourceIndex index = indexOf(finding.element);
        if (index == mesh::noResource || m_graph.at(index).annotations.empty())
            return std::nullopt;
        const mesh::Resource& resource = m_graph.at(index);
        const auto kept = [&](std::string_view name, auto holds) -> std::optional<SuppressedFinding> {
            const auto written = resource.annotations.find(name);
            if (written == resource.annotations.end() || !holds(written->second, finding))
                return std::nullopt;
            const source::NodeRef node = resource.rootNode()["metadata"]["annotations"][name];
            return SuppressedFinding{finding, SuppressedBy::Annotation, std::string(name) + ": " + written->second,
                                     resource.locate(node.isValid() ? node.id() : source::noNode)};
        };
        if (auto found = kept(istioAnnotation, istioHolds))
            return found;
        return kept(kialiAnnotation, kialiHolds);
    }

    /// As many as the baseline has, the first ones: one more of the same is new.
    std::optional<SuppressedFinding> byBaseline(const Finding& finding)
    {
        if (m_left.empty())
            return std::nullopt;
        const auto known = m_left.find(fingerprintOf(finding));
        if (known == m_left.end() || known->second == 0)
            return std::nullopt;
        --known->second;
        return SuppressedFinding{finding, SuppressedBy::Baseline, {}, {std::string(Baseline::path), 0, 0}};
    }

    const Suppressions& m_suppressions;
    const mesh::MeshGraph& m_graph;
    const std::string* m_path = nullptr; ///< of m_file
    std::span<const mesh::ResourceIndex> m_file; ///< resources of the file from the last one on
    std::map<Fingerprint, std::uint32_t> m_left; ///< of the baseline
};

} // namespace

std::string_view suppressedByName(SuppressedBy by)
{
    switch (by) {
    case SuppressedBy::Annotation:
        return "annotation";
    case SuppressedBy::Project:
        return "project";
    case SuppressedBy::Baseline:
        return "baseline";
    }
    return {};
}

bool Suppressions::Entry::holdsFor(const Finding& finding) const
{
    if (!std::ranges::any_of(codes, [&](const auto& code) { return code == "*" || code == finding.code; }))
        return false;
    if (path && !path->matches(finding.where.path))
        return false;
    return !resource || (!finding.element.isNull() && resource->matches(subjectOf(finding)));
}

SortedFindings sortFindings(const Findings& all, const Suppressions& suppressions, const mesh::MeshGraph& annotated)
{
    SortedFindings sorted;
    Sorter sorter(suppressions, annotated);
    std::vector<Finding> shown;
    std::size_t position = 0;
    for (const Finding& finding : all) {
        if (auto found = sorter.suppress(finding)) {
            // most meshes keep nothing back: copied only from the first one on
            if (sorted.suppressed.empty())
                shown.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(position));
            sorted.suppressed.push_back(std::move(*found));
        } else if (!sorted.suppressed.empty()) {
            shown.push_back(finding);
        }
        ++position;
    }
    sorted.shown = sorted.suppressed.empty() ? all : Findings(std::move(shown));
    return sorted;
}

} // namespace meshdraft::checks
