// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

/// What to underline: a repeated key itself, else from the place to the end of its line.
source::ByteRange rangeAt(const source::ParsedText& parsed, std::uint32_t offset)
{
    for (const auto& document : parsed.documents) {
        for (const source::NodeId key : document->duplicateKeys) {
            if (document->nodes[key].range.begin == offset)
                return document->nodes[key].range;
        }
    }
    const std::string_view text = *parsed.text;
    const auto end = std::min(text.find_first_of("\r\n", offset), text.size());
    return {offset, static_cast<std::uint32_t>(end)};
}

void addErrors(const std::string& path, const source::ParsedText& text, Report& report)
{
    for (const Error& error : text.errors) {
        Finding finding;
        finding.code = "MD001";
        finding.severity = Severity::Error;
        finding.where = error.where;
        finding.where.path = path;
        if (error.where.line > 0)
            finding.range = rangeAt(text, text.lines.offsetOf(*text.text, error.where));
        finding.message = error.code;
        finding.args = error.args;
        report.add(std::move(finding));
    }
}

/// Errors of YAML in a string, at their places in the file.
void addNestedErrors(const mesh::Resource& resource, const source::NestedText& nested, Report& report)
{
    const source::ParsedText& inner = *nested.inner();
    for (const Error& error : inner.errors) {
        Finding finding = findingAt(resource, nested.scalar().id(), "MD001", Severity::Error, error.code, error.args);
        if (error.where.line > 0) {
            const source::ByteRange range = rangeAt(inner, inner.lines.offsetOf(*inner.text, error.where));
            finding.where = nested.locate(range.begin);
            finding.where.path = resource.source.path;
            finding.range = nested.outerRange(range);
        }
        report.add(std::move(finding));
    }
}

void checkFile(const std::string& path, const source::ParsedText* text, const Error* /*error*/, Report& report)
{
    if (text != nullptr && text->kind == source::TextKind::Yaml)
        addErrors(path, *text, report);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const source::NestedTextPtr& nested : resource.nestedTexts)
        addNestedErrors(resource, *nested, report);
}

} // namespace

/// A document, or a string that holds YAML, that cannot be read as YAML or gives a key twice (kubectl takes the last).
Check yamlSyntax()
{
    return {{"yaml-syntax", {"*"}, {"MD001"}}, check, checkFile};
}

} // namespace meshdraft::checks
