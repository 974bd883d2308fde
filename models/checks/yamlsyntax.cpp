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

void addErrors(const mesh::SourceFile& file, std::vector<Finding>& findings)
{
    for (const Error& error : file.text->errors) {
        Finding finding;
        finding.code = "MD001";
        finding.severity = Severity::Error;
        finding.where = error.where;
        finding.where.path = file.path;
        if (error.where.line > 0)
            finding.range = rangeAt(*file.text, file.text->lines.offsetOf(*file.text->text, error.where));
        finding.message = error.code;
        finding.args = error.args;
        findings.push_back(std::move(finding));
    }
}

/// Errors of YAML in a string, at their places in the file.
void addNestedErrors(const mesh::Resource& resource, const source::NestedText& nested, std::vector<Finding>& findings)
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
        findings.push_back(std::move(finding));
    }
}

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    for (const std::string& path : context.paths) {
        const mesh::SourceFile* file = context.files.find(path);
        if (file == nullptr || file->text == nullptr || file->text->kind != source::TextKind::Yaml)
            continue;
        addErrors(*file, findings);
    }
    for (const mesh::ResourcePtr& resource : context.graph.resources()) {
        for (const source::NestedTextPtr& nested : resource->nestedTexts)
            addNestedErrors(*resource, *nested, findings);
    }
}

} // namespace

/// A document, or a string that holds YAML, that cannot be read as YAML or gives a key twice (kubectl takes the last).
Check yamlSyntax()
{
    return {{"yaml-syntax", {"*"}, {"MD001"}}, run};
}

} // namespace meshdraft::checks
