// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

void add(const std::string& path, const Error* error, std::string otherwise, std::vector<Finding>& findings)
{
    Finding finding;
    finding.code = "MD002";
    finding.severity = Severity::Info;
    finding.message = std::move(otherwise);
    if (error != nullptr) {
        finding.where = error->where;
        finding.message = error->code;
        finding.args = error->args;
    }
    finding.where.path = path;
    findings.push_back(std::move(finding));
}

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    for (const std::string& path : context.paths) {
        const mesh::SourceFile* file = context.files.find(path);
        if (file == nullptr || file->text == nullptr)
            continue;
        const source::ParsedText& text = *file->text;
        if (text.kind == source::TextKind::Template) {
            add(path, nullptr, message::fileTemplate, findings);
        } else if (text.kind == source::TextKind::Unreadable) {
            add(path, text.errors.empty() ? nullptr : &text.errors.front(), message::fileSkipped, findings);
        }
    }
    for (const Error& error : context.files.errors) {
        if (std::ranges::contains(context.paths, error.where.path))
            add(error.where.path, &error, message::fileSkipped, findings);
    }
}

} // namespace

/// A file that was not read: a template, not UTF-8, too large, too deep, a missing blob. Says which and why.
Check skippedFile()
{
    return {{"skipped-file", {}, {"MD002"}}, run};
}

} // namespace meshdraft::checks
