// SPDX-License-Identifier: Apache-2.0
#include "models/checks/suppression/baseline.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

class BaselineReader {
public:
    explicit BaselineReader(const source::ParsedText& text)
        : m_text(text)
    {
    }

    Baseline read()
    {
        for (Error error : m_text.errors) {
            error.where.path = Baseline::path;
            m_baseline.errors.push_back(std::move(error));
        }
        if (m_text.documents.empty())
            return std::move(m_baseline);
        const NodeRef root = m_text.documents.front()->root();
        if (!root.isValid())
            return std::move(m_baseline);
        if (root["schema"].value() != Baseline::schema) {
            complain("baseline.schema", root, {std::string(root["schema"].value())});
            return std::move(m_baseline);
        }
        for (const NodeRef item : root["findings"].resolved().items())
            readEntry(item);
        return std::move(m_baseline);
    }

private:
    void readEntry(NodeRef item)
    {
        const Fingerprint fingerprint{std::string(item["code"].value()), std::string(item["subject"].value()),
                                      std::string(item["message"].value()), argsOf(item["args"])};
        const std::int64_t count = item["count"].isValid() ? item["count"].toInt().value_or(0) : 1;
        constexpr std::int64_t most = 1'000'000;
        if (!item.isMapping() || fingerprint.code.empty() || fingerprint.message.empty()
            || !item["environment"].isScalar() || count < 1 || count > most) {
            complain("baseline.entry", item, {});
            return;
        }
        m_baseline.environments[std::string(item["environment"].value())][fingerprint] +=
            static_cast<std::uint32_t>(count);
    }

    static std::vector<std::string> argsOf(NodeRef list)
    {
        std::vector<std::string> args;
        for (const NodeRef item : list.resolved().items())
            args.emplace_back(item.value());
        return args;
    }

    void complain(const char* code, NodeRef node, std::vector<std::string> args)
    {
        Location where = m_text.locate(node.range().begin);
        where.path = Baseline::path;
        m_baseline.errors.push_back({code, std::move(args), std::move(where)});
    }

    const source::ParsedText& m_text;
    Baseline m_baseline;
};

/// A string of YAML in double quotes, on one line.
std::string quoted(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            result += "\\x";
            result += digits[byte >> 4U];
            result += digits[byte & 0xfU];
        } else {
            result += c;
        }
    }
    return result + '"';
}

/// Line breaks that only some parsers see are written as escapes, too.
std::string safe(std::string_view text)
{
    std::string result = quoted(text);
    constexpr auto breaks = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"\xc2\x85", "\\N"}, {"\xe2\x80\xa8", "\\L"}, {"\xe2\x80\xa9", "\\P"}, {"\xef\xbb\xbf", "\\uFEFF"}});
    for (const auto& [bytes, escape] : breaks) {
        for (auto at = result.find(bytes); at != std::string::npos; at = result.find(bytes, at + escape.size()))
            result.replace(at, bytes.size(), escape);
    }
    return result;
}

void append(std::string& text, const std::string& environment, const Fingerprint& fingerprint, std::uint32_t count)
{
    text += "- code: " + safe(fingerprint.code) + "\n  environment: " + safe(environment)
        + "\n  subject: " + safe(fingerprint.subject) + "\n  message: " + safe(fingerprint.message) + '\n';
    if (!fingerprint.args.empty()) {
        text += "  args: [";
        for (std::size_t i = 0; i < fingerprint.args.size(); ++i)
            text += (i == 0 ? "" : ", ") + safe(fingerprint.args[i]);
        text += "]\n";
    }
    if (count > 1)
        text += "  count: " + std::to_string(count) + '\n';
}

} // namespace

Baseline readBaseline(const mesh::FileSet& files)
{
    const mesh::SourceFile* file = files.find(Baseline::path);
    if (file == nullptr || file->text == nullptr)
        return {};
    return BaselineReader(*file->text).read();
}

void putFindings(Baseline& baseline, const std::string& environment, const std::vector<Finding>& findings)
{
    baseline.environments.erase(environment);
    for (const Finding& finding : findings)
        ++baseline.environments[environment][fingerprintOf(finding)];
}

std::string baselineText(const Baseline& baseline)
{
    std::string text =
        "# Findings that were there when this was written, by `meshdraft-cli analyze --write-baseline`.\n"
        "# They are left out until they change; take entries out as they are mended.\n"
        "schema: ";
    text += Baseline::schema;
    std::string list;
    for (const auto& [environment, findings] : baseline.environments) {
        for (const auto& [fingerprint, count] : findings)
            append(list, environment, fingerprint, count);
    }
    return text + (list.empty() ? "\nfindings: []\n" : "\nfindings:\n" + list);
}

} // namespace meshdraft::checks
