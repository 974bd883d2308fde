// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

namespace {

void add(const std::string& path, const Error* error, std::string otherwise, Report& report)
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
    report.add(std::move(finding));
}

void checkFile(const std::string& path, const source::ParsedText* text, const Error* error, Report& report)
{
    if (text == nullptr) {
        add(path, error, message::fileSkipped, report);
    } else if (text->kind == source::TextKind::Template) {
        add(path, nullptr, message::fileTemplate, report);
    } else if (text->kind == source::TextKind::Unreadable) {
        add(path, text->errors.empty() ? nullptr : &text->errors.front(), message::fileSkipped, report);
    }
}

} // namespace

/// A file that was not read: a template, not UTF-8, too large, too deep, a missing blob. Says which and why.
Check skippedFile()
{
    return {{"skipped-file", {}, {"MD002"}}, nullptr, checkFile};
}

} // namespace meshdraft::checks
