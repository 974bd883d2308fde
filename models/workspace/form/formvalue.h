// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/change.h"
#include "models/workspace/form/form.h"

namespace meshdraft::workspace {

/// A scalar of this type to write: strings are quoted where YAML would read something else.
source::NewValue scalarOf(const mesh::ValueSchema& value, std::string text);
/// A value to begin with: required fields and nothing else; scalars have their default, their first value, or nothing
/// in them where only people know it.
source::NewValue seedOf(const mesh::ValueSchema& value);
source::NewValue seedOf(const mesh::FieldSchema& field);

/// What stands there, to be written somewhere else. Aliases and merged entries are written out; comments stay behind.
/// Text in quotes stays text.
source::NewValue copyOf(source::NodeRef written);

/// YAML that people typed. Errors: "form.yaml" (args: what the parser says).
Expected<source::NewValue> valueOfYaml(const std::string& text);
/// A value as people type it: the text of its lines, without what it is indented by.
std::string yamlOf(source::NodeRef node);

/// What is wrong with a text for a scalar of this type; nothing when it fits.
std::optional<mesh::SchemaViolation> checkText(const mesh::ValueSchema& value, const std::string& name,
                                               const std::string& text);

} // namespace meshdraft::workspace
