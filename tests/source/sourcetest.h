// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"
#include "models/source/parsedtext.h"

#include <QString>

#include <span>
#include <string>
#include <vector>

namespace meshdraft::source {

/// The tree on one line: `{key: value}`, `[item]`, `_` for absent, `*` for an alias, `&` and `!` for anchor and tag. A
/// scalar is its value; line breaks in it show as `\n`.
std::string valuesOf(NodeRef node);

/// The same tree with every scalar's text as it stands in the file.
std::string textsOf(NodeRef node);

/// valuesOf of every document, one a line.
QString documentsOf(const ParsedText& text);

/// "code line:column args", one error a line.
QString errorsOf(const ParsedText& text);
QString errorText(const Error& error);

/// What is wrong with the ranges and links of a document; empty if nothing is. Every scalar's text, parsed by itself at
/// the same indentation, gives the same value.
QString inconsistencyOf(const Document& document);

/// What differs between two parses of the same text; empty if nothing does.
QString differenceBetween(const ParsedText& found, const ParsedText& expected);

/// The scalar values of keys `name`, in the order of the text.
std::vector<NodeRef> valuesOfKey(const Document& document, std::string_view name);

/// Every leaf of a text as "document/key/index = value", in order: what an edit may not change but for its own leaf.
std::vector<std::string> leavesOf(const ParsedText& text);

/// The place of a node as leavesOf names it.
std::string pathOf(NodeRef node);

/// The text after the change, or why it is refused.
Expected<std::string> changed(const ParsedText& text, std::uint32_t document, std::span<const ScalarChange> changes,
                              std::span<const EntryAddition> additions = {});

} // namespace meshdraft::source
