// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schemavalidation.h"

#include <QString>

namespace meshdraft::workspace {

/// An English sentence of the schema tables (explanation of a kind, a field or a rule) in the user's language.
QString schemaText(const std::string& sentence);
/// "Deprecated: use X instead." for a field that is; empty for others.
QString deprecationText(const mesh::FieldSchema& field);
/// What a violation is, in one or two sentences.
QString violationText(const mesh::SchemaViolation& violation);
/// The same of its code and arguments.
QString violationText(const std::string& code, std::vector<std::string> args);

} // namespace meshdraft::workspace
