// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/fixes.h"

#include "models/checks/suppression/fingerprint.h"
#include "models/workspace/findingdelta.h"
#include "models/workspace/sourceplan.h"

#include <algorithm>
#include <utility>

namespace meshdraft::workspace {
namespace {

/// A fix of a rendered resource where it is decided, if that needs no question.
Expected<SnapshotPtr> writtenToSources(const Snapshot& snapshot, const checks::Fix& fix)
{
    const auto plan = planSources(snapshot, meshEditOf(fix));
    if (!plan)
        return std::unexpected(plan.error());
    const auto* choice = plan->plainChoice(snapshot.environment.name);
    if (choice == nullptr)
        return std::unexpected(Error{"rendered.choice", {snapshot.environment.name}, {}});
    return withEdit(snapshot, choice->edit);
}

/// Certain fixes of one finding after another.
class CertainFixes {
public:
    CertainFixes(SnapshotPtr snapshot, const std::set<std::string>& codes)
        : m_codes(codes)
    {
        m_run.after = std::move(snapshot);
    }

    FixRun run()
    {
        while (onePass())
            ;
        return std::move(m_run);
    }

private:
    using Tried = std::pair<checks::Fingerprint, std::string>;

    /// Looks at every finding once; after an edit those of the same files wait for the next pass, since their places
    /// may have moved. False when nothing was done.
    bool onePass()
    {
        const auto findings = m_run.after->findings;
        std::set<std::string> touched;
        for (const auto& finding : findings) {
            if (!touched.contains(finding.element.path) && (m_codes.empty() || m_codes.contains(finding.code)))
                mend(finding, touched);
        }
        return !touched.empty();
    }

    void mend(const checks::Finding& finding, std::set<std::string>& touched)
    {
        // an edit of another file may have mended it, too
        if (!touched.empty() && !std::ranges::contains(m_run.after->findings, finding))
            return;
        for (auto& fix : fixesFor(*m_run.after, finding)) {
            if (fix.certainty != checks::Certainty::Certain || touchesAny(fix, touched)
                || !m_tried.emplace(checks::fingerprintOf(finding), fix.id).second)
                continue;
            auto outcome = tryFix(*m_run.after, finding, fix);
            if (!outcome) {
                m_run.refused.push_back({finding, std::move(fix), {}, outcome.error()});
                continue;
            }
            // a note is no reason to leave something wrong as it is
            std::erase_if(outcome->introduced,
                          [](const checks::Finding& each) { return each.severity > checks::Severity::Warning; });
            if (!outcome->mendsFinding || !outcome->introduced.empty()) {
                m_run.refused.push_back({finding, std::move(fix), std::move(outcome->introduced), std::nullopt});
                continue;
            }
            for (const auto& file : outcome->edit.files)
                touched.insert(file.path);
            if (m_run.after->isRendered()) {
                auto written = writtenToSources(*m_run.after, fix);
                if (!written) {
                    m_run.refused.push_back({finding, std::move(fix), {}, written.error()});
                    return;
                }
                outcome->after = std::move(*written);
            }
            // the same may stand at another place of the resource
            m_tried.erase({checks::fingerprintOf(finding), fix.id});
            m_run.after = std::move(outcome->after);
            m_run.done.push_back({finding, std::move(fix)});
            return;
        }
    }

    static bool touchesAny(const checks::Fix& fix, const std::set<std::string>& paths)
    {
        return std::ranges::any_of(fix.parts, [&](const auto& part) { return paths.contains(part.resource.path); })
            || std::ranges::any_of(fix.removals, [&](const auto& gone) { return paths.contains(gone.path); });
    }

    const std::set<std::string>& m_codes;
    std::set<Tried> m_tried;
    FixRun m_run;
};

} // namespace

std::vector<checks::Fix> fixesFor(const Snapshot& snapshot, const checks::Finding& finding)
{
    if (snapshot.isReadOnly() || !snapshot.graph)
        return {};
    return checks::fixesFor(finding, *snapshot.graph, snapshot.current);
}

MeshEdit meshEditOf(const checks::Fix& fix)
{
    MeshEdit edit;
    for (const auto& part : fix.parts)
        edit.changes.push_back({part.resource, part.changes});
    for (const auto& addition : fix.additions)
        edit.additions.push_back({addition.path, addition.value});
    edit.removals = fix.removals;
    return edit;
}

Expected<FixOutcome> tryFix(const Snapshot& snapshot, const checks::Finding& finding, const checks::Fix& fix)
{
    auto edit = planMeshEdit(snapshot, meshEditOf(fix));
    if (!edit)
        return std::unexpected(edit.error());
    auto after = snapshot.isRendered() ? withPrediction(snapshot, edit->files.front()) : withEdit(snapshot, *edit);
    if (!after)
        return std::unexpected(after.error());
    FixOutcome outcome;
    outcome.edit = std::move(*edit);
    outcome.after = std::move(*after);
    FindingDelta delta = compareFindings(snapshot.findings, outcome.after->findings);
    outcome.mended = std::move(delta.mended);
    outcome.introduced = std::move(delta.introduced);
    const auto wanted = checks::fingerprintOf(finding);
    outcome.mendsFinding =
        std::ranges::any_of(outcome.mended, [&](const auto& gone) { return checks::fingerprintOf(gone) == wanted; });
    return outcome;
}

FixRun applyCertainFixes(SnapshotPtr snapshot, const std::set<std::string>& codes)
{
    return CertainFixes(std::move(snapshot), codes).run();
}

} // namespace meshdraft::workspace
