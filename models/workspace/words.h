// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/checks/fixes/fix.h"
#include "models/source/error.h"

#include <QString>

#include <functional>

namespace meshdraft::workspace {

/// The sentence for an id of the core ("source.depth", "dangling.subset") with its arguments, in the user's language.
/// An unknown id gives the id and the arguments.
QString sentence(const std::string& id, const std::vector<std::string>& args);
/// The same with every argument, as it comes from the files, put through `decorate` (into a code span, for example).
QString sentence(const std::string& id, const std::vector<std::string>& args,
                 const std::function<QString(const std::string&)>& decorate);

/// The same with "file:line:column: " in front where the error has a place.
QString errorText(const Error& error);
QString findingText(const checks::Finding& finding);
/// What a quick fix does, short and imperative, without a full stop.
QString fixText(const checks::Fix& fix);
QString reasonText(const changes::Reason& reason);
QString statementText(const changes::Statement& statement);
/// The arguments of a statement with words where one is empty ("every request").
std::vector<std::string> wordedArgs(const changes::Statement& statement);
/// "Low risk", "Medium risk", "High risk", "No risk".
QString tierText(changes::Tier tier);

/// True when `id` has a sentence; the tests walk every id of the core.
bool hasSentence(const std::string& id);

/// Repository text for people: control and bidirectional formatting characters shown as \u escapes.
QString printable(const std::string& text);
/// The same with line ends and tabs kept, for texts of several lines.
QString printableLines(const std::string& text);
/// Text from the repository as a code span of Markdown; it cannot end the span, start markup or mention anybody.
QString codeSpan(const std::string& text);

} // namespace meshdraft::workspace
