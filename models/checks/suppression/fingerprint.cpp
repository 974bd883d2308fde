// SPDX-License-Identifier: Apache-2.0
#include "models/checks/suppression/fingerprint.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

/// "a.yaml:12" without the line.
std::string withoutLine(const std::string& arg)
{
    const auto colon = arg.rfind(':');
    if (colon == std::string::npos || colon + 1 == arg.size()
        || !std::ranges::all_of(arg.substr(colon + 1), [](char c) { return c >= '0' && c <= '9'; }))
        return arg;
    const std::string path = arg.substr(0, colon);
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with("Kustomization") ? path : arg;
}

} // namespace

std::string subjectOf(const Finding& finding)
{
    if (finding.element.isNull())
        return finding.where.path;
    const mesh::ResourceKey& key = finding.element.key;
    return key.kind + '/' + (key.ns.empty() ? std::string() : key.ns + '/') + key.name;
}

Fingerprint fingerprintOf(const Finding& finding)
{
    Fingerprint result{finding.code, subjectOf(finding), finding.message, {}};
    for (const std::string& arg : finding.args)
        result.args.push_back(withoutLine(arg));
    if (finding.severity == Severity::Unknown) {
        // it stands for every place, and the first of them is any
        result.subject.clear();
        if (!result.args.empty())
            result.args.pop_back();
    }
    return result;
}

} // namespace meshdraft::checks
