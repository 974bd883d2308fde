// SPDX-License-Identifier: Apache-2.0
// Text from repositories in commands that people copy.
#pragma once

#include <QString>

#include <span>
#include <string>
#include <string_view>

namespace meshdraft::workspace {

/// One word of a POSIX shell's command line: quoted unless it is plain. Control characters (a line end, too) are shown
/// as \u escapes, so that a name with one of them names nothing.
QString shellWord(const std::string& word);
/// Words as a command line.
QString shellLine(std::span<const std::string> words);

/// True for a name that Kubernetes can have given: lower-case letters, digits, "-" and ".", with a letter or digit at
/// both ends. Nothing else becomes an argument of kubectl, which would take "-f" for an option.
bool isKubernetesName(std::string_view name);

/// Lines of a block of Markdown that no text in them can end.
QString codeBlock(const QString& language, const QString& text);

/// `command <<'END'`, the text, and a line that ends it and does not occur in it.
QString hereDocument(const QString& command, const std::string& text);

} // namespace meshdraft::workspace
